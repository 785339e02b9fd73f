"""The parts of a DDEX release message, as plain data in the message's own words."""

from dataclasses import dataclass, field
from datetime import datetime

from kaigai.formats.ddex.places import Places
from kaigai.formats.ddex.times import When


@dataclass(slots=True)
class Identifier:
    """The sender's own identifier: who gives it out, and the value."""

    namespace: str
    value: str


@dataclass(slots=True)
class PartyName:
    """One spelling of a party. kind: full, indexed (`Shu, Saeko`), ascii, abbreviated."""

    text: str
    kind: str = "full"
    language: str | None = None
    places: Places | None = None
    is_default: bool | None = None
    is_original: bool | None = None


@dataclass(slots=True)
class PartyIds:
    """A party's identifiers, as given and unchecked."""

    isni: str | None = None
    ipi: str | None = None
    ipn: str | None = None
    dpid: str | None = None
    proprietary: list[Identifier] = field(default_factory=list)


@dataclass(slots=True)
class Party:
    """A party of the PartyList (4.x), or one named where it plays its part (3.x)."""

    reference: str | None
    names: list[PartyName] = field(default_factory=list)
    ids: PartyIds = field(default_factory=PartyIds)

    @property
    def name(self) -> str | None:
        """The first full name, as given."""
        return self.names[0].text if self.names else None


@dataclass(slots=True)
class MessageParty:
    """Who sends or receives a message: DPID (or what stands in its place) and name."""

    dpid: str | None = None
    name: str | None = None


@dataclass(slots=True)
class Head:
    """What a message says about itself.

    kind               NewReleaseMessage or PurgeReleaseMessage
    version            the digits of its namespace: 37 38 381 382 383 41 411 42 43 431 432
    control_type       Live, Test, or None where it is not said (which means live)
    update_indicator   OriginalMessage or UpdateMessage (3.x), else None
    language           the message's @LanguageAndScriptCode: the default of every text
    """

    kind: str
    version: str
    language: str | None = None
    profile: str | None = None
    message_id: str = ""
    thread_id: str = ""
    sender: MessageParty = field(default_factory=MessageParty)
    sent_on_behalf_of: MessageParty | None = None
    recipients: list[MessageParty] = field(default_factory=list)
    created_at: datetime | None = None
    control_type: str | None = None
    update_indicator: str | None = None

    @property
    def recipient(self) -> MessageParty:
        """The first recipient."""
        return self.recipients[0] if self.recipients else MessageParty()


@dataclass(slots=True)
class Title:
    """One title.

    kind             display, formal, reference, translated, transliterated, original,
                     alternative, grouping … (`TitleType` without its last word)
    is_display_text  True for 4.x `DisplayTitleText`, the one-line form of the display title
    """

    text: str
    kind: str = "display"
    subtitle: str = ""
    language: str | None = None
    places: Places | None = None
    is_default: bool | None = None
    is_display_text: bool = False
    is_original: bool | None = None


@dataclass(slots=True)
class ArtistName:
    """One spelling of the whole artist line, such as `A feat. B`."""

    text: str
    language: str | None = None
    places: Places | None = None
    is_default: bool | None = None


@dataclass(slots=True)
class Credit:
    """A party's part. kind: artist, contributor, indirect (composers and writers in 3.x).

    Either `party_reference` (4.x) or `party` (3.x) is set; neither for a `SpecialDisplayArtist`
    or `SpecialContributor` such as `Traditional`, whose word is in `special`.
    """

    kind: str
    party_reference: str | None = None
    party: Party | None = None
    special: str | None = None
    roles: list[str] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    sequence: int | None = None
    places: Places | None = None


@dataclass(slots=True)
class RightsLine:
    """A (P) or (C) line. mark: P or C."""

    mark: str
    text: str
    year: str | None = None
    company: str | None = None
    places: Places | None = None


@dataclass(slots=True)
class Dated:
    """A date of a thing. kind: release, original, original-digital, first-publication."""

    kind: str
    when: When
    places: Places | None = None
    is_default: bool | None = None


@dataclass(slots=True)
class Label:
    """A label: its name (3.x) or the reference of its party (4.x)."""

    name: str | None = None
    party_reference: str | None = None
    kind: str | None = None
    places: Places | None = None


@dataclass(slots=True)
class Genre:
    """A genre as the sender words it."""

    text: str
    sub: str = ""
    places: Places | None = None


