"""Which script a name is written in, as an ISO 15924 code; called for every name there is."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NAMED: Final = {
    "LATIN": "Latn", "HIRAGANA": "Hira", "KATAKANA": "Kana", "CJK": "Hani", "IDEOGRAPHIC": "Hani",
    "HANGUL": "Hang", "BOPOMOFO": "Bopo", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab",
    "HEBREW": "Hebr", "THAI": "Thai", "LAO": "Laoo", "KHMER": "Khmr", "MYANMAR": "Mymr",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda",
    "MALAYALAM": "Mlym", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "ORIYA": "Orya",
    "SINHALA": "Sinh", "TIBETAN": "Tibt", "MONGOLIAN": "Mong", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "ETHIOPIC": "Ethi",
}  # fmt: skip

_ASCII_LETTER: Final = re.compile("[A-Za-z]")
_KANA: Final = frozenset({"Hira", "Kana"})
_EAST_ASIAN: Final = _KANA | {"Hani", "Hang", "Bopo"}
# Stylists set single letters of these among Latin ones (ΛMIE, ЯR): only numbers tell.
_BORROWED: Final = frozenset({"Latn", "Grek", "Cyrl"})


def _script_of_char(char: str) -> str:
    if unicodedata.category(char) == "So" and not "\u24b6" <= char <= "\u24e9":
        return ""
    plain = unicodedata.normalize("NFKC", char)[:1]
    if not plain.isalpha() and plain != "〇":
        return ""
    name = unicodedata.name(plain, "").partition(" ")[0]
    return _NAMED.get(name, "" if "-" in name or not name else "Zzzz")


class _Scripts(dict[str, str]):
    """The script of each character, worked out at its first sight; empty for no letter."""

    def __missing__(self, char: str) -> str:
        self[char] = _script_of_char(char)
        return self[char]


_OF: Final = _Scripts()


def scripts_in(text: str) -> frozenset[str]:
    """Every script that has a letter in the text; kana and kanji apart (Hira, Kana, Hani)."""
    return frozenset(map(_OF.__getitem__, text)) - {""}


@lru_cache(maxsize=262144)
def script_of(text: str) -> str:
    """The script of a name: one ISO 15924 code.

    `Hira` and `Kana` (also half-width) for one kind of kana alone, `Jpan` for any other text with
    kana, `Hani` for Chinese characters without kana (Japanese or Chinese, nobody can tell), `Hang`
    for Hangul and `Kore` for Hangul with hanja. Latin letters beside those, or beside Thai, Arabic
    and the like, do not count; among Latin, Greek and Cyrillic the most letters win.
    `Zzzz` is a script not listed here, `Zyyy` a text without letters.
    """
    if text.isascii():
        return "Latn" if _ASCII_LETTER.search(text) else "Zyyy"
    found = scripts_in(text)
    if len(found) == 1:
        return next(iter(found))
    if not found:
        return "Zyyy"
    if east := found & _EAST_ASIAN:
        return _east_asian(text, found, east)
    others = found - _BORROWED
    return _commonest(text, others or found)


def _east_asian(text: str, found: frozenset[str], east: frozenset[str]) -> str:
    if "Hang" in east and east & _KANA:
        return "Jpan" if _commonest(text, east) != "Hang" else "Hang"
    if east & _KANA:
        return "Jpan"
    if "Hang" in east:
        return "Kore" if "Hani" in east else "Hang"
    return "Hani" if "Hani" in east else "Bopo"


def _commonest(text: str, among: frozenset[str]) -> str:
    scripts = [_OF[char] for char in text]
    return max(sorted(among), key=scripts.count)
