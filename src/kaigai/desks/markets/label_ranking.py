"""The markets of every artist asked about, in every unit that is known of anybody."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kaigai.desks.markets.demand import Fitted, Known, demand, fitted, from_counts, learned
from kaigai.desks.markets.demand_cells import UNITS, Unit
from kaigai.desks.markets.flags import organised
from kaigai.desks.markets.inputs import Gathered
from kaigai.desks.markets.learned_tables import learned_by
from kaigai.desks.markets.ranking import around, ranked
from kaigai.desks.markets.reasons import Around
from kaigai.desks.markets.result import Ground, Latent, Market, Ranking
from kaigai.desks.markets.threads import one_thread
from kaigai.desks.markets.tie_effect import lifted
from kaigai.desks.markets.world import world
from kaigai.terms.progress import Watch
from kaigai.terms.text import Text

#: Charts are fitted first: plays are then told what charts say of markets.
STEPS: Final[tuple[Unit, ...]] = ("weight", "streams", "views")


@dataclass(frozen=True)
class Models:
    """A model for each unit with what its reasons are made of, and until when public charts were
    learned from beforehand."""

    fits: Mapping[Unit, Fitted]
    beside: Mapping[Unit, Around]
    learned: date | None


def models(
    known: Gathered, asked: Mapping[str, str | None], *, day: date, seed: int, watch: Watch
) -> Models:
    """Fit each unit on all artists of the workspace, those asked about among them."""
    everyone = {**known.own, **asked}
    before = learned_by(day)
    homes = sorted({home for home in everyone.values() if home})
    prior = from_counts(before.counts, world(), homes) if before else Known()
    fits: dict[Unit, Fitted] = {}
    with one_thread():
        for step, unit in enumerate(STEPS):
            watch(step, len(STEPS), unit)
            fit = fitted(
                known.cells, unit, asked=everyone, homes=known.homes, world=world(), known=prior,
                seed=seed,
            )  # fmt: skip
            if fit:
                fits[unit] = fit
                prior = learned(fit, prior) if unit == "weight" else prior
    filled = organised(known.cells.shares, known.cells.covered.get("weight", frozenset()), world())
    beside = {
        unit: replace(around(fit, known.cells, known.names, filled), effect=known.effect)
        for unit, fit in fits.items()
    }
    return Models(fits, beside, before.until if before else None)


def ranking(known: Gathered, by: Models, asked: Mapping[str, str | None], *, day: date) -> Ranking:
    """Rank the markets of those asked about."""
    cells, fits = known.cells, by.fits
    with one_thread():
        found = {
            (artist, unit): markets
            for unit in UNITS
            if unit in fits
            for artist, markets in _markets(known, fits[unit], by.beside[unit], asked, day)
        }
    homes = {artist: _home(fits, artist, home) for artist, home in asked.items()}
    called = {artist: Text(name, name) for artist, name in cells.names.items() if name}
    return Ranking(
        found,
        {**called, **known.names},
        {artist: home for artist, home in homes.items() if home},
        {
            (artist, unit): len(fit.artists[artist].at)
            for unit, fit in fits.items()
            for artist in asked
            if artist in fit.artists
        },
        {
            unit: Ground(
                cells.ranked if unit == "weight" else cells.played,
                fit.spoken_of,
                len(fit.model.artists),
                fit.calibration.counted.get("all", 0),
            )
            for unit, fit in fits.items()
        },
        cells.services,
        by.learned,
        day,
        ties=known.ties,
        effect=known.effect,
    )


def _markets(
    known: Gathered, fit: Fitted, beside: Around, asked: Mapping[str, str | None], day: date
) -> Iterator[tuple[str, list[Market]]]:
    for artist, home in asked.items():
        ties = known.ties.get(artist, ())
        expected = demand(fit, artist, home, known.cells)
        yield (
            artist,
            ranked(
                lifted(expected, ties, known.effect, day=day, world=world()),
                world(),
                beside.of(known.shut.get(artist, {}), ties),
                known.cells.services,
            ),
        )


def _home(fits: Mapping[Unit, Fitted], artist: str, given: str | None) -> str | None:
    """The home that was given, else the one that was guessed."""
    for fit in fits.values():
        if given is None and artist in fit.artists:
            return world().codes[fit.artists[artist].home]
    return given


def measured_in(found: Ranking, unit: Unit | None) -> Ranking:
    """The same as asked for: in one unit, or in what is known best."""
    several = len(found.artists) > 1
    return replace(found, measure=unit, latent=latent(found.markets, unit) if several else ())


def latent(
    markets: Mapping[tuple[str, Unit], Sequence[Market]], unit: Unit | None = None
) -> tuple[Latent, ...]:
    """Territories by what is latent there for all artists together, the most first.

    Without a unit, in the one in which the most is known. Markets that are not recommended are
    left out.
    """
    rows = [
        each
        for every in markets.values()
        for each in every
        if each.latent and each.is_recommended and unit in (None, each.unit)
    ]
    counted = Counter(each.unit for each in rows)
    commonest = min(counted, key=lambda unit: (-counted[unit], unit), default=None)
    found: dict[str, list[Market]] = {}
    for each in rows:
        if each.unit == commonest:
            found.setdefault(each.territory, []).append(each)
    return tuple(
        sorted(map(_summed, found.values()), key=lambda each: (-each.latent, each.territory))
    )


def _summed(markets: Sequence[Market]) -> Latent:
    low, middle, high = (
        sum(each.latent[part] for each in markets if each.latent) for part in range(3)
    )
    first = markets[0]
    return Latent(first.territory, first.unit, middle, low, high, len(markets))
