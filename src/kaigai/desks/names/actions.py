"""Names: look into the reading registry, and take back a sheet that people filled in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from kaigai.desks.names.changes import Changes, changes
from kaigai.desks.names.result import Names, Taken
from kaigai.desks.names.sheet import FORM
from kaigai.desks.names.suggestions import with_suggestions
from kaigai.facts.engine import DUCKDB
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import Line
from kaigai.identity.names.slots import TRANSLATED
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from kaigai.identity.names.registry import Registry

NEAR = 5  #: spellings that are suggested
ALIKE = 60  #: of 100
COMPARED = 300_000  #: names at most that a misspelt one is compared with


class NamesError(Refused):
    """The registry cannot be asked or filled so; the text says what to do."""


def names(
    facts: Facts,
    *,
    what: str | None = None,
    kind: Literal["party", "release", "recording", "work"] | None = None,
    missing: Literal["latin", "reading", "english"] | None = None,
    language: str | None = None,
    limit: int | None = None,
    engine: str = DUCKDB,
) -> Names:
    """The registry's rows, by artist and name.

    what      an id, or a name in any spelling or a part of one, of the subject or its artist
    missing   only those that lack this
    language  also the names in this language (a canonical BCP 47 tag)

    Raises NamesError where nothing is called so and where no names were read; StoreError.
    """
    from kaigai.identity.find_artist import fitting
    from kaigai.identity.names.pivot import in_order, wanted

    registry = _registry(facts, language, engine)
    artists = [each.artist_id for each in fitting(warm(facts, engine), what)] if what else []
    about = wanted(registry.rows, registry.forms, what=what, artists=artists)
    chosen = wanted(about, registry.forms, kind=kind, missing=missing)
    total = int(chosen.count().to_pyarrow().as_py())
    if what and not total and not _has_rows(about):
        raise NamesError(_nothing_called(what, _near(registry.forms, what)))
    ordered = in_order(chosen)
    rows = (ordered.limit(limit) if limit else ordered).to_pyarrow().to_pylist()
    listed = tuple(with_suggestions(rows))
    forms: tuple[Mapping[str, Any], ...] = ()
    if total == 1:
        every = registry.forms.filter(
            (registry.forms.subject_kind == rows[0]["subject_kind"])
            & (registry.forms.subject_id == rows[0]["subject_id"])
        )
        forms = tuple(every.order_by("slot", "place").to_pyarrow().to_pylist())
    return Names(total, listed, forms, language)


def take(facts: Facts, *, content: bytes, name: str, by: str, at: datetime) -> Taken:
    """Keep what people wrote into a sheet of names: each changed cell becomes a decision.

    What the registry changed meanwhile is a conflict and stays; rows that cannot be used are
    told, and the others are kept. The same sheet taken twice changes nothing the second time.
    Raises BadSheet, StoreError.
    """
    told = FORM.lines(content, name)

    def judge(now: Facts) -> tuple[Taken, dict[str, Sequence[Mapping[str, Any]]]]:
        found = changes(told, _now(now, told))
        kept = tuple(_signed(row, name, by, at) for row in found.decisions)
        return _taken(found, kept), {"name_decisions": kept}

    return facts.decide(judge)


def _taken(found: Changes, kept: Sequence[Mapping[str, Any]]) -> Taken:
    return Taken(
        tuple(kept), tuple(found.conflicts), tuple(found.bad), found.unchanged, found.emptied
    )


def _signed(row: Mapping[str, Any], name: str, by: str, at: datetime) -> dict[str, Any]:
    return {**row, "by": by, "at": at, "origin": f"sheet:{name}"}


def _now(facts: Facts, told: Sequence[Line]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The registry as it is, by kind and id."""
    columns = told[0].cells if told else ()
    other = next((each for each in columns if each.startswith(TRANSLATED)), None)
    tag = other.removeprefix(TRANSLATED) if other else None
    rows = _registry(facts, tag, DUCKDB).rows.to_pyarrow().to_pylist()
    return {(row["subject_kind"], row["subject_id"]): row for row in rows}


def _registry(facts: Facts, language: str | None, url: str) -> "Registry":
    """The registry of a warm engine, its rows computed once."""
    from kaigai.identity.names.registry import Registry, gathered

    if "names" not in facts:
        raise NamesError(NOTHING_READ)
    asking = warm(facts, url)

    def computed() -> Registry:
        found = gathered(asking.engine, language)
        return Registry(found.forms, asking.engine.materialised(found.rows))

    return asking.once(("registry", language), computed)


def _has_rows(rows: "ir.Table") -> bool:
    return bool(rows.limit(1).to_pyarrow().num_rows)


def _near(forms: "ir.Table", what: str) -> list[str]:
    from rapidfuzz import fuzz, process

    known = forms.select("text").distinct().limit(COMPARED).to_pyarrow()["text"].to_pylist()
    found = process.extract(what, known, scorer=fuzz.ratio, limit=NEAR, score_cutoff=ALIKE)
    return [text for text, _, _ in found]


def _nothing_called(what: str, near: Sequence[str]) -> Text:
    en, ja = f"nothing is called {what}", f"{what} という名称はありません"
    if near:
        return Text(
            f"{en}; did you mean {', '.join(near)}?", f"{ja}。もしかして: {'、'.join(near)}"
        )
    return Text(f"{en}; `kaigai names` lists all", f"{ja}。kaigai names で一覧できます")


NOTHING_READ = Text(
    en="no names were read yet; read files first: kaigai read PATH",
    ja="まだ名称が読み込まれていません。先に kaigai read PATH で読み込んでください",
)
