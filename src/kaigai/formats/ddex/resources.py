"""Reads sound recordings and videos, with all their editions, titles, names and dates."""

from kaigai.formats.ddex.credits import contributor, display_artist, indirect_contributor
from kaigai.formats.ddex.description import (
    dated,
    display_artist_name,
    display_title,
    display_title_text,
    duration,
    genre,
    label_name,
    named_title,
    parental_warning,
    rights_line,
    typed_title,
    when_in,
)
from kaigai.formats.ddex.elements import NAMES, Element, Handlers, own_value, text_of, truth
from kaigai.formats.ddex.faults import NO_IDENTIFIER, NO_REFERENCE, Faults
from kaigai.formats.ddex.message import Edition, Identifier, Related, Resource
from kaigai.formats.ddex.places import NOWHERE, Places
from kaigai.formats.ddex.technical import technical_details
from kaigai.formats.ddex.territories import places_in


def resource_from(element: Element, kind: str, faults: Faults) -> Resource:
    """The Resource of a `SoundRecording` or `Video` element."""
    resource = Resource(kind, language=element.get("LanguageAndScriptCode"))
    read_children(resource, element, faults, None)
    if not resource.reference:
        faults.add(element, "", NO_REFERENCE)
    if not any(edition.isrcs or edition.ids for edition in resource.editions):
        faults.add(element, resource.reference, NO_IDENTIFIER)
    return resource


def read_children(
    resource: Resource, element: Element, faults: Faults, places: Places | None
) -> None:
    """Hand each child to what reads it; the rest is passed over."""
    for child in element:
        handler = RESOURCE[child.tag]
        if handler is not None:
            handler(resource, child, faults, places)


def _by_territory(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    """3.x: one block per territory; what it says keeps that territory and its language."""
    if places is not None:
        return
    titles, names = len(it.titles), len(it.artist_names)
    read_children(it, element, faults, places_in(element, faults) or NOWHERE)
    language = element.get("LanguageAndScriptCode")
    if language is not None:
        for title in it.titles[titles:]:
            title.language = title.language or language
        for name in it.artist_names[names:]:
            name.language = name.language or language


def _reference(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    it.reference = text_of(element)


def _type(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    it.type = own_value(element) or None


def _identifiers(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    """An identifier block of its own (up to 4.2) counts as an edition without a kind."""
    edition = Edition()
    _read_ids(edition, element)
    it.editions.append(edition)


def _edition(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    edition = Edition()
    it.editions.append(edition)
    for child in element:
        name = NAMES[child.tag]
        if name == "ResourceId":
            _read_ids(edition, child)
        elif name == "TechnicalDetails":
            technical_details(it, child, faults, places)
        elif name == "PLine" or name == "CLine":
            rights_line(it, child, faults, places)
        elif name == "Type":
            edition.kind = own_value(child) or None


def _read_ids(edition: Edition, element: Element) -> None:
    edition.is_replaced = truth(element.get("IsReplaced")) or False
    for child in element:
        name, text = NAMES[child.tag], text_of(child)
        if not text:
            continue
        if name == "ISRC":
            edition.isrcs.append(text)
        elif name == "ProprietaryId":
            edition.ids.append(Identifier(child.get("Namespace") or "", text))
        elif name == "CatalogNumber":
            edition.catalog_numbers.append(Identifier(child.get("Namespace") or "", text))
        elif name in ("EIDR", "ISAN", "VISAN"):
            edition.ids.append(Identifier(name, text))


def _work_ids(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    for child in element:
        if NAMES[child.tag] == "ISWC":
            text = text_of(child)
            if text and text not in it.iswcs:
                it.iswcs.append(text)


def _created(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    it.created = when_in(element, faults)


def _instrumental(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    it.is_instrumental = truth(element.text)


def _version(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    it.versions.append(own_value(element))


def _language(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    """Language of performance, of subtitles or of dubbing; each code once."""
    name, text = NAMES[element.tag], text_of(element)
    if name == "SubTitleLanguage":
        codes = it.subtitle_languages
    else:
        codes = it.dubbing_languages if name == "LanguageOfDubbing" else it.languages
    if text and text not in codes:
        codes.append(text)


def _related(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    related = Related("")
    for child in element:
        name = NAMES[child.tag]
        if name == "ResourceRelationshipType":
            related.relation = own_value(child)
        elif name == "ResourceRelatedResourceReference":
            related.reference = text_of(child) or None
        elif name == "ResourceId":
            related.isrcs += [text_of(one) for one in child if NAMES[one.tag] == "ISRC"]
    it.related.append(related)


def _contained(it: Resource, element: Element, faults: Faults, places: Places | None) -> None:
    """A medley or a long video names the resources that it contains."""
    for found in element.iter("{*}ResourceContainedResourceReference"):
        if len(found) == 0 and text_of(found):
            it.related.append(Related("HasPart", text_of(found)))


RESOURCE = Handlers(
    {
        "ResourceReference": _reference,
        "Type": _type,
        "SoundRecordingType": _type,
        "VideoType": _type,
        "ResourceId": _identifiers,
        "SoundRecordingId": _identifiers,
        "VideoId": _identifiers,
        "SoundRecordingEdition": _edition,
        "VideoEdition": _edition,
        "WorkId": _work_ids,
        "IndirectSoundRecordingId": _work_ids,
        "IndirectVideoId": _work_ids,
        "ReferenceTitle": named_title,
        "Title": typed_title,
        "DisplayTitleText": display_title_text,
        "DisplayTitle": display_title,
        "AdditionalTitle": typed_title,
        "FormalTitle": named_title,
        "GroupingTitle": named_title,
        "VersionType": _version,
        "DisplayArtistName": display_artist_name,
        "DisplayArtist": display_artist,
        "DisplayConductor": display_artist,
        "Contributor": contributor,
        "ResourceContributor": contributor,
        "IndirectResourceContributor": indirect_contributor,
        "PLine": rights_line,
        "CLine": rights_line,
        "LabelName": label_name,
        "Duration": duration,
        "CreationDate": _created,
        "ResourceReleaseDate": dated,
        "OriginalResourceReleaseDate": dated,
        "FirstPublicationDate": dated,
        "Genre": genre,
        "ParentalWarningType": parental_warning,
        "RelatedResource": _related,
        "ResourceContainedResourceReferenceList": _contained,
        "IsInstrumental": _instrumental,
        "LanguageOfPerformance": _language,
        "LanguageOfDubbing": _language,
        "SubTitleLanguage": _language,
        "TechnicalDetails": technical_details,
        "TechnicalSoundRecordingDetails": technical_details,
        "TechnicalVideoDetails": technical_details,
        "SoundRecordingDetailsByTerritory": _by_territory,
        "VideoDetailsByTerritory": _by_territory,
    }
)
