"""The tables that markets keep: `demand`, every market of a ranking, and `territories`."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from kaigai.desks.markets.reasons import Reason
from kaigai.desks.markets.result import Market, Ranking
from kaigai.desks.markets.world import world
from kaigai.facts.table import TABLES


def demand_rows(ranking: Ranking) -> pa.Table:
    """Every artist, unit and territory, the first ranks first."""
    markets = (each for every in ranking.markets.values() for each in every)
    return _table("demand", (_demand(each, ranking) for each in markets))


def territory_rows(home: str) -> pa.Table:
    """Every territory with its people, income, languages and distance from home."""
    known = world()
    from_home = (
        known.km[known.at(home)] if home in known.codes else np.full(len(known.codes), np.nan)
    )
    rows = (
        {
            "territory": code,
            "population": _whole(known.population[at]),
            "income_musd_ppp": _number(known.income[at]),
            "languages": list(known.languages[at]),
            "shares": [f"{share:.3f}" for share in known.languages[at].values()],
            "home_km": _number(from_home[at]),
        }
        for at, code in enumerate(known.codes)
    )
    return _table("territories", rows)


def _table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), TABLES[name].arrow_schema())


def _demand(market: Market, ranking: Ranking) -> Mapping[str, Any]:
    period = ranking.grounds[market.unit].period
    nothing = (None, None, None)
    low, middle, high = market.expected or nothing
    latent_low, latent, latent_high = market.latent or nothing
    return {
        "artist_id": market.artist_id,
        "territory": market.territory,
        "rank": market.rank,
        "unit": market.unit,
        "now": market.now,
        "expected": middle,
        "expected_low": low,
        "expected_high": high,
        "chance": market.chance,
        "n_known": market.n_known,
        "latent": latent,
        "latent_low": latent_low,
        "latent_high": latent_high,
        "state": market.state,
        "first_day": period[0] if period else None,
        "last_day": period[1] if period else None,
        "reasons": f"[{', '.join(map(_json, market.reasons))}]",
        "flags": _flags(market.flags),
        "is_recommended": market.is_recommended,
        "as_of": ranking.as_of,
    }


@lru_cache(maxsize=10_000)
def _json(reason: Reason) -> str:
    """The same reasons stand at many markets."""
    return json.dumps(reason.row(), ensure_ascii=False)


@lru_cache(maxsize=1_000)
def _flags(flags: tuple[str, ...]) -> str:
    return json.dumps(flags)


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _whole(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None
