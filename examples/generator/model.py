"""What the made-up label is: artists, recordings, releases, videos; no file is written yet."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

#: The day that the example is looked at; nothing in it depends on the real clock.
DAY = date(2026, 11, 1)
LABEL_JA = "海鳴レコード（架空）"
LABEL_EN = "Uminari Records (fictional)"
SENDER = "PADPIDA2099010101X"
#: Who the deliveries go to; both are made up. The second gets a few releases only.
RECIPIENTS = (
    ("PADPIDA2099020202N", "Namioto Distribution (fictional)"),
    ("PADPIDA2099030303S", "Shiosai Store (fictional)"),
)

ReleaseType = Literal["Single", "EP", "Album", "VideoSingle"]


@dataclass(slots=True)
class Title:
    """A title in all the forms that the label has of it; None where it has none.

    `language` is the code that the native form is delivered with.
    """

    native: str
    language: str
    reading: str | None = None
    latin: str | None = None
    english: str | None = None

    def texts(self) -> list[str]:
        """Every spelling there is."""
        forms = (self.native, self.reading, self.latin, self.english)
        return [form for form in forms if form]


@dataclass(slots=True)
class Artist:
    """An artist of the label. `latin_variants` are other spellings that some messages use."""

    n: int
    native: str
    reading: str | None
    latin: str | None
    alias: str | None = None
    isni: str | None = None
    channel_id: str | None = None
    #: What some older messages say instead of `native` or `latin`.
    old_native: str | None = None
    old_latin: str | None = None

    @property
    def party_id(self) -> str:
        """The id that Kaigai gives to the party: the ISNI, else the name folded."""
        if self.isni:
            return f"isni:{self.isni}"
        return "name:" + "".join(char for char in self.native.lower() if char.isalnum())

    @property
    def spoken(self) -> str:
        """The name that people abroad would read."""
        return self.latin or self.native


@dataclass(frozen=True, slots=True)
class Person:
    """A composer or lyricist."""

    native: str
    latin: str


@dataclass(frozen=True, slots=True)
class Grant:
    """One right, as a person would say it: this use, from this day, in these territories."""

    use: Literal["stream", "download", "takedown"]
    start: date
    end: date | None = None
    territories: tuple[str, ...] = ("Worldwide",)
    excluded: tuple[str, ...] = ()
    preorder: bool = False


Grants = tuple[Grant, ...]


@dataclass(slots=True)
class Recording:
    """A sound recording or a video resource, and how the messages identify it."""

    n: int
    artist: Artist
    title: Title
    isrc: str
    seconds: int
    first_day: date
    composer: Person | None = None
    lyricist: Person | None = None
    kind: Literal["sound", "video"] = "sound"
    is_instrumental: bool = False
    #: What the message says for the ISRC: the ISRC itself, something malformed, or nothing.
    isrc_given: str | None = ""
    #: Deals of its own; None takes those of the release.
    grants: Grants | None = None

    def __post_init__(self) -> None:
        if self.isrc_given == "":
            self.isrc_given = self.isrc

    @property
    def own_id(self) -> str:
        """The label's own number for it."""
        return f"UMR-{'V' if self.kind == 'video' else 'T'}{self.n:06d}"

    @property
    def subject_id(self) -> str:
        """The id that Kaigai gives to the delivered recording."""
        given = self.isrc_given
        return given if given and len(given) == 12 and given.isalnum() and given[5:].isdigit() \
            else f"own:{SENDER}:{self.own_id}"  # fmt: skip


@dataclass(slots=True)
class Track:
    """A recording's place on a release; `is_delivered` is off where only the sheet has it."""

    recording: Recording
    disc: int
    position: int
    is_delivered: bool = True


@dataclass(slots=True)
class Release:
    """A product, how it is identified, and what the messages about it say."""

    n: int
    artist: Artist
    title: Title
    kind: ReleaseType
    day: date
    gtin: str
    tracks: list[Track]
    grants: Grants
    gtin_given: str | None = ""
    in_sheet: bool = True
    is_delivered: bool = True
    has_deals: bool = True
    #: What the messages about it are to show, e.g. `updated`, `purged`; see messages.py.
    notes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.gtin_given == "":
            self.gtin_given = self.gtin

    @property
    def catalog_number(self) -> str:
        """The number printed on the sleeve."""
        return f"UMR-{self.n:04d}"

    @property
    def subject_id(self) -> str:
        """The id that Kaigai gives to the delivered release."""
        return self.gtin if self.gtin_given == self.gtin else f"own:{SENDER}:{self.catalog_number}"


@dataclass(slots=True)
class CaptionTrack:
    """One subtitle file of a video."""

    language: str
    kind: Literal["standard", "asr", "forced"] = "standard"
    is_draft: bool = False


@dataclass(slots=True)
class Video:
    """A video as YouTube would show it."""

    n: int
    video_id: str
    channel_id: str
    channel: str
    title: str
    description: str
    seconds: int
    published: date
    views: int
    recording: Recording | None = None
    artist: Artist | None = None
    localised: dict[str, tuple[str, str]] = field(default_factory=dict)
    #: None when captions.list was not asked; then `has_captions` alone is known.
    captions: list[CaptionTrack] | None = None
    has_captions: bool = True
    allowed: list[str] | None = None
    blocked: list[str] | None = None
    #: Territories that never watch it.
    unwatched: set[str] = field(default_factory=set)

    @property
    def subject_id(self) -> str:
        """The id that Kaigai gives to the video."""
        return f"youtube:{self.video_id}"


@dataclass(slots=True)
class Channel:
    """A channel; `artist` is None for somebody else's."""

    channel_id: str
    title: str
    artist: Artist | None = None
    subscribers: int = 0


@dataclass(slots=True)
class Label:
    """Everything: what the writers turn into files, and the truth about its faults."""

    seed: int
    artists: list[Artist] = field(default_factory=list)
    recordings: list[Recording] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    truth: dict[str, set[str]] = field(default_factory=dict)

    def found(self, check: str, *subject_ids: str) -> None:
        """Note that `check` must find these."""
        self.truth.setdefault(check, set()).update(subject_ids)
