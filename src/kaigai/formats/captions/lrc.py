"""Lyrics (.lrc): a moment before each line, and one before each word where they are sung."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kaigai.formats.captions.clock import milliseconds, minutes
from kaigai.formats.captions.lines import numbered, short, too_long
from kaigai.formats.captions.model import Captions, Cue, Fault, Parsed, Run, joined
from kaigai.terms.text import Text

LAST_MS: Final = 5_000  #: how long the last line is shown, for LRC does not say

_HEAD: Final = re.compile(r"\[([a-zA-Z#]\w*):(.*)\]\s*")
_TIMES: Final = re.compile(r"((?:\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\]\s*)+)(.*)")
MOMENT: Final = re.compile(r"^\[\d{1,3}:\d{2}", re.MULTILINE)  #: before a line of lyrics
_TIME: Final = re.compile(r"\[([\d:.]+)\]")
_WORD: Final = re.compile(r"<(\d{1,3}:\d{2}(?:[.:]\d{1,3})?)>")

EXPECTED: Final = Text("a line like [00:12.30]words", "[00:12.30]歌詞 のような行")
TODO: Final = Text(
    en="put the moment in front of the line; it was left out",
    ja="行の先頭に時刻を付けてください(この行は除外しました)",
)


def read(text: str) -> Parsed:
    """The lines of an LRC file as cues; each lasts to the next moment, an empty line ends one."""
    head: list[str] = []
    moments: list[tuple[int, str, int]] = []
    faults: list[Fault] = []
    for number, line in numbered(text):
        if fault := too_long(number, line):
            faults.append(fault)
        elif _HEAD.fullmatch(line.strip()):
            head.append(line.strip())
        elif line.strip():
            found = list(_moments(line.strip(), number))
            moments += found
            if not found:
                faults.append(Fault(number, short(line), EXPECTED, TODO))
    tags = {name.lower(): value.strip() for name, value in map(_pair, head)}
    shift = _offset(tags.get("offset", ""))
    cues = tuple(_cues(sorted(moments, key=lambda each: each[0]), shift))
    captions = Captions("lrc", cues, tags.get("la", ""), tags.get("ti", ""), "\n".join(head))
    return Parsed(captions, tuple(faults))


def _pair(line: str) -> tuple[str, str]:
    found = _HEAD.fullmatch(line)
    assert found
    return found[1], found[2]


def _moments(line: str, number: int) -> Iterator[tuple[int, str, int]]:
    """A chorus may carry several moments; one line for each."""
    found = _TIMES.fullmatch(line)
    if not found:
        return
    for moment in _TIME.findall(found[1]):
        try:
            yield milliseconds(moment.replace(":", ".", 2).replace(".", ":", 1)), found[2], number
        except ValueError:
            return


def _offset(value: str) -> int:
    """Milliseconds by which a player shows all lines earlier."""
    return int(value) if re.fullmatch(r"[+-]?\d{1,7}", value) else 0


def _cues(moments: list[tuple[int, str, int]], shift: int) -> Iterator[Cue]:
    last = ((moments[-1][0] + LAST_MS, "", 0),) if moments else ()
    for (start, text, number), (end, _, _) in pairwise([*moments, *last]):
        if text.strip():
            begin, finish = max(start - shift, 0), max(end - shift, 0)
            yield Cue(begin, finish, _runs(text.strip(), shift), written=text.strip(), line=number)


def _runs(text: str, shift: int) -> tuple[Run, ...]:
    runs: list[Run] = []
    pieces = _WORD.split(text)
    if pieces[0]:
        runs.append(Run(pieces[0]))
    for moment, words in zip(pieces[1::2], pieces[2::2], strict=True):
        if words:
            runs.append(Run(words, sung_ms=max(milliseconds(moment) - shift, 0)))
    return joined(runs)


def write(captions: Captions) -> str:
    """An LRC file: one line a cue, an empty one where nothing is sung before the next."""
    lines = _head(captions)
    for cue, after in pairwise([*captions.cues, None]):
        assert cue
        lines.append(f"[{minutes(cue.start_ms)}]{_words(cue)}")
        follows = after.start_ms if after else cue.start_ms + LAST_MS
        early = minutes(cue.end_ms) != minutes(follows)  # as exact as the format is
        if early and (after is None or cue.end_ms < follows):
            lines.append(f"[{minutes(cue.end_ms)}]")
    return "\n".join(lines) + "\n"


def _head(captions: Captions) -> list[str]:
    if captions.kind == "lrc":
        kept = [line for line in captions.head.split("\n") if line]
        return [line for line in kept if not line.lower().startswith("[offset:")]
    known = (("ti", captions.title), ("la", captions.language))
    return [f"[{name}:{value}]" for name, value in known if value]


def _words(cue: Cue) -> str:
    parts = [(f"<{minutes(run.sung_ms)}>" if run.sung_ms is not None else "") + run.text
             for run in cue.runs]  # fmt: skip
    return "".join(parts).replace("\n", " ")
