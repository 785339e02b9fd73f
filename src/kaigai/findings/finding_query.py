"""Which findings are asked for, and in which order they are listed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.check import SEVERITIES

State = Literal["new", "remaining", "fixed"]
OPEN: Final = ("new", "remaining")  #: what is listed unless fixed ones are asked for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; what is empty or None does not narrow.

    artists     artist ids (None: all); territory an ISO alpha-2 code
    """

    artists: Collection[str] | None = None
    checks: Collection[str] = ()
    territory: str | None = None
    severities: Collection[str] = ()
    states: Collection[str] = OPEN


def listed(findings: ir.Table, wanted: Wanted) -> ir.Table:
    """The findings that are asked for: by what they are worth; those of which it is not known
    by severity, then by territories, artist and id."""
    rows = findings.filter(findings.state.isin(list(wanted.states)))
    if wanted.artists is not None:
        rows = rows.filter(rows.artist_id.isin(list(wanted.artists) or [""]))
    if wanted.checks:
        rows = rows.filter(rows.check.isin(list(wanted.checks)))
    if wanted.severities:
        rows = rows.filter(rows.severity.isin(list(wanted.severities)))
    if wanted.territory:
        rows = rows.filter(masks.holds(masks.words(rows, "m"), wanted.territory))
    return rows.order_by(
        worth_first(rows),
        gravity(rows),
        ibis.desc(rows.n_territories),
        rows.artist.fill_null(""),
        rows.finding_id,
    )


def worth_first(rows: ir.Table) -> ir.Value:
    """An order by gain, the largest first; where it is not known comes last."""
    return ibis.desc(rows.gain.fill_null(-1.0))


def gravity(rows: ir.Table) -> ir.IntegerValue:
    """The place of a row's severity; 0 is the gravest."""
    places = [(rows.severity == name, place) for place, name in enumerate(SEVERITIES)]
    return ibis.cases(*places, else_=len(SEVERITIES))
