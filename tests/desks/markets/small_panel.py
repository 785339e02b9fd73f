"""Panels from literals, and a made-up world of charts with a rule in it, for tests."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from kaigai.desks.markets.examples import given_of
from kaigai.desks.markets.panel import Matrix, Panel, Sightings, panel_at, sightings
from kaigai.desks.markets.signal import SIGNALS

DAY = date(2026, 3, 1)
Seen = Mapping[str, Mapping[str, int | tuple[int, ...]]]


def seen(rows: Seen) -> Sightings:
    """Sightings from {artist: {territory: days ago}}; several days ago as a tuple."""
    told = [
        {"artist_id": artist, "territory": code, "day": DAY - timedelta(ago), "weight": 1.0}
        for artist, places in rows.items()
        for code, days in places.items()
        for ago in (days if isinstance(days, tuple) else (days,))
    ]
    return sightings(pa.Table.from_pylist(told))


def given(rows: Seen, home: Mapping[str, str] | None = None) -> Mapping[str, Any]:
    """What signals may ask for, on DAY."""
    return given_of(panel_at(seen(rows), DAY, home))


def value(name: str, given: Mapping[str, Any], artist: str, territory: str) -> float:
    """One signal for one artist and territory."""
    panel: Panel = given["panel"]
    matrix: Matrix = SIGNALS[name].measure(given)
    row, column = panel.artists.index(artist), panel.territories.index(territory)
    return float(matrix[row, column])


def why(name: str, given: Mapping[str, Any], artist: str, territory: str) -> str:
    """The reason in English; nothing where it may not be said."""
    panel: Panel = given["panel"]
    row, column = panel.artists.index(artist), panel.territories.index(territory)
    said = SIGNALS[name].because(given, row, column)
    return said.en if said else ""


def many(n: int, name: str, places: Mapping[str, int | tuple[int, ...]]) -> Seen:
    """The same sightings of several artists."""
    return {f"{name} {at}": places for at in range(n)}


def made_up(artists: int = 400, weeks: int = 24, seed: int = 5) -> Sightings:
    """Charts in which artists of Japan go on to Taiwan, and those of Mexico to Colombia.

    Half of the artists move on, after some weeks; the rest stay. Some strays are anywhere.
    """
    generator = np.random.default_rng(seed)
    paths = (("JP", "TW", "HK"), ("MX", "CO", "PE"), ("DE", "AT", "CH"))
    rows = []
    for number in range(artists):
        path = paths[number % len(paths)]
        start = int(generator.integers(0, weeks - 2))
        reach = int(generator.integers(1, len(path) + 1))
        for step, code in enumerate(path[:reach]):
            first = start + step * int(generator.integers(1, 6))
            rows += [(number, code, week) for week in range(first, min(first + 8, weeks))]
        if generator.random() < 0.1:
            rows.append((number, "US", min(start + 1, weeks - 1)))
    begin = DAY - timedelta(7 * weeks)
    return sightings(
        pa.Table.from_pylist(
            [
                {
                    "artist_id": f"artist {number:03}",
                    "territory": code,
                    "day": begin + timedelta(7 * week),
                    "weight": 1.0 + number % 3,
                }
                for number, code, week in rows
            ]
        )
    )
