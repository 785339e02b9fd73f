"""Holds the 90 % intervals of predicted plays to cells that were held out.

    python -m benchmarks.demand FOLDER [SEEDS]

FOLDER holds the charts that `../shared/data/charts` does. A fifth of all artist-territory cells
is hidden; the model sees the rest, homes are guessed from the rest, and the hidden cells are
predicted, those of artists of whom nothing is left aside. Beside it a plain baseline: the
artist's mean share of its known markets times the size of the market, with the same kind of
interval.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from kaigai.desks.markets.demand import Fitted, Known, demand, fitted
from kaigai.desks.markets.demand_cells import Cells
from kaigai.desks.markets.world import world

HIDDEN = 0.2
MONTH = 30.4
KWORB = "kworb7_streams_2025-06_2025-12.parquet"
WEEKLY = "hipster_weekly_kr_ru_ua.parquet"
CHARTS = "charts_spotify_apple_youtube_2025-07_2026-03.parquet"
FALL = -0.42

Cell = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """Cells to hide a part of, and what they are."""

    name: str
    rows: pl.DataFrame  #: artist_id, territory, quantity


def streams(folder: Path, first: str, last: str) -> Case:
    """Real streams of seven Spotify charts: a month's, of a span of days."""
    rows = pl.read_parquet(folder / KWORB).filter(
        pl.col("date").is_between(pl.lit(first), pl.lit(last))
    )
    days = rows.group_by("country").agg(n=pl.col("date").n_unique())
    summed = rows.group_by("artist", "country").agg(pl.col("streams").sum())
    found = summed.join(days, on="country").select(
        artist_id="artist",
        territory="country",
        quantity=pl.col("streams") / pl.col("n") * MONTH,
    )
    return Case(
        f"streams, Spotify top 50, {first} to {last}", found.sort("artist_id", "territory")
    )


def weekly(folder: Path, year: str) -> Case:
    """Real streams of the weekly top 200 of three territories in a year, a month's."""
    rows = pl.read_parquet(folder / WEEKLY).filter(pl.col("chart_date").str.starts_with(year))
    weeks = rows.group_by("country").agg(n=pl.col("chart_date").n_unique())
    summed = rows.group_by("performer", "country").agg(pl.col("streams").sum())
    found = summed.join(weeks, on="country").select(
        artist_id="performer",
        territory="country",
        quantity=pl.col("streams") / pl.col("n") / 7 * MONTH,
    )
    return Case(f"streams, Spotify weekly top 200, {year}", found.sort("artist_id", "territory"))


def ranks(folder: Path, platform: str, first: str) -> Case:
    """Weights of ranks on one service's charts from a day on, as shares of each list."""
    rows = pl.read_parquet(folder / CHARTS).filter(
        (pl.col("platform") == platform) & (pl.col("date") >= first)
    )
    weighed = rows.with_columns(w=pl.col("rank").cast(pl.Float64) ** FALL)
    summed = weighed.group_by("artist", "country").agg(pl.col("w").sum())
    share = pl.col("w") / pl.col("w").sum().over("country")
    income = dict(zip(world().codes, np.nan_to_num(world().income), strict=True))
    size = pl.col("country").replace_strict(income, default=None, return_dtype=pl.Float64)
    found = summed.select(artist_id="artist", territory="country", quantity=share * size)
    kept = found.filter(pl.col("quantity") > 0).sort("artist_id", "territory")
    return Case(f"weights of ranks, {platform} from {first}", kept)


def held(case: Case, seed: int, most: int = 3000) -> tuple[list[Cell], list[Cell]]:
    """Hidden cells with what was predicted, by the model and by the baseline."""
    rows = case.rows.with_columns(
        chance=pl.Series(np.random.default_rng(seed).random(len(case.rows)))
    )
    seen, hidden = rows.filter(pl.col("chance") >= HIDDEN), rows.filter(pl.col("chance") < HIDDEN)
    hidden = hidden.join(seen.select("artist_id").unique(), on="artist_id").sort("chance")
    hidden = hidden.head(most)
    asked = dict.fromkeys(hidden["artist_id"].unique(maintain_order=True).to_list())
    fit = fitted(
        _cells(seen), "streams", asked=asked if len(asked) < 400 else {}, homes={},
        world=world(), known=Known(), seed=seed,
    )  # fmt: skip
    assert fit is not None
    return list(_model(fit, hidden, seen)), list(_plain(hidden, seen))


def _cells(rows: pl.DataFrame) -> Cells:
    plays = rows.select("artist_id", "territory", "quantity", measure=pl.lit("streams"))
    covered = {"streams": frozenset(rows["territory"].to_list())}
    nothing = rows.select("artist_id", "territory", "quantity").clear()
    return Cells(plays, nothing, covered, nothing, None, None, {}, ())


