"""SubRip (.srt): a number, two times, and text with a few tags."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kaigai.formats.captions.clock import EXPECTED, TODO, clock, milliseconds
from kaigai.formats.captions.lines import Numbered, numbered, short, too_long
from kaigai.formats.captions.markup import marked, runs_of
from kaigai.formats.captions.model import Captions, Cue, Fault, Layout, Parsed, Run

_ARROW: Final = "-->"
_TIMES: Final = re.compile(r"\s*(?P<start>[\d:.,]+)\s*-->\s*(?P<end>[\d:.,]+)\s*(?P<rest>.*)")
#: A line of times, however badly written: two clocks with something between.
_MEANT: Final = re.compile(
    r"\s*\d{1,3}:\d{1,2}[\d:.,]*\s*[^\s\d\w]{1,4}\s*\d{1,3}:\d{1,2}[\d:.,]*.*"
)
_ANCHOR: Final = re.compile(r"\{\\an([1-9])\}")


def read(text: str) -> Parsed:
    """The cues of a SubRip file; numbers may be missing or wrong, times may not."""
    cues: list[Cue] = []
    faults: list[Fault] = []
    for block in _blocks(numbered(text)):
        made = _cue(block)
        if isinstance(made, Fault):
            faults.append(made)
        else:
            cues.append(made)
    return Parsed(Captions("srt", tuple(cues)), tuple(faults))


def _blocks(lines: Sequence[Numbered]) -> list[list[Numbered]]:
    """The lines of each cue: from its number, or its times, to the next; blank lines inside
    belong to the text only where no cue begins after them."""
    starts = [place for place, (_, line) in enumerate(lines) if _means_times(line)]
    firsts = [_first(lines, place) for place in starts]
    made = [list(lines[a:b]) for a, b in pairwise([*firsts, len(lines)])]
    before = list(lines[: firsts[0]] if firsts else lines)
    return [block for block in [before, *made] if any(line.strip() for _, line in block)]


def _means_times(line: str) -> bool:
    has_times = _ARROW in line and any(char.isdecimal() for char in line)  # else it is text
    return has_times or line.strip() == _ARROW or bool(_MEANT.fullmatch(line))


def _first(lines: Sequence[Numbered], place: int) -> int:
    return place - 1 if place and lines[place - 1][1].strip().isdecimal() else place


def _cue(block: list[Numbered]) -> Cue | Fault:
    number, times = (block[0], block[1]) if not _means_times(block[0][1]) and len(block) > 1 else (
        (0, ""), block[0])  # fmt: skip
    found = _TIMES.fullmatch(times[1])
    try:
        if not found:
            raise ValueError(times[1])
        start, end = milliseconds(found["start"]), milliseconds(found["end"])
    except ValueError:
        return Fault(times[0] or block[0][0], short(times[1] or block[0][1]), EXPECTED, TODO)
    after = block[block.index(times) + 1 :]
    written = "\n".join(line for _, line in after).strip("\n")
    if fault := too_long(times[0], written):
        return fault
    runs, layout = _content(written)
    raw = (("settings", found["rest"].strip()),) if found["rest"].strip() else ()
    return Cue(start, end, runs, number[1].strip(), layout, raw=raw, written=written,
               line=times[0])  # fmt: skip


def _content(written: str) -> tuple[tuple[Run, ...], Layout]:
    """Runs, and the corner that `{\\an8}` names."""
    corner = _ANCHOR.search(written)
    runs = runs_of(_ANCHOR.sub("", written), "srt")
    return runs, Layout(int(corner[1])) if corner else Layout()


def write(captions: Captions) -> str:
    """A SubRip file, numbered from one."""
    own = captions.kind == "srt"
    return "\n".join(_block(n, cue, own=own) for n, cue in enumerate(captions.cues, start=1))


def _block(number: int, cue: Cue, *, own: bool) -> str:
    settings = dict(cue.raw).get("settings", "") if own else ""
    times = f"{clock(cue.start_ms, ',')} {_ARROW} {clock(cue.end_ms, ',')} {settings}".rstrip()
    return f"{number}\n{times}\n{_text(cue, own=own)}\n"


def _text(cue: Cue, *, own: bool) -> str:
    """The text as it stood there, or written anew where it was changed; no blank line inside."""
    if own and _content(cue.written) == (cue.runs, cue.layout):
        return cue.written
    lines = [line for line in marked(cue.runs, "srt").split("\n") if line]
    # What would be taken for times, by players as well, is written with a real arrow and a sign.
    text = "\n".join(
        f"- {line.replace(_ARROW, '→')}" if _means_times(line) else line for line in lines
    )
    corner = cue.layout.anchor
    return text if corner in (None, 2) else f"{{\\an{corner}}}{text}"
