"""What a finding is worth: the plays a year that mending it would bring, with an interval."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.worth.comparison import compared
from kaigai.findings.worth.ratios import by_demand, by_own, placed, places

COLUMNS: Final = ("gain", "gain_low", "gain_high", "gain_measure", "gain_method")

#: The columns of findings that this takes: `worth` is what the check says of itself.
WEIGHED: Final = (
    "finding_id", "check", "subject_kind", "subject_id", "artist_id", "m0", "m1", "m2", "m3",
    "worth",
)  # fmt: skip


def worth(
    findings: ir.Table,
    plays: ir.Table,
    artists_of: ir.Table,
    demand: ir.Table | None,
    *,
    home: str,
) -> ir.Table:
    """`finding_id` and COLUMNS for every finding of which a gain can be told; others have no row.

    findings    the columns WEIGHED
    plays       as `worth.plays.yearly` gives them
    artists_of  subject_kind, subject_id, artist_id: whose each recording and video is
    demand      the result table, or None

    A closed territory is worth what the song is played at home, times what the artist's other
    songs are played there for one play at home (method `own songs`); where none is open there,
    times what the market model expects (`demand`). Territories are added up with their bounds,
    as if all were wrong in the same direction: the interval is rather too wide. A right that
    ends is worth what is played there today (`plays today`). What a song lacks everywhere is
    compared with songs that have it (`compared`).
    """
    owned = plays.inner_join(artists_of, ["subject_kind", "subject_id"])
    at_home = owned.filter(owned.territory == home).select(
        "subject_kind", "subject_id", "artist_id", "measure", at_home="plays"
    )
    own = by_own(owned, at_home, home=home)
    ratios = own if demand is None else _first(own, by_demand(demand, at_home, home=home))
    closed = _closed(findings, at_home, placed(ratios))
    lacking = compared(findings, plays, artists_of, home=home)
    return ibis.union(closed, _lapsing(findings, plays, home=home), lacking)


def _first(own: ir.Table, modelled: ir.Table) -> ir.Table:
    """The artist's own songs where they say something, else the model."""
    key = ["artist_id", "measure", "territory"]
    return ibis.union(own, modelled.anti_join(own, key))


def _closed(findings: ir.Table, at_home: ir.Table, ratios: ir.Table) -> ir.Table:
    chosen = findings.filter(findings.worth == "closed")
    known = chosen.inner_join(
        at_home.select("subject_kind", "subject_id", "measure", "at_home"),
        ["subject_kind", "subject_id"],
    )
    pairs = known.inner_join(ratios, ["artist_id", "measure"])
    concerned = pairs.filter(_holds(pairs))
    return concerned.group_by("finding_id").agg(
        gain=(concerned.at_home * concerned.ratio).sum(),
        gain_low=(concerned.at_home * concerned.ratio_low).sum(),
        gain_high=(concerned.at_home * concerned.ratio_high).sum(),
        gain_measure=concerned.measure.min(),
        gain_method=(concerned.method == "own songs")
        .all()
        .ifelse("own songs", (concerned.method == "demand").all().ifelse("demand", "both")),
    )


def _lapsing(findings: ir.Table, plays: ir.Table, *, home: str) -> ir.Table:
    chosen = findings.filter(findings.worth == "lapsing")
    pairs = chosen.inner_join(
        plays.inner_join(places(), "territory"), ["subject_kind", "subject_id"]
    )
    concerned = pairs.filter(_holds(pairs) & (pairs.territory != home))
    return concerned.group_by("finding_id").agg(
        gain=concerned.plays.sum(),
        gain_low=concerned.low.sum(),
        gain_high=concerned.high.sum(),
        gain_measure=concerned.measure.min(),
        gain_method=ibis.literal("plays today"),
    )


def _holds(pairs: ir.Table) -> ir.BooleanValue:
    """Whether a row's territory (`word`, `bit`) is among those of its finding."""
    words = masks.words(pairs, "m")
    chosen = ibis.cases(*((pairs.word == n, each) for n, each in enumerate(words)), else_=0)
    return (chosen & pairs.bit) != 0
