"""A message in ERN 3.8.2: everything inline and by territory, every track a release."""

from collections.abc import Iterable, Iterator

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

NAMESPACE = "http://ddex.net/xml/ern/382"
ROOT = {
    "xmlns:ernm": NAMESPACE,
    "xmlns:xs": "http://www.w3.org/2001/XMLSchema-instance",
    "xs:schemaLocation": f"{NAMESPACE} {NAMESPACE}/release-notification.xsd",
    "MessageSchemaVersionId": "ern/382",
}
#: ERN 3.8 has no EP.
_TYPES = {"Single": "Single", "EP": "Album", "Album": "Album", "VideoSingle": "VideoSingle"}


def root(message: Message) -> Element:
    """The whole message."""
    release = message.release
    updated = "UpdateMessage" if message.kind == "update" else "OriginalMessage"
    return el(
        "ernm:NewReleaseMessage",
        _head(message),
        el("UpdateIndicator", updated),
        el("ResourceList", _resources(message)),
        el("ReleaseList", _releases(message)),
        el("DealList", _deals(release)) if release.has_deals else None,
        **ROOT,
        LanguageAndScriptCode=message.default,
    )


def _head(message: Message) -> Element:
    recipient, name = RECIPIENTS[message.recipient]
    return el(
        "MessageHeader",
        el("MessageThreadId", message.message_id),
        el("MessageId", message.message_id),
        el("MessageSender", el("PartyId", SENDER), el("PartyName", el("FullName", LABEL_EN))),
        el("MessageRecipient", el("PartyId", recipient), el("PartyName", el("FullName", name))),
        el("MessageCreatedDateTime", message.created_at),
        el("MessageControlType", "TestMessage" if message.kind == "test" else "LiveMessage"),
    )


def _resources(message: Message) -> Iterator[Element]:
    for n, song in delivered(message.release):
        yield _video(message, song, n) if song.kind == "video" else _sound(message, song, n)
    yield _cover(message.release)


def _sound(message: Message, song: Recording, n: int) -> Element:
    return el(
        "SoundRecording",
        el("SoundRecordingType", "MusicalWorkSoundRecording"),
        _ids("SoundRecordingId", song),
        el("ResourceReference", f"A{n}"),
        _reference_title(song.title),
        el("IsInstrumental", "true" if song.is_instrumental else "false"),
        None if song.is_instrumental else el("LanguageOfPerformance", "ja"),
        _duration(song),
        el("SoundRecordingDetailsByTerritory", _details(message, song, n)),
    )


def _video(message: Message, song: Recording, n: int) -> Element:
    return el(
        "Video",
        el("VideoType", "ShortFormMusicalWorkVideo"),
        _ids("VideoId", song),
        el("ResourceReference", f"A{n}"),
        _reference_title(song.title),
        el("LanguageOfPerformance", "ja"),
        _duration(song),
        el("VideoDetailsByTerritory", _details(message, song, n)),
    )


def _ids(name: str, song: Recording) -> Element:
    code = el("ISRC", song.isrc_given) if song.isrc_given else None
    return el(name, code, el("ProprietaryId", song.own_id, Namespace=SENDER))


def _reference_title(title: Title) -> Element:
    return el(
        "ReferenceTitle", el("TitleText", title.native), LanguageAndScriptCode=title.language
    )


def _duration(song: Recording) -> Element:
    return el("Duration", f"PT{song.seconds // 60}M{song.seconds % 60:02d}S")


def _details(message: Message, song: Recording, n: int) -> Iterator[Element]:
    technical = (
        "TechnicalVideoDetails" if song.kind == "video" else "TechnicalSoundRecordingDetails"
    )
    artist = _spelt(message, song.artist)
    year = str(song.first_day.year)
    yield el("TerritoryCode", "Worldwide")
    yield from _titles(song.title, artist)
    yield _display_artist(artist)
    yield from _writers(song)
    yield el("DisplayArtistName", artist.native)
    yield el("LabelName", LABEL_JA)
    yield el("OriginalResourceReleaseDate", str(song.first_day))
    yield el("PLine", el("Year", year), el("PLineText", f"{year} {LABEL_EN}"))
    yield el("Genre", el("GenreText", "J-Pop"))
    yield el("ParentalWarningType", "NotExplicit")
    yield el(
        technical,
        el("TechnicalResourceDetailsReference", f"T{n}"),
        el("IsPreview", "false"),
        el("File", el("FileName", f"{song.own_id}.bin"), el("FilePath", "resources/")),
    )


def _spelt(message: Message, artist: Artist) -> Artist:
    """The artist as the label spelt the name in those years."""
    return Artist(
        artist.n, artist.old_native or artist.native, artist.reading,
        artist.old_latin or artist.latin, isni=artist.isni,
    )  # fmt: skip


def _titles(given: Title, artist: Artist) -> Iterator[Element]:
    """Formal and display title, then every other form."""
    title = house_style(given, artist)
    yield _title("FormalTitle", title.native, title.language)
    yield _title("DisplayTitle", title.native, title.language)
    if title.latin:
        yield _title("DisplayTitle", title.latin, "ja-Latn")
    if title.reading:
        yield _title("TranslatedTitle", title.reading, "ja-Kana")
    if title.english:
        yield _title("TranslatedTitle", title.english, "en")


def _title(kind: str, text: str, code: str | None) -> Element:
    return el("Title", el("TitleText", text), LanguageAndScriptCode=code, TitleType=kind)


