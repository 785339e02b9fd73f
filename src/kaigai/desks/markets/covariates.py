"""How widely, how lately and how strongly an artist is heard: what signals are weighed by."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.panel import RECENT_DAYS, Matrix, Panel

WEEK = 7
NEVER = 999.0


def circumstances(panel: Panel, counts: Counts) -> Mapping[str, Matrix]:
    """Numbers that are no reason for a territory themselves, but say how far to trust one."""
    of_artists = {
        "reached": np.log(panel.present.sum(axis=1)),
        "held": np.log1p((panel.since_last < RECENT_DAYS).sum(axis=1)),
        "held_this_week": np.log1p((panel.since_last < WEEK).sum(axis=1)),
        "weight": np.log1p(panel.recent.sum(axis=1)),
        "weight_this_week": np.log1p(_this_week(panel)),
        "quickening": _quickening(panel),
        "last_heard": np.log1p(panel.since_last.min(axis=1)),
        "known_for": np.log1p(panel.since_first.max(axis=1)),
        "new_lately": np.log1p(_new(panel, RECENT_DAYS)),
        "new_this_week": np.log1p(_new(panel, WEEK)),
        "since_newest": np.log1p(_since_newest(panel)),
        "best": _best(panel),
        "home_size": np.log1p(counts.artists[panel.origin]),
    }
    columns = {name: panel.across(values) for name, values in of_artists.items()}
    return columns | {"size": panel.along(np.log1p(counts.artists))}


def _this_week(panel: Panel) -> NDArray[np.float32]:
    return panel.summed(np.where(panel.age < WEEK, panel.seen.weight, 0)).sum(axis=1)


def _quickening(panel: Panel) -> NDArray[np.float32]:
    usual = panel.recent.sum(axis=1) * WEEK / RECENT_DAYS
    return np.log((_this_week(panel) + 1) / (usual + 1))


def _new(panel: Panel, days: int) -> NDArray[np.int64]:
    return ((panel.since_first >= 0) & (panel.since_first < days)).sum(axis=1)


def _since_newest(panel: Panel) -> NDArray[np.float32]:
    return np.where(panel.present, panel.since_first, NEVER).min(axis=1)


def _best(panel: Panel) -> NDArray[np.float32]:
    """The greatest single weight of the last four weeks: a first rank, or the most plays."""
    best = np.zeros(len(panel.artists), dtype=np.float32)
    lately = panel.age < RECENT_DAYS
    np.maximum.at(best, panel.seen.artist[lately], panel.seen.weight[lately])
    return np.log1p(best)
