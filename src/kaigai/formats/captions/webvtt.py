"""WebVTT (.vtt): cues with settings for place, and tags for voices, ruby, classes and moments."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kaigai.formats.captions.clock import EXPECTED, TODO, clock, milliseconds
from kaigai.formats.captions.lines import Numbered, blocks, numbered, short, too_long
from kaigai.formats.captions.markup import COLOURS, marked, runs_of
from kaigai.formats.captions.model import (
    CaptionFault,
    Captions,
    Cue,
    Fault,
    Parsed,
    Run,
    without_edges,
)
from kaigai.formats.captions.places import layout_of, settings_of
from kaigai.terms.text import Text

_ARROW: Final = "-->"
_TIMES: Final = re.compile(r"\s*([\d:.]+)\s+-->\s+([\d:.]+)(?:\s+(.*))?")
_OUTSIDE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
#: What only WebVTT can show.
_ODD: Final = re.compile(r"\bregion:\S+")

HEAD: Final = Text("WEBVTT in the first line", "1行目の WEBVTT")
HEAD_TODO: Final = Text(
    en="write WEBVTT and an empty line at the top, or give the file its right ending",
    ja="先頭に WEBVTT と空行を入れるか、正しい拡張子にしてください",
)


def read(text: str) -> Parsed:
    """The cues of a WebVTT file, with its styles, regions and remarks."""
    lines = numbered(text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0][1]):
        raise CaptionFault(1, short(lines[0][1]), HEAD, HEAD_TODO)
    cues: list[Cue] = []
    faults: list[Fault] = []
    opening = _head(lines)
    head, outside = "\n".join(opening), list[str]()
    for block in blocks(lines[len(opening) :], blank_is_empty=True):
        if _OUTSIDE.match(block[0][1]) and not any(_ARROW in line for _, line in block[:2]):
            outside.append(_text(block))
            continue
        made = _cue(block, "\n\n".join(outside) if cues else "")
        if isinstance(made, Fault):
            faults.append(made)
            continue
        if not cues:
            head = "\n\n".join([head, *outside])
        outside = []
        cues.append(made)
    captions = Captions("vtt", tuple(cues), _meta(opening, "Language"), _title(opening[0]),
                        head, "\n\n".join(outside))  # fmt: skip
    return Parsed(captions, tuple(faults))


def _head(lines: Sequence[Numbered]) -> list[str]:
    """The lines up to the first blank one."""
    head: list[str] = []
    for _, line in lines:
        if not line.strip() or (head and _ARROW in line):
            break
        head.append(line)
    return head


def _text(block: Sequence[Numbered]) -> str:
    return "\n".join(line for _, line in block)


def _title(first: str) -> str:
    return first.removeprefix("WEBVTT").strip(" \t-")


def _meta(head: Sequence[str], name: str) -> str:
    found = (line.partition(":") for line in head[1:])
    return next((value.strip() for key, _, value in found if key.strip() == name), "")


def _cue(block: list[Numbered], note: str) -> Cue | Fault:
    at = 0 if _ARROW in block[0][1] else 1
    line, times = block[at] if at < len(block) else block[0]
    found = _TIMES.fullmatch(times)
    try:
        if not found:
            raise ValueError(times)
        start, end = milliseconds(found[1]), milliseconds(found[2])
    except ValueError:
        return Fault(line, short(times), EXPECTED, TODO)
    settings = (found[3] or "").strip()
    written = _text(block[at + 1 :])
    if fault := too_long(line, written):
        return fault
    odd = tuple(_ODD.findall(settings))
    raw = (("settings", settings),) if settings else ()
    return Cue(start, end, _runs(written), block[0][1] if at else "",
               layout_of(settings), note=note, raw=raw, odd=odd, written=written,
               line=line)  # fmt: skip


def _runs(written: str) -> tuple[Run, ...]:
    """What is shown: lines of blanks around it are room, and nothing to read."""
    return without_edges(runs_of(written, "vtt"))


def write(captions: Captions) -> str:
    """A WebVTT file."""
    own = captions.kind == "vtt"
    parts = [captions.head if own else "\n".join(_new_head(captions))]
    for cue in captions:
        if cue.note:
            parts.append(cue.note if own else _note(cue.note))
        parts.append("\n".join(_block(cue, own=own)))
    parts += [captions.tail] if own and captions.tail else []
    return "\n\n".join(parts) + "\n"


def _note(text: str) -> str:
    """A remark; a blank line would end it, and an arrow would break it."""
    calm = re.sub("\n{2,}", "\n", text.replace(_ARROW, "→"))
    return f"NOTE {calm}" if "\n" not in calm else f"NOTE\n{calm}"


def _new_head(captions: Captions) -> Iterator[str]:
    yield f"WEBVTT {captions.title}".strip().replace("\n", " ").replace(_ARROW, "→")
    if captions.language:
        yield f"Language: {captions.language}"
    colours = {run.colour for cue in captions for run in cue.runs if run.colour}
    rules = [
        f"::cue(.c{code[1:]}) {{ color: {code}; }}"
        for code in sorted(colours - set(COLOURS.values()))
    ]
    if rules:
        yield from ("", "STYLE", *rules)


def _block(cue: Cue, *, own: bool) -> Iterator[str]:
    if cue.id and _ARROW not in cue.id and not _OUTSIDE.match(cue.id):
        yield cue.id
    settings = _settings(cue, own=own)
    yield f"{clock(cue.start_ms)} {_ARROW} {clock(cue.end_ms)} {settings}".rstrip()
    if own and _runs(cue.written) == cue.runs:
        yield cue.written
    else:
        yield re.sub("\n{2,}", "\n", marked(cue.runs, "vtt")).strip("\n")


def _settings(cue: Cue, *, own: bool) -> str:
    """Settings as they stood there, or new ones where the place was changed."""
    before = dict(cue.raw).get("settings", "") if own else ""
    return before if before and layout_of(before) == cue.layout else settings_of(cue.layout)
