"""What a report shows: a few small tables, counted from the facts and the findings."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kaigai.terms.territories import Mask
from kaigai.terms.text import Text

Row = Mapping[str, Any]

WHOLE = 0.9  #: a month with fewer of its days than this is reported in part


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of a table came from: reader to number of files, and when delivered."""

    readers: Mapping[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What one reader read."""

    reader: str
    licence: str
    files: int
    refused: int
    rows: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """How many of the recordings open at home can be heard in a territory."""

    code: str
    heard: int
    closed: int
    unknown: int

    @property
    def share(self) -> float | None:
        """Of those known, 0 to 1; None where fewer than half are known."""
        known = self.heard + self.closed
        return self.heard / known if known and known >= self.unknown else None


@dataclass(frozen=True, slots=True)
class Heard:
    """Recordings by whether they can be heard at home, and in all markets that matter."""

    total: int
    home_open: int
    home_unknown: int
    all_markets: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Videos:
    """Videos as the services have them; `captioned` counts the standard tracks by language."""

    total: int
    official: int
    official_unknown: int
    captions_known: int = 0
    captioned_abroad: int = 0


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How many findings a check has, by severity; `family` is "" where it is not installed."""

    check: str
    family: str
    severities: Mapping[str, int]

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self.severities.values())


@dataclass(frozen=True, slots=True)
class Artist:
    """An artist with what it has and what was found, by severity."""

    artist_id: str | None
    name: str | None
    latin: str | None
    subjects: Mapping[str, int]
    severities: Mapping[str, int]

    @property
    def n(self) -> int:
        """All its findings."""
        return sum(self.severities.values())


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one check at one artist; `rows` are the first of them."""

    check: str
    artist_id: str | None
    severity: str
    n: int
    mask: Mask
    rows: tuple[Row, ...]
    artist: str | None = None
    latin: str | None = None
    worth: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map: `n` of `of`; None where it is not known, 0 where there is nothing."""

    row: str | None
    column: str
    n: int | None
    of: int

    @property
    def share(self) -> float | None:
        """n of `of`, 0 to 1."""
        return None if self.n is None or not self.of else self.n / self.of


@dataclass(frozen=True, slots=True)
class Month:
    """Plays at home and abroad in a month; None where nothing was reported."""

    month: date
    home: float | None
    abroad: float | None
    days: int
    territories: int

    @property
    def is_whole(self) -> bool:
        """Whether nearly all its days were reported."""
        return self.days >= WHOLE * monthrange(self.month.year, self.month.month)[1]

    @property
    def total(self) -> float | None:
        """Plays everywhere; None where either part is not known."""
        return None if self.home is None or self.abroad is None else self.home + self.abroad


@dataclass(frozen=True, slots=True)
class Plays:
    """One series of plays: who counted what, and of what."""

    service: str
    measure: str
    chart: str | None
    subject_kind: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Skip:
    """A check that did not run, and why."""

    check: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Shared:
    """An artist's plays of twelve months, at home and abroad; home is None where not covered."""

    artist_id: str
    home: float | None
    overseas: float | None
    territories: int | None
    services: int
    months: int
    days: int | None
    month_days: int | None
    name: str | None
    latin: str | None

    @property
    def total(self) -> float:
        """All plays that are known."""
        return (self.home or 0) + (self.overseas or 0)

    @property
    def share(self) -> float | None:
        """The share abroad, 0 to 1."""
        if self.home is None or self.overseas is None or not self.total:
            return None
        return self.overseas / self.total

    @property
    def coverage(self) -> float | None:
        """How many of the days are reported, 0 to 1."""
        return min(self.days / self.month_days, 1.0) if self.days and self.month_days else None


@dataclass(frozen=True, slots=True)
class Latent:
    """What could be played in a territory in a month beside what is, with a 90 % interval."""

    territory: str
    unit: str
    latent: float
    low: float | None
    high: float | None
    artists: int


@dataclass(frozen=True, slots=True)
class Overseas:
    """Shares abroad from the month `first` to the month `last`, and latent demand.

    next  the first markets of each artist, by id
    """

    shares: tuple[Shared, ...]
    first: date
    last: date
    latent: tuple[Latent, ...]
    next: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reported:
    """Everything on the page, but for the words."""

    label: str
    at: datetime
    day: date
    home: str
    home_language: str
    markets: tuple[str, ...]
    counts: Mapping[str, int]
    new: int
    fixed: int
    is_first: bool
    is_stale: bool
    ran: tuple[str, ...]
    skipped: tuple[Skip, ...]
    files: tuple[FilesRead, ...]
    sources: Mapping[str, Source]
    heard: Heard | None
    videos: Videos | None
    checks: tuple[CheckCount, ...]
    first: tuple[Group, ...]
    artists: tuple[Artist, ...]
    artists_total: int
    board: tuple[Cell, ...]
    captions: tuple[Cell, ...]
    languages: tuple[str, ...]
    plays: tuple[Plays, ...]
    groups: tuple[Group, ...]
    overseas: Overseas | None = None
