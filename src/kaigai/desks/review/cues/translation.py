"""A translators' sheet as new captions: their cues, in their language, with their own times."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kaigai.desks.review.cues.sheet import DITTO, FORM
from kaigai.desks.review.cues.slots import as_song, has_letters, songs
from kaigai.formats.captions.clock import milliseconds
from kaigai.formats.captions.model import Captions, Cue, Run
from kaigai.formats.sheets.form import BadRow, Line
from kaigai.terms.text import Text

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
    given = []
    for line in map(_with_suggestion, lines):
        if line["id"] or line["stamp"]:
            given.append(line)
        else:
            _own(made, line, are_lyrics=are_lyrics)
    numbered = {(str(number),): number for number in range(1, len(cues) + 1)}
    for found in FORM.matched(given, numbered):
        if isinstance(found, BadRow):
            made.bad.append(found)
            continue
        line, number = found
        if line.given.get("id") != str(number):
            made.bad.append(FORM.bad(line, "id", FORM.unknown))
            continue
        seen.add(number)
        cue = cues[number - 1]
        state = line.state("translation", None, original=cue.text)
        if state == "unchanged":
            made.empty.append(number)
        elif state == "stale":
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
    return replace(line, cells={**line.cells, "translation": line["suggestion"]})


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
        made.bad.append(FORM.bad(line, "translation", found="–"))
        return
    text = as_song(line["translation"]) if are_lyrics else line["translation"]
    made.cues.append(Cue(times[0], times[1], (Run(text),)))
    made.own += 1
    made.sung += are_lyrics


def _fits(made: Taken, line: Line) -> bool:
    if isinstance(FORM.values(line, "translation"), BadRow):
        made.bad.append(FORM.bad(line, "translation", found=f"{line['translation'][:20]}…"))
        return False
    return True


def _times(made: Taken, line: Line) -> tuple[int, int] | None:
    """Start and end in milliseconds; what cannot be is a bad row."""
    found: list[int] = []
    for name in ("start", "end"):
        try:
            found.append(milliseconds(line[name]))
        except ValueError:
            made.bad.append(FORM.bad(line, name, found=line[name] or "–"))
            return None
    if found[1] <= found[0]:
        made.bad.append(FORM.bad(line, "end", AFTER))
        return None
    return found[0], found[1]


def in_language(captions: Captions, cues: Sequence[Cue], language: str) -> Captions:
    """The captions with these cues, and the new language wherever the file names one."""
    head = _LANGUAGE.sub(rf"\g<1>{language}", captions.head)
    head = _XML_LANG.sub(rf"\g<1>{language}", head, count=1)
    return replace(captions, cues=tuple(cues), language=language, head=head)


AFTER = Text("an end after the start", "開始より後の終了時刻")
