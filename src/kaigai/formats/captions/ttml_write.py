"""Writes IMSC 1.1 text (.ttml): new, or the document it came from with what was changed."""

from typing import Final

from lxml import etree

from kaigai.formats.captions.clock import Rates, clock
from kaigai.formats.captions.model import Captions, Cue, Layout, Run
from kaigai.formats.captions.places import sides
from kaigai.formats.captions.ttml import (
    TIMED,
    offset_of,
    paragraphs,
    parsed_xml,
    rates_of,
    runs_of,
    times_of,
)
from kaigai.formats.captions.ttml_style import Sheet

TT: Final = "http://www.w3.org/ns/ttml"
TTS: Final = f"{TT}#styling"
TTM: Final = f"{TT}#metadata"
TTP: Final = f"{TT}#parameter"
XML: Final = "http://www.w3.org/XML/1998/namespace"
PROFILE: Final = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"

_NAMES: Final = {None: TT, "tts": TTS, "ttm": TTM, "ttp": TTP}
_ROWS: Final = {1: "before", 0: "center", -1: "after"}
_SIDES: Final = {-1: "start", 0: "center", 1: "end"}


def write(captions: Captions) -> str:
    """A TTML document."""
    root = _mended(captions) if captions.kind == "ttml" else _new(captions)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + etree.tostring(root.getroottree(), encoding="unicode")
        + "\n"
    )


def _mended(captions: Captions) -> etree._Element:
    """The document it was, with the paragraphs that were changed."""
    root = parsed_xml(captions.head)
    sheet, rates, old = Sheet.of(root), rates_of(root), paragraphs(root)
    kept: dict[int, Cue] = {}
    fresh: list[Cue] = []
    for cue in captions:
        place = int(dict(cue.raw).get("p", -1))
        if 0 <= place < len(old) and place not in kept:
            kept[place] = cue
        else:
            fresh.append(cue)
    home = old[-1].getparent() if old else None
    for place, paragraph in enumerate(old):
        if place in kept:
            _mend(paragraph, kept[place], sheet, rates)
        elif (parent := paragraph.getparent()) is not None:
            parent.remove(paragraph)
    for cue in fresh:
        if home is not None:
            home.append(_paragraph(cue, etree.QName(old[0]).namespace or "", {}, {}))
    return root


def _mend(paragraph: etree._Element, cue: Cue, sheet: Sheet, rates: Rates) -> None:
    before = int(dict(cue.raw).get("offset", 0))
    start, end = times_of(paragraph, *offset_of(paragraph, rates), rates)
    if (start, end) != (cue.start_ms, cue.end_ms):
        for name in TIMED:
            paragraph.attrib.pop(name, "")
        paragraph.set("begin", clock(max(cue.start_ms - before, 0)))
        paragraph.set("end", clock(max(cue.end_ms - before, 0)))
    if runs_of(paragraph, sheet, start, rates)[0] != cue.runs:
        tail = paragraph.tail
        kept = [(str(k), str(v)) for k, v in paragraph.attrib.items()]
        paragraph.clear()
        for name, value in kept:
            paragraph.set(name, value)
        paragraph.tail = tail
        names = {name: id for id, name in sheet.agents.items()}
        _fill(paragraph, cue, etree.QName(paragraph).namespace or "", names)


def _new(captions: Captions) -> etree._Element:
    root = etree.Element(f"{{{TT}}}tt", nsmap=_NAMES)  # type: ignore[arg-type]
    root.set(f"{{{XML}}}lang", captions.language)
    root.set(f"{{{TTP}}}contentProfiles", PROFILE)
    root.set(f"{{{XML}}}space", "preserve")
    voices = dict.fromkeys(run.voice for cue in captions for run in cue.runs if run.voice)
    names = {voice: f"speaker-{number}" for number, voice in enumerate(voices, start=1)}
    layouts = dict.fromkeys([Layout(), *(cue.layout for cue in captions)])
    regions = {layout: f"region-{number}" for number, layout in enumerate(layouts)}
    root.append(_head(captions, names, regions))
    body = etree.SubElement(root, f"{{{TT}}}body")
    division = etree.SubElement(body, f"{{{TT}}}div")
    ids: set[str] = set()
    for cue in captions:
        paragraph = _paragraph(cue, TT, names, regions)
        if cue.id.isidentifier() and cue.id.isascii() and cue.id not in ids:
            paragraph.set(f"{{{XML}}}id", cue.id)
            ids.add(cue.id)
        division.append(paragraph)
    return root


