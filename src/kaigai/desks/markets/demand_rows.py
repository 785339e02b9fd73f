"""Rows of the table `demand`: every market of a ranking."""

import json
from typing import Any

import pyarrow as pa

from kaigai.desks.markets.result import Market, Ranking
from kaigai.facts.table import TABLES


def demand_rows(ranking: Ranking) -> pa.Table:
    """Every artist, unit and territory, the first ranks first."""
    rows = [_row(each, ranking) for markets in ranking.markets.values() for each in markets]
    return pa.Table.from_pylist(rows, schema=TABLES["demand"].arrow_schema())


def _row(market: Market, ranking: Ranking) -> dict[str, Any]:
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
        "first_day": period[0] if period else None,
        "last_day": period[1] if period else None,
        "reasons": json.dumps([each.row() for each in market.reasons], ensure_ascii=False),
        "flags": json.dumps(market.flags),
        "is_recommended": market.is_recommended,
        "as_of": ranking.as_of,
    }
