"""One name in all its spellings: as it is, its reading, in English, in Latin letters, …"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from kaigai.sources.naming import KANA, name_row, script_and_key

#: Scripts that Japanese is written in.
JAPANESE = KANA | {"Jpan", "Hani"}

#: The end of a field's name to the role of the spelling in it.
ROLES = {
    "": "display",
    "_other": "display",
    "_kana": "reading",
    "_english": "english",
    "_latin": "latin",
}
TRANSLATIONS = (":ko", ":zh-Hant", ":zh-Hans", ":zh", ":th", ":id", ":es", ":pt", ":fr", ":de")

Texts = Callable[[str], str | None]  #: what a row says in a field, or None


@lru_cache(maxsize=1024)
def forms(field: str, columns: frozenset[str]) -> tuple[str, ...]:
    """The columns that hold a spelling of a name: `title`, `title_other`, `title_kana`, ..."""
    every = (f"{field}{end}" for end in (*ROLES, *TRANSLATIONS))
    return tuple(form for form in every if form in columns)


def spellings(
    subject_kind: str, subject_id: str, field: str, columns: frozenset[str], text: Texts
) -> Iterator[dict[str, Any]]:
    """Rows of `names` for every form of a name.

    A sheet says no language of the name itself; a reading is ja-Hrkt where it is kana, and a
    romanisation ja-Latn where the name is Japanese.
    """
    display = text(field)
    for form in forms(field, columns):
        given = display if form == field else text(form)
        if not given:
            continue
        end = form.removeprefix(field)
        role = ROLES.get(end, "translated")
        yield name_row(
            subject_kind,
            subject_id,
            given,
            role=role,
            language=end[1:] if role == "translated" else _language(role, given, display),
            is_default=(end == "") if role == "display" else None,
        )


def any_spelling(field: str, columns: frozenset[str], text: Texts) -> str | None:
    """The name to show: as it is, else the first other form that there is."""
    return next(filter(None, map(text, forms(field, columns))), None)


def _language(role: str, given: str, display: str | None) -> str | None:
    if role == "display":
        return None
    if role == "english":
        return "en"
    script = script_and_key(given)[0]
    if role == "reading":
        return "ja-Hrkt" if script in KANA else None
    is_japanese = display is not None and script_and_key(display)[0] in JAPANESE
    return "ja-Latn" if is_japanese and script == "Latn" else None
