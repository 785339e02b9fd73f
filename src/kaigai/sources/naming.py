"""Names as rows: every spelling with its script and a key to compare it by."""

import re
from functools import lru_cache
from typing import Any, Final

from kaigai.terms.languages import canonical, contradicts, script_of
from kaigai.terms.looks import has_decorated_latin, is_side_by_side
from kaigai.terms.names import fold, kana_key, latin_key
from kaigai.terms.romaji import is_syllabic, looks_like_romaji

KANA = frozenset({"Hira", "Kana", "Hrkt"})
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Cheap answers for most names, so that the full rules are asked of the few others.
_NO_SYLLABLE: Final = re.compile("[LQVXlqvx]|[bcdfghjkmprstwyz](?![A-Za-z'’\u0080-\u024f])")
_PLAIN: Final = re.compile(
    '[ !"%-)+-?A-~\u3000-\u303f\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3'
    "\uff01-\uff20\uff5e]*"
)
_ASCII_LETTER: Final = re.compile("[A-Za-z]")


@lru_cache(maxsize=16_384)
def script_and_key(text: str) -> tuple[str, str]:
    """The ISO 15924 script of a text, and its comparison key: Latin sounds where it can be."""
    script = script_of(text)
    if script == "Latn":
        return script, latin_key(text)
    return script, kana_key(text) if script in KANA else fold(text)


def is_romaji(text: str, role: str) -> bool:
    """Whether a Latin name is romanised Japanese: it is called so and can be, or looks so."""
    if role == "english" or _NO_SYLLABLE.search(text):
        return False
    words = _WORDS.findall(text) if role == "latin" else []
    if words and all(map(is_syllabic, words)):
        return True
    return looks_like_romaji(text)


def looks(text: str) -> dict[str, bool]:
    """What a spelling shows at a glance, as columns of `names`."""
    is_plain = _PLAIN.fullmatch(text) is not None
    is_mixed = not text.isascii() and (not is_plain or _ASCII_LETTER.search(text) is not None)
    return {
        "is_decorated": not is_plain and has_decorated_latin(text),
        "is_side_by_side": is_mixed and is_side_by_side(text),
    }


def name_row(
    subject_kind: str,
    subject_id: str,
    text: str,
    *,
    role: str,
    language: str | None = None,
    territory: str | None = None,
    is_default: bool | None = None,
    is_official: bool = True,
) -> dict[str, Any]:
    """A row of `names`.

    subject_kind  recording, release, party, video
    role          display, formal, english, latin, reading, alias, translated, localised,
                  description, title_part (a piece of a video's title that may be a song's name)
    language      as delivered; kept canonical (BCP 47) where it makes sense, else null
    """
    return {
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "text": text,
        "role": role,
        "territory": territory,
        "is_default": is_default,
        "is_official": is_official,
        **_judged(text, role, language),
    }


@lru_cache(maxsize=16_384)
def _judged(text: str, role: str, language: str | None) -> dict[str, Any]:
    """The columns of `names` that depend on the words alone."""
    script, key = script_and_key(text)
    known = canonical(language) if language else None
    return {
        "language": known,
        "script": script,
        "key": key,
        "is_romaji": script == "Latn" and is_romaji(text, role),
        "contradicts_language": known is not None and contradicts(known, text),
        **looks(text),
    }


def party_id_of(name: str, *, isni: str | None = None, proprietary: str | None = None) -> str:
    """A party's id: its ISNI, else the sender's own id, else its folded name."""
    if isni:
        return f"isni:{isni}"
    return f"own:{proprietary}" if proprietary else f"name:{fold(name)}"
