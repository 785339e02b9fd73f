"""YouTube's own SubViewer (.sbv): two times with a comma between, and text."""

import re
from typing import Final

from kaigai.formats.captions.clock import EXPECTED, TODO, clock, milliseconds
from kaigai.formats.captions.lines import Numbered, blocks, numbered, short, too_long
from kaigai.formats.captions.model import Captions, Cue, Fault, Parsed, Run

TIMES: Final = re.compile(r"(\d+:\d{2}:\d{2}\.\d{3}),(\d+:\d{2}:\d{2}\.\d{3})")


def read(text: str) -> Parsed:
    """The cues of an SBV file."""
    cues: list[Cue] = []
    faults: list[Fault] = []
    for block in blocks(numbered(text)):
        made = _cue(block)
        if isinstance(made, Fault):
            faults.append(made)
        else:
            cues.append(made)
    return Parsed(Captions("sbv", tuple(cues)), tuple(faults))


def _cue(block: list[Numbered]) -> Cue | Fault:
    line, times = block[0]
    found = TIMES.fullmatch(times.strip())
    try:
        if not found:
            raise ValueError(times)
        start, end = milliseconds(found[1]), milliseconds(found[2])
    except ValueError:
        return Fault(line, short(times), EXPECTED, TODO)
    written = "\n".join(text for _, text in block[1:])
    if fault := too_long(line, written):
        return fault
    return Cue(start, end, (Run(written),) if written else (), written=written, line=line)


def write(captions: Captions) -> str:
    """An SBV file."""
    return "\n".join(_block(cue) for cue in captions)


def _block(cue: Cue) -> str:
    times = f"{clock(cue.start_ms, hours=1)},{clock(cue.end_ms, hours=1)}"
    lines = [line for line in cue.lines if line.strip()]
    return "\n".join([times, *lines, ""])
