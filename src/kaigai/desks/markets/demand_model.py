"""How much an artist is played in each territory: Gaussian over markets, artist by artist.

The logarithm of an artist's monthly plays in a territory is the size of the market, plus what
artists from the same home are worth there, plus the artist's own size, plus what like markets
say of the artist there, plus chance. All are shrunk by variances learned from the cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

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
SAMPLE: Final = 120  #: artists whose cells tell how far things spread


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


@dataclass(frozen=True)
class Model:
    """What all artists together say of markets; `spread` says how surely."""

    world: World
    homes: tuple[int, ...]
    alike: Numbers
    spread: Spread
    artists: tuple[Artist, ...]

    def design(self, home: int) -> Numbers:
        """One row per territory: an intercept, slopes, the market and the home's effect there."""
        n = len(self.world.codes)
        income, people = np.log(self.world.income), np.log(self.world.population)
        away = np.arange(n) != home
        fixed = np.column_stack(
            [
                np.ones(n),
                _filled(income) - INCOME,
                _filled(income - people) - PER_HEAD,
                np.where(away, self._far[home], 0.0),
                np.where(away, self._shared[home], 0.0),
                ~away,
            ]
        )
        return np.hstack([fixed, np.eye(n), *(np.eye(n) * (home == each) for each in self.homes)])

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
        mean = np.concatenate([[0.0, *SLOPES], np.zeros(n * (1 + n_homes))])
        sd = np.concatenate(
            [
                [INTERCEPT_SD, *SLOPE_SD],
                np.full(n, self.spread.market),
                np.full(n * n_homes, self.spread.home),
            ]
        )
        return mean, sd**-2

    @cached_property
    def _told(self) -> tuple[Numbers, Numbers]:
        """Information on the coefficients, and what it points to."""
        mean, precision = self._prior
        information, vector = np.diag(precision), precision * mean
        for home in sorted({artist.home for artist in self.artists}):
            design = self.design(home)
            for artist in self.artists:
                if artist.home == home:
                    rows = design[artist.at]
                    weighed = np.linalg.solve(self.noise(artist), rows)
                    information = information + rows.T @ weighed
                    vector = vector + weighed.T @ artist.plays
        return information, vector

    def noise(self, artist: Artist) -> Numbers:
        """How an artist's known cells vary together, chance included."""
        own = self.own[np.ix_(artist.at, artist.at)]
        return own + self.spread.chance**2 * np.eye(len(artist.at))

    @cached_property
    def coefficients(self) -> tuple[Numbers, Numbers]:
        """Their middle and their covariance."""
        information, vector = self._told
        covariance = np.linalg.inv(information)
        return covariance @ vector, covariance

    @cached_property
    def likelihood(self) -> float:
        """The logarithm of how likely the cells are, but for a constant."""
        mean, precision = self._prior
        information, vector = self._told
        middle = np.linalg.solve(information, vector)
        found = np.log(precision).sum() - np.linalg.slogdet(information)[1]
        found += vector @ middle - precision @ mean**2
        for artist in self.artists:
            noise = self.noise(artist)
            found -= np.linalg.slogdet(noise)[1]
            found -= artist.plays @ np.linalg.solve(noise, artist.plays)
        return float(found) / 2

    def on(self, artists: Sequence[Artist]) -> "Model":
        """The same spreads, with what other cells say of markets."""
        return Model(self.world, self.homes, self.alike, self.spread, tuple(artists))

    def predict(self, artist: Artist) -> Prediction:
        """What is expected of an artist everywhere, each known cell from the others alone.

        What the artist itself says of markets is taken out first, so that nobody is their own
        evidence.
        """
        design = self.design(artist.home)
        middle, covariance = self.coefficients
        spread_out = design @ covariance
        mean, about = design @ middle, spread_out @ design.T
        if len(artist.at) == 0:
            return Prediction(mean, self._sd(np.diag(about + self.own)), np.empty((len(mean), 0)))
        if any(artist is each for each in self.artists):
            mean, about = self._without(artist, design, mean, about)
        return self._conditioned(artist, mean, about + self.own)

    def _without(
        self, artist: Artist, design: Numbers, mean: Numbers, about: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Mean and covariance of the markets as if the artist had never been seen."""
        at = artist.at
        link = about[:, at]
        gain = np.linalg.solve(self.noise(artist) - about[np.ix_(at, at)], link.T).T
        return mean + gain @ (mean[at] - artist.plays), about + gain @ link.T

    def _conditioned(self, artist: Artist, mean: Numbers, prior: Numbers) -> Prediction:
        at = artist.at
        known = np.linalg.inv(prior[np.ix_(at, at)] + self.spread.chance**2 * np.eye(len(at)))
        link = prior[:, at]
        basis = link @ known
        rest = artist.plays - mean[at]
        middle = mean + basis @ rest
        variance = np.diag(prior) - np.einsum("ij,ij->i", basis, link) + self.spread.chance**2
        alone = np.diag(known)
        middle[at] = artist.plays - (known @ rest) / alone
        variance[at] = 1 / alone
        basis[at] = -known / alone[:, None]
        basis[at, np.arange(len(at))] = 0.0
        return Prediction(middle, np.sqrt(np.maximum(variance, 1e-9)), basis)

    def _sd(self, variance: Numbers) -> Numbers:
        return np.sqrt(variance + self.spread.chance**2)


def _filled(values: Numbers) -> Numbers:
    """What is not known is taken for the middle of what is."""
    middle = np.nanmedian(values) if np.isfinite(values).any() else 0.0
    return np.where(np.isfinite(values), values, middle)


def alike(world: World, follows: Numbers | None = None) -> Numbers:
    """How alike markets are, 0 to 1: near ones, ones of one language, ones that follow.

    `follows` is how markets were seen to go together; it counts for half where it is given.
    """
    near = np.exp(-_filled(world.km) / REACH_KM)
    likeness = (near + world.shared_language()) / 2
    if follows is not None:
        likeness = (likeness + follows) / 2
    np.fill_diagonal(likeness, 1.0)
    values, vectors = np.linalg.eigh((likeness + likeness.T) / 2)
    positive = (vectors * np.maximum(values, 1e-6)) @ vectors.T
    scale = np.sqrt(np.diag(positive))
    return positive / np.outer(scale, scale)


def fit(
    world: World,
    artists: Sequence[Artist],
    *,
    homes: Sequence[int],
    follows: Numbers | None = None,
    seed: int = 1,
) -> Model:
    """The model of these artists' cells; few artists change the spreads little.

    Spreads are learned on at most SAMPLE artists drawn by `seed`, those with most cells first
    of all; everything else on all of them.
    """
    likeness = alike(world, follows)
    spread = _learned(world, artists, homes, likeness, seed)
    return Model(world, tuple(homes), likeness, spread, tuple(artists))


def _learned(
    world: World, artists: Sequence[Artist], homes: Sequence[int], likeness: Numbers, seed: int
) -> Spread:
    """The likeliest spreads, held by what is usual: a factor of two is one standard deviation."""
    from scipy.optimize import minimize

    usual = Spread().array()
    chosen = _sample([each for each in artists if len(each.at) > 1], seed)
    if not chosen:
        return Spread()
    seen = np.unique(np.concatenate([artist.at for artist in chosen]))
    near = np.unique(np.concatenate([seen, [artist.home for artist in chosen], homes]))
    part, small = _within(world, near, chosen)
    kept = tuple(int(np.searchsorted(near, home)) for home in homes)
    similar = likeness[np.ix_(near, near)]

    def unlikely(logs: Numbers) -> float:
        model = Model(part, kept, similar, Spread(*np.exp(logs)), small)
        return -model.likelihood + float((((logs - usual) / np.log(2)) ** 2).sum()) / 2

    found = minimize(
        unlikely, usual, method="L-BFGS-B", bounds=[(-3, 2)] * len(usual),
        options={"maxiter": 12},
    )  # fmt: skip
    return Spread(*(float(each) for each in np.exp(found.x)))


def _sample(artists: Sequence[Artist], seed: int) -> Sequence[Artist]:
    if len(artists) <= SAMPLE:
        return artists
    drawn = np.random.default_rng(seed).choice(len(artists), SAMPLE, replace=False)
    return [artists[at] for at in np.sort(drawn)]


def _within(
    world: World, near: Places, artists: Sequence[Artist]
) -> tuple[World, tuple[Artist, ...]]:
    """The same with only some territories."""
    moved = tuple(
        Artist(
            artist.artist_id,
            int(np.searchsorted(near, artist.home)),
            np.searchsorted(near, artist.at),
            artist.plays,
        )
        for artist in artists
    )
    return world.only(near), moved
