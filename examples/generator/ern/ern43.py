"""A message in ERN 4.3: parties and titles by reference, one main release."""

from collections.abc import Iterable, Iterator
from datetime import date

from examples.generator.ern.contents import by_disc, delivered, house_style
from examples.generator.ern.deals import by_grants, codes_in, models, uses
from examples.generator.ern.message import Message
from examples.generator.ern.xml import Element, el
from examples.generator.model import (
    LABEL_EN,
    LABEL_JA,
    RECIPIENTS,
    SENDER,
    Artist,
    Grant,
    Person,
    Recording,
    Release,
    Title,
)

NAMESPACE = "http://ddex.net/xml/ern/43"
ROOT = {
    "xmlns:ern": NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/release-notification.xsd",
    "AvsVersionId": "3",
}
EVERYWHERE = {"ApplicableTerritoryCode": "Worldwide"}
_PROFILES = {"Single": "Audio", "EP": "Audio", "Album": "Audio", "VideoSingle": "Video"}


def root(message: Message) -> Element:
    """The whole message."""
    if message.kind == "purge":
        return _purge(message)
    release = message.release
    return el(
        "ern:NewReleaseMessage",
        head(message),
        el("PartyList", parties(release)),
        el("ResourceList", resources(message)),
        el("ReleaseList", releases(message)),
        el("DealList", deals(release)) if release.has_deals else None,
        **ROOT,
        LanguageAndScriptCode=message.default,
        ReleaseProfileVersionId=_PROFILES[release.kind],
    )


def _purge(message: Message) -> Element:
    ids = _release_id(message.release)
    purged = el("PurgedRelease", ids)
    return el("ern:PurgeReleaseMessage", head(message), purged, **ROOT, LanguageAndScriptCode="ja")


def head(message: Message) -> Element:
    """The message header."""
    recipient, name = RECIPIENTS[message.recipient]
    return el(
        "MessageHeader",
        el("MessageThreadId", message.message_id),
        el("MessageId", message.message_id),
        el("MessageSender", el("PartyId", SENDER), _party_name(LABEL_EN)),
        el("MessageRecipient", el("PartyId", recipient), _party_name(name)),
        el("MessageCreatedDateTime", message.created_at),
        el("MessageControlType", "TestMessage" if message.kind == "test" else "LiveMessage"),
    )


def _party_name(name: str, language: str | None = None, **flags: str | None) -> Element:
    return el("PartyName", el("FullName", name), LanguageAndScriptCode=language, **flags)


def parties(release: Release) -> Iterator[Element]:
    """The artist, the writers and the label."""
    yield _artist(release.artist)
    for person in writers(release):
        yield el(
            "Party",
            el("PartyReference", _reference(person)),
            _party_name(person.native, "ja-Jpan"),
            _party_name(person.latin, "ja-Latn"),
        )
    yield el(
        "Party",
        el("PartyReference", "PLabel"),
        _party_name(LABEL_JA, "ja-Jpan"),
        _party_name(LABEL_EN, "en"),
    )


def _artist(artist: Artist) -> Element:
    is_latin = artist.native == artist.latin
    return el(
        "Party",
        el("PartyReference", f"PArtist{artist.n}"),
        _party_name(artist.native, "en" if is_latin else "ja-Jpan", IsDefault="true"),
        None if is_latin or not artist.latin else _party_name(artist.latin, "ja-Latn"),
        _party_name(artist.reading, "ja-Hrkt") if artist.reading else None,
        el("PartyId", el("ISNI", artist.isni)) if artist.isni else None,
    )


def writers(release: Release) -> list[Person]:
    """The composers and lyricists, each once, in the order of their first song."""
    songs = [track.recording for track in release.tracks if track.is_delivered]
    people = (person for song in songs for person in (song.composer, song.lyricist))
    return list(dict.fromkeys(person for person in people if person))


def _reference(person: Person) -> str:
    return "P" + person.latin.replace(" ", "")


def resources(message: Message) -> Iterator[Element]:
    """The recordings, then the cover."""
    release = message.release
    for n, song in delivered(release):
        yield resource(song, n, message.default)
    yield _cover(release)


