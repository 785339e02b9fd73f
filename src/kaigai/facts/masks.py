"""Territory masks in queries: four words of 63 bits, so that sets are added and compared fast."""

from collections.abc import Callable, Iterable, Sequence

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from kaigai.facts.engine import bit_or
from kaigai.terms.territories import ISO, Mask, mask_of

WORDS = range(4)

Words = Sequence[ir.IntegerValue]


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def bit_count(value: int) -> dt.int8:
    """How many bits of a word are set; built in on both engines."""


def words(table: ir.Table, prefix: str) -> list[ir.IntegerColumn]:
    """The four columns of a mask, for example `open0` to `open3`."""
    return [table[f"{prefix}{i}"] for i in WORDS]


def named(prefix: str, mask: Words) -> dict[str, ir.Value]:
    """The four words as columns to select or mutate."""
    return {f"{prefix}{i}": mask[i] for i in WORDS}


def literal(codes: Iterable[str]) -> list[ir.IntegerScalar]:
    """A fixed set of territories as four words."""
    return constant(mask_of(codes))


def constant(mask: Mask) -> list[ir.IntegerScalar]:
    """A mask as four words of a query."""
    return [ibis.literal(word, "int64") for word in mask]


def everywhere() -> list[ir.IntegerScalar]:
    """All ISO territories."""
    return literal(ISO)


def of_each() -> ir.Table:
    """Every territory with the mask of it alone: `territory`, `m0` to `m3`."""
    rows = {code: mask_of([code]) for code in ISO}
    columns = {f"m{i}": [mask[i] for mask in rows.values()] for i in WORDS}
    return ibis.memtable({"territory": list(rows), **columns})


def both(a: Words, b: Words) -> list[ir.IntegerValue]:
    """Territories in a and in b."""
    return [x & y for x, y in zip(a, b, strict=True)]


def either(a: Words, b: Words) -> list[ir.IntegerValue]:
    """Territories in a or in b."""
    return [x | y for x, y in zip(a, b, strict=True)]


def minus(a: Words, b: Words) -> list[ir.IntegerValue]:
    """Territories in a and not in b. Written with xor, since `~` would set the sign bit."""
    return [x ^ (x & y) for x, y in zip(a, b, strict=True)]


def size(mask: Words) -> ir.IntegerValue:
    """How many territories a mask has."""
    first, *rest = [bit_count(word).cast("int64") for word in mask]
    total = first
    for word in rest:
        total = total + word
    return total


def holds(mask: Words, code: str) -> ir.BooleanValue:
    """Whether a mask has a territory."""
    bit = ISO.index(code)
    return (mask[bit // 63] & ibis.literal(1 << (bit % 63), "int64")) != 0


def empty() -> list[ir.IntegerScalar]:
    """No territory."""
    return [ibis.literal(0, "int64") for _ in WORDS]


def union_of(
    mask: Words, prefix: str, where: ir.BooleanValue | None = None
) -> dict[str, ir.IntegerScalar]:
    """Aggregates that add up a mask over a group, of the rows for which `where` holds."""
    chosen: Callable[[ir.IntegerValue], ir.IntegerValue] = (
        (lambda word: word) if where is None else (lambda word: where.ifelse(word, 0))
    )
    return {f"{prefix}{i}": bit_or(chosen(mask[i]).cast("int64")) for i in WORDS}
