"""What an expression asks, apart from which tables and which days it asks it of.

Two expressions of one shape come to the same SQL but for those names and days, so that the text
of one serves the other. A shape holds everything else that is in an expression; one that holds
something unknown here has no shape.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from typing import Any, Final

import ibis.expr.datashape as ds
import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
from ibis.common.grounds import Concrete
from ibis.expr.operations.udf import InputType
from ibis.expr.schema import Schema

#: Names that are made for one run, and say nothing.
MADE: Final = "ibis_"
PLAIN: Final = (str, int, float, bool, bytes, Decimal, date, datetime, time, timedelta, Enum)


class Shapeless(ValueError):
    """Something in an expression is of a kind that is not known here."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An expression's shape, and what it is filled with.

    digest  the same for expressions of the same shape, and for no others
    tables  names of tables that were made for this run, each once, in the order of the walk
    days    literal days and instants, likewise
    """

    digest: bytes
    tables: tuple[str, ...]
    days: tuple[ops.Literal, ...]
    in_memory: tuple[ops.InMemoryTable, ...]
    is_udf: bool


def shape_of(root: ops.Node) -> Shape:
    """The shape of an expression's operation; raises Shapeless."""
    walk = _Walk()
    for node in _inside_out(root):
        walk.add(node)
    digest = blake2b("\n".join(walk.lines).encode("utf-8", "surrogatepass"), digest_size=20)
    return Shape(
        digest.digest(),
        tuple(walk.tables),
        tuple(walk.days),
        tuple(walk.in_memory),
        walk.is_udf,
    )


def is_day(node: ops.Node) -> bool:
    """Whether a node is a day or an instant written out."""
    return (
        type(node) is ops.Literal
        and node.value is not None
        and (node.dtype.is_date() or node.dtype.is_timestamp())
    )


def _inside_out(root: ops.Node) -> Iterable[ops.Node]:
    """Every node once, after those that it is made of; without recursion, for they lie deep."""
    done: set[ops.Node] = set()
    waiting = [root]
    while waiting:
        node = waiting[-1]
        if node in done:
            waiting.pop()
            continue
        left = [each for each in node.__children__ if each not in done]
        if left:
            waiting.extend(reversed(left))
        else:
            waiting.pop()
            done.add(node)
            yield node


class _Walk:
    """The lines of a shape, one per node: its kind and its arguments, nodes by their numbers."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.numbers: dict[ops.Node, int] = {}
        self.tables: dict[str, int] = {}
        self.days: dict[ops.Literal, int] = {}
        self.in_memory: list[ops.InMemoryTable] = []
        self.is_udf = False

    def add(self, node: ops.Node) -> None:
        self.lines.append(f"{self._kind(node)} {self._arguments(node)}")
        self.numbers[node] = len(self.numbers)

    def _kind(self, node: ops.Node) -> str:
        kind = type(node)
        if isinstance(node, (ops.ScalarUDF, ops.AggUDF)):
            self.is_udf = True
            if node.__input_type__ is not InputType.BUILTIN:
                raise Shapeless(kind.__name__)
            named = f"{node.__func_name__!r} {node.__udf_namespace__!r}"
            return f"{kind.__mro__[1].__qualname__} {named} {_type(node.dtype)}"
        return kind.__qualname__

    def _arguments(self, node: ops.Node) -> str:
        match node:
            case ops.InMemoryTable():
                self.in_memory.append(node)
                return f"{self._table(node.name)} {self._said(node.schema)}"
            case ops.DatabaseTable():
                place = f"{node.namespace.catalog!r} {node.namespace.database!r}"
                return f"{self._table(node.name)} {place} {self._said(node.schema)}"
            case ops.SelfReference():  # its number only sets it apart, which its line does here
                return self._said(node.parent)
            case ops.Literal() if is_day(node):
                number = self.days.setdefault(node, len(self.days))
                return f"day {number} {_type(node.dtype)}"
        return self._said(node.__args__)

    def _table(self, name: str) -> str:
        if not name.startswith(MADE):
            return repr(name)
        return f"table {self.tables.setdefault(name, len(self.tables))}"

    def _said(self, value: Any) -> str:
        if value is None:
            return "None"
        if isinstance(value, ops.Node):
            return f"#{self.numbers[value]}"
        if isinstance(value, PLAIN):
            return f"{type(value).__name__} {value!r}"
        if isinstance(value, tuple):
            return f"({','.join(map(self._said, value))})"
        if isinstance(value, dt.DataType):
            return _type(value)
        if isinstance(value, Schema):
            return self._said(value.fields)
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{k!r}:{self._said(each)}' for k, each in value.items())}}}"
        if isinstance(value, frozenset):
            return f"set({','.join(sorted(map(self._said, value)))})"
        if isinstance(value, ops.Namespace):
            return self._said(value.__args__)
        if isinstance(value, ds.DataShape):
            return type(value).__name__
        raise Shapeless(type(value).__name__)


_types: dict[dt.DataType, str] = {}


def _type(kind: dt.DataType) -> str:
    """A type with all that it is made of; there are few, and they are met again and again."""
    if kind not in _types:
        _types[kind] = f"{type(kind).__name__}({_of_type(kind.__args__)})"
    return _types[kind]


def _of_type(value: Any) -> str:
    if isinstance(value, dt.DataType):
        return _type(value)
    if isinstance(value, tuple):
        return f"({','.join(map(_of_type, value))})"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{k!r}:{_of_type(each)}' for k, each in value.items())}}}"
    if value is None or isinstance(value, (str, int, bool, Enum)):
        return repr(value)
    if isinstance(value, Concrete):
        return f"{type(value).__name__}({_of_type(value.__args__)})"
    raise Shapeless(type(value).__name__)
