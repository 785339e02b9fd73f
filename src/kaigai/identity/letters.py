"""What letters a text has, asked in a query: regular expressions that both engines understand."""

import unicodedata
from functools import lru_cache
from typing import Final

import ibis.expr.types as ir

#: Letters that nobody abroad can type: kana, Han, Hangul, Thai, Arabic … (all without case),
#: Greek and Cyrillic. Signs and digits are no letters: `1999` and `!!!` need no Latin form.
NATIVE: Final = "[\\p{Lo}\u3005\u3007\u309d\u309e\u30fd\u30fe\u0370-\u052f]"
KANA: Final = "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d]"
KANJI: Final = "[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
HALF_WIDTH_KANA: Final = "[\uff66-\uff9f]"

#: The scripts in which Japanese is written, as `names.script` tells them.
JAPANESE: Final = ("Jpan", "Hira", "Kana", "Hrkt", "Hani")
KANA_SCRIPTS: Final = ("Hira", "Kana", "Hrkt")

_WIDE: Final = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF41, 0xFF5B))))
_NARROW: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_ASCII_SIGNS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_NARROWED: Final = str.maketrans(_WIDE, _NARROW)
#: Latin letters with marks that come off, and what stays of each: ā é Ž.
_BARE: Final = {
    chr(code): unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x250)
    if unicodedata.normalize("NFD", chr(code))[0].isascii()
}
_MARKED: Final = "".join(_BARE)


def has_native(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text has a letter of a script other than Latin."""
    return text.re_search(NATIVE)


def has_kanji(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text has a Han character."""
    return text.re_search(KANJI)


def is_japanese(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text has kana or Han characters."""
    return text.re_search(f"{KANA}|{KANJI}")


def has_katakana(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text has katakana, in which words of other languages are written."""
    return text.re_search("[\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]")


def has_half_width_kana(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text has kana of half width, as single-byte systems print them."""
    return text.re_search(HALF_WIDTH_KANA)


def primary(language: ir.StringValue) -> ir.StringValue:
    """The primary subtag of a language code: `zh` of `zh-Hant-TW`."""
    return language.re_extract("^([A-Za-z]+)", 1).lower()


def spelling(text: ir.StringValue) -> ir.StringValue:
    """A text as people tell names apart: without case, width, spaces, signs and Latin marks.

    Stricter than `names.key`: オノ and オオノ, Ono and Oono are two. Signs alone stay.
    """
    lower = text.lower()
    letters = lower.re_replace("[^\\p{L}\\p{M}\\p{N}]+", "")
    some = letters.nullif("").fill_null(lower.strip())
    # Translating every text would cost ten times as much as all the rest.
    wide = some.re_search(f"[{_WIDE}]").ifelse(some.translate(_WIDE, _NARROW), some)
    return without_marks(wide)


def without_marks(text: ir.StringValue) -> ir.StringValue:
    """A text whose Latin letters have no marks: `Yūki` is `Yuki`, as ASCII transcribes it."""
    bare = text.translate(_MARKED, "".join(_BARE.values()))
    return text.re_search(f"[{_MARKED}]").ifelse(bare, text)


@lru_cache(maxsize=65_536)
def spelt(text: str) -> str:
    """What `spelling` says of a text, for words that are taken apart outside a query."""
    lower = text.lower()
    if text.isascii():
        plain = lower.encode().translate(None, _ASCII_SIGNS).decode()
        return plain or lower.strip()
    letters = "".join(each for each in lower if unicodedata.category(each)[0] in "LMN")
    some = (letters or lower.strip()).translate(_NARROWED)
    return "".join(_BARE.get(each, each) for each in some)
