"""Names and titles compared: folding, keys that romanisations share, and what a spelling shows."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kaigai.terms.digits import to_half_width
from kaigai.terms.kana import join_marks, kana_to_latin
from kaigai.terms.looks import has_decorated_latin, has_half_width_kana, is_side_by_side
from kaigai.terms.romaji import looks_like_romaji

__all__ = [
    "fold",
    "has_decorated_latin",
    "has_half_width_kana",
    "is_side_by_side",
    "kana_key",
    "kana_to_latin",
    "latin_key",
    "looks_like_romaji",
    "name_keys",
    "to_half_width",
]

_SMALL_CAPITALS: Final = dict(
    zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)
)
_STRIPPED: Final = frozenset("PSZC")
_ASCII_STRIPPED: Final = bytes(code for code in range(128) if not chr(code).isalnum())


class _Letters(dict[int, str]):
    """What each character adds to a key, worked out at its first sight."""

    def __missing__(self, code: int) -> str:
        key, before = _folded(chr(code)), chr(code)
        while key != before:
            key, before = "".join(map(_folded, key)), key
        self[code] = key
        return key


def _folded(char: str) -> str:
    if char in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[char]
    if unicodedata.category(char)[0] in _STRIPPED or "\u0300" <= char <= "\u036f":
        return ""
    base = unicodedata.normalize("NFD", char)[0]
    # Marks come off Latin letters alone: elsewhere (が, й, Thai) they make another letter.
    return unicodedata.normalize("NFKC", (base if base < "\u0250" else char).casefold())


_LETTERS: Final = _Letters()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The comparison key of any name: width, case, spaces, punctuation, decoration and the marks
    on Latin letters do not count; kana, kanji and every other letter do.

    A name of signs alone (`!!!`) keeps its signs, so that no two of them fall together.
    """
    if text.isascii():
        # Bytes lose characters at half the cost of text, and most names are ASCII.
        key = text.lower().encode().translate(None, _ASCII_STRIPPED).decode()
        return key or "".join(text.split())
    key = join_marks(text).translate(_LETTERS)
    # What was stripped may have kept a letter from its mark: か, a zero-width space, ゛.
    while not unicodedata.is_normalized("NFKC", key):
        key = unicodedata.normalize("NFKC", key).translate(_LETTERS)
    return key or "".join(unicodedata.normalize("NFKC", text).split())


# Spellings of one sound (Kunrei, passport, old forms), brought to the Hepburn one.
_SOUNDS: Final = (
    ("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("jy", "j"), ("si", "shi"), ("ti", "chi"),
    ("tu", "tsu"), ("zi", "ji"), ("dzu", "zu"), ("cch", "tch"), ("wo", "o"), ("mb", "nb"),
    ("mp", "np"),
)  # fmt: skip
_FU: Final = re.compile("(?<![sctp])hu")
_OH: Final = re.compile("oh+(?![aeiouy])")
_LONG: Final = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("aa", "a"), ("ee", "e"))
_PARTICLE: Final = re.compile(r"(?<=\s)(?:ha|he)(?=\s|$)")


@lru_cache(maxsize=65536)
def latin_key(latin: str) -> str:
    """A key that the usual romanisations of one Japanese name share: Ōno, Oono, Ohno and Ôno;
    Shinbun and Simbun; `kimi wo`, `kimi o`; `kimi ha`, `kimi wa` (as words of their own).

    Long o, u, a and e count as short; ei and ii stay, for they are no mere spelling of e and i.
    Meant for comparing only: English goes through it too and comes out changed on both sides.
    """
    words = latin.lower()
    if " h" in words:
        words = _PARTICLE.sub(lambda found: "wa" if found.group() == "ha" else "e", words)
    key = fold(words)
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    if "hu" in key:
        key = _FU.sub("fu", key)
    if "oh" in key:
        key = _OH.sub("o", key)
    for long, short in _LONG:
        while long in key:
            key = key.replace(long, short)
    return key


def kana_key(kana: str) -> str:
    """The `latin_key` of a kana reading."""
    return latin_key(kana_to_latin(kana))


def name_keys(text: str) -> set[str]:
    """The keys that spellings of a name are compared by, whatever script the name is in."""
    return {fold(text), latin_key(text), kana_key(text)} - {""}
