"""Which role and language a delivered title or name has, and its rows in `names`."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from kaigai.formats.ddex.message import ArtistName, PartyName, Title
from kaigai.formats.ddex.places import Places
from kaigai.sources.naming import name_row, script_and_key

#: Scripts of Japanese, Korean and Chinese text, as ISO 15924 names them.
EAST_ASIAN = frozenset(
    {"Jpan", "Hira", "Kana", "Hrkt", "Hani", "Hans", "Hant", "Kore", "Hang", "Jamo", "Bopo"}
)
_EAST_ASIAN_LANGUAGES = frozenset({"ja", "jpn", "ko", "kor", "zh", "zho", "chi", "yue", "cmn"})
_READING_SCRIPTS = frozenset({"kana", "hrkt", "hira"})

#: Kinds of titles that name something else, or nothing.
_NO_NAME = frozenset({"grouping", "sorting", "work"})
_ROLES = {
    "display": "display",
    "reference": "display",
    "formal": "formal",
    "transliterated": "latin",
    "translated": "translated",
}


@lru_cache(maxsize=4096)
def script_said(language: str) -> str:
    """The script that a language code names (`latn` of `ja-Latn`), or what it implies: cjk, ""."""
    parts = language.replace("_", "-").lower().split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part
    return "cjk" if parts[0] in _EAST_ASIAN_LANGUAGES else ""


@lru_cache(maxsize=4096)
def is_english(language: str) -> bool:
    """Whether a code is English, in any form."""
    return language.replace("_", "-").lower().split("-")[0] in ("en", "eng")


@lru_cache(maxsize=4096)
def _is_romanised(language: str) -> bool:
    base = language.replace("_", "-").lower().split("-")[0]
    return script_said(language) == "latn" and base in _EAST_ASIAN_LANGUAGES


def contradicts(language: str, text: str) -> bool:
    """Whether a text cannot be in a language: East Asian script under `en`, Latin under `ja`."""
    script, said = script_and_key(text)[0], script_said(language)
    if script in EAST_ASIAN:
        return said in ("", "latn")
    return script == "Latn" and (said == "cjk" or said.capitalize() in EAST_ASIAN)


def role_of(kind: str, language: str | None, *, is_beside_native: bool) -> str:
    """The role of a title.

    kind               as in kaigai.formats.ddex.message.Title
    language           the title's own code, None when it has none
    is_beside_native   whether another display title is in an East Asian script: then one that
                       is said to be English is the English title, and not what it is called
    """
    if language:
        said = script_said(language)
        if said in _READING_SCRIPTS:
            return "reading"
        if _is_romanised(language):
            return "latin"
        if is_english(language) and kind == "translated":
            return "english"
        if is_english(language) and kind == "display" and is_beside_native:
            return "english"
    return _ROLES.get(kind, "alias")


def title_text(title: Title) -> str:
    """The title with its subtitle in brackets, as DisplayTitleText has them."""
    return f"{title.text} ({title.subtitle})" if title.subtitle else title.text


def territory_of(places: Places | None) -> str | None:
    """The territories of a name, separated by spaces; None for everywhere, and for lists of
    exceptions, which amount to it."""
    if places is None or places.is_excluded or "Worldwide" in places.codes:
        return None
    return " ".join(places.codes) or None


Said = tuple[str, str | None, str, str | None]
"""A row's text, language, role and territory: what must not be said twice of one subject."""


def title_rows(
    subject_kind: str,
    subject_id: str,
    titles: Iterable[Title],
    default: str | None,
    seen: set[Said],
) -> Iterator[dict[str, Any]]:
    """Rows of `names` for the titles of a recording or release, each spelling once.

    default   the language of titles that name none, unless their script contradicts it
    seen      what was said of this subject before, and is added to
    """
    known = [title for title in titles if title.kind not in _NO_NAME]
    native = any(
        title.kind == "display" and script_and_key(title.text)[0] in EAST_ASIAN for title in known
    )
    plain = {said[0] for said in seen}
    # The reference title and the one-line form only count where no display title says the same.
    for title in sorted(known, key=lambda one: one.kind == "reference" or one.is_display_text):
        text = title_text(title)
        if text in plain and title.language is None and title.kind in ("display", "reference"):
            continue
        role = role_of(title.kind, title.language, is_beside_native=native)
        language = title.language or fitting(default, text)
        said = (text, language, role, territory_of(title.places))
        if said not in seen:
            seen.add(said)
            plain.add(text)
            yield name_row(
                subject_kind,
                subject_id,
                text,
                role=role,
                language=language,
                territory=said[3],
                is_default=title.is_default,
            )


def fitting(default: str | None, text: str) -> str | None:
    """The message's language for a text that names none; None where its script contradicts."""
    return None if default is None or contradicts(default, text) else default


def shown_title(titles: Iterable[Title]) -> str | None:
    """The title that a thing goes by: the default one, else the display text, else any."""
    candidates = [title for title in titles if title.kind not in _NO_NAME]
    if not candidates:
        return None
    return title_text(min(candidates, key=_rank))


def _rank(title: Title) -> tuple[bool, bool, bool, bool]:
    return (
        title.is_default is not True,
        title.kind not in ("display", "reference"),
        not title.is_display_text,
        territory_of(title.places) is not None,
    )


def party_name_role(name: PartyName) -> str:
    """The role of a party's name; `Shu, Saeko` sorts, so it is only an alias."""
    if name.kind == "ascii":
        return "latin"
    if name.kind != "full":
        return "alias"
    return role_of("display", name.language, is_beside_native=False)


def shown_artist(names: Iterable[ArtistName]) -> str | None:
    """The artist line as it is shown by default."""
    candidates = list(names)
    if not candidates:
        return None
    key = lambda one: (one.is_default is not True, territory_of(one.places) is not None)  # noqa: E731
    return min(candidates, key=key).text
