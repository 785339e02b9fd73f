"""One romanised name in the ways that people abroad type it: long vowels, particles, slips."""

import re
from collections.abc import Iterator
from typing import Final

#: Marks of long vowels, and how each is typed without them, as kana spell it.
_MARKS: Final = {
    "ā": "aa", "ī": "ii", "ū": "uu", "ē": "ei", "ō": "ou",
    "â": "aa", "î": "ii", "û": "uu", "ê": "ei", "ô": "ou",
}  # fmt: skip
_LONG_O: Final = re.compile("ou|oo(?![aeiou])|oh(?![aeiouy])")
_LONG_U: Final = re.compile("uu")
_LONG_A: Final = re.compile("aa")
_WO: Final = re.compile(r"\bwo\b")
_O: Final = re.compile(r"\bo\b")
_HA: Final = re.compile(r"(?<=\s)wa(?=\s)")
_DOUBLED: Final = re.compile(r"tch|([kstpgdbz])\1")
#: Spellings of school romaji that people who learned Japanese type.
_SCHOOL: Final = (("tsu", "tu"), ("shi", "si"), ("chi", "ti"), ("fu", "hu"), ("ji", "zi"))
_M: Final = re.compile("n(?=[bpm])")


def plain(latin: str) -> str:
    """A romanised name as it is typed: lower case, macrons as kana spell them, no signs."""
    lower = "".join(_MARKS.get(char, char) for char in latin.lower())
    words = re.sub(r"[^\w\s']|_", " ", lower.replace("’", "'"))
    return " ".join(words.replace("'", "").split())


def vowels(typed: str) -> Iterator[str]:
    """Long vowels written otherwise: short (Tokyo), with a macron, o doubled (Tookyoo)."""
    short = _LONG_A.sub("a", _LONG_U.sub("u", _LONG_O.sub("o", typed)))
    if short != typed:
        yield short
        yield _LONG_A.sub("ā", _LONG_U.sub("ū", _LONG_O.sub("ō", typed)))
    if _LONG_O.search(typed):
        yield _LONG_O.sub("oo", typed)


def particles(typed: str) -> Iterator[str]:
    """The particles that are written two ways: wo and o, wa and ha."""
    if _WO.search(typed):
        yield _WO.sub("o", typed)
    elif " o " in typed:
        yield _O.sub("wo", typed)
    if _HA.search(typed):
        yield _HA.sub("ha", typed)


def joined(typed: str) -> Iterator[str]:
    """All words as one, and the particles hung on the word before."""
    words = typed.split()
    if len(words) > 1:
        yield "".join(words)
    if len(words) > 2 and any(len(word) <= 2 for word in words[1:]):
        yield _hung(words)


def _hung(words: list[str]) -> str:
    """`yoru ni kakeru` as `yoruni kakeru`."""
    parts = words[:1]
    for word in words[1:]:
        if len(word) <= 2:
            parts[-1] += word
        else:
            parts.append(word)
    return " ".join(parts)


def slips(typed: str) -> Iterator[str]:
    """Common misspellings: l for r, school romaji, single for doubled consonants, m for n."""
    if "r" in typed:
        yield typed.replace("r", "l")
    school = typed
    for hepburn, other in _SCHOOL:
        school = school.replace(hepburn, other)
    if school != typed:
        yield school
    single = _DOUBLED.sub(lambda found: found.group(1) or "ch", typed)
    if single != typed:
        yield single
    if _M.search(typed):
        yield _M.sub("m", typed)
