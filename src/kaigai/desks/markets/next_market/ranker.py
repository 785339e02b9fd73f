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
    open_cells,
    question,
)
from kaigai.desks.markets.learned_tables import Learned, learned_by
from kaigai.desks.markets.model import Linear, Model, fit
from kaigai.desks.markets.next_market.result import HORIZON, Next
from kaigai.desks.markets.panel import Sightings, panel_at
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
    every = panel_at(seen, day, home, codes)
    of_all = given_of(every, by.learned.counts if by.learned else None)
    row = every.artists.index(artist)
    # Only the artist's own row is measured; levels alone are read from everyone's.
    given = {**of_all, "panel": every.only([row])}
    panel, asked = given["panel"], _asked(given, [0])
    if not asked.asked.any():
        return []
    ranking, at_row = (_asked(of_all, [row]), row) if by.model.members else (asked, 0)
    scores = by.model.rank(ranking)[at_row, asked.asked[0]]
    columns = np.flatnonzero(asked.asked[0])
    rows = asked.rows(asked.asked, by.model.linear.names)
    order = np.argsort(-scores, kind="stable")
    speaking = _speaking(by.model.linear, rows)
    tied = _tied(given, [each for each in ties if each.artist_id == artist])
    return [
        Next(
            panel.territories[columns[at]],
            float(1 / (1 + np.exp(-scores[at]))),
            (
                *tied.get(columns[at], ()),
                *_said(given, columns[at], speaking[at]),
            ),
        )
        for at in order
    ]


def _asked(given: Given, rows: Sequence[int]) -> Question:
    """About the open cells of some artists; what will come nobody knows."""
    cells = open_cells(given)
    asked = np.zeros_like(cells)
    asked[rows] = cells[rows]
    return Question(given, features(given), asked, np.zeros_like(cells))


def _tied(given: Given, ties: Sequence[Tie]) -> Mapping[int, tuple[Text]]:
    """By column the works that are out there, in words."""
    if not ties:
        return {}
    import ibis

    told = {**given, "tie_ins": ibis.memtable(as_table(ties))}
    signal = SIGNALS["tie-in"]
    found = {}
    for column in np.flatnonzero(signal.measure(told)[0]):
        if (said := signal.because(told, 0, int(column))) is None:
            continue
        found[int(column)] = (
            Text(f"{said.en} ({NOT_WEIGHED.en})", f"{said.ja}({NOT_WEIGHED.ja})"),
        )
    return found


NOT_WEIGHED = Text("not in the chance", "確率には含まない")


def _said(given: Given, column: int, names: Sequence[str]) -> Sequence[Text]:
    """The first reasons that may be said, each sentence once."""
    every = (SIGNALS[name].because(given, 0, int(column)) for name in names)
    said: dict[Text, None] = {}
    for each in every:
        if each is not None:
            said[each] = None
        if len(said) == REASONS:
            break
    return tuple(said)


def _speaking(linear: Linear, rows: np.ndarray) -> Sequence[Sequence[str]]:
    """For each territory, the signals that lift it most above the artist's usual one."""
    added = (rows - rows.mean(axis=0)) / linear.spread * linear.weights
    told = [at for at, name in enumerate(linear.names) if _tells(name)]
    return [
        [linear.names[at] for at in sorted(told, key=lambda at: -each[at]) if each[at] >= SPEAKS]
        for each in added
    ]


def _tells(name: str) -> bool:
    """Whether a feature is a signal with evidence to show."""
    return name in SIGNALS and SIGNALS[name].evidence is not None
