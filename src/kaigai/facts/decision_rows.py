"""Rows of tables as the log of decisions has them, and back."""

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kaigai.facts.table import Table, arrow_type
from kaigai.terms.instants import micros

if TYPE_CHECKING:
    import pyarrow as pa

LOG: Final = "decisions"

Row = Mapping[str, Any]


class Stored(NamedTuple):
    """A decision as it is written; the columns are those of SCHEMA."""

    question: str
    subject_kind: str
    subject_id: str
    field: str
    value: str | None
    status: str | None
    by: str | None
    at: int
    facts: int | None
    note: str | None
    detail: str


def columns(table: Table) -> dict[str, str]:
    """What each column of a table is in the log, as SQL says it."""
    if table.name == LOG:
        return {name: f'"{name}"' for name in table.columns}
    told = table.decided
    assert told is not None, table.name
    own = {"status": '"status"', "by": '"by"', "at": '"at"', "note": "note"}
    found = {name: own.get(name, f"json_extract(detail, '$.{name}')") for name in table.columns}
    found |= {told.subject_id: "subject_id", told.status: '"status"'}
    if not told.subject_kind:
        found["subject_kind"] = "subject_kind"
    found |= {name: f"json_extract(field, '$[{n}]')" for n, name in enumerate(told.field)}
    found |= {name: f"json_extract(value, '$[{n}]')" for n, name in enumerate(told.value)}
    if len(told.value) == 1:
        found[told.value[0]] = "value"
    return {name: found[name] for name in table.columns}


def stored(table: Table, row: Row, facts: int | None) -> Stored:
    """A row of a table as the log has it."""
    told = table.decided
    assert told is not None, table.name
    named = {told.subject_id, told.status, *told.field, *told.value, "by", "at", "note"}
    if not told.subject_kind:
        named.add("subject_kind")
    rest = {name: row.get(name) for name in table.columns if name not in named}
    return Stored(
        table.name,
        told.subject_kind or row["subject_kind"],
        row[told.subject_id],
        _json([row.get(name) for name in told.field]),
        _value([row.get(name) for name in told.value]),
        row.get(told.status),
        row.get("by"),
        micros(row["at"]),
        facts,
        row.get("note"),
        _json(rest),
    )


def _value(said: list[Any]) -> str | None:
    """What was said: a text as it is, several things as JSON."""
    if len(said) == 1:
        return None if said[0] is None else str(said[0])
    return _json(said) if said else None


def view(table: Table) -> str:
    """The SQL of the view of a table, for people with other tools."""
    chosen = ", ".join(f'{said} AS "{name}"' for name, said in columns(table).items())
    return (
        f"CREATE VIEW {table.name} AS SELECT id, {chosen} FROM decisions"  # noqa: S608
        f" WHERE question = '{table.name}'"
    )


def array(values: list[Any], kind: str) -> "pa.Array":
    """A column of the log as a table has it."""
    import pyarrow as pa

    wanted = arrow_type(kind)
    if kind == "array<string>":
        return pa.array([None if v is None else json.loads(v) for v in values], wanted)
    if kind in ("date", "timestamp('UTC')", "boolean"):
        held = {"date": pa.string(), "boolean": pa.int64()}.get(kind, pa.int64())
        return pa.array(values, held).cast(wanted)
    return pa.array(values, wanted)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_day)


def _day(value: object) -> str:
    assert isinstance(value, date), value
    return value.isoformat()
