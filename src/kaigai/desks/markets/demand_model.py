"""How much an artist is played in each territory: Gaussian over markets, artist by artist.

The logarithm of an artist's monthly plays in a territory is the size of the market, plus what
artists from the same home are worth there, plus the artist's own size, plus what like markets
say of the artist there, plus chance. All are shrunk by variances learned from the cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.world import World

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

#: Kilometres over which what is known of one market says less than half of another.
REACH_KM: Final = 3000.0
#: What is expected of the slopes before any data: plays grow with income, a little less than
#: in step; income per head beyond that, distance and language say something, one knows not what.
SLOPES: Final = (0.9, 0.3, -0.3, 0.8, 1.5)
SLOPE_SD: Final = (0.25, 0.4, 0.3, 0.6, 1.5)
INTERCEPT_SD: Final = 10.0
INCOME: Final = 12.5  #: the logarithm of a middling income, in millions of dollars
PER_HEAD: Final = -4.0  #: and of one per head
LEAST_KM: Final = 100.0
LEAST_INCOME: Final = 1.0  #: millions of dollars


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviations, in natural logarithms of plays.

    market  of territories around what their income makes one expect
    home    of how artists from one home do in a territory
    artist  of artists; like: of an artist over markets, alike in markets that are alike
    chance  of what nothing explains
    """

    market: float = 0.8
    home: float = 0.8
    artist: float = 1.8
    like: float = 0.8
    chance: float = 0.7

    def array(self) -> Numbers:
        """As logarithms, to be learned."""
        return np.log([self.market, self.home, self.artist, self.like, self.chance])


