"""The answer: the markets of each artist asked about, in every unit that is known of anybody."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from kaigai.desks.markets.demand import Fitted, Known, demand, fitted, from_counts, learned
from kaigai.desks.markets.demand_cells import UNITS, Cells, Unit
from kaigai.desks.markets.flags import organised
from kaigai.desks.markets.inputs import Gathered
from kaigai.desks.markets.learned_tables import learned_by
from kaigai.desks.markets.ranking import Market, around, ranked, rows
from kaigai.desks.markets.tie_effect import Effect, lifted
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.world import World, world
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

PLAYS: Final = 3  #: territories with ranks that say as much as one with plays

Watch = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Ranking:
    """Markets of artists in order, per artist and unit, and what they rest on.

    names    what artists are called; homes: where they are from
    learned  until when public charts were learned from beforehand; None: they were not used
    ties     works that are out, of each artist; effect: what such works did to plays
    """

    markets: Mapping[tuple[str, Unit], Sequence[Market]]
    names: Mapping[str, Text]
    homes: Mapping[str, str]
    cells: Cells
    fits: Mapping[Unit, Fitted]
    learned: date | None
    as_of: date
    measure: Unit | None = None
    ties: Mapping[str, Sequence[Tie]] = field(default_factory=dict)
    effect: Effect = Effect()  # noqa: RUF009 - it never changes

    @property
    def artists(self) -> tuple[str, ...]:
        """Who was asked about."""
        return tuple(dict.fromkeys(artist for artist, _ in self.markets))

    def unit_of(self, artist_id: str) -> Unit | None:
        """The unit that was asked for, else the one in which the artist is known best: plays
        say more than ranks, unless ranks are known of many more territories."""
        asked = [unit for unit in UNITS if (artist_id, unit) in self.markets]
        if self.measure is not None:
            return self.measure if self.measure in asked else None
        known: dict[Unit, int] = {
            unit: len(self.fits[unit].artists[artist_id].at) * (1 if unit == "weight" else PLAYS)
            for unit in asked
            if artist_id in self.fits[unit].artists
        }
        best = sorted(known, key=lambda unit: (-known[unit], UNITS.index(unit)))
        return next(iter(best or asked), None)

    def table(self) -> "pa.Table":
        """All of it as rows of the table `demand`."""
        import pyarrow as pa

        from kaigai.facts.table import TABLES

        every = [each for markets in self.markets.values() for each in markets]
        found = rows(every, cells=self.cells, as_of=self.as_of)
        return pa.Table.from_pylist(found, schema=TABLES["demand"].arrow_schema())


def answer(
    known: Gathered, asked: Mapping[str, str | None], *, day: date, seed: int, watch: Watch
) -> Ranking:
    """Fit each unit on all artists of the workspace, and rank the markets of those asked."""
    everyone = {**known.own, **asked}
    before = learned_by(day)
    prior = _prior(everyone, day, world())
    fits: dict[Unit, Fitted] = {}
    steps: tuple[Unit, ...] = ("weight", "streams", "views")
    for step, unit in enumerate(steps):
        watch(step, len(steps), unit)
        fit = fitted(
            known.cells, unit, asked=everyone, homes=known.homes, world=world(), known=prior,
            seed=seed,
        )  # fmt: skip
        if fit:
            fits[unit] = fit
            prior = learned(fit, prior) if unit == "weight" else prior
    found = {
        (artist, unit): markets
        for unit in UNITS
        if unit in fits
        for artist, markets in _markets(known, fits[unit], asked, day)
    }
    homes = {artist: _home(fits, artist, home) for artist, home in asked.items()}
    called = {artist: Text(name, name) for artist, name in known.cells.names.items() if name}
    return Ranking(
        found,
        {**called, **known.names},
        {artist: home for artist, home in homes.items() if home},
        known.cells,
        fits,
        before.until if before else None,
        day,
        ties=known.ties,
        effect=known.effect,
    )


def _prior(everyone: Mapping[str, str | None], day: date, of: World) -> Known:
    """What public charts had taught by the day."""
    before = learned_by(day)
    homes = sorted({home for home in everyone.values() if home})
    return from_counts(before.counts, of, homes) if before else Known()


def _markets(
    known: Gathered, fit: Fitted, asked: Mapping[str, str | None], day: date
) -> list[tuple[str, list[Market]]]:
    filled = organised(known.cells, world())
    beside = replace(around(fit, known.cells, known.names, filled), effect=known.effect)
    return [
        (
            artist,
            ranked(
                lifted(
                    demand(fit, artist, home, known.cells),
                    known.ties.get(artist, ()),
                    known.effect,
                    day=day,
                    world=world(),
                ),
                world(),
                beside.of(known.shut.get(artist, {}), known.ties.get(artist, ())),
                known.cells.services,
            ),
        )
        for artist, home in asked.items()
    ]


def _home(fits: Mapping[Unit, Fitted], artist: str, given: str | None) -> str | None:
    """The home that was given, else the one that was guessed."""
    for fit in fits.values():
        if given is None and artist in fit.artists:
            return world().codes[fit.artists[artist].home]
    return given
