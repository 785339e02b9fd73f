"""How wide 90 % is: cells are held out again and again, and what was missed is counted."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.demand_model import Artist, Model, Numbers, Places, Prediction

LEVEL: Final = 0.9
FOLDS: Final = 4
ASKED: Final = 150  #: artists whose cells are held out, drawn by the seed
MARKETS: Final = 5  #: parts of the markets of which one is taken out at a time
LEAST: Final = 40  #: missed cells from which on a group has quantiles of its own
NORMAL: Final = 1.645  #: the normal distribution's, where too few cells are known
#: How many of a group's are needed to trust them as much as what is usual.
TRUST: Final = 10

Homes = Callable[[Sequence[Artist]], Sequence[Artist]]


@dataclass(frozen=True, slots=True)
class Miss:
    """A held-out cell: how far off it was in spreads, and what was known then."""

    artist_id: str
    at: int
    off: float
    is_home: bool
    known: int
    is_new: bool = False

    @property
    def group(self) -> str:
        """Cells are alike when as much was known of the artist elsewhere, and of the market."""
        return group_of(self.known, self.is_home, self.is_new)


def group_of(known: int, is_home: bool, is_new: bool) -> str:
    """A market of which nobody's plays are known, home, or by how many others are known."""
    if is_new:
        return "new"
    if is_home:
        return "home"
    return "one" if known == 1 else "few" if known < 5 else "many"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Per group of cells the lower quantile, the middle and the upper one, in spreads.

    `counted` says on how many held-out cells each rests; "all" is used where a group is small.
    """

    quantiles: Mapping[str, tuple[float, float, float]]
    counted: Mapping[str, int]

    def of(self, group: str) -> tuple[float, float, float]:
        """The quantiles of a group, or of all."""
        return self.quantiles.get(group, self.quantiles["all"])

    def interval(
        self, prediction: Prediction, known: Numbers, home: int, seen: Places
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Lower bound, middle and upper bound of plays in every territory.

        `known` is how many other cells of the artist were known for each territory; `seen` are
        the territories of which anybody's cells are known.
        """
        new = ~np.isin(np.arange(len(known)), seen)
        groups = [group_of(int(n), at == home, bool(new[at])) for at, n in enumerate(known)]
        cut = np.array([self.of(group) for group in groups])
        logs = prediction.middle[:, None] + prediction.spread[:, None] * cut
        low, middle, high = np.exp(np.clip(logs, -50, 50)).T
        return low, middle, high


def calibrated(misses: Sequence[Miss]) -> Calibration:
    """The quantiles of what was missed; without any, the normal distribution's."""
    groups: dict[str, list[float]] = {"all": [miss.off for miss in misses if not miss.is_new]}
    for miss in misses:
        groups.setdefault(miss.group, []).append(miss.off)
    quantiles = {
        name: _quantiles(np.array(off))
        for name, off in groups.items()
        if name == "all" or len(off) >= LEAST
    }
    return Calibration(quantiles, {name: len(off) for name, off in groups.items()})


def _quantiles(off: Numbers) -> tuple[float, float, float]:
    """With the correction for few cells, and drawn to what is usual where they are very few."""
    n = len(off)
    tail = (1 - LEVEL) / 2
    if n == 0:
        return (-NORMAL, 0.0, NORMAL)
    beyond = min(1.0, (1 - tail) * (n + 1) / n)
    found = np.quantile(off, [1 - beyond, 0.5, beyond])
    trust = n / (n + TRUST)
    low, middle, high = trust * found + (1 - trust) * np.array([-NORMAL, 0.0, NORMAL])
    return float(low), float(middle), float(high)


def held_out(
    model: Model, artists: Sequence[Artist], *, homes: Homes, seed: int = 1
) -> Iterator[Miss]:
    """Each cell once predicted without it and without a quarter of all others, and once
    without anything of its market.

    `homes` says where artists are from by what is left of them, so that a home that was
    guessed is guessed again. Artists of whom nothing is left are not asked about.
    """
    chance = np.random.default_rng(seed)
    several = [each.artist_id for each in artists if len(each.at) > 1]
    asked = set(chance.permutation(several)[:ASKED])
    folds = [chance.integers(0, FOLDS, len(artist.at)) for artist in artists]
    yield from _folded(model, artists, folds, FOLDS, homes, asked, is_new=False)
    seen = markets(artists)
    if len(seen) > MARKETS:
        of = dict(zip(seen, chance.permutation(len(seen)) % MARKETS, strict=True))
        folds = [np.array([of[at] for at in artist.at]) for artist in artists]
        yield from _folded(model, artists, folds, MARKETS, homes, asked, is_new=True)


def markets(artists: Sequence[Artist]) -> Places:
    """The territories of which anybody's plays are known."""
    return np.unique(np.concatenate([artist.at for artist in artists]))


def _folded(
    model: Model,
    artists: Sequence[Artist],
    folds: Sequence[Places],
    n: int,
    homes: Homes,
    asked: Collection[str],
    *,
    is_new: bool,
) -> Iterator[Miss]:
    for fold in range(n):
        left = [_part(each, of != fold) for each, of in zip(artists, folds, strict=True)]
        taken = {
            each.artist_id: _part(each, of == fold)
            for each, of in zip(artists, folds, strict=True)
        }
        again = model.on(homes([each for each in left if len(each.at)]))
        for artist in [each for each in again.artists if each.artist_id in asked]:
            yield from _missed(again, artist, taken[artist.artist_id], is_new)


def _part(artist: Artist, kept: NDArray[np.bool_]) -> Artist:
    return replace(artist, at=artist.at[kept], plays=artist.plays[kept])


def _missed(model: Model, artist: Artist, taken: Artist, is_new: bool) -> Iterator[Miss]:
    if not len(taken.at):
        return
    found = model.predict(artist)
    off = (taken.plays - found.middle[taken.at]) / found.spread[taken.at]
    for at, each in zip(taken.at, off, strict=True):
        is_home = int(at) == artist.home
        yield Miss(artist.artist_id, int(at), float(each), is_home, len(artist.at), is_new)