def _display_artist(artist: Artist) -> Element:
    return el(
        "DisplayArtist",
        _party_name(artist.native, artist.latin),
        el("PartyId", artist.isni, IsISNI="true") if artist.isni else None,
        el("ArtistRole", "MainArtist"),
        SequenceNumber="1",
    )


def _party_name(native: str, latin: str | None) -> Element:
    is_latin = native == latin
    return el(
        "PartyName",
        el("FullName", native),
        el("FullNameAsciiTranscribed", latin) if latin and not is_latin else None,
        LanguageAndScriptCode="en" if is_latin else "ja-Jpan",
    )


def _writers(song: Recording) -> Iterator[Element]:
    roles: Iterable[tuple[Person | None, str]] = (
        (song.composer, "Composer"),
        (song.lyricist, "Lyricist"),
    )
    for person, role in roles:
        if person:
            yield el(
                "IndirectResourceContributor",
                _party_name(person.native, person.latin),
                el("IndirectResourceContributorRole", role),
            )


def _cover(release: Release) -> Element:
    return el(
        "Image",
        el("ImageType", "FrontCoverImage"),
        el(
            "ImageId",
            el("ProprietaryId", f"{release.catalog_number}-COVER", Namespace=SENDER),
        ),
        el("ResourceReference", "A900"),
        el("ImageDetailsByTerritory", el("TerritoryCode", "Worldwide")),
    )


def _releases(message: Message) -> Iterator[Element]:
    release = message.release
    yield _main(message)
    for n, song in delivered(release):
        kind = "VideoTrackRelease" if song.kind == "video" else "TrackRelease"
        number = f"{release.catalog_number}_{song.own_id}_R{n}"
        yield el(
            "Release",
            el("ReleaseId", el("ProprietaryId", number, Namespace=SENDER)),
            el("ReleaseReference", f"R{n}"),
            _reference_title(song.title),
            el("ReleaseResourceReferenceList", el("ReleaseResourceReference", f"A{n}")),
            el("ReleaseType", kind),
            el("ReleaseDetailsByTerritory", _release_details(message, song.title, ())),
        )


def _main(message: Message) -> Element:
    release = message.release
    numbers = [f"A{n}" for n, _ in delivered(release)]
    return el(
        "Release",
        _release_id(release),
        el("ReleaseReference", "R0"),
        _reference_title(release.title),
        el(
            "ReleaseResourceReferenceList",
            [
                el("ReleaseResourceReference", number, ReleaseResourceType="PrimaryResource")
                for number in numbers
            ],
            el("ReleaseResourceReference", "A900", ReleaseResourceType="SecondaryResource"),
        ),
        el("ReleaseType", _TYPES[release.kind]),
        el(
            "ReleaseDetailsByTerritory",
            _release_details(message, release.title, _contents(release)),
        ),
        IsMainRelease="true",
    )


def _release_id(release: Release) -> Element:
    number = release.catalog_number
    return el(
        "ReleaseId",
        el("ICPN", release.gtin_given, IsEan="true") if release.gtin_given else None,
        el("CatalogNumber", number, Namespace=SENDER),
        el("ProprietaryId", number, Namespace=SENDER),
    )


def _release_details(
    message: Message, title: Title, contents: Iterable[Element]
) -> Iterator[Element]:
    release = message.release
    artist = _spelt(message, release.artist)
    year = str(release.day.year)
    yield el("TerritoryCode", "Worldwide")
    yield el("DisplayArtistName", artist.native)
    yield el("LabelName", LABEL_JA)
    yield from _titles(title, artist)
    yield _display_artist(artist)
    yield el("ParentalWarningType", "NotExplicit")
    yield from contents
    yield el("Genre", el("GenreText", "J-Pop"))
    yield el("PLine", el("Year", year), el("PLineText", f"{year} {LABEL_EN}"))
    yield el("CLine", el("Year", year), el("CLineText", f"{year} {LABEL_EN}"))
    yield el("ReleaseDate", str(release.day))
    yield el("OriginalReleaseDate", str(release.day))


def _contents(release: Release) -> Iterator[Element]:
    for disc, tracks in by_disc(release):
        items = [_content_item(track.position, n) for n, track in tracks]
        yield el("ResourceGroup", el("SequenceNumber", str(disc)), items)


def _content_item(position: int, n: int) -> Element:
    return el(
        "ResourceGroupContentItem",
        el("SequenceNumber", str(position)),
        el("ReleaseResourceReference", f"A{n}", ReleaseResourceType="PrimaryResource"),
    )


def _deals(release: Release) -> Iterator[Element]:
    for references, grants in by_grants(release):
        yield el(
            "ReleaseDeal",
            [el("DealReleaseReference", reference) for reference in references],
            [el("Deal", _terms(grant)) for grant in grants],
        )


def _terms(grant: Grant) -> Element:
    what = (
        el("TakeDown", "true")
        if grant.use == "takedown"
        else el("Usage", [el("UseType", use) for use in uses(grant)])
    )
    end = el("EndDate", str(grant.end)) if grant.end else None
    return el(
        "DealTerms",
        el("IsPreOrderDeal", "true") if grant.preorder else None,
        [el("CommercialModelType", model) for model in models(grant)],
        what,
        [el(name, code) for name, code in codes_in(grant)],
        el("ValidityPeriod", el("StartDate", str(grant.start)), end),
    )