def resource(song: Recording, n: int, default: str) -> Element:
    """A sound recording or a video."""
    name = "Video" if song.kind == "video" else "SoundRecording"
    kind = "ShortFormMusicalWorkVideo" if song.kind == "video" else "MusicalWorkSoundRecording"
    return el(
        name,
        el("ResourceReference", f"A{n}"),
        el("Type", kind),
        _edition(song, n, name),
        titles(song.title, song.artist, default),
        _artist_names(song.artist),
        _contributors(song),
        el("Duration", f"PT{song.seconds // 60}M{song.seconds % 60:02d}S"),
        _published(song),
        el("ParentalWarningType", "NotExplicit"),
        el("IsInstrumental", "true" if song.is_instrumental else "false"),
        None if song.is_instrumental else el("LanguageOfPerformance", "ja"),
    )


def _published(song: Recording) -> Element:
    """A sound recording says the day itself, a video in a child of its own."""
    day = str(song.first_day)
    if song.kind == "video":
        return el("FirstPublicationDate", el("FulfillmentDate", day))
    return el("FirstPublicationDate", day)


def _edition(song: Recording, n: int, name: str) -> Element:
    own = el("ProprietaryId", song.own_id, Namespace=SENDER)
    code = el("ISRC", song.isrc_given) if song.isrc_given else None
    is_video = song.kind == "video"
    file_type, ending = ("AudioVisualFile", "mp4") if is_video else ("AudioFile", "flac")
    file = el("File", el("URI", f"resources/{song.own_id}.{ending}"))
    return el(
        f"{name}Edition",
        el("ResourceId", code, own),
        el("PLine", el("Year", str(song.first_day.year)), el("PLineText", _line(song.first_day))),
        el(
            "TechnicalDetails",
            el("TechnicalResourceDetailsReference", f"T{n}"),
            el("DeliveryFile", el("Type", file_type), file),
        ),
    )


def _line(day: date) -> str:
    return f"{day.year} {LABEL_EN}"


def titles(given: Title, artist: Artist, default: str) -> Iterator[Element]:
    """Every form of a title; for every other artist the Latin one is an additional title."""
    title = house_style(given, artist)
    is_typed = artist.n % 2 == 1
    code = None if default == "en" else title.language
    yield el("DisplayTitleText", title.native, LanguageAndScriptCode=code, IsDefault="true")
    yield _title("DisplayTitle", title.native, code, IsDefault="true")
    if title.latin and not is_typed:
        yield _title("DisplayTitle", title.latin, "ja-Latn")
    if title.reading:
        yield _title("DisplayTitle", title.reading, "ja-Hrkt")
    if title.latin and is_typed:
        yield _title("AdditionalTitle", title.latin, "ja-Latn", TitleType="TransliteratedTitle")
    if title.english:
        yield _title("AdditionalTitle", title.english, "en", TitleType="TranslatedTitle")


def _title(name: str, text: str, code: str | None, **flags: str) -> Element:
    return el(name, el("TitleText", text), LanguageAndScriptCode=code, **EVERYWHERE, **flags)


def _artist_names(artist: Artist) -> Iterator[Element]:
    is_latin = artist.native == artist.latin
    code = "en" if is_latin else "ja-Jpan"
    yield el(
        "DisplayArtistName", artist.native, LanguageAndScriptCode=code, **EVERYWHERE,
        IsDefault="true",
    )  # fmt: skip
    if artist.latin and not is_latin:
        yield el("DisplayArtistName", artist.latin, LanguageAndScriptCode="ja-Latn", **EVERYWHERE)
    yield el(
        "DisplayArtist",
        el("ArtistPartyReference", f"PArtist{artist.n}"),
        el("DisplayArtistRole", "MainArtist"),
        SequenceNumber="1",
    )


def _contributors(song: Recording) -> Iterator[Element]:
    roles = ((song.composer, "Composer"), (song.lyricist, "Lyricist"))
    for n, (person, role) in enumerate(((p, r) for p, r in roles if p), 1):
        yield el(
            "Contributor",
            el("ContributorPartyReference", _reference(person)),
            el("Role", role),
            SequenceNumber=str(n),
        )


