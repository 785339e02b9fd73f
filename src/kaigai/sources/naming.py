"""Names as rows: every spelling with its script and a key to compare it by."""

from functools import lru_cache
from typing import Any

from kaigai.terms.languages import canonical, script_of
from kaigai.terms.names import fold, kana_key, latin_key

KANA = frozenset({"Hira", "Kana", "Hrkt"})


@lru_cache(maxsize=200_000)
def script_and_key(text: str) -> tuple[str, str]:
    """The ISO 15924 script of a text, and its comparison key: Latin sounds where it can be."""
    script = script_of(text)
    if script == "Latn":
        return script, latin_key(text)
    return script, kana_key(text) if script in KANA else fold(text)


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
    script, key = script_and_key(text)
    return {
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "text": text,
        "language": canonical(language) if language else None,
        "script": script,
        "role": role,
        "territory": territory,
        "is_default": is_default,
        "is_official": is_official,
        "key": key,
    }


def party_id_of(name: str, *, isni: str | None = None, proprietary: str | None = None) -> str:
    """A party's id: its ISNI, else the sender's own id, else its folded name."""
    if isni:
        return f"isni:{isni}"
    return f"own:{proprietary}" if proprietary else f"name:{fold(name)}"
