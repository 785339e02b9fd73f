"""For one play at home, how many an artist has in each territory: from own songs, or a model."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.territories import ISO

#: Half of a 90 % interval of a normal distribution, in standard deviations.
HALF: Final = 1.645
LEAST: Final = 3  #: songs that are open in a territory before they say anything about others
#: With fewer songs than this the spread is no better known than by this factor.
FEW: Final = 10
SURE: Final = 0.95  #: a chance from which on the lower end of a 90 % interval is not zero

COLUMNS: Final = (
    "artist_id",
    "measure",
    "territory",
    "ratio",
    "ratio_low",
    "ratio_high",
    "method",
)


def by_own(owned: ir.Table, at_home: ir.Table, *, home: str) -> ir.Table:
    """COLUMNS from the artist's own songs: plays there for each play at home, where both are.

    The ratio is that of sums, so that large songs count for more; its standard error is that of
    a ratio estimate over songs, widened where there are few, and never below zero.
    """
    abroad = owned.filter(owned.territory != home)
    pairs = abroad.select(
        "subject_kind", "subject_id", "measure", "territory", "plays"
    ).inner_join(at_home, ["subject_kind", "subject_id", "measure"])
    key = ["artist_id", "measure", "territory"]
    sums = pairs.group_by(*key).agg(
        n=pairs.count(),
        there=pairs.plays.sum(),
        here=pairs.at_home.sum(),
        yy=(pairs.plays * pairs.plays).sum(),
        xy=(pairs.plays * pairs.at_home).sum(),
        xx=(pairs.at_home * pairs.at_home).sum(),
    )
    known = sums.filter(sums.n >= LEAST)
    ratio = known.there / known.here
    residual = known.yy - 2 * ratio * known.xy + ratio * ratio * known.xx
    spread = ibis.greatest(residual, 0.0) / (known.n - 1)
    # A single other song differs from the mean by its own spread, not by that of the mean.
    error = (spread * (1 + 1 / known.n)).sqrt() * known.n / known.here
    wide = HALF * (1 + 2.0 / ibis.least(known.n, FEW))
    return known.select(
        *key,
        ratio=ratio,
        ratio_low=ibis.greatest(ratio - wide * error, 0.0),
        ratio_high=ratio + wide * error,
        method=ibis.literal("own songs"),
    )


def by_demand(demand: ir.Table, at_home: ir.Table, *, home: str) -> ir.Table:
    """COLUMNS from the market model: expected monthly plays there, over those at home.

    What is expected where the artist is heard counts by the chance that it is heard there at
    all; where that is less than certain, nothing may come of it, and the interval says so.
    """
    here = at_home.group_by("artist_id", "measure").agg(here=at_home.at_home.sum() / 12)
    rows = demand.filter((demand.territory != home) & demand.expected.notnull())
    joined = rows.inner_join(
        here.filter(here.here > 0),
        [rows.artist_id == here.artist_id, rows.unit == here.measure],
        rname="{name}_here",
    )
    chance = joined.chance.fill_null(1.0)
    return joined.select(
        "artist_id",
        "measure",
        "territory",
        ratio=joined.expected * chance / joined.here,
        ratio_low=(chance >= SURE).ifelse(joined.expected_low, 0.0) / joined.here,
        ratio_high=joined.expected_high / joined.here,
        method=ibis.literal("demand"),
    )


def places() -> ir.Table:
    """Every territory with the word and the bit of a mask that stand for it."""
    return ibis.memtable(
        {
            "territory": list(ISO),
            "word": [n // 63 for n in range(len(ISO))],
            "bit": [1 << (n % 63) for n in range(len(ISO))],
        },
        schema={"territory": "string", "word": "int64", "bit": "int64"},
    )


def placed(ratios: ir.Table) -> ir.Table:
    """Ratios with the word and the bit of their territory."""
    return ratios.inner_join(places(), "territory")
