"""Plays of a few made-up artists from Japan and Korea, where each market has its size."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from kaigai.desks.markets.demand_cells import Cells

SIZES = {
    "JP": 90.0,
    "KR": 20.0,
    "TW": 12.0,
    "HK": 6.0,
    "TH": 9.0,
    "ID": 10.0,
    "US": 30.0,
    "GB": 8.0,
}
SEED = 4
MONTHS = (date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))


def quantities(artists: int = 14) -> Iterator[tuple[str, str, float]]:
    """Artist, territory, monthly plays: size of both, what home likes, and some chance."""
    chance = np.random.default_rng(SEED)
    for n in range(artists):
        home = "JP" if n % 3 else "KR"
        own = chance.normal(0, 0.8)
        for code, size in SIZES.items():
            liked = 2.0 if code == home else 0.8 if (home, code) == ("JP", "TW") else 0.0
            log = np.log(size * 1000) + own + liked + chance.normal(0, 0.4)
            if code == home or chance.random() < 0.7:
                yield f"artist-{n:02}", code, float(np.exp(log))


def small_cells() -> Cells:
    """The same as cells of streams."""
    rows = list(quantities())
    plays = pl.DataFrame(rows, schema=["artist_id", "territory", "quantity"], orient="row")
    nothing = plays.clear()
    filled = nothing.with_columns(share="quantity", before="quantity")
    covered = {"streams": frozenset(SIZES)}
    period = (date(2026, 8, 1), date(2026, 10, 31))
    measured = plays.with_columns(measure=pl.lit("streams"))
    return Cells(measured, nothing, covered, filled, period, None, {}, ("Spotify",))


def homes() -> dict[str, str | None]:
    """Where the artists are from."""
    return {artist: "JP" if int(artist[-2:]) % 3 else "KR" for artist, _, _ in quantities()}


def usage_rows() -> Iterator[dict[str, Any]]:
    """The same as rows of `usage_monthly`, each month a third above and below."""
    for artist, code, plays in quantities():
        for month, part in zip(MONTHS, (0.7, 1.0, 1.3), strict=True):
            yield {
                "month": month,
                "service": "Spotify",
                "chart": None,
                "territory": code,
                "measure": "streams",
                "reporter": "label-list",
                "length": "month",
                "reported_id": artist,
                "quantity": plays * part,
                "n_days": 1,
                "first_day": month,
                "last_day": month,
                "rows": 1,
            }
