"""Which markets share artists, and which follow which: counts that add up over sources."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.panel import Panel

Numbers = NDArray[np.float64]

WINDOW_DAYS = 56  #: a market that is reached later did not follow
PRIOR_DAYS = 500.0  #: days of watching that an unseen pair is given at the usual rate


@dataclass(frozen=True)
class Counts:
    """Counts by territory and by pair of territories (from, to), in the order of `territories`.

    artists   heard there at all
    foreign   of these, those from elsewhere
    entries   artists from elsewhere first heard there in the last four weeks
    both      artists heard in both
    moved     artists heard first in the one, and within eight weeks in the other
    watched   days that artists were watched for it
    """

    territories: tuple[str, ...]
    artists: Numbers
    foreign: Numbers
    entries: Numbers
    both: Numbers
    moved: Numbers
    watched: Numbers

    def plus(self, other: "Counts") -> "Counts":
        """With what another source counted; territories that only it has are left out."""
        place = {code: at for at, code in enumerate(other.territories)}
        mine = [at for at, code in enumerate(self.territories) if code in place]
        its = [place[self.territories[at]] for at in mine]
        return Counts(
            self.territories,
            _added(self.artists, other.artists, mine, its),
            _added(self.foreign, other.foreign, mine, its),
            _added(self.entries, other.entries, mine, its),
            _added(self.both, other.both, mine, its),
            _added(self.moved, other.moved, mine, its),
            _added(self.watched, other.watched, mine, its),
        )

    @cached_property
    def shared(self) -> Numbers:
        """The share of one territory's artists who are heard in the other, too."""
        share = self.both / np.maximum(self.artists[:, None], 1)
        np.fill_diagonal(share, 0)
        return share

    @cached_property
    def cosine(self) -> Numbers:
        """How like the artists of two territories are, 0 to 1."""
        size = np.sqrt(np.maximum(self.artists, 1))
        like = self.both / np.outer(size, size)
        np.fill_diagonal(like, 0)
        return like

    @cached_property
    def rate(self) -> Numbers:
        """How often a day an artist moves on from one territory to the other."""
        usual = self.moved.sum() / max(self.watched.sum(), 1.0)
        return (self.moved + usual * PRIOR_DAYS) / (self.watched + PRIOR_DAYS)


def _added(mine: Numbers, its: Numbers, here: list[int], there: list[int]) -> Numbers:
    total = mine.astype(np.float64).copy()
    if total.ndim == 1:
        total[here] += its[there]
    else:
        total[np.ix_(here, here)] += its[np.ix_(there, there)]
    return total


def counted(panel: Panel) -> Counts:
    """The counts of a panel."""
    present = panel.present.astype(np.float32)  # holds whole numbers until 16 million
    artists = panel.present.sum(axis=0).astype(np.float64)
    at_home = np.bincount(panel.origin, minlength=len(panel.territories))
    moved, watched = _moves(panel)
    return Counts(
        panel.territories,
        artists,
        np.maximum(artists - at_home, 0),
        panel.came_lately.sum(axis=0).astype(np.float64),
        (present.T @ present).astype(np.float64),
        moved,
        watched,
    )


def pull(both: Numbers, firm: float) -> Numbers:
    """How much each territory (row) draws to each (column) once all others are allowed for.

    The weights of a ridge regression of every territory on all others (H. Steck's EASE); `both`
    is what pairs have in common, `firm` holds the weights back.
    """
    inverse = np.linalg.inv(both + firm * np.eye(len(both)))
    weights: Numbers = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return weights


def _moves(panel: Panel) -> tuple[Numbers, Numbers]:
    """Moves from each territory to each, and the days that artists were watched for them."""
    first = np.where(panel.present, -panel.since_first, np.inf)
    width = len(panel.territories)
    moved, watched = np.zeros((width, width)), np.zeros((width, width))
    for at in range(width):
        began = first[np.isfinite(first[:, at])]
        if not len(began):
            continue
        left = began[:, at : at + 1]
        until = np.minimum(np.minimum(began, 0), left + WINDOW_DAYS)
        watched[at] = np.maximum(until - left, 0).sum(axis=0)
        moved[at] = ((began > left) & (began <= left + WINDOW_DAYS)).sum(axis=0)
    return moved, watched