@dataclass(slots=True)
class Edition:
    """One edition of a recording (4.3) or one identifier block (before).

    kind         ImmersiveEdition, NonImmersiveEdition or None
    is_replaced  True for an identifier that another one has replaced
    """

    kind: str | None = None
    isrcs: list[str] = field(default_factory=list)
    ids: list[Identifier] = field(default_factory=list)
    catalog_numbers: list[Identifier] = field(default_factory=list)
    is_replaced: bool = False


@dataclass(slots=True)
class Clip:
    """A part that may be played. kind: Preview, StandaloneClip …; expression: Informative …"""

    kind: str | None = None
    expression: str | None = None
    start: str | None = None
    duration_ms: int | None = None


@dataclass(slots=True)
class Related:
    """Another resource, and how this one relates to it (IsClipFrom, HasContentFrom …)."""

    relation: str
    reference: str | None = None
    isrcs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Resource:
    """A sound recording or a video.

    kind            sound or video
    full_files      technical descriptions of a whole recording
    preview_files   technical descriptions that are only a preview or clip
    preview_refs    the references of previews and clips, which a deal may be limited to
    released        dates of the recording, by territory in 3.x
    """

    kind: str
    reference: str = ""
    type: str | None = None
    language: str | None = None
    editions: list[Edition] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    artist_names: list[ArtistName] = field(default_factory=list)
    artists: list[Credit] = field(default_factory=list)
    contributors: list[Credit] = field(default_factory=list)
    duration_ms: int | None = None
    languages: list[str] = field(default_factory=list)
    subtitle_languages: list[str] = field(default_factory=list)
    dubbing_languages: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    full_files: int = 0
    preview_files: int = 0
    preview_refs: list[str] = field(default_factory=list)
    clips: list[Clip] = field(default_factory=list)
    lines: list[RightsLine] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    released: list[Dated] = field(default_factory=list)
    created: When | None = None
    is_instrumental: bool | None = None
    genres: list[Genre] = field(default_factory=list)
    parental_warnings: list[str] = field(default_factory=list)
    iswcs: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)

    @property
    def isrc(self) -> str | None:
        """The recording's ISRC: the first edition's first, else a later one's."""
        for edition in self.editions:
            if edition.isrcs and not edition.is_replaced:
                return edition.isrcs[0]
        return None

    @property
    def is_preview_only(self) -> bool:
        """Whether only a preview or clip was delivered, and no whole recording."""
        return self.preview_files > 0 and self.full_files == 0


@dataclass(slots=True)
class ReleaseIds:
    """A release's identifiers, as given and unchecked; replaced ones are left out."""

    icpn: str | None = None
    grid: str | None = None
    isrc: str | None = None
    catalog_numbers: list[Identifier] = field(default_factory=list)
    proprietary: list[Identifier] = field(default_factory=list)


@dataclass(slots=True)
class Linked:
    """A resource that goes with another one, such as its cover art or its video."""

    reference: str
    description: str | None = None


@dataclass(slots=True)
class Placement:
    """A resource's place on a release. disc and sequence count from 1; None when not said."""

    resource_reference: str
    disc: int | None = None
    sequence: int | None = None
    is_secondary: bool = False
    is_bonus: bool = False
    is_hidden: bool = False
    linked: list[Linked] = field(default_factory=list)


@dataclass(slots=True)
class Release:
    """A release.

    kind   main, track, video-track or clip; several `main` ones are possible in 3.x, where
           only one has is_main
    """

    kind: str
    reference: str = ""
    references: list[str] = field(default_factory=list)
    is_main: bool | None = None
    types: list[str] = field(default_factory=list)
    language: str | None = None
    ids: ReleaseIds = field(default_factory=ReleaseIds)
    titles: list[Title] = field(default_factory=list)
    artist_names: list[ArtistName] = field(default_factory=list)
    artists: list[Credit] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    released: list[Dated] = field(default_factory=list)
    lines: list[RightsLine] = field(default_factory=list)
    genres: list[Genre] = field(default_factory=list)
    parental_warnings: list[str] = field(default_factory=list)
    visibility_references: list[str] = field(default_factory=list)
    duration_ms: int | None = None


@dataclass(slots=True)
class Purged:
    """A release that the sender takes back altogether."""

    ids: ReleaseIds
    titles: list[Title] = field(default_factory=list)


@dataclass(slots=True)
class End:
    """The message was read to its end.

    has_deal_list   whether a DealList stood in the message; without one, or with none in it
                    (`deals` 0), the message grants nothing, unlike one release without a deal
    deals           ReleaseDeal elements
    """

    has_deal_list: bool
    deals: int