@dataclass(frozen=True, slots=True)
class Artist:
    """One artist's known cells: places of territories, and logarithms of monthly plays."""

    artist_id: str
    home: int
    at: Places
    plays: Numbers


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is expected in every territory: middle and spread of the logarithm.

    Where the artist is played already, that cell itself was left out; `basis` holds how much
    each known cell (column) counts for each territory (row).
    """

    middle: Numbers
    spread: Numbers
    basis: Numbers


@dataclass(frozen=True, slots=True)
class _Design:
    """An artist's cells as rows of a regression, the plays in the last column.

    places  the coefficients that they tell of; block: those among all, by all
    cells   the territories by the territories; alone: what only one cell has
    """

    rows: Numbers
    places: Places
    block: tuple[Places, ...]
    cells: tuple[Places, ...]
    alone: Numbers

    @classmethod
    def of(cls, artist: Artist, fixed: Numbers, starts: Sequence[int]) -> "_Design":
        alone = np.eye(len(artist.at))
        rows = np.hstack([fixed[artist.at], *([alone] * len(starts))])
        places = np.concatenate(
            [np.arange(1 + len(SLOPES)), *(start + artist.at for start in starts)]
        )
        cells = np.ix_(artist.at, artist.at)
        both = np.column_stack([rows, artist.plays])
        return cls(both, places, np.ix_(places, places), cells, alone)


#: What hangs on the territories of a model alone.
OF_WORLD: Final = ("_size", "_far", "_shared")


@dataclass(frozen=True)
class Model:
    """What all artists together say of markets; `spread` says how surely.

    affinity  what is known beforehand of artists from each of `homes` in each territory: how
              much better they do there (a logarithm) than elsewhere
    """

    world: World
    homes: tuple[int, ...]
    alike: Numbers
    spread: Spread
    artists: tuple[Artist, ...]
    affinity: Numbers | None = None

    def _fixed(self, home: int) -> Numbers:
        """One row per territory: an intercept and what slopes are for."""
        n = len(self.world.codes)
        away = np.arange(n) != home
        return np.column_stack(
            [
                np.ones(n),
                self._size,
                np.where(away, self._far[home], 0.0),
                np.where(away, self._shared[home], 0.0),
                ~away,
            ]
        )

    @cached_property
    def _size(self) -> Numbers:
        # Where nobody's income is known, hardly anybody lives.
        least = np.where(np.isfinite(self.world.income), self.world.income, LEAST_INCOME)
        income, people = np.log(least), np.log(self.world.population)
        return np.column_stack([income - INCOME, _filled(income - people) - PER_HEAD])

    def _starts(self, home: int) -> list[int]:
        """Where the coefficients of markets begin, and of markets for artists from a home."""
        first, n = 1 + len(SLOPES), len(self.world.codes)
        own = [first + n * (1 + self.homes.index(home))] if home in self.homes else []
        return [first, *own]

    @cached_property
    def _far(self) -> Numbers:
        return np.log(np.maximum(_filled(self.world.km), LEAST_KM) / LEAST_KM)

    @cached_property
    def _shared(self) -> Numbers:
        return self.world.shared_language()

    @cached_property
    def own(self) -> Numbers:
        """How an artist's own plays vary together over territories, chance left out."""
        return self.spread.artist**2 + self.spread.like**2 * self.alike

    @cached_property
    def _prior(self) -> tuple[Numbers, Numbers]:
        """Means and precisions of all coefficients."""
        n, n_homes = len(self.world.codes), len(self.homes)
        known = self.affinity if self.affinity is not None else np.zeros((n_homes, n))
        mean = np.concatenate([[0.0, *SLOPES], np.zeros(n), known.ravel()])
        sd = np.concatenate(
            [
                [INTERCEPT_SD, *SLOPE_SD],
                np.full(n, self.spread.market),
                np.full(n * n_homes, self.spread.home),
            ]
        )
        return mean, sd**-2

    @cached_property
    def _designs(self) -> "tuple[_Design, ...]":
        """What each artist's cells say of which coefficients, whatever the spreads."""
        fixed = {home: self._fixed(home) for home in {each.home for each in self.artists}}
        return tuple(
            _Design.of(artist, fixed[artist.home], self._starts(artist.home))
            for artist in self.artists
        )

    @cached_property
    def _told(self) -> tuple[Numbers, Numbers, float]:
        """Information on the coefficients, what it points to, and how likely chance is."""
        mean, precision = self._prior
        information, vector = np.diag(precision), precision * mean
        likely = 0.0
        for design in self._designs:
            noise = np.linalg.cholesky(self.own[design.cells] + design.alone * self._chance)
            half = np.linalg.solve(noise, design.rows)
            information[design.block] += half[:, :-1].T @ half[:, :-1]
            vector[design.places] += half[:, :-1].T @ half[:, -1]
            likely -= 2 * np.log(np.diag(noise)).sum() + half[:, -1] @ half[:, -1]
        return information, vector, likely

    @property
    def _chance(self) -> float:
        return self.spread.chance**2

    def noise(self, artist: Artist) -> Numbers:
        """How an artist's known cells vary together, chance included."""
        own = self.own[np.ix_(artist.at, artist.at)]
        return own + self._chance * np.eye(len(artist.at))

    @cached_property
    def coefficients(self) -> tuple[Numbers, Numbers]:
        """Their middle and their covariance."""
        information, vector, _ = self._told
        covariance = np.linalg.inv(information).astype(np.float64)
        return covariance @ vector, covariance

    @cached_property
    def likelihood(self) -> float:
        """The logarithm of how likely the cells are, but for a constant."""
        mean, precision = self._prior
        information, vector, likely = self._told
        middle = np.linalg.solve(information, vector)
        likely += np.log(precision).sum() - np.linalg.slogdet(information)[1]
        likely += vector @ middle - precision @ mean**2
        return float(likely) / 2

    def on(self, artists: Sequence[Artist]) -> "Model":
        """The same spreads, with what other cells say of markets."""
        return self._changed((*OF_WORLD, "own"), artists=tuple(artists))

    def spread_by(self, spread: Spread) -> "Model":
        """The same with other spreads."""
        return self._changed((*OF_WORLD, "_designs"), spread=spread)

    def _changed(self, kept: Sequence[str], **changes: Any) -> "Model":
        """Another one, with what was worked out already and is the same."""
        found = replace(self, **changes)
        vars(found).update({name: getattr(self, name) for name in kept})
        return found

    def within(self, places: Places, artists: Sequence[Artist]) -> "Model":
        """The same with only some territories."""
        moved = tuple(
            replace(
                artist,
                home=int(np.searchsorted(places, artist.home)),
                at=np.searchsorted(places, artist.at),
            )
            for artist in artists
        )
        return Model(
            self.world.only(places),
            tuple(int(np.searchsorted(places, home)) for home in self.homes),
            self.alike[np.ix_(places, places)],
            self.spread,
            moved,
            None if self.affinity is None else self.affinity[:, places],
        )

    def predict(self, artist: Artist) -> Prediction:
        """What is expected of an artist everywhere, each known cell from the others alone.

        What the artist itself says of markets is taken out first, so that nobody is their own
        evidence.
        """
        mean, about = self.markets(artist.home)
        at, own = artist.at, self.own
        variance, link = np.diag(about), about[:, at]
        if artist.artist_id in self._known and len(at):
            gain = np.linalg.solve(self.noise(artist) - link[at], link.T).T
            mean = mean + gain @ (mean[at] - artist.plays)
            variance = variance + np.einsum("ij,ij->i", gain, link)
            link = link + gain @ link[at].T
        return self._conditioned(artist, mean, variance + np.diag(own), link + own[:, at])

    def markets(self, home: int) -> tuple[Numbers, Numbers]:
        """What a middling artist from there is played in each territory, and its covariance."""
        if home not in self._markets:
            fixed, n = self._fixed(home), len(self.world.codes)
            middle, covariance = self.coefficients
            mean = fixed @ middle[: fixed.shape[1]]
            half = fixed @ covariance[: fixed.shape[1]]
            for start in self._starts(home):
                mean = mean + middle[start : start + n]
                half = half + covariance[start : start + n]
            about = half[:, : fixed.shape[1]] @ fixed.T
            for start in self._starts(home):
                about = about + half[:, start : start + n]
            self._markets[home] = (mean, about)
        return self._markets[home]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(artist.artist_id for artist in self.artists)

    @cached_property
    def _markets(self) -> dict[int, tuple[Numbers, Numbers]]:
        return {}

    def _conditioned(
        self, artist: Artist, mean: Numbers, variance: Numbers, link: Numbers
    ) -> Prediction:
        """What the known cells say of all; of each known one, what the others say."""
        at, chance = artist.at, self._chance
        known = np.linalg.inv(link[at] + chance * np.eye(len(at)))
        basis = link @ known
        rest = artist.plays - mean[at]
        middle = mean + basis @ rest
        variance = variance - np.einsum("ij,ij->i", basis, link) + chance
        alone = np.diag(known)
        middle[at] = artist.plays - (known @ rest) / alone
        variance[at] = 1 / alone
        basis[at] = -known / alone[:, None]
        basis[at, np.arange(len(at))] = 0.0
        return Prediction(middle, np.sqrt(np.maximum(variance, 1e-9)), basis)


def _filled(values: Numbers) -> Numbers:
    """What is not known is taken for the middle of what is."""
    middle = np.nanmedian(values) if np.isfinite(values).any() else 0.0
    return np.where(np.isfinite(values), values, middle)


def alike(world: World, follows: Numbers | None = None) -> Numbers:
    """How alike markets are, 0 to 1: near ones, ones of one language, ones that follow.

    `follows` is how markets were seen to go together; it counts for half where it is known.
    """
    near = np.exp(-_filled(world.km) / REACH_KM)
    likeness = (near + world.shared_language()) / 2
    if follows is not None:
        likeness = np.where(np.isfinite(follows), (likeness + follows) / 2, likeness)
    np.fill_diagonal(likeness, 1.0)
    values, vectors = np.linalg.eigh((likeness + likeness.T) / 2)
    positive = (vectors * np.maximum(values, 1e-6)) @ vectors.T
    scale = np.sqrt(np.diag(positive))
    return positive / np.outer(scale, scale)
