"""Which role and language a delivered title or name has, and its rows in `names`."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from kaigai.formats.ddex.message import ArtistName, PartyName, Title
from kaigai.formats.ddex.places import Places
from kaigai.sources.naming import name_row, script_and_key
from kaigai.terms.languages import canonical, contradicts, doubtful

#: Scripts of Japanese, Korean and Chinese text, as ISO 15924 names them.
EAST_ASIAN = frozenset(
    {"Jpan", "Hira", "Kana", "Hrkt", "Hani", "Hans", "Hant", "Kore", "Hang", "Jamo", "Bopo"}
)
_EAST_ASIAN_LANGUAGES = frozenset({"ja", "ko", "zh", "yue"})

#: Kinds of titles that name something else, or nothing.
_NO_NAME = frozenset({"grouping", "sorting", "work"})
_ROLES = {
    "display": "display",
    "reference": "display",
    "formal": "formal",
    "transliterated": "latin",
    "translated": "translated",
}
_ENGLISH = _ROLES | {"display": "english", "translated": "english"}


@lru_cache(maxsize=4096)
def script_said(language: str) -> str:
    """The script that a language code names: `Latn` of `ja-Latn`, `Hrkt` of `ja-kana`, else ""."""
    known = canonical(language) or language
    script = next((part for part in known.split("-")[1:] if len(part) == 4), "")
    return script.capitalize() if script.isalpha() else ""


@lru_cache(maxsize=4096)
def _base(language: str) -> str:
    return (canonical(language) or language).partition("-")[0].lower()


def _is_romanised(language: str) -> bool:
    return script_said(language) == "Latn" and _base(language) in _EAST_ASIAN_LANGUAGES


@lru_cache(maxsize=4096)
def role_of(kind: str, language: str | None, *, is_beside_native: bool) -> str:
    """The role of a title.

    kind               as in kaigai.formats.ddex.message.Title
    language           the title's own code, None when it has none
    is_beside_native   whether another display title is in an East Asian script: then one that
                       is said to be English is the English title, and not what it is called
    """
    if language:
        if script_said(language) == "Hrkt":
            return "reading"
        if _is_romanised(language):
            return "latin"
        if _base(language) == "en" and (kind == "translated" or is_beside_native):
            return _ENGLISH.get(kind, "alias")
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
    if not known:
        return
    shown = [title.text for title in known if title.kind == "display"]
    shown += [said[0] for said in seen if said[2] == "display"]
    native = any(script_and_key(text)[0] in EAST_ASIAN for text in shown)
    plain = {said[0] for said in seen}
    # The reference title and the one-line form only count where no display title says the same.
    for title in sorted(known, key=_comes_late) if len(known) > 1 else known:
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


def _comes_late(title: Title) -> bool:
    return title.kind == "reference" or title.is_display_text


@lru_cache(maxsize=8192)
def fitting(default: str | None, text: str) -> str | None:
    """The message's language for a text that names none; None where that can hardly be so."""
    if default is None or contradicts(default, text) or doubtful(default, text):
        return None
    return default


def shown_title(titles: Iterable[Title]) -> str | None:
    """The title that a thing goes by: the default one, else the display text, else any."""
    candidates = [title for title in titles if title.kind not in _NO_NAME]
    if not candidates:
        return None
    first = candidates[0]
    is_it = len(candidates) == 1 or _rank(first) == _SHOWN  # as 4.x begins with it
    return title_text(first if is_it else min(candidates, key=_rank))


#: The rank that nothing comes before.
_SHOWN = (False, False, False, False)


def _rank(title: Title) -> tuple[bool, bool, bool, bool]:
    """How far a title is from being shown; see _SHOWN."""
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
    if len(candidates) < 2:
        return candidates[0].text if candidates else None
    key = lambda one: (one.is_default is not True, territory_of(one.places) is not None)  # noqa: E731
    return min(candidates, key=key).text
