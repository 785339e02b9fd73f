"""Who was heard where until a day: artists by territories, as numbers that signals work on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

Matrix = NDArray[np.float32]  #: artists by territories

RANK_EXPONENT = -0.42  #: plays fall with rank as rank^-0.42 (fitted on real streams)
RECENT_DAYS = 28
LATELY_DAYS = 28  #: in which what came is new
HALF_LIFE_DAYS = 28.0


@dataclass(frozen=True, slots=True)
class Sightings:
    """Each time an artist was seen in a territory: four columns of equal length.

    `day` counts days since year 1, as `date.toordinal`; `weight` is plays, or rank^-0.42.
    """

    artists: tuple[str, ...]
    territories: tuple[str, ...]
    artist: NDArray[np.int32]
    territory: NDArray[np.int32]
    day: NDArray[np.int32]
    weight: NDArray[np.float32]

    def between(self, first: date | None, last: date) -> "Sightings":
        """Those from a day on (None: the beginning) and until a day, both included."""
        start = first.toordinal() if first else 0
        kept = (self.day >= start) & (self.day <= last.toordinal())
        return Sightings(
            self.artists,
            self.territories,
            self.artist[kept],
            self.territory[kept],
            self.day[kept],
            self.weight[kept],
        )


def sightings(rows: "pa.Table") -> Sightings:
    """From a table with artist_id, territory, day and weight."""
    artist, artists = _coded(rows["artist_id"])
    territory, territories = _coded(rows["territory"])
    days = rows["day"].to_numpy().astype("datetime64[D]").astype(np.int32)
    return Sightings(
        artists,
        territories,
        artist,
        territory,
        days + date(1970, 1, 1).toordinal(),
        rows["weight"].to_numpy().astype(np.float32),
    )


def _coded(column: Any) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """A column of names as places in their sorted list."""
    names = sorted(set(column.unique().to_pylist()))
    place = {name: at for at, name in enumerate(names)}
    coded = column.combine_chunks().dictionary_encode()
    order = np.array([place[name] for name in coded.dictionary.to_pylist()], dtype=np.int32)
    return order[coded.indices.to_numpy()], tuple(names)


@dataclass(frozen=True)
class Panel:
    """What was known on `day`, the evening of it included; nothing later is in it.

    Only artists who were seen at all are in it. `home` says where an artist is from, where
    that is known; `origin` guesses it for the others. A panel of a few artists is `among` the
    one of all, in which their rows are `rows`: what all artists say is asked of `everyone`.
    """

    day: date
    seen: Sightings
    home: Mapping[str, str] = field(default_factory=dict)
    among: "Panel | None" = None
    rows: NDArray[np.int64] | None = None

    def only(self, rows: Sequence[int]) -> "Panel":
        """The panel of some artists, by their rows in ascending order, among these."""
        chosen = np.array(rows, dtype=np.int64)
        return Panel(self.day, _of(self.seen, chosen), self.home, self, chosen)

    @property
    def everyone(self) -> "Panel":
        """The panel of all artists."""
        return self.among or self

    @property
    def artists(self) -> tuple[str, ...]:
        """Ids, in the order of the rows."""
        return self.seen.artists

    @property
    def territories(self) -> tuple[str, ...]:
        """Codes, in the order of the columns."""
        return self.seen.territories

    @property
    def shape(self) -> tuple[int, int]:
        """How many artists and territories."""
        return len(self.seen.artists), len(self.seen.territories)

    @cached_property
    def age(self) -> NDArray[np.int32]:
        """Days between each sighting and the last chart that was seen.

        Charts may be weeks old on the day asked about; what was lately there was there then.
        """
        return self.everyone.seen.day.max() - self.seen.day

    @cached_property
    def total(self) -> Matrix:
        """All weight until the day."""
        return self.summed(self.seen.weight)

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """Where an artist was ever seen."""
        found = np.zeros(self.shape, dtype=np.bool_)
        found[self.seen.artist, self.seen.territory] = True
        return found

    @cached_property
    def faded(self) -> Matrix:
        """Weight, halved for every four weeks that passed."""
        return self.summed(self.seen.weight * 0.5 ** (self.age / HALF_LIFE_DAYS))

    @cached_property
    def recent(self) -> Matrix:
        """Weight of the last four weeks."""
        return self.summed(np.where(self.age < RECENT_DAYS, self.seen.weight, 0))

    @cached_property
    def before(self) -> Matrix:
        """Weight of the four weeks before those."""
        within = (self.age >= RECENT_DAYS) & (self.age < 2 * RECENT_DAYS)
        return self.summed(np.where(within, self.seen.weight, 0))

    @cached_property
    def since_first(self) -> Matrix:
        """Days since the first sighting; -1 where there is none."""
        days = np.full(self.shape, -1, dtype=np.float32)
        np.maximum.at(days, (self.seen.artist, self.seen.territory), self.age)
        return days

    @cached_property
    def since_last(self) -> Matrix:
        """Days since the last sighting; infinite where there is none."""
        days = np.full(self.shape, np.inf, dtype=np.float32)
        np.minimum.at(days, (self.seen.artist, self.seen.territory), self.age)
        return days

    @cached_property
    def came_lately(self) -> NDArray[np.bool_]:
        """Where artists who were already heard elsewhere came in the last four weeks."""
        since = self.since_first
        new = (since >= 0) & (since < LATELY_DAYS)
        return new & (since < since.max(axis=1, keepdims=True))

    @cached_property
    def heard_by_home(self) -> Matrix:
        """How many artists of each home (row) were heard in each territory."""
        return self._by_home(self.present)

    @cached_property
    def came_by_home(self) -> Matrix:
        """How many artists of each home (row) came lately to each territory."""
        return self._by_home(self.came_lately)

    def _by_home(self, where: NDArray[np.bool_]) -> Matrix:
        many = np.zeros((len(self.territories),) * 2, dtype=np.float32)
        for home in np.unique(self.origin):
            many[home] = where[self.origin == home].sum(axis=0)
        return many

    @cached_property
    def origin(self) -> NDArray[np.int32]:
        """The column of each artist's home; unless it is known, where its share is greatest."""
        if self.among:
            return self.among.origin[self.rows]
        market = self.total.sum(axis=0, keepdims=True)
        share = self.total / np.maximum(market, 1e-9)
        guessed = share.argmax(axis=1).astype(np.int32)
        place = {code: at for at, code in enumerate(self.territories)}
        for row, artist in enumerate(self.artists):
            guessed[row] = place.get(self.home.get(artist, ""), guessed[row])
        return guessed

    @cached_property
    def shares(self) -> Matrix:
        """How an artist's weight of late is spread over territories; 1 in sum."""
        return self.faded / np.maximum(self.faded.sum(axis=1, keepdims=True), 1e-9)

    def across(self, values: NDArray[Any]) -> Matrix:
        """One value per artist, the same in every territory."""
        return np.broadcast_to(values.astype(np.float32)[:, None], self.shape)

    def along(self, values: NDArray[Any]) -> Matrix:
        """One value per territory, the same for every artist."""
        return np.broadcast_to(values.astype(np.float32)[None, :], self.shape)

    def summed(self, values: NDArray[Any]) -> Matrix:
        """One number per sighting, added up by artist and territory."""
        width = len(self.territories)
        flat = np.bincount(
            self.seen.artist.astype(np.int64) * width + self.seen.territory,
            weights=values,
            minlength=len(self.artists) * width,
        )
        return flat.reshape(self.shape).astype(np.float32)


