"""Rows of the table `territories`: what ships with the project, as other tools may want it."""

from typing import TYPE_CHECKING

import numpy as np

from kaigai.desks.markets.world import world
from kaigai.facts.table import TABLES

if TYPE_CHECKING:
    import pyarrow as pa


def territory_rows(home: str) -> "pa.Table":
    """Every territory with its people, income, languages and distance from home."""
    import pyarrow as pa

    known = world()
    from_home = (
        known.km[known.at(home)] if home in known.codes else np.full(len(known.codes), np.nan)
    )
    rows = [
        {
            "territory": code,
            "population": _whole(known.population[at]),
            "income_musd_ppp": _number(known.income[at]),
            "languages": list(known.languages[at]),
            "shares": [f"{share:.3f}" for share in known.languages[at].values()],
            "home_km": _number(from_home[at]),
        }
        for at, code in enumerate(known.codes)
    ]
    return pa.Table.from_pylist(rows, schema=TABLES["territories"].arrow_schema())


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _whole(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None
