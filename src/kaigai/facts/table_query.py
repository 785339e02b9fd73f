"""A table as it is asked for: by name, as of an instant, current or with every live row."""

from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kaigai.facts.store import Facts
from kaigai.facts.table import TABLES, Table
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

SORTED = 1_000_000  #: rows up to which a table is put in order


class NoTable(Refused):
    """No table has that name; the text says which ones are near."""


def table_named(name: str) -> Table:
    """The table of that name; raises NoTable."""
    if name in TABLES:
        return TABLES[name]
    near = ", ".join(get_close_matches(name.lower(), list(TABLES), n=3, cutoff=0.5))
    if near:
        raise NoTable(
            Text(
                en=f"there is no table {name}; did you mean {near}?",
                ja=f"{name} という表はありません。もしかして: {near}",
            )
        )
    raise NoTable(
        Text(
            en=f"there is no table {name}; `kaigai tables` lists them",
            ja=f"{name} という表はありません。`kaigai tables` で一覧できます",
        )
    )


def asked(
    facts: Facts, table: Table, *, as_of: datetime | None = None, raw: bool = False
) -> "ir.Table":
    """A table's rows, not computed yet; none where nothing was ever read into it.

    as_of  the facts as the store knew them at an instant
    raw    every row of live deliveries, before one per key is chosen

    Raises StoreError when the store knew nothing at that instant.
    """
    from kaigai.facts.engine import Engine

    engine = Engine(facts.as_of(as_of) if as_of else facts)
    if table.name not in engine:
        return engine.empty(table.name)
    return engine.view(f"all_{table.name}" if raw else table.name)


def in_order(rows: "ir.Table", table: Table) -> "ir.Table":
    """Rows sorted by key, so that the same facts make the same file.

    Beyond a million they stay as they come: sorting would need the memory of all of them.
    """
    if rows.count().execute() > SORTED:
        return rows
    return rows.order_by(*table.key, *(name for name in table.stored if name not in table.key))


def count_rows(facts: Facts) -> dict[str, int]:
    """How many rows each table has now; a table that nothing was read into lacks."""
    from kaigai.facts.engine import Engine

    engine = Engine(facts)
    return {name: engine.view(name).count().execute() for name in engine}
