"""Markets of artists in order, before any door shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from kaigai.desks.markets.demand_cells import UNITS, Period, Unit
from kaigai.desks.markets.flags import STOPS
from kaigai.desks.markets.reasons import Reason
from kaigai.desks.markets.tie_effect import Effect
from kaigai.desks.markets.tie_ins import Tie
from kaigai.terms.text import Text

#: What is known of a market: a figure; nothing narrower than TOO_WIDE; nothing of the artist.
State = Literal["known", "too wide", "unknown"]
TOO_WIDE: Final = 200.0  #: times the lower bound: an interval as wide is no figure to act on


@dataclass(frozen=True)
class Market:
    """One territory for an artist in one unit; numbers are a month's, None is not known.

    Where the interval is too wide to act on, `expected` and `latent` are None, and so is `rank`.
    """

    artist_id: str
    territory: str
    unit: Unit
    rank: int | None
    now: float | None
    expected: tuple[float, float, float] | None  #: low, middle, high
    latent: tuple[float, float, float] | None
    chance: float | None
    n_known: int
    reasons: tuple[Reason, ...]
    flags: tuple[str, ...]
    state: State = "unknown"

    @property
    def is_recommended(self) -> bool:
        """Whether nothing stops it."""
        return not set(self.flags) & set(STOPS)

    @property
    def is_first(self) -> bool:
        """Whether it is among those to look at: recommended, and not too wide to act on."""
        return self.is_recommended and self.state != "too wide"


@dataclass(frozen=True, slots=True)
class Latent:
    """What is latent in a territory for several artists together; the bounds are added up as if
    all were wrong in one direction."""

    territory: str
    unit: Unit
    latent: float
    low: float
    high: float
    artists: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What the markets in one unit rest on.

    cells  plays, or shares of charts, that are known, of so many artists
    held   cells that were held out to see how wide 90 % is
    """

    period: Period | None
    cells: int
    artists: int
    held: int


@dataclass(frozen=True)
class Ranking:
    """Markets of artists in order, per artist and unit, and what they rest on.

    names    what artists are called; homes: where they are from
    known    per artist and unit how many territories are known, where any is
    latent   what is latent for all of them together, the most first; none of a single artist
    learned  until when public charts were learned from beforehand; None: they were not used
    ties     works that are out, of each artist; effect: what such works did to plays
    """

    markets: Mapping[tuple[str, Unit], Sequence[Market]]
    names: Mapping[str, Text]
    homes: Mapping[str, str]
    known: Mapping[tuple[str, Unit], int]
    grounds: Mapping[Unit, Ground]
    services: tuple[str, ...]
    learned: date | None
    as_of: date
    measure: Unit | None = None
    latent: Sequence[Latent] = ()
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
        weighed = {
            unit: self.known[artist_id, unit] * (1 if unit == "weight" else PLAYS)
            for unit in asked
            if (artist_id, unit) in self.known
        }
        best = sorted(weighed, key=lambda unit: (-weighed[unit], UNITS.index(unit)))
        return next(iter(best or asked), None)


PLAYS = 3  #: territories with ranks that say as much as one with plays
