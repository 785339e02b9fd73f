"""Hangul into Latin letters: Revised Romanisation (2000) with the sound changes it asks for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "_").split()
VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
FINALS = [
    "_",
    "g",
    "kk",
    "gs",
    "n",
    "nj",
    "nh",
    "d",
    "l",
    "lg",
    "lm",
    "lb",
    "ls",
    "lt",
    "lp",
    "lh",
    "m",
    "b",
    "bs",
    "s",
    "ss",
    "ng",
    "j",
    "ch",
    "k",
    "t",
    "p",
    "h",
]

#: Finals as they sound where nothing or a consonant follows.
CLOSED = {
    "_": "", "g": "k", "kk": "k", "gs": "k", "n": "n", "nj": "n", "nh": "n", "d": "t", "l": "l",
    "lg": "k", "lm": "m", "lb": "l", "ls": "l", "lt": "l", "lp": "p", "lh": "l", "m": "m",
    "b": "p", "bs": "p", "s": "t", "ss": "t", "ng": "ng", "j": "t", "ch": "t", "k": "k", "t": "t",
    "p": "p", "h": "",
}  # fmt: skip
#: What stays behind and what moves on where a vowel follows.
LINKED = {
    "g": ("_", "g"), "kk": ("_", "kk"), "gs": ("g", "s"), "n": ("_", "n"), "nj": ("n", "j"),
    "nh": ("_", "n"), "d": ("_", "d"), "l": ("_", "r"), "lg": ("l", "g"), "lm": ("l", "m"),
    "lb": ("l", "b"), "ls": ("l", "s"), "lt": ("l", "t"), "lp": ("l", "p"), "lh": ("_", "r"),
    "m": ("_", "m"), "b": ("_", "b"), "bs": ("b", "s"), "s": ("_", "s"), "ss": ("_", "ss"),
    "j": ("_", "j"), "ch": ("_", "ch"), "k": ("_", "k"), "t": ("_", "t"), "p": ("_", "p"),
    "h": ("_", "_"),
}  # fmt: skip
NASAL = {"k": "ng", "t": "n", "p": "m"}
ASPIRATED = {"g": "k", "d": "t", "j": "ch", "b": "p"}


class Syllable(NamedTuple):
    """The letters of one syllable, each by its Revised name; `_` is silent."""

    initial: str
    vowel: str
    final: str


def syllable(char: str) -> Syllable:
    """A Hangul syllable taken apart; raises ValueError for any other character."""
    place = ord(char) - 0xAC00
    if not 0 <= place < 11172:
        raise ValueError(char)
    return Syllable(INITIALS[place // 588], VOWELS[place // 28 % 21], FINALS[place % 28])


def romanised(word: str) -> str:
    """A word of Hangul syllables as it is said: 독립문 dongnimmun, 신라 silla, 앨리스 aelliseu."""
    return "".join(_said(list(_changed([syllable(char) for char in word]))))


def by_syllables(word: str) -> list[str]:
    """Each syllable by itself, but for finals that move on to a vowel (names: 한복남 Boknam)."""
    syllables = [syllable(char) for char in word]
    return list(_said(list(_linked(syllables))))


def _said(syllables: Sequence[Syllable]) -> Iterator[str]:
    for place, (initial, vowel, final) in enumerate(syllables):
        after_l = place and syllables[place - 1].final == "l"
        start = "l" if initial == "r" and after_l else initial.replace("_", "")
        yield start + vowel + CLOSED.get(final, final)


def _linked(syllables: list[Syllable]) -> Iterator[Syllable]:
    """Finals moved on to following vowels; 굳이 guji and 같이 gachi."""
    result = list(syllables)
    for place in range(len(result) - 1):
        here, there = result[place], result[place + 1]
        if there.initial != "_" or here.final not in LINKED:
            continue
        stays, moves = LINKED[here.final]
        if there.vowel == "i" and moves in ("d", "t"):
            moves = "j" if moves == "d" else "ch"
        result[place] = here._replace(final=stays)
        result[place + 1] = there._replace(initial=moves)
    yield from result


def _changed(syllables: list[Syllable]) -> Iterator[Syllable]:
    """All sound changes between syllables."""
    result = list(_linked(syllables))
    for place in range(len(result) - 1):
        here, there = result[place], result[place + 1]
        if there.initial == "_":
            continue
        final, initial = _meeting(here.final, there.initial)
        result[place] = here._replace(final=final)
        result[place + 1] = there._replace(initial=initial)
    yield from result


def _meeting(final: str, initial: str) -> tuple[str, str]:
    """A final and the consonant after it, as they sound together."""
    if final in ("h", "nh", "lh") and initial in ASPIRATED:
        return final[:-1] or "_", ASPIRATED[initial]
    if final in ("h", "nh", "lh") and initial == "s":
        return final[:-1] or "_", "s"
    closed = CLOSED[final] or ("t" if final == "h" else "")
    if initial == "r":
        return _before_r(closed)
    if initial in ("n", "m") and closed in NASAL:
        return NASAL[closed], initial
    if closed == "l" and initial == "n":
        return "l", "r"
    return final, initial


def _before_r(closed: str) -> tuple[str, str]:
    if closed in ("n", "l"):
        return "l", "r"
    if closed in NASAL:
        return NASAL[closed], "n"
    return (closed, "n") if closed in ("m", "ng") else (closed or "_", "r")
