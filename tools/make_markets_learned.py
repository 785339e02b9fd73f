"""Writes desks/markets/learned from a public chart: which markets follow which, and weights.

    python -m tools.make_markets_learned CHART.parquet

CHART is a Parquet file with date, country, rank and channel_id: YouTube's trending music videos
by day, the 50 highest of 110 territories, published under MIT with CC0 data. Only counts by
territory and by pair of territories are written, and the weights of the signals; no row of the
chart, no name and no rank.
"""

import json
import sys
from datetime import date
from pathlib import Path

import duckdb
import numpy as np

from kaigai.desks.markets.counts import Counts, counted
from kaigai.desks.markets.examples import STEP_DAYS, examples, question
from kaigai.desks.markets.model import Linear, fit_linear
from kaigai.desks.markets.panel import RANK_EXPONENT, Sightings, panel_at, sightings
from kaigai.terms.territories import ISO

FOLDER = Path(__file__).parents[1] / "src/kaigai/desks/markets/learned"
HORIZON = 56
SEED = 1
BEGIN_AFTER = 14  #: days of the chart that the first question looks back on
QUERY = """
    SELECT channel_id AS artist_id, country AS territory, date::DATE AS day,
           sum(rank ^ ?)::FLOAT AS weight
    FROM read_parquet(?) WHERE channel_id IS NOT NULL AND list_contains(?, country)
    GROUP BY ALL ORDER BY ALL
"""


def chart(path: str) -> Sightings:
    """The chart as sightings of channels."""
    rows = duckdb.execute(QUERY, [RANK_EXPONENT, path, list(ISO)])
    return sightings(rows.to_arrow_table())


def days_of(seen: Sightings) -> list[date]:
    """Every week's day whose horizon the chart covers."""
    first, last = int(seen.day.min()) + BEGIN_AFTER, int(seen.day.max()) - HORIZON
    return [date.fromordinal(day) for day in range(last, first - 1, -STEP_DAYS)]


def write_counts(counts: Counts) -> None:
    """One file by territory, one by pair."""
    alone = ["territory,artists,foreign,entries"]
    pairs = ["from,to,both,moved,watched_days"]
    for row, code in enumerate(counts.territories):
        numbers = (counts.artists[row], counts.foreign[row], counts.entries[row])
        alone.append(",".join([code, *(f"{number:.0f}" for number in numbers)]))
        for column, other in enumerate(counts.territories):
            cells = (table[row, column] for table in (counts.both, counts.moved, counts.watched))
            pairs.append(",".join([code, other, *(f"{cell:.0f}" for cell in cells)]))
    (FOLDER / "territories.csv").write_text("\n".join(alone) + "\n")
    (FOLDER / "follows.csv").write_text("\n".join(pairs) + "\n")


def write_model(linear: Linear, until: date) -> None:
    """The weights, to six figures."""
    content = {
        "until": until.isoformat(),
        "horizon_days": HORIZON,
        "names": linear.names,
        "mean": np.round(linear.mean, 6).tolist(),
        "spread": np.round(linear.spread, 6).tolist(),
        "weights": np.round(linear.weights, 6).tolist(),
        "constant": round(linear.constant, 6),
    }
    (FOLDER / "model.json").write_text(json.dumps(content, indent=1) + "\n")


def main() -> None:
    """Read the chart and write the three files."""
    seen = chart(sys.argv[1])
    until = date.fromordinal(int(seen.day.max()))
    questions = [question(seen, day, horizon=HORIZON) for day in days_of(seen)]
    write_model(fit_linear(examples(questions, seed=SEED)), until)
    write_counts(counted(panel_at(seen, until)))


if __name__ == "__main__":
    main()
