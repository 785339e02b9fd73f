"""What a table is: a name, a key, columns with their types, and one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from kaigai.registry import Registry
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

Kind = Literal["fact", "interned", "log", "result", "decision"]

#: Columns that the store adds to every fact row: where it came from, and with which delivery.
PROVENANCE: Mapping[str, str] = {"origin_id": "string", "delivery_id": "string"}


@dataclass(frozen=True, slots=True)
class Decided:
    """How rows of a table stand in the log of decisions: which of its columns say what.

    Columns called `by`, `at` and `note` are the log's own; all others are kept as details.
    """

    subject_id: str  #: the column of what it is about
    field: tuple[str, ...]  #: the columns that, with the subject, make one question
    value: tuple[str, ...] = ()  #: the columns of what was said beside the status
    status: str = "status"  #: the column of what was decided
    subject_kind: str = ""  #: what it is about; else the column `subject_kind` says it


@dataclass(frozen=True, slots=True)
class Table:
    """The contract of one table; everything that stages and desks share is one of these.

    `columns` maps a column to its Ibis type. The kind says how rows live:
    fact      delivered rows; only those of live deliveries are seen; with `one_per_key`
              the delivery of highest standing, then the newest, wins
    interned  rows named by their own content (the key is a hash): never superseded
    log       rows about the store itself, appended and kept
    result    rows computed by an action and replaced whole by it
    decision  what people decided, kept in the log of decisions; `decided` says how
    """

    name: str
    about: Text
    key: tuple[str, ...]
    columns: Mapping[str, str]
    kind: Kind = "fact"
    one_per_key: bool = False
    decided: Decided | None = None
    stored: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        extra = PROVENANCE if self.kind == "fact" else {}
        object.__setattr__(self, "stored", {**self.columns, **extra})

    def arrow_schema(self) -> "pa.Schema":
        """The stored columns as a PyArrow schema."""
        import pyarrow as pa

        return pa.schema([(name, arrow_type(kind)) for name, kind in self.stored.items()])


def arrow_type(kind: str) -> "pa.DataType":
    """The PyArrow type of an Ibis type name; raises KeyError for one that tables never use."""
    import pyarrow as pa

    return {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "timestamp('UTC')": pa.timestamp("us", tz="UTC"),
        "array<string>": pa.list_(pa.string()),
    }[kind]


TABLES: Registry[Table] = Registry("kaigai.facts.tables", Table)


@cache
def decision_tables() -> frozenset[str]:
    """The tables that lie in the log of decisions, and in no commit."""
    return frozenset(name for name, table in TABLES.items() if table.kind == "decision")