def _head(captions: Captions, names: dict[str, str], regions: dict[Layout, str]) -> etree._Element:
    head = etree.Element(f"{{{TT}}}head")
    metadata = etree.SubElement(head, f"{{{TT}}}metadata")
    if captions.title:
        etree.SubElement(metadata, f"{{{TTM}}}title").text = captions.title
    for voice, id in names.items():
        agent = etree.SubElement(
            metadata, f"{{{TTM}}}agent", {f"{{{XML}}}id": id, "type": "person"}
        )
        etree.SubElement(agent, f"{{{TTM}}}name", {"type": "full"}).text = voice
    etree.SubElement(head, f"{{{TT}}}styling")
    layout = etree.SubElement(head, f"{{{TT}}}layout")
    for place, id in regions.items():
        layout.append(_region(place, id))
    return head


def _region(layout: Layout, id: str) -> etree._Element:
    """A region: nearly the whole picture where only a corner is known, else one at the point."""
    row, side = sides(layout.anchor)
    left, top, width, height = 10.0, 10.0, 80.0, 80.0
    if layout.x is not None:
        width = min(layout.width or 80.0, 100 - layout.x) if side < 0 else layout.width or 40.0
        left = layout.x - width * (side + 1) / 2
    if layout.y is not None:
        height = 20.0
        top = layout.y - height * (1 - row) / 2
    left, top = max(left, 0.0), max(top, 0.0)
    region = etree.Element(f"{{{TT}}}region", {f"{{{XML}}}id": id})
    given = {"origin": f"{left:g}% {top:g}%", "textAlign": _SIDES[side],
             "extent": f"{min(width, 100 - left):g}% {min(height, 100 - top):g}%",
             "displayAlign": _ROWS[row]}  # fmt: skip
    if layout.vertical:
        given["writingMode"] = f"tb{layout.vertical}"
    for name, value in given.items():
        region.set(f"{{{TTS}}}{name}", value)
    return region


def _paragraph(
    cue: Cue, space: str, names: dict[str, str], regions: dict[Layout, str]
) -> etree._Element:
    paragraph = etree.Element(f"{{{space}}}p")
    paragraph.set("begin", clock(cue.start_ms))
    paragraph.set("end", clock(cue.end_ms))
    if cue.layout in regions:
        paragraph.set("region", regions[cue.layout])
    if cue.note:
        metadata = etree.SubElement(paragraph, f"{{{space}}}metadata")
        etree.SubElement(metadata, f"{{{TTM}}}desc").text = cue.note
    _fill(paragraph, cue, space, names)
    return paragraph


def _fill(paragraph: etree._Element, cue: Cue, space: str, names: dict[str, str]) -> None:
    """The text of a cue, with a span where it looks different."""
    for run in cue.runs:
        given = _attributes(run, cue, names)
        if run.ruby:
            paragraph.append(_ruby(run, given, space))
        elif given:
            _lines(etree.SubElement(paragraph, f"{{{space}}}span", given), run.text, space)
        else:
            _lines(paragraph, run.text, space)


def _lines(parent: etree._Element, text: str, space: str) -> None:
    """Text with an element at each line break."""
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(parent, f"{{{space}}}br")
        if not len(parent):
            parent.text = (parent.text or "") + line
        else:
            parent[-1].tail = (parent[-1].tail or "") + line


def _ruby(run: Run, given: dict[str, str], space: str) -> etree._Element:
    """A word with its reading."""
    span = etree.Element(f"{{{space}}}span", given)
    span.set(f"{{{TTS}}}ruby", "container")
    for kind, part in (("base", run.text), ("text", run.ruby)):
        etree.SubElement(span, f"{{{space}}}span", {f"{{{TTS}}}ruby": kind}).text = part
    return span


def _attributes(run: Run, cue: Cue, names: dict[str, str]) -> dict[str, str]:
    looks = {"fontWeight": "bold" * run.bold, "fontStyle": "italic" * run.italic,
             "textDecoration": "underline" * run.underline, "color": run.colour,
             "textEmphasis": run.emphasis, "textCombine": "all" * run.combine}  # fmt: skip
    given = {f"{{{TTS}}}{name}": value for name, value in looks.items() if value}
    if run.language:
        given[f"{{{XML}}}lang"] = run.language
    if run.voice:
        given[f"{{{TTM}}}agent"] = names.get(run.voice, "")
    if run.sung_ms is not None:
        given["begin"] = clock(max(run.sung_ms - cue.start_ms, 0))
    return {name: value for name, value in given.items() if value}
