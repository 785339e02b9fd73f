"""Reads from the technical details what matters here: whole recording, preview or clip."""

from kaigai.formats.ddex.elements import NAMES, Element, is_true, own_value, text_of
from kaigai.formats.ddex.faults import BAD_DURATION, Faults
from kaigai.formats.ddex.message import Clip, Resource
from kaigai.formats.ddex.places import Places
from kaigai.formats.ddex.times import milliseconds_from


def technical_details(
    it: Resource, element: Element, faults: Faults, places: Places | None
) -> None:
    """`TechnicalDetails` (4.x), `TechnicalSoundRecordingDetails`, `TechnicalVideoDetails` (3.x).

    Without a word about previews (IsPreview, IsClip) the files are of the whole recording.
    """
    is_preview, reference = False, ""
    for child in element:
        name = NAMES[child.tag]
        if name == "TechnicalResourceDetailsReference":
            reference = text_of(child)
        elif name in ("IsPreview", "IsClip"):
            is_preview = is_true(child.text)
        elif name in ("ClipDetails", "PreviewDetails"):
            it.clips.append(_clip_from(it, child, name, faults))
    if is_preview:
        it.preview_files += 1
        it.preview_refs.append(reference)
    else:
        it.full_files += 1


def _clip_from(it: Resource, element: Element, name: str, faults: Faults) -> Clip:
    clip = Clip("Preview" if name == "PreviewDetails" else None)
    for child in element:
        tag = NAMES[child.tag]
        if tag == "TechnicalResourceDetailsReference":
            it.preview_refs.append(text_of(child))
        elif tag == "ClipType":
            clip.kind = own_value(child) or None
        elif tag == "ExpressionType":
            clip.expression = text_of(child) or None
        elif tag == "Timing":
            for part in child:
                _read_timing(clip, part, NAMES[part.tag], faults)
        else:
            _read_timing(clip, child, tag, faults)
    return clip


def _read_timing(clip: Clip, element: Element, name: str, faults: Faults) -> None:
    if name == "StartPoint":
        clip.start = text_of(element) or None
    elif name in ("Duration", "DurationUsed"):
        text = text_of(element)
        clip.duration_ms = milliseconds_from(text)
        if clip.duration_ms is None:
            faults.add(element, text, BAD_DURATION)