def panel_at(
    seen: Sightings,
    day: date,
    home: Mapping[str, str] | None = None,
    territories: Iterable[str] = (),
) -> Panel:
    """The panel of a day: what came later is cut off before anything is computed.

    Its territories are those with a chart by then, and `territories`, in which nobody may have
    been seen: a territory whose charts begin later is not known of.
    """
    known = seen.between(None, day)
    charted = {seen.territories[at] for at in np.unique(known.territory)}
    codes = tuple(sorted(charted.union(territories)))
    place = {code: at for at, code in enumerate(codes)}
    column = np.array([place.get(code, -1) for code in seen.territories], dtype=np.int32)
    cut = Sightings(
        seen.artists, codes, known.artist, column[known.territory], known.day, known.weight
    )
    return Panel(day, _of(cut, np.unique(cut.artist)), home or {})


def _of(seen: Sightings, rows: NDArray[np.integer]) -> Sightings:
    """The sightings of some artists, who are numbered anew."""
    place = np.full(len(seen.artists), -1, dtype=np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    artist = place[seen.artist]
    kept = artist >= 0
    return Sightings(
        tuple(seen.artists[row] for row in rows),
        seen.territories,
        artist[kept],
        seen.territory[kept],
        seen.day[kept],
        seen.weight[kept],
    )
