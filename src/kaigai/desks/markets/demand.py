"""Latent demand: what an artist would be played as in like markets, less what is played now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.demand_cells import Cells, Unit
from kaigai.desks.markets.demand_chance import Chance, learn_chance, openness
from kaigai.desks.markets.demand_interval import (
    Calibration,
    Miss,
    calibrated,
    held_out,
    markets,
)
from kaigai.desks.markets.demand_model import Artist, Model, Numbers
from kaigai.desks.markets.demand_spread import learn_spread, unfitted
from kaigai.desks.markets.fit_memory import Learnt, digest_of, learnt
from kaigai.desks.markets.world import World

if TYPE_CHECKING:
    import polars as pl

OTHERS: Final = 240  #: artists beside those asked about that the model looks at
#: Of those, how many are from the homes of the asked, where there are as many.
KIN: Final = 120
#: How much more plays there are where there are e times as many artists of a home.
LIFT: Final = 0.3
CHANCE: Final = 120  #: artists whose presence and absence is learned from
ENOUGH: Final = 100  #: artists in charts from which on charts say which markets go together
HOMES: Final = 3  #: homes whose artists are looked at apart, the commonest of the asked
WEIGHT: Final = 1e6  #: of all charts of the world, each market's weighed by its income


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the workspace's own cells are looked at.

    follows   how markets go together, 0 to 1; affinity: per home how much better its artists
              do in each territory, a logarithm
    """

    follows: Numbers | None = None
    affinity: Mapping[str, Numbers] | None = None


@dataclass(frozen=True)
class Demand:
    """What is expected of one artist in each territory of the world, in one unit.

    now      played now: nan where nothing is known, 0 where others are reported and this is not
    expected, low, high   as in like markets; nan for an artist of whom nothing is known
    order    the middle of the prediction, by which markets can be ranked even then
    chance   how likely it is to be heard there at all
    n_known  other markets in which the artist is known
    basis    how much each known market (at) counts
    like     artists heard where this one is, the likest first, with how much they are alike
    """

    artist_id: str
    home: str | None
    unit: Unit
    at: NDArray[np.int64]
    now: Numbers
    expected: Numbers
    low: Numbers
    high: Numbers
    order: Numbers
    chance: Numbers
    n_known: Numbers
    basis: Numbers
    home_effect: Numbers
    like: tuple[tuple[str, float], ...]
    home_is_known: bool = True  #: else it is a guess, which no reason may rest on

    @property
    def latent(self) -> tuple[Numbers, Numbers, Numbers]:
        """What is missing: never below nothing; nan where nothing is expected."""
        now = np.nan_to_num(self.now)
        low, middle, high = (
            np.maximum(each - now, 0.0) for each in (self.low, self.expected, self.high)
        )
        return low, middle, high


@dataclass(frozen=True)
class Fitted:
    """A model in one unit with its intervals and all artists it knows."""

    unit: Unit
    model: Model
    calibration: Calibration
    chance: Chance
    artists: Mapping[str, Artist]
    size: Numbers  #: what all known artists are played in each territory

    @property
    def spoken_of(self) -> int:
        """How many cells it rests on."""
        return sum(len(each.at) for each in self.model.artists)


def quantities(cells: Cells, unit: Unit, world: World) -> "pl.DataFrame":
    """artist_id, territory, quantity in a unit: a share of charts weighs as its market's income.

    The charts of the whole world together weigh a million.
    """
    import polars as pl

    if unit != "weight":
        of_unit = (pl.col("measure") == unit) & (pl.col("quantity") > 0)
        return cells.plays.filter(of_unit).select("artist_id", "territory", "quantity")
    income = np.nan_to_num(world.income)
    weight = dict(zip(world.codes, income / income.sum() * WEIGHT, strict=True))
    return cells.shares.with_columns(
        quantity=pl.col("quantity")
        * pl.col("territory").replace_strict(weight, return_dtype=pl.Float64)
    ).filter(pl.col("quantity") > 0)


