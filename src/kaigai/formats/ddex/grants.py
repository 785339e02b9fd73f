"""The parts of a DealList as plain data: deals and visibilities."""

from dataclasses import dataclass, field

from kaigai.formats.ddex.places import Places
from kaigai.formats.ddex.times import When


@dataclass(slots=True)
class Period:
    """From when until when; a side that is not said is None."""

    start: When | None = None
    end: When | None = None


@dataclass(slots=True)
class Use:
    """A use. is_discoverable False: it may be played and is hidden from search."""

    type: str
    is_discoverable: bool = True


@dataclass(slots=True)
class Channel:
    """A service that a deal names: DPID (or the sender's own id) and name."""

    dpid: str | None = None
    name: str | None = None


@dataclass(slots=True)
class Deal:
    """One grant, or its withdrawal.

    places             None when the deal names no territory (possible in 4.x)
    withdrawal         TakeDown or AllDealsCancelled (3.x), else None
    is_out_of_band     the real deal was agreed elsewhere: nothing can be concluded
    technical_refs     the deal holds for these technical descriptions only (a preview, say)
    resource_refs      the deal holds for these resources only
    dates              ReleaseDisplayStart, TrackListingPreviewStart, CoverArtPreviewStart,
                       ClipPreviewStart, PreOrderPreview, PreOrderRelease -> When
    """

    references: list[str] = field(default_factory=list)
    places: Places | None = None
    commercial_models: list[str] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    interfaces: list[str] = field(default_factory=list)
    channel_types: list[str] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    excluded_channels: list[Channel] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    withdrawal: str | None = None
    is_pre_order: bool = False
    is_out_of_band: bool = False
    is_exclusive: bool | None = None
    is_promotional: bool | None = None
    technical_refs: list[str] = field(default_factory=list)
    resource_refs: list[str] = field(default_factory=list)
    dates: dict[str, When] = field(default_factory=dict)

    @property
    def start(self) -> When | None:
        """The start of the first period that has one."""
        return next((period.start for period in self.periods if period.start), None)

    @property
    def end(self) -> When | None:
        """The end of the last period that has one."""
        return next((period.end for period in reversed(self.periods) if period.end), None)

    @property
    def has_only_end(self) -> bool:
        """Whether it says until when and never from when: DDEX's other form of a takedown."""
        return self.end is not None and self.start is None


@dataclass(slots=True)
class ReleaseDeal:
    """Deals for one or several releases, by their references."""

    release_references: list[str] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    effective: When | None = None


@dataclass(slots=True)
class Visibility:
    """From when a release (or track) may be shown and previewed before it can be played.

    dates   the same words as in `Deal.dates`
    """

    reference: str = ""
    is_track: bool = False
    places: Places | None = None
    dates: dict[str, When] = field(default_factory=dict)
