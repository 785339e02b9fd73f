"""Home and overseas as a warm engine answers: few questions, whose wording is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from kaigai.desks.measure import words
from kaigai.desks.measure.expansion import abroad, abroad_rows
from kaigai.desks.measure.labels import labels_of
from kaigai.desks.measure.result import Shares
from kaigai.desks.measure.share_query import (
    SERIES,
    UNLISTED,
    By,
    Share,
    Wanted,
    by_month,
    calendar,
    days_of,
    shares,
)
from kaigai.desks.measure.territories import by_territory
from kaigai.desks.measure.ties import counts
from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

Rows = list[dict[str, Any]]
MANY: Final = 5_000  #: rows for which importing Polars is worth while


def answered(asking: Warm, wanted: Wanted, after: date | None) -> Shares:
    """The answer; `after` is the month of a campaign, from which the half-life is told."""
    asked = _Asked(asking, wanted)
    rows = asked.rows("by month", by_month)
    days = days_of(asked.calendar())
    found = shares(rows, days)
    places = tuple(asked.places()) if wanted.by == "territory" else ()
    one = None
    if wanted.artists:
        covered = {key: sorted(months) for key, months in days.items()}
        one = abroad(asked.rows("abroad", abroad_rows), covered, after)
    totals: dict[str, int] = {}
    for row in tied(asking):
        totals[row["state"]] = totals.get(row["state"], 0) + row["things"]
    names = _names(asking, found, wanted.by)
    lines = _lines(rows, found)
    return Shares(wanted, tuple(found), tuple(rows), names, totals, lines, places, one, after)


def _lines(rows: Rows, found: Sequence[Share]) -> dict[tuple[str, ...], int]:
    """How many lines each series has, those beyond the largest, too."""
    shown = Counter(each.series for each in found)
    return shown | {
        tuple(row[name] or "" for name in SERIES): row["lines"] for row in rows if "lines" in row
    }


def tied(asking: Warm) -> tuple[dict[str, Any], ...]:
    """How many things are tied by which method."""

    def find() -> tuple[dict[str, Any], ...]:
        engine = asking.engine
        return tuple(counts(engine["identities"], engine["reported"]).to_pyarrow().to_pylist())

    return asking.once("tied", find)


def series(asking: Warm, column: str) -> tuple[str, ...]:
    """The services, or the measures, of which anything was read."""

    def find() -> tuple[str, ...]:
        values = asking.engine["reach"].select(column).distinct().to_pyarrow()[column]
        return tuple(sorted(each for each in values.to_pylist() if each))

    return asking.once(("series", column), find)


class _Asked:
    """What is asked of one engine; artists are given beside the wording, not within it."""

    def __init__(self, asking: Warm, wanted: Wanted) -> None:
        self.asking = asking
        self.wording = replace(wanted, artists=("",) * min(len(wanted.artists), 2))
        self.chosen: dict[str, pa.Table] = {}
        if wanted.artists:
            self.chosen["chosen"] = pa.table({"artist_id": list(wanted.artists)})

    def tables(self) -> "Mapping[str, ir.Table]":
        engine = self.asking.engine
        found = {"export_share": self.shared(), "reach": engine["reach"]}
        if self.wording.by == "label":
            labels = self.asking.once("labels", lambda: _labels(engine))
            found |= {"labels": labels} if labels is not None else {}
        return found

    def shared(self) -> "ir.Table":
        """The table `export_share`, held: every question is about it, and it is small."""
        engine = self.asking.engine
        return self.asking.once("shared", lambda: engine.materialised(engine["export_share"]))

    def rows(self, name: str, question: Any) -> Rows:
        """The rows of a question about the tables, as asked for."""
        wording = self.wording
        found = self.asking.ask(
            (name, wording), lambda tables: question(tables, wording), self.tables(), self.chosen
        )
        return _dicts(found)

    def places(self) -> Rows:
        """Territories; those of the whole label are a look at every row, so it is taken once."""
        if self.chosen:
            return self.rows("by territory", by_territory)
        return self.asking.once(
            ("territories", self.wording), lambda: self.rows("by territory", by_territory)
        )

    def calendar(self) -> Rows:
        """Which months each series has: the same for every artist, so asked for once."""
        wording = replace(self.wording, artists=(), homes=(), by="artist")
        tables = {"export_share": self.shared()}

        def find() -> Rows:
            rows = self.asking.ask(
                ("calendar", wording), lambda given: calendar(given, wording), tables, {}
            )
            return list(rows.to_pylist())

        return self.asking.once(("calendar", wording), find)


def _dicts(rows: pa.Table) -> Rows:
    """Rows for Python; of many, Polars makes them several times as quickly as Arrow."""
    if rows.num_rows < MANY:
        return list(rows.to_pylist())
    import polars as pl

    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)
    return frame.to_dicts()


def _labels(engine: Engine) -> "ir.Table | None":
    labels = labels_of(engine)
    return None if labels is None else engine.materialised(labels)


def _names(asking: Warm, found: Sequence[Share], by: By) -> dict[str, Text]:
    """What each group is called."""
    groups = {each.group for each in found}
    if by == "home":
        return {group: words.territory(group) for group in groups}
    if by == "label":
        return {group: words.NO_LABEL if not group else Text(group, group) for group in groups}
    if by != "artist":
        return {"": words.ALL}
    wanted = {"wanted": pa.table({"artist_id": pa.array(sorted(groups), pa.string())})}
    tables = {"artists": asking.engine["artists"]}
    rows = asking.ask("artists called", _called, tables, wanted).to_pylist()
    names = {
        row["artist_id"]: Text(row["artist_latin"] or row["artist"], row["artist"]) for row in rows
    }
    return names | {group: words.unlisted(group) for group in groups if group.startswith(UNLISTED)}


def _called(tables: "Mapping[str, ir.Table]") -> "ir.Table":
    rows = tables["artists"].semi_join(tables["wanted"], "artist_id")
    return rows.select("artist_id", "artist", "artist_latin").distinct()
