"""Where a line may be broken, and the best break of a cue that must have other lines."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kaigai.desks.captions.limits import Limits
from kaigai.desks.captions.measures import units
from kaigai.desks.captions.phrases import NO_SPACES, ends, is_inside
from kaigai.desks.captions.words import NEVER_LAST
from kaigai.formats.captions.model import Cue, Run

#: Japanese line-breaking rules (kinsoku, JIS X 4051): what never begins, and never ends, a line.
NO_START: Final = frozenset(
    "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々ー～〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "）)］]｝}〕〉》」』】〙〗”’»…‥％%"
)
NO_END: Final = frozenset("（([［｛{〔〈《「『【〘〖“‘«￥＄$")
#: Lines that begin so are two people speaking: never joined.
SPEAKERS: Final = ("-", "–", "—", "－", "‐", "―", "・", "（", "(", "[", "♪")

LONGEST: Final = 400  #: letters of a cue that two lines might hold

_PUNCTUATION: Final = frozenset("、。，．,.？！?!…;:；：　")


def joint(before: str, after: str, tag: str) -> str:
    """What stands between two lines that become one: in Japanese and Chinese a full-width blank
    between sentences, and nothing inside a phrase."""
    language = tag.partition("-")[0]
    if language not in NO_SPACES or not before or not after:
        return " "
    if before[-1] in _PUNCTUATION or not (after[0].isalnum() or after[0] in NO_END):
        return ""
    if before[-1].isascii() and after[0].isascii():
        return " "
    return "" if language == "ja" and is_inside(before, after) else "　"


def is_forbidden(before: str, after: str) -> bool:
    """Whether the rules of Japanese forbid a break here."""
    return bool(before and after) and (after[0] in NO_START or before[-1] in NO_END)


def ends_badly(line: str, language: str) -> bool:
    """Whether a line ends with a word that belongs to the next: an article, a preposition."""
    last = line.rstrip().rpartition(" ")[2].casefold()
    return last in NEVER_LAST.get(language, frozenset())


def rebroken(cue: Cue, limits: Limits) -> Cue | None:
    """The cue with its lines broken anew; None where two people speak, or no break will do."""
    if len(cue.text) > LONGEST:
        return None
    if len(cue.lines) > 1 and any(line.startswith(SPEAKERS) for line in cue.lines):
        return None
    if len({run.voice for run in cue.runs if run.text.strip()}) > 1:
        return None
    letters = _flat(cue, limits.language)
    text = "".join(letter for letter, _ in letters)
    most = limits.per_line_vertical if cue.layout.vertical and limits.per_line_vertical else None
    most = most or limits.per_line
    if units(text, limits) <= most:
        return _built(cue, letters, None)
    if limits.lines < 2:
        return None
    places = [place for place in _places(cue, text, limits) if _fits(text, place, limits, most)]
    if not places:
        return None
    return _built(cue, letters, min(places, key=lambda place: _cost(text, place, limits)))


def _flat(cue: Cue, tag: str) -> list[tuple[str, int]]:
    """Each letter with the number of its run, line breaks replaced by what joins lines."""
    letters = [(letter, at) for at, run in enumerate(cue.runs) for letter in run.text]
    made: list[tuple[str, int]] = []
    for place, (letter, at) in enumerate(letters):
        if letter != "\n":
            made.append((letter, at))
            continue
        before = "".join(each for each, _ in made)
        after = "".join(each for each, _ in letters[place + 1 :]).partition("\n")[0]
        blank = before[-1:].isspace() or after[:1].isspace() or not before.strip()
        between = "" if blank else joint(before, after, tag)
        made.extend((each, at) for each in between)
    return made


def _places(cue: Cue, text: str, limits: Limits) -> Iterator[int]:
    """Where the text may be broken: between phrases, never inside a word with a reading."""
    inside: set[int] = set()
    at = 0
    for run in cue.runs:
        length = len(run.text)
        if run.ruby:
            inside.update(range(at + 1, at + length))
        at += length
    for place in ends(text, limits.language):
        if 0 < place < len(text) and place not in inside:
            yield place


def _fits(text: str, place: int, limits: Limits, most: float) -> bool:
    before, after = text[:place].rstrip(), text[place:].lstrip()
    if not before or not after or is_forbidden(before, after):
        return False
    language = limits.language.partition("-")[0]
    widest = max(units(before, limits), units(after, limits))
    return widest <= most and not ends_badly(before, language)


def _cost(text: str, place: int, limits: Limits) -> float:
    """Less is better: lines of like length, broken after a mark, the second not the shorter."""
    before, after = text[:place].rstrip(), text[place:].lstrip()
    first, second = units(before, limits), units(after, limits)
    uneven = abs(first - second) + (0.5 if first > second else 0)
    return uneven - (0.25 * limits.per_line if before[-1] in _PUNCTUATION else 0)


def _built(cue: Cue, letters: list[tuple[str, int]], place: int | None) -> Cue:
    """The cue with one break, or none; blanks beside it go."""
    texts = [""] * len(cue.runs)
    for at, (letter, number) in enumerate(letters):
        beside = place is not None and at in (place - 1, place) and letter in " 　"
        texts[number] += ("\n" if at == place else "") + ("" if beside else letter)
    pairs = zip(cue.runs, texts, strict=True)
    runs: list[Run] = [replace(run, text=text) for run, text in pairs]
    return replace(cue, runs=tuple(run for run in runs if run.text or run.raw))