def fitted(
    cells: Cells,
    unit: Unit,
    *,
    asked: Mapping[str, str | None],
    homes: Mapping[str, str],
    world: World,
    known: Known,
    seed: int = 1,
) -> Fitted | None:
    """The model of a unit's cells; None where there are none.

    `asked` are the artists to be looked at, each with its home where that is known; `homes`
    those of others.
    """
    every = _artists(quantities(cells, unit, world), world)
    if not every:
        return None
    place = {code: at for at, code in enumerate(world.codes)}
    given = {
        artist: place[code]
        for artist, code in {**homes, **asked}.items()
        if code is not None and code in place
    }
    size = _sizes(every, len(world.codes))
    settled = _settled(every, given, size)
    chosen = _chosen(settled, asked, seed)
    common = _common([artist.home for artist in settled if artist.artist_id in asked])
    affinity = np.array(
        [(known.affinity or {}).get(world.codes[h], np.zeros(len(world.codes))) for h in common]
    ).reshape(len(common), len(world.codes))
    whole = unfitted(world, chosen, homes=common, follows=known.follows, affinity=affinity)
    least, open_ = openness(settled, len(world.codes))
    covered = np.array(
        sorted(place[code] for code in cells.covered.get(unit, frozenset())), dtype=np.int64
    )
    spread_by = lru_cache(maxsize=1)(whole.spread_by)

    def learn() -> Learnt:
        spread = learn_spread(whole, seed)
        model = spread_by(spread)
        misses = _missed(model, given, seed)
        drawn = np.random.default_rng(seed).permutation(len(chosen))[:CHANCE]
        sample = [chosen[at] for at in np.sort(drawn)]
        weights = learn_chance(model, least, open_, covered, sample)
        return Learnt(spread, calibrated(misses), tuple(weights.tolist()))

    of = digest_of(whole, homes=given, markets=(least, open_, covered), seed=seed)
    found = learnt(of, learn)
    return Fitted(
        unit,
        spread_by(found.spread),
        found.calibration,
        Chance(np.array(found.weights), least, open_, covered),
        {each.artist_id: each for each in settled},
        size,
    )


def _missed(model: Model, given: Mapping[str, int], seed: int) -> list[Miss]:
    """What the model misses of cells held out; only territories that matter are carried along."""
    homes = [given[each.artist_id] for each in model.artists if each.artist_id in given]
    seen = markets(model.artists)
    places = np.unique(np.concatenate([seen, [*homes, *model.homes]]).astype(np.int64))
    part = model.within(places, model.artists)
    there = {artist: int(np.searchsorted(places, home)) for artist, home in given.items()}

    def settled(left: Sequence[Artist]) -> Sequence[Artist]:
        return _settled(left, there, _sizes(left, len(places)))

    return list(held_out(part, part.artists, homes=settled, seed=seed))


def learned(charts: Fitted, before: Known) -> Known:
    """What the workspace's charts say of markets, where they are enough; else what was known."""
    if len(charts.artists) < ENOUGH:
        return before
    model = charts.model
    affinity = dict(before.affinity or {})
    middle, _ = model.coefficients
    n = len(model.world.codes)
    for at, home in enumerate(model.homes):
        start = len(middle) - n * (len(model.homes) - at)
        affinity[model.world.codes[home]] = middle[start : start + n]
    return replace(before, affinity=affinity, follows=together(charts, before.follows))


def together(charts: Fitted, before: Numbers | None) -> Numbers:
    """How often artists of one market are in another's charts, too: the cosine of columns.

    Markets without charts are as was known before.
    """
    n = len(charts.model.world.codes)
    present = np.zeros((len(charts.artists), n))
    for row, artist in enumerate(charts.artists.values()):
        present[row, artist.at] = 1.0
    present = present[present.sum(axis=1) > 1]
    length = np.sqrt((present**2).sum(axis=0))
    cosine = (present.T @ present) / np.maximum(np.outer(length, length), 1e-9)
    unknown = (length == 0)[:, None] | (length == 0)[None, :]
    return np.where(unknown, np.nan if before is None else before, cosine)


def from_counts(counts: Counts, world: World, homes: Sequence[str]) -> Known:
    """What public charts taught: how alike markets are, and where artists of a home are heard."""
    n = len(world.codes)
    follows = np.full((n, n), np.nan)
    at = np.array([world.at(code) for code in counts.territories])
    follows[np.ix_(at, at)] = counts.cosine
    affinity = {}
    for home in set(homes) & set(counts.territories):
        row = counts.both[counts.territories.index(home)] + 1.0
        lift = np.log(row) - np.log(counts.artists + 1.0)
        known = np.zeros(n)
        known[at] = LIFT * (lift - np.median(lift))
        known[world.at(home)] = 0.0
        affinity[home] = np.clip(known, -1.0, 1.0)
    return Known(follows, affinity)


def demand(fit: Fitted, artist_id: str, home: str | None, cells: Cells) -> Demand:
    """What is expected of an artist everywhere in the unit of a model."""
    world = fit.model.world
    here = world.at(home) if home else -1
    nothing = np.empty(0, dtype=np.int64)
    artist = fit.artists.get(artist_id, Artist(artist_id, here, nothing, np.empty(0)))
    found = fit.model.predict(artist)
    n = len(world.codes)
    known = np.full(n, len(artist.at), dtype=float)
    known[artist.at] -= 1
    low, middle, high = fit.calibration.interval(
        found, known, artist.home, markets(tuple(fit.artists.values()))
    )
    alone = known == 0  # nothing is known of the artist elsewhere
    middle, low, high = (np.where(alone, np.nan, each) for each in (middle, low, high))
    return Demand(
        artist_id,
        home or (world.codes[artist.home] if artist.home >= 0 else None),
        fit.unit,
        artist.at,
        _now(artist, cells.covered.get(fit.unit, frozenset()), world),
        middle,
        low,
        high,
        found.middle,
        fit.chance.of(fit.model, artist, found),
        known,
        found.basis,
        _home_effect(fit.model, artist.home),
        like(fit, artist),
        home is not None,
    )


