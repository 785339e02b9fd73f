"""Where figures come from: the files that were read, and those behind each table."""

from collections.abc import Sequence
from typing import Final

from kaigai.facts.engine import Engine
from kaigai.findings.overview.result import FilesRead, Row, Source

#: Tables whose rows stand behind the figures.
BEHIND: Final = ("tracks", "recordings", "videos", "captions")


def files_read(engine: Engine) -> tuple[FilesRead, ...]:
    """What each reader read, those of most files first."""
    if "origins" not in engine:
        return ()
    origins = engine["origins"]
    bad = origins.is_refused.fill_null(False)
    rows = origins.group_by("reader", "licence").agg(
        files=origins.count(),
        refused=bad.sum().fill_null(0),
        rows=origins["rows"].sum().fill_null(0),
        first=origins.read_at.min(),
        last=origins.read_at.max(),
    )
    listed = rows.order_by(rows.files.desc(), rows.reader).to_pyarrow().to_pylist()
    days = _days(engine, listed)
    return tuple(FilesRead(**{**row, "reader": row["reader"] or ""}) for row in days)


def source_of(engine: Engine, table: str) -> Source | None:
    """The readers of a table's rows, their files, and the days of delivery."""
    if table not in engine or "origins" not in engine:
        return None
    readers = engine["origins"].select("origin_id", "reader")
    days = engine["deliveries"].select("delivery_id", "delivered_at")
    held = engine[table].select("origin_id", "delivery_id").distinct()
    rows = held.left_join(days, "delivery_id").drop("delivery_id_right")
    rows = rows.inner_join(readers, "origin_id").group_by("reader")
    counted = rows.agg(
        files=lambda t: t.origin_id.nunique(),
        first=lambda t: t.delivered_at.min(),
        last=lambda t: t.delivered_at.max(),
    )
    return _source(_days(engine, counted.to_pyarrow().to_pylist()))


def _days(engine: Engine, rows: Sequence[Row]) -> list[Row]:
    """Rows with the label's days in place of the first and the last instant."""
    settings = engine.facts.settings
    ends = ("first", "last")
    return [
        {**row, **{each: settings.day(row[each]) if row[each] else None for each in ends}}
        for row in rows
    ]


def _source(rows: Sequence[Row]) -> Source:
    firsts = [row["first"] for row in rows if row["first"]]
    lasts = [row["last"] for row in rows if row["last"]]
    return Source(
        {row["reader"]: row["files"] for row in sorted(rows, key=lambda row: -row["files"])},
        min(firsts, default=None),
        max(lasts, default=None),
    )
