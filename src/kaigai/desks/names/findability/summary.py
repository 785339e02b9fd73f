"""Findability added up: over everything, by way of typing, by artist, and the worst recordings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from kaigai.desks.names.findability.queries import KINDS, Kind
from kaigai.desks.names.findability.tables import Findability
from kaigai.terms.text import Text

BEFORE: Final = Text("as published", "公開中の表記")
APPROVED: Final = Text("with what is approved", "決定済みの表記を加える")
AFTER: Final = Text("with suggestions", "候補も加える")
SHARES: Final = (BEFORE, APPROVED, AFTER)  #: what the shares of `Counted` are
ALL: Final = Text("all queries", "すべての検索語")

SUMS: Final = ("n_queries", "hits_before", "hits_approved", "hits_after")


@dataclass(frozen=True, slots=True)
class Counted:
    """So many queries, and how many of them find the recording."""

    queries: int
    before: int
    approved: int
    after: int

    @property
    def shares(self) -> tuple[float, float, float]:
        """Of one: as published, with what is approved, with suggestions."""
        n = max(self.queries, 1)
        return self.before / n, self.approved / n, self.after / n


@dataclass(frozen=True, slots=True)
class Summary:
    """What people are shown of a measurement."""

    recordings: int
    unknown: int  #: recordings of which nothing is known that could be typed
    guessed: int  #: recordings whose queries rest on a machine's reading alone
    total: Counted
    by_kind: Mapping[Kind, Counted]
    artists: tuple[tuple[Text, int, Counted], ...]  #: name, recordings, counted
    worst: tuple[Mapping[str, Any], ...]


def of_artists(found: Findability, ids: Sequence[str]) -> Findability:
    """Only the recordings of these artists, and their queries."""
    artists = pa.array(ids, pa.string())
    recordings = found.recordings.filter(pc.is_in(found.recordings.column("artist_id"), artists))
    own = recordings.column("subject_id").combine_chunks()
    return Findability(
        recordings, found.queries.filter(pc.is_in(found.queries.column("subject_id"), own))
    )


def summed(found: Findability, *, worst: int | None) -> Summary:
    """The sums, and so many recordings that the fewest queries find."""
    table = found.recordings
    basis = table.column("basis").to_pylist()
    return Summary(
        recordings=table.num_rows,
        unknown=basis.count("none"),
        guessed=basis.count("guess"),
        total=_counted([table.column(name) for name in SUMS]),
        by_kind=_by_kind(found.queries),
        artists=_by_artist(table),
        worst=_worst(table, worst),
    )


def _counted(columns: list[pa.ChunkedArray]) -> Counted:
    return Counted(*(int(pc.sum(column).as_py() or 0) for column in columns))


def _by_kind(queries: pa.Table) -> dict[Kind, Counted]:
    found: dict[Kind, Counted] = {}
    for kind in KINDS:
        own = queries.filter(pc.equal(queries.column("kind"), kind))
        hits = [own.column(f"hits_{each}") for each in ("before", "approved", "after")]
        if own.num_rows:
            sums = (int(pc.sum(column).as_py() or 0) for column in hits)
            found[kind] = Counted(own.num_rows, *sums)
    return found


def _by_artist(table: pa.Table) -> tuple[tuple[Text, int, Counted], ...]:
    """Artists, the least findable first."""
    grouped = table.group_by(["artist_id", "artist", "artist_latin"]).aggregate(
        [("subject_id", "count"), *((name, "sum") for name in SUMS)]
    )
    rows = [
        (
            artist_of(row),
            row["subject_id_count"],
            Counted(*(row[f"{name}_sum"] for name in SUMS)),
        )
        for row in grouped.to_pylist()
    ]
    return tuple(sorted(rows, key=lambda each: (each[2].shares[0], each[0].ja)))


def artist_of(row: Mapping[str, Any]) -> Text:
    """An artist as readers of each language know it."""
    name = row["artist"] or row["artist_id"] or "–"
    return Text(row["artist_latin"] or name, name)


def _worst(table: pa.Table, count: int | None) -> tuple[Mapping[str, Any], ...]:
    asked = table.filter(pc.greater(table.column("n_queries"), 0))
    share = pc.divide(
        pc.cast(asked.column("hits_before"), pa.float64()),
        pc.cast(asked.column("n_queries"), pa.float64()),
    )
    ordered = asked.append_column("share", share).sort_by(
        [("share", "ascending"), ("n_queries", "descending"), ("subject_id", "ascending")]
    )
    return tuple(ordered.filter(pc.less(ordered.column("share"), 1.0)).slice(0, count).to_pylist())
