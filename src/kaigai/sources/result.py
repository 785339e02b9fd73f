"""What a read did: every file with what became of it, and the totals that reports state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pyarrow as pa

from kaigai.sources.intake import Taken
from kaigai.sources.reader import Refused, RefusedFile
from kaigai.terms.text import Text

#: What may become of a file.
Status = Literal["new", "changed", "older", "same", "test", "refused"]

STATUSES: Mapping[Status, Text] = {
    "new": Text("new", "新規"),
    "changed": Text("changed", "更新"),
    "older": Text("older than what is known", "既知より古い"),
    "same": Text("already read", "読み込み済み"),
    "test": Text("test messages, kept apart", "テストメッセージ(別扱い)"),
    "refused": Text("refused", "読めなかった"),
}


@dataclass(frozen=True, slots=True)
class OriginRead:
    """One file as it was read."""

    path: str
    status: Status
    reader: str | None = None
    origin_id: str | None = None
    rows: int = 0
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a read did: every file, and how many rows went to each table."""

    origins: tuple[OriginRead, ...]
    rows: Mapping[str, int] = field(default_factory=dict)
    totals: tuple[Mapping[str, Any], ...] = ()  #: rows of report_totals, each with its `path`

    def count(self, status: Status) -> int:
        """How many files ended so."""
        return sum(origin.status == status for origin in self.origins)

    @property
    def refusals(self) -> list[tuple[str, Refused]]:
        """Everything refused, with the file it was in."""
        return [(each.path, refused) for each in self.origins for refused in each.refused]


@dataclass(frozen=True, slots=True)
class Log:
    """What the store knows of files and scopes."""

    known: set[str]
    refused: set[str]
    newest: Mapping[str, int]  #: scope to the newest delivery's instant, as in `timed`


def origins_of(pending: Taken, tables: Mapping[str, pa.Table], log: Log) -> Iterator[OriginRead]:
    """Every file of a batch with what became of it."""
    for path, origin_id in pending.same:
        yield OriginRead(path, "same", origin_id=origin_id)
    for path in pending.unknown:
        yield OriginRead(path, "refused", refused=(_unrecognised(),))
    if "origins" not in tables:
        return
    refusals = _grouped(tables.get("refusals"))
    deliveries = _grouped(timed(tables["deliveries"]) if "deliveries" in tables else None)
    for row in tables["origins"].drop(["read_at", "modified_at"]).to_pylist():
        yield OriginRead(
            row["path"],
            "refused" if row["is_refused"] else _status(deliveries.get(row["origin_id"], []), log),
            row["reader"],
            row["origin_id"],
            row["rows"],
            tuple(_refused(each) for each in refusals.get(row["origin_id"], [])),
        )


def totals_of(tables: Mapping[str, pa.Table]) -> Iterator[dict[str, Any]]:
    """Totals that reports state, with the file that states them."""
    if "report_totals" not in tables or "origins" not in tables:
        return
    paths = {
        row["origin_id"]: row["path"]
        for row in tables["origins"].select(["origin_id", "path"]).to_pylist()
    }
    for row in tables["report_totals"].to_pylist():
        yield row | {"path": paths.get(row["origin_id"], "")}


def _status(deliveries: list[dict[str, Any]], log: Log) -> Status:
    """New, unless its scopes were delivered before: then changed, or older than what is there."""
    if deliveries and all(each["kind"] == "test" for each in deliveries):
        return "test"
    before = [
        each["delivered_at"] < log.newest[each["scope"]]
        for each in deliveries
        if each["scope"] in log.newest
    ]
    if not before:
        return "new"
    return "older" if all(before) and len(before) == len(deliveries) else "changed"


def timed(deliveries: pa.Table) -> pa.Table:
    """Deliveries with their instants as numbers, which Python takes from Arrow at once."""
    few = deliveries.select(["origin_id", "scope", "kind", "delivered_at"])
    instants = [chunk.view(pa.int64()) for chunk in few["delivered_at"].chunks]
    return few.set_column(3, "delivered_at", pa.chunked_array(instants, pa.int64()))


def _grouped(rows: pa.Table | None) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows.to_pylist() if rows is not None else []:
        groups.setdefault(row["origin_id"], []).append(row)
    return groups


def refused_again(
    tables: Mapping[str, pa.Table], again: set[str]
) -> Iterator[tuple[str, tuple[Refused, ...]]]:
    refusals = _grouped(tables.get("refusals"))
    for row in tables["origins"].to_pylist():
        if row["origin_id"] in again:
            yield row["path"], tuple(_refused(each) for each in refusals[row["origin_id"]])


def _refused(row: Mapping[str, Any]) -> Refused:
    return Refused(
        row["place"],
        row["found"],
        Text(row["expected_en"], row["expected_ja"]),
        Text(row["todo_en"], row["todo_ja"]),
    )


def _unrecognised() -> Refused:
    return RefusedFile(
        "file",
        "content that no reader knows",
        Text(
            en="one of the formats that `kaigai readers` lists",
            ja="`kaigai readers` に出る形式のいずれか",
        ),
        Text(
            en="if it is a catalogue sheet, give a mapping with --mapping; else leave it out",
            ja="カタログ表であれば --mapping で列を指定し、そうでなければ除いてください",
        ),
    ).refused