def _model(fit: Fitted, hidden: pl.DataFrame, seen: pl.DataFrame) -> Iterable[Cell]:
    cells = _cells(seen)
    for (artist,), of in hidden.group_by(["artist_id"], maintain_order=True):
        found = demand(fit, str(artist), None, cells)
        for code, quantity in of.select("territory", "quantity").iter_rows():
            at = world().at(code)
            yield _cell(
                code, found.home or "?", len(found.at), quantity,
                found.low[at], found.expected[at], found.high[at],
            )  # fmt: skip


def _plain(hidden: pl.DataFrame, seen: pl.DataFrame) -> Iterable[Cell]:
    """The artist's mean share of its known markets times the market, and held-out misses."""
    sizes = dict(seen.group_by("territory").agg(pl.col("quantity").sum()).iter_rows())
    known: dict[str, list[tuple[str, float]]] = {}
    for artist, code, quantity in seen.select("artist_id", "territory", "quantity").iter_rows():
        known.setdefault(artist, []).append((code, quantity))
    off = []
    for of in known.values():
        for code, quantity in of:
            rest = [n / sizes[other] for other, n in of if other != code]
            if rest:
                off.append(np.log(quantity / (np.mean(rest) * sizes[code])))
    low, high = np.exp(np.quantile(off, [0.05, 0.95]))
    for artist, code, quantity in hidden.select("artist_id", "territory", "quantity").iter_rows():
        if code in sizes:
            of = known[artist]
            middle = float(np.mean([n / sizes[other] for other, n in of])) * sizes[code]
            yield _cell(code, "?", len(of), quantity, low * middle, middle, high * middle)


def _cell(
    code: str, home: str, known: int, quantity: float, low: float, middle: float, high: float
) -> Cell:
    return {
        "territory": code,
        "home": home,
        "known": "1" if known == 1 else "2-4" if known < 5 else "5+",
        "quantity": quantity,
        "inside": low <= quantity <= high,
        "width": float(np.sqrt(high / low)),
        "miss": float(abs(np.log(quantity / middle))),
    }


def summary(cells: list[Cell]) -> pl.DataFrame:
    """Coverage, how many, the middling width (times either way) and the middling miss."""
    return pl.DataFrame(cells).select(*_figures())


def _figures() -> list[pl.Expr]:
    return [
        pl.len().alias("n"),
        pl.col("inside").mean().round(3).alias("covered"),
        pl.col("width").median().round(1),
        pl.col("miss").median().exp().round(2),
    ]


def by(cells: list[Cell], name: str) -> pl.DataFrame:
    """The same by a column."""
    return pl.DataFrame(cells).group_by(name).agg(*_figures()).sort(name)


def _sized(cells: list[Cell]) -> list[Cell]:
    """Cells with the third of the artists' plays that they lie in."""
    cuts = np.quantile([cell["quantity"] for cell in cells], [1 / 3, 2 / 3])
    names = ("small", "middling", "large")
    return [
        {**cell, "size": f"{place} {names[place]}"}
        for cell in cells
        for place in [int(np.searchsorted(cuts, cell["quantity"]))]
    ]


CASES: tuple[Callable[[Path], Case], ...] = (
    lambda folder: streams(folder, "2025-10-01", "2025-12-31"),
    lambda folder: streams(folder, "2025-07-01", "2025-09-30"),
    lambda folder: weekly(folder, "2021"),
    lambda folder: ranks(folder, "spotify", "2026-01-01"),
    lambda folder: ranks(folder, "apple", "2026-01-01"),
)


def main(folder: Path, seeds: int) -> None:
    """Print coverage for each case, all seeds together, with the baseline beside it."""
    pl.Config.set_tbl_rows(100)
    pl.Config.set_tbl_hide_dataframe_shape(True)
    for make in CASES:
        case = make(folder)
        model: list[Cell] = []
        plain: list[Cell] = []
        for seed in range(1, (seeds if "streams" in case.name else 1) + 1):
            ours, theirs = held(case, seed)
            model += ours
            plain += theirs
        print(f"\n## {case.name}: {len(case.rows):,} cells", flush=True)
        print("model", summary(model), "artist mean x market", summary(plain), sep="\n")
        for name in ("known", "home", "territory", "size"):
            if name in ("known", "size") or model_is_small(model, name):
                print(by(_sized(model), name), flush=True)


def model_is_small(cells: list[Cell], name: str) -> bool:
    """Whether a table by that column is short enough to print."""
    return len({cell[name] for cell in cells}) <= 20


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
