"""What an overview shows: a few small tables, counted from the facts and the findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kaigai.terms.territories import Mask
from kaigai.terms.text import Text

Row = Mapping[str, Any]


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
    """Videos, official ones, and those of them that somebody abroad can read."""

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
class Skip:
    """A check that did not run, and why."""

    check: str
    reason: Text


@dataclass(frozen=True, slots=True)
class LastAudit:
    """When the checks ran, which ones, and whether the facts changed since."""

    day: date
    new: int
    fixed: int
    is_first: bool
    is_stale: bool
    ran: tuple[str, ...]
    skipped: tuple[Skip, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The label at a glance: what was read, and the figures that sum it up."""

    audit: LastAudit
    home: str
    markets: tuple[str, ...]
    counts: Mapping[str, int]
    artists: int
    files: tuple[FilesRead, ...]
    sources: Mapping[str, Source]
    heard: Heard | None
    videos: Videos | None
    found: Mapping[str, int]  #: findings by check
    played: tuple[date, date] | None  #: months of plays


@dataclass(frozen=True, slots=True)
class Availability:
    """Where recordings can be heard on a day; `artist` is whose they are, None: everybody's."""

    day: date
    home: str
    markets: tuple[str, ...]
    heard: Heard | None
    source: Source | None
    artist: Artist | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many findings there are, by check."""

    audit: LastAudit
    checks: tuple[CheckCount, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """What to do first: groups of findings of one check at one artist."""

    groups: tuple[Group, ...]
    markets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Cells by artist and column, for the first of all artists."""

    cells: tuple[Cell, ...]
    artists: tuple[Artist, ...]
    total: int
    columns: tuple[str, ...]
    source: "Source | LastAudit | None"


@dataclass(frozen=True, slots=True)
class Roster:
    """The first artists with their findings by check; `total` counts all artists."""

    artists: tuple[Artist, ...]
    total: int
    groups: tuple[Group, ...]
    markets: tuple[str, ...]
