"""What people are answered about an audit: what it found, the findings that were asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import ibis.expr.types as ir

from kaigai.findings.finding_query import Wanted
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; `findings` has the columns of the table of that name.

    skipped  why, by the name of the check
    failed   of those skipped, the ones that broke
    """

    audit_id: str
    at: datetime
    as_of: date
    findings: "pa.Table"
    counts: Mapping[str, int]
    skipped: Mapping[str, Text]
    new: int
    remaining: int
    fixed: int
    failed: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Open findings counted, what is worth most first.

    artists  the first of `total`: findings by severity, their gain, the most common check
    kinds    checks by severity: how many findings, of how many artists, where
    begin    check and artist (None: not known) to begin with; None where nothing is to be done
    """

    artists: Sequence[Row]
    total: int
    kinds: Sequence[Row]
    begin: tuple[str, str | None] | None


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings that were asked for, what is worth most first.

    table    as many as were asked for, in their order; `rows` are the same
    total    how many there are
    latin    artists' names in Latin letters, by artist id
    markets  territories that are named before others
    """

    wanted: Wanted
    table: ir.Table
    rows: Sequence[Row]
    total: int
    latin: Mapping[str, str]
    markets: Sequence[str]
