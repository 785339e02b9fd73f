"""Writes plays by day as monthly CSV reports, with a seed: 20,000 recordings in 180 territories.

Every recording has an expected number of plays a day in every territory, large in few and small
in most; a day without a play has no row, as in the services' own reports.
"""

from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from kaigai.terms.territories import ISO

RECORDINGS: Final = 20_000
ACTS: Final = 2_000
HOMES: Final = ("JP", "KR", "US", "ID", "TH")
TERRITORIES: Final = (*HOMES, *[code for code in ISO if code not in HOMES][:175])
SERVICE: Final = "Spotify"
FIRST_YEAR: Final = 2024
DAYS: Final = 731
APART: Final = 2.6  #: how far recordings, and territories, lie apart (of the logarithm)
AT_HOME: Final = 4.0  #: how much more an act is played at home (of the logarithm)

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def isrc_of(recording: int) -> str:
    """The ISRC of a recording's number."""
    return f"JPZZ924{recording:05}"


def act_of(recording: int) -> int:
    """The act whose recording it is."""
    return recording % ACTS


def home_of(act: int) -> str:
    """Where an act is at home."""
    return HOMES[act // 10 % len(HOMES)] if act % 10 == 0 else "JP"


def expected(rows: int, seed: int) -> Numbers:
    """Plays a day of each recording in each territory, so that about so many rows come of them."""
    rng = np.random.default_rng(seed)
    level = rng.normal(0, APART, (len(TERRITORIES), 1)) + rng.normal(0, APART, RECORDINGS)
    for act in range(ACTS):
        level[TERRITORIES.index(home_of(act)), act::ACTS] += AT_HOME
    low, high, share = -30.0, 10.0, rows / DAYS / level.size
    for _ in range(40):
        middle = (low + high) / 2
        is_more = (1 - np.exp(-np.exp(level + middle))).mean() > share
        low, high = (low, middle) if is_more else (middle, high)
    return np.exp(level + low).ravel()


def month_of(year: int, month: int, plays: Numbers, seed: int) -> pl.DataFrame:
    """The report of one month."""
    rng = np.random.default_rng((seed, year, month))
    heard = 1 - np.exp(-plays)
    isrcs = pl.Series([isrc_of(number) for number in range(RECORDINGS)])
    days = []
    for day in range(monthrange(year, month)[1]):
        pairs = np.flatnonzero(rng.random(len(plays)) < heard)
        territory, recording = np.divmod(pairs, RECORDINGS)
        days.append(
            pl.DataFrame(
                {
                    "date": pl.repeat(date(year, month, day + 1), len(pairs), eager=True),
                    "service": pl.repeat(SERVICE, len(pairs), eager=True),
                    "territory": pl.Series(TERRITORIES).gather(territory),
                    "isrc": isrcs.gather(recording),
                    "streams": np.maximum(rng.poisson(plays[pairs]), 1),
                }
            )
        )
    return pl.concat(days)


def write_months(folder: Path, rows: int, seed: int = 1, months: int = 24) -> int:
    """Monthly CSV files of about so many rows in two years; returns how many were written."""
    folder.mkdir(parents=True, exist_ok=True)
    plays = expected(rows, seed)
    written = 0
    for at in range(months):
        year, month = FIRST_YEAR + at // 12, at % 12 + 1
        frame = month_of(year, month, plays, seed)
        frame.write_csv(folder / f"plays-{year}-{month:02}.csv")
        written += len(frame)
    return written