def _cover(release: Release) -> Element:
    number = release.catalog_number
    return el(
        "Image",
        el("ResourceReference", "A900"),
        el("Type", "FrontCoverImage"),
        el("ResourceId", el("ProprietaryId", f"{number}-COVER", Namespace=SENDER)),
        el("ParentalWarningType", "NotExplicit"),
        el(
            "TechnicalDetails",
            el("TechnicalResourceDetailsReference", "T900"),
            el("File", el("URI", f"resources/{number}.jpg")),
        ),
    )


def releases(message: Message) -> Iterator[Element]:
    """The product, then each of its tracks as a release of its own."""
    release = message.release
    yield main_release(message, _contents(release))
    for n, song in delivered(release):
        yield track_release(release, song, n)


def main_release(message: Message, contents: Iterable[Element]) -> Element:
    """The product itself."""
    release = message.release
    return el(
        "Release",
        el("ReleaseReference", "R0"),
        el("ReleaseType", release.kind),
        _release_id(release),
        titles(release.title, release.artist, message.default),
        _artist_names(release.artist),
        el("ReleaseLabelReference", "PLabel", **EVERYWHERE),
        _lines(release),
        _genre(),
        el("ReleaseDate", str(release.day), IsDefault="true"),
        el("OriginalReleaseDate", str(release.day), IsDefault="true"),
        el("ParentalWarningType", "NotExplicit"),
        el("IsMultiArtistCompilation", "false"),
        el("ResourceGroup", contents),
    )


def _release_id(release: Release) -> Element:
    number = release.catalog_number
    return el(
        "ReleaseId",
        el("ICPN", release.gtin_given) if release.gtin_given else None,
        el("CatalogNumber", number, Namespace=SENDER),
        el("ProprietaryId", number, Namespace=SENDER),
    )


def _lines(release: Release) -> Iterable[Element]:
    year, text = str(release.day.year), _line(release.day)
    return (
        el("PLine", el("Year", year), el("PLineText", text)),
        el("CLine", el("Year", year), el("CLineText", text)),
    )


def _genre() -> Element:
    return el("Genre", el("GenreText", "J-Pop"), **EVERYWHERE)


def _contents(release: Release) -> Iterator[Element]:
    """Disc by disc; a place that has no track stays empty."""
    for disc, tracks in by_disc(release):
        items = [content_item(track.position, n) for n, track in tracks]
        number = el("SequenceNumber", str(disc))
        yield el("ResourceGroup", number, items, ResourceGroupType="Component")
    yield el("LinkedReleaseResourceReference", "A900", LinkDescription="CoverArt")


def content_item(position: int, n: int) -> Element:
    """A resource's place on the release."""
    return el(
        "ResourceGroupContentItem",
        el("SequenceNumber", str(position)),
        el("ReleaseResourceReference", f"A{n}"),
    )


def track_release(release: Release, song: Recording, n: int) -> Element:
    """A track as something that can be had alone; its titles are the recording's."""
    number = f"{release.catalog_number}_{song.own_id}_R{n}"
    return el(
        "TrackRelease",
        el("ReleaseReference", f"R{n}"),
        el("ReleaseId", el("ProprietaryId", number, Namespace=SENDER)),
        el("ReleaseResourceReference", f"A{n}"),
        el("ReleaseLabelReference", "PLabel", **EVERYWHERE),
        _genre(),
    )


def deals(release: Release) -> Iterator[Element]:
    """The rights, with the releases that share them named together."""
    for references, grants in by_grants(release):
        yield el(
            "ReleaseDeal",
            [el("DealReleaseReference", reference) for reference in references],
            [el("Deal", deal_terms(grant)) for grant in grants],
        )


def deal_terms(grant: Grant) -> Element:
    """One right."""
    end = el("EndDate", str(grant.end)) if grant.end else None
    return el(
        "DealTerms",
        [el(name, code) for name, code in codes_in(grant)],
        el("ValidityPeriod", el("StartDate", str(grant.start)), end),
        [el("CommercialModelType", model) for model in models(grant)],
        [el("UseType", use) for use in uses(grant)],
        el("IsPreOrderDeal", "true") if grant.preorder else None,
    )
