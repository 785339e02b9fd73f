"""What the workspace knows already: the memory, the glossary, and earlier answers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import ibis.expr.types as ir

from kaigai.desks.review.translation.glossary import Glossary, Term
from kaigai.desks.review.translation.glossary import Kind as TermKind
from kaigai.desks.review.translation.memory import Entry, Match, Memory
from kaigai.facts.engine import Engine
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.registry import gathered
from kaigai.identity.names.slots import ENGLISH, LATIN, TRANSLATED, decided
from kaigai.terms.scripts import script_of

Glossaries = Callable[[str, str], Glossary]  #: language and artist id to the terms that hold

CATALOGUE: Final = "catalogue"
TRUSTED: Final = ("approved",)
#: Subjects whose names are terms, and of which kind.
NAMED: Final[dict[str, TermKind]] = {"party": "artist", "release": "title", "recording": "title"}


def language_of(script: str | None) -> str:
    """The language that is written in a script; Han alone counts as Japanese."""
    return {"Hang": "ko", "Kore": "ko", "Hans": "zh", "Hant": "zh"}.get(script or "", "ja")


def same_artists(engine: Engine) -> dict[str, str]:
    """Parties to the artist that they are."""
    rows = artists_now(engine).select("party_id", "artist_id").to_pyarrow().to_pylist()
    return {row["party_id"]: row["artist_id"] for row in rows}


def entries(engine: Engine, same: Mapping[str, str]) -> Iterator[Entry]:
    """The memory: what was imported, then every name that people approved."""
    if "translation_memory" in engine:
        for row in engine["translation_memory"].to_pyarrow().to_pylist():
            yield Entry(
                row["source"], row["target"], row["source_language"], row["target_language"],
                row["kind"] or "", _one(row["artist_id"], same), row["origin"] or "",
                row["by"] or "",
            )  # fmt: skip
    if "name_decisions" in engine and "names" in engine:
        yield from _approved(engine, same)


def _one(artist_id: str | None, same: Mapping[str, str]) -> str:
    return same.get(artist_id, artist_id) if artist_id else ""


def published(
    subjects: Iterable[Mapping[str, Any]], forms: Mapping[tuple[str, str], Mapping[str, str]]
) -> Iterator[Entry]:
    """What the catalogue itself calls a name elsewhere: an album as its title song, for one."""
    for each in subjects:
        kind, original = each["subject_kind"], each["original"]
        source = language_of(script_of(original))
        for slot, text in forms.get((kind, each["subject_id"]), {}).items():
            if slot in (LATIN, ENGLISH) or slot.startswith(TRANSLATED):
                language = decided(slot, script_of(original))[1] or ""
                artist = each["artist_id"] or ""
                yield Entry(original, text, source, language, kind, artist, CATALOGUE)


def _approved(engine: Engine, same: Mapping[str, str]) -> Iterator[Entry]:
    rows = engine["name_decisions"]
    rows = rows.filter(
        rows.status.isin(TRUSTED) & rows.based_on.notnull() & rows.language.notnull()
    )
    whose = gathered(engine).rows.select("subject_kind", "subject_id", "artist_id")
    rows = rows.left_join(whose, ["subject_kind", "subject_id"]).order_by("at", "subject_id")
    for row in rows.to_pyarrow().to_pylist():
        artist = _one(row["artist_id"], same)
        language = language_of(script_of(row["based_on"]))
        yield Entry(
            row["based_on"], row["text"], language, row["language"], row["subject_kind"], artist,
            row["origin"] or "", row["by"] or "",
        )  # fmt: skip


def in_use(glossary: ir.Table) -> ir.Table:
    """The newest row of each word, language and artist, where it was not removed."""
    import ibis

    same = [glossary[name] for name in ("word", "language", "artist_id")]
    newest = ibis.row_number().over(group_by=same, order_by=glossary["at"].desc())
    rows = glossary.mutate(age=newest)
    return rows.filter((rows.age == 0) & (rows.status != "removed")).drop("age")


def terms(engine: Engine, same: Mapping[str, str]) -> Iterator[Term]:
    """The glossary that people keep."""
    if "glossary" not in engine:
        return
    for row in in_use(engine["glossary"]).to_pyarrow().to_pylist():
        yield Term(
            row["word"], row["form"], row["language"] or "", _one(row["artist_id"], same),
            row["kind"] or "term",
        )  # fmt: skip


def names(
    subjects: Iterable[Mapping[str, Any]], forms: Mapping[tuple[str, str], Mapping[str, str]]
) -> Iterator[Term]:
    """Names and titles as terms of their artist: with the form that counts, else as they are.

    subjects  subject_kind, subject_id, original, artist_id
    forms     kind and id to the texts that count there, by slot
    """
    for each in subjects:
        kind, original = each["subject_kind"], each["original"]
        if kind not in NAMED or not original:
            continue
        own = forms.get((kind, each["subject_id"]), {})
        artist, what = each["artist_id"] or "", NAMED[kind]
        yield Term(original, own.get(ENGLISH) or own.get(LATIN), "", artist, what)
        for slot, text in own.items():
            if slot.startswith(TRANSLATED):
                yield Term(original, text, slot.removeprefix(TRANSLATED), artist, what)


def glossaries(every: Iterable[Term]) -> Glossaries:
    """Which terms hold for a language and an artist, looked up once each."""
    by_artist: dict[str, list[Term]] = {}
    for term in every:
        by_artist.setdefault(term.artist_id, []).append(term)

    @lru_cache(maxsize=1024)
    def of(language: str, artist_id: str) -> Glossary:
        own = by_artist.get(artist_id, []) if artist_id else []
        return Glossary([*by_artist.get("", []), *own], language=language, artist_id=artist_id)

    return of


def earlier(suggestions: Iterable[Mapping[str, Any]], origin: str) -> dict[tuple[str, str], str]:
    """What a service said before, by original and language."""
    return {
        (row["source_text"], row["language"]): row["text"]
        for row in suggestions
        if row["origin"] == origin and row["text"]
    }


def matches_of(engine: Engine, text: str, language: str) -> list[Match]:
    """What the memory knows of a text."""
    memory = Memory(entries(engine, {} if "names" not in engine else same_artists(engine)))
    return memory.matches(text, source=language_of(script_of(text)), target=language)


def terms_in_use(engine: Engine) -> list[dict[str, Any]]:
    """The glossary, in the order in which people list it."""
    if "glossary" not in engine:
        return []
    rows = in_use(engine["glossary"]).order_by("word", "language", "artist_id")
    found: list[dict[str, Any]] = rows.to_pyarrow().to_pylist()
    return found