def _home_effect(model: Model, home: int) -> Numbers:
    """How much better artists from there do in each territory, where that is known surely."""
    n = len(model.world.codes)
    if home not in model.homes:
        return np.zeros(n)
    middle, covariance = model.coefficients
    start = len(middle) - n * (len(model.homes) - model.homes.index(home))
    effect = middle[start : start + n]
    sd = np.sqrt(np.diag(covariance)[start : start + n])
    return np.where(np.abs(effect) > sd, effect, 0.0)


def _now(artist: Artist, covered: frozenset[str], world: World) -> Numbers:
    now = np.full(len(world.codes), np.nan)
    for code in covered:
        now[world.at(code)] = 0.0
    now[artist.at] = np.exp(artist.plays)
    return now


def like(fit: Fitted, artist: Artist, most: int = 30) -> tuple[tuple[str, float], ...]:
    """Artists heard in the same markets, the likest first: cosine of shares of markets."""
    if not len(artist.at):
        return ()
    n = len(fit.size)
    own = _profile(artist, fit.size, n)
    found = [
        (other.artist_id, float(own @ _profile(other, fit.size, n)))
        for other in fit.artists.values()
        if other.artist_id != artist.artist_id and len(other.at) > 1
    ]
    found.sort(key=lambda each: (-each[1], each[0]))
    return tuple(each for each in found[:most] if each[1] > 0.2)


def _profile(artist: Artist, size: Numbers, n: int) -> Numbers:
    """Where an artist is heard, as a direction: roots of shares, home left out."""
    row = np.zeros(n)
    row[artist.at] = np.sqrt(np.exp(artist.plays) / np.maximum(size[artist.at], 1e-12))
    if artist.home >= 0:
        row[artist.home] = 0.0
    length = float(np.sqrt(row @ row))
    return row / length if length else row


def _artists(rows: "pl.DataFrame", world: World) -> list[Artist]:
    """Artists with their cells, in the order of their ids; homes are not known yet."""
    place = {code: at for at, code in enumerate(world.codes)}
    found: dict[str, tuple[list[int], list[float]]] = {}
    for artist, code, quantity in rows.sort("artist_id", "territory").iter_rows():
        if code in place:
            at, plays = found.setdefault(artist, ([], []))
            at.append(place[code])
            plays.append(quantity)
    return [
        Artist(artist, -1, np.array(at, dtype=np.int64), np.log(np.array(plays)))
        for artist, (at, plays) in found.items()
    ]


def _sizes(artists: Sequence[Artist], n: int) -> Numbers:
    size = np.zeros(n)
    for artist in artists:
        size[artist.at] += np.exp(artist.plays)
    return size


def _settled(artists: Sequence[Artist], given: Mapping[str, int], size: Numbers) -> list[Artist]:
    """Artists with homes: as given, else the market of which they have the largest share."""
    return [
        replace(
            each,
            home=given.get(
                each.artist_id,
                int(each.at[np.argmax(each.plays - np.log(np.maximum(size[each.at], 1e-12)))]),
            ),
        )
        for each in artists
    ]


def _chosen(artists: Sequence[Artist], asked: Mapping[str, str | None], seed: int) -> list[Artist]:
    """The asked, and others: of the same homes, known in most markets, and some as they come."""
    own = [each for each in artists if each.artist_id in asked]
    others = [each for each in artists if each.artist_id not in asked]
    homes = {each.home for each in own}
    order = np.random.default_rng(seed).permutation(len(others))
    ranked = sorted((others[at] for at in order), key=lambda each: -len(each.at))
    kin = [each for each in ranked if each.home in homes][:KIN]
    others = [each for each in ranked if each.home not in homes]
    # Half are those known in most markets, half as they come: intervals are for all kinds.
    known, drawn = others[: (OTHERS - len(kin)) // 2], others[(OTHERS - len(kin)) // 2 :]
    several = [each for each in drawn if len(each.at) > 1]
    mixed = np.random.default_rng(seed).permutation(len(several))[: OTHERS - len(kin) - len(known)]
    rest = [*known, *(several[at] for at in mixed)]
    chosen = {each.artist_id for each in (*own, *kin, *rest)}
    return [each for each in artists if each.artist_id in chosen]


def _common(homes: Sequence[int]) -> tuple[int, ...]:
    counted = {home: homes.count(home) for home in homes if home >= 0}
    return tuple(sorted(sorted(counted, key=lambda home: (-counted[home], home))[:HOMES]))
