"""A translators' sheet as new captions: their cues, in their language, with their own times."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kaigai.desks.review.cues.sheet import DITTO, HEADINGS
from kaigai.desks.review.cues.slots import as_song, has_letters, songs
from kaigai.desks.review.sheets.stamps import mark
from kaigai.desks.review.sheets.verdicts import BadRow
from kaigai.desks.review.translation.sheet_lines import Line
from kaigai.formats.captions.clock import milliseconds
from kaigai.formats.captions.model import Captions, Cue, Run
from kaigai.terms.text import Text

LONGEST: Final = 2_000  #: characters of a caption
_LANGUAGE: Final = re.compile(r"^(Language:[ \t]*)\S+", re.MULTILINE)
_XML_LANG: Final = re.compile(r'(xml:lang=["\'])[^"\']*')


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its translation, for the memory."""

    original: str
    translation: str
    is_lyrics: bool


@dataclass(slots=True)
class Taken:
    """The new cues, what they translate, and the rows that were left out."""

    cues: list[Cue] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    own: int = 0  #: cues that the original does not have
    empty: list[int] = field(default_factory=list)  #: numbers of cues without a translation
    stale: list[int] = field(default_factory=list)  #: numbers of cues whose original has changed
    sung: int = 0
    bad: list[BadRow] = field(default_factory=list)


def taken(lines: Iterable[Line], cues: Sequence[Cue], *, are_lyrics: bool) -> Taken:
    """The cues that a sheet makes; an original that has changed since is left out, and told."""
    made, seen = Taken(), set[int]()
    marked = songs(cues, are_lyrics=are_lyrics)
    for line in map(_with_suggestion, lines):
        if not (line["id"] or line["stamp"]):
            _own(made, line, are_lyrics=are_lyrics)
            continue
        number = _number(line)
        if number is None or number > len(cues):
            made.bad.append(BadRow(line.number, HEADINGS["id"], line["id"], KNOWN))
            continue
        seen.add(number)
        cue = cues[number - 1]
        if not line["translation"]:
            made.empty.append(number)
        elif line["stamp"].split(".")[1:2] != [mark(cue.text)]:
            made.stale.append(number)
        else:
            _translated(made, line, cue, is_sung=number in marked)
    made.empty += [
        number
        for number, cue in enumerate(cues, start=1)
        if number not in seen and has_letters(cue)
    ]
    made.cues.sort(key=lambda cue: (cue.start_ms, cue.end_ms))
    return made


def _with_suggestion(line: Line) -> Line:
    """The row with its suggestion as translation where the translator says so."""
    if line["translation"] not in DITTO:
        return line
    return Line(line.number, {**line.cells, "translation": line["suggestion"]})


def _number(line: Line) -> int | None:
    first = line["stamp"].partition(".")[0]
    number = int(first) if first.isascii() and first.isdigit() else 0
    return number if number > 0 and line["id"] == first else None


def _translated(made: Taken, line: Line, cue: Cue, *, is_sung: bool) -> None:
    times = _times(made, line)
    if times is None or not _fits(made, line):
        return
    text = as_song(line["translation"]) if is_sung else line["translation"]
    voices = {run.voice for run in cue.runs}
    voice = voices.pop() if len(voices) == 1 else ""
    made.cues.append(
        replace(
            cue, start_ms=times[0], end_ms=times[1], runs=(Run(text, voice=voice),), written=""
        )
    )
    made.pairs.append(Pair(cue.text, line["translation"], is_sung))
    made.sung += is_sung


def _own(made: Taken, line: Line, *, are_lyrics: bool) -> None:
    if not any(line[name] for name in ("start", "end", "translation")):
        return
    times = _times(made, line)
    if times is None or not _fits(made, line):
        return
    if not line["translation"]:
        made.bad.append(BadRow(line.number, HEADINGS["translation"], "–", WORDS))
        return
    text = as_song(line["translation"]) if are_lyrics else line["translation"]
    made.cues.append(Cue(times[0], times[1], (Run(text),)))
    made.own += 1
    made.sung += are_lyrics


def _fits(made: Taken, line: Line) -> bool:
    if len(line["translation"]) <= LONGEST:
        return True
    found = f"{line['translation'][:20]}…"
    made.bad.append(BadRow(line.number, HEADINGS["translation"], found, WORDS))
    return False


def _times(made: Taken, line: Line) -> tuple[int, int] | None:
    """Start and end in milliseconds; what cannot be is a bad row."""
    found: list[int] = []
    for name in ("start", "end"):
        try:
            found.append(milliseconds(line[name]))
        except ValueError:
            made.bad.append(BadRow(line.number, HEADINGS[name], line[name] or "–", TIME))
            return None
    if found[1] <= found[0]:
        made.bad.append(BadRow(line.number, HEADINGS["end"], line["end"], AFTER))
        return None
    return found[0], found[1]


def in_language(captions: Captions, cues: Sequence[Cue], language: str) -> Captions:
    """The captions with these cues, and the new language wherever the file names one."""
    head = _LANGUAGE.sub(rf"\g<1>{language}", captions.head)
    head = _XML_LANG.sub(rf"\g<1>{language}", head, count=1)
    return replace(captions, cues=tuple(cues), language=language, head=head)


KNOWN = Text(
    en="a cue of this captions file, id and stamp as they were given out",
    ja="この字幕ファイルの番号(番号と照合用の列は書き出したまま)",
)
TIME = Text("a time like 00:01:02.345", "00:01:02.345 の形の時刻")
AFTER = Text("an end after the start", "開始より後の終了時刻")
WORDS = Text("a translation of at most 2,000 characters", "2,000文字以内の訳文")
