"""Ranks the territories that an artist has not reached yet, and says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kaigai.desks.markets.examples import (
    Question,
    earlier_days,
    examples,
    features,
    given_of,
    question,
)
from kaigai.desks.markets.learned_tables import Learned, learned_by
from kaigai.desks.markets.model import Linear, Model, fit
from kaigai.desks.markets.next_market.result import HORIZON, Next
from kaigai.desks.markets.panel import Sightings, panel_at, widened
from kaigai.desks.markets.signal import SIGNALS, Given
from kaigai.desks.markets.tie_ins import Tie, as_table
from kaigai.terms.text import Text

REASONS = 2  #: said of a territory
SPEAKS = 0.1  #: log-odds that a reason adds, at least


@dataclass(frozen=True)
class Guide:
    """A model, and until when it learned; `learned` counts of public charts, where known."""

    model: Model
    until: date
    own: bool  #: learned from the workspace's own charts
    learned: Learned | None


def guide(seen: Sightings, day: date, *, refit: bool, seed: int) -> Guide | None:
    """The model for a day: the one that ships, or (refit, or before its day) an own one.

    None where there is too little to learn from.
    """
    learned = learned_by(day)
    if learned and not refit:
        return Guide(learned.model, learned.until, False, learned)
    days = earlier_days(seen, day, HORIZON)
    past = (question(seen, each, horizon=HORIZON) for each in days)
    own = fit(examples(past, seed=seed), seed=seed) if days else None
    return Guide(own, day, True, learned) if own else None


def ranked(
    seen: Sightings,
    day: date,
    artist: str,
    by: Guide,
    home: Mapping[str, str],
    ties: Sequence[Tie] = (),
) -> list[Next]:
    """The territories an artist has not reached by a day, the likeliest first.

    Tie-ins that were out by the day are told; what they are worth was never learned from charts.
    """
    codes = by.learned.counts.territories if by.learned else ()
    panel = panel_at(widened(seen, codes), day, home)
    own = [each for each in ties if each.artist_id == artist]
    given = given_of(panel, by.learned.counts if by.learned else None)
    row = panel.artists.index(artist)
    cells = ~panel.present & (given["counts"].artists > 0)
    if not cells[row].any():
        return []
    asked = Question(given, features(given), cells, np.zeros_like(cells))
    scores = by.model.rank(asked)[row, cells[row]]
    columns = np.flatnonzero(cells[row])
    cells[np.arange(len(cells)) != row] = False
    rows = asked.rows(cells, by.model.linear.names)
    order = np.argsort(-scores, kind="stable")
    speaking = _speaking(by.model.linear, rows)
    tied = _tied(given, row, own)
    return [
        Next(
            panel.territories[columns[at]],
            float(1 / (1 + np.exp(-scores[at]))),
            (
                *tied.get(columns[at], ()),
                *(SIGNALS[name].because(given, row, columns[at]) for name in speaking[at]),
            ),
        )
        for at in order
    ]


def _tied(given: Given, row: int, ties: Sequence[Tie]) -> Mapping[int, tuple[Text]]:
    """By column the works that are out there, in words."""
    if not ties:
        return {}
    import ibis

    told = {**given, "tie_ins": ibis.memtable(as_table(ties))}
    signal = SIGNALS["tie-in"]
    found = {}
    for column in np.flatnonzero(signal.measure(told)[row]):
        said = signal.because(told, row, int(column))
        found[int(column)] = (
            Text(f"{said.en} ({NOT_WEIGHED.en})", f"{said.ja}({NOT_WEIGHED.ja})"),
        )
    return found


NOT_WEIGHED = Text("not in the chance", "確率には含まない")


def _speaking(linear: Linear, rows: np.ndarray) -> Sequence[Sequence[str]]:
    """For each territory, the signals that lift it most above the artist's usual one."""
    added = (rows - rows.mean(axis=0)) / linear.spread * linear.weights
    told = [at for at, name in enumerate(linear.names) if _tells(name)]
    return [
        [
            linear.names[at]
            for at in sorted(told, key=lambda at: -each[at])[:REASONS]
            if each[at] >= SPEAKS
        ]
        for each in added
    ]


def _tells(name: str) -> bool:
    """Whether a feature is a signal with evidence to show."""
    return name in SIGNALS and SIGNALS[name].evidence is not None
