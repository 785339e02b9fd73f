"""Reads releases of every kind: main, track, video track and clip."""

from kaigai.formats.ddex.contents import Contents, placement_from
from kaigai.formats.ddex.credits import display_artist
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
)
from kaigai.formats.ddex.elements import NAMES, Element, Handlers, own_value, text_of, truth
from kaigai.formats.ddex.faults import NO_REFERENCE, Faults
from kaigai.formats.ddex.message import Identifier, Label, Release, ReleaseIds
from kaigai.formats.ddex.places import NOWHERE, Places, applicable
from kaigai.formats.ddex.territories import places_in

_KINDS = {"Release": "main", "TrackRelease": "track", "ClipRelease": "clip"}
_KINDS_BY_TYPE = {"TrackRelease": "track", "VideoTrackRelease": "video-track"}


def release_from(element: Element, name: str, faults: Faults) -> Release:
    """The Release of a `Release`, `TrackRelease` or `ClipRelease` element.

    In 3.x every release is a `Release`, and its type tells the kind.
    """
    release = Release(_KINDS[name], language=element.get("LanguageAndScriptCode"))
    read_children(release, element, faults, None)
    for stated in release.types:
        release.kind = _KINDS_BY_TYPE.get(stated, release.kind)
    release.is_main = truth(element.get("IsMainRelease"))
    if release.references:
        release.reference = release.references[0]
    elif name != "Release":
        faults.add(element, "", NO_REFERENCE)
    return release


def read_children(
    release: Release, element: Element, faults: Faults, places: Places | None
) -> None:
    """Hand each child to what reads it; resource groups are put in order at the end."""
    contents: Contents | None = None
    for child in element:
        handler = RELEASE[child.tag]
        if handler is not None:
            handler(release, child, faults, places)
        elif NAMES[child.tag] == "ResourceGroup":
            contents = contents or Contents(release.placements, faults)
            contents.add_group(child)
    if contents is not None:
        contents.close()


def _by_territory(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
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


def _reference(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    text = text_of(element)
    if text:
        it.references.append(text)


def _type(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    text = own_value(element)
    if text and text not in it.types:
        it.types.append(text)


def _ids(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    read_release_ids(it.ids, element)


def read_release_ids(ids: ReleaseIds, element: Element) -> None:
    """Add the identifiers of one `ReleaseId`; the first of each kind counts."""
    if truth(element.get("IsReplaced")):
        return
    for child in element:
        name, text = NAMES[child.tag], text_of(child)
        if not text:
            continue
        if name == "ICPN":
            ids.icpn = ids.icpn or text
        elif name == "GRid":
            ids.grid = ids.grid or text
        elif name == "ISRC":
            ids.isrc = ids.isrc or text
        elif name == "CatalogNumber":
            ids.catalog_numbers.append(Identifier(child.get("Namespace") or "", text))
        elif name == "ProprietaryId":
            ids.proprietary.append(Identifier(child.get("Namespace") or "", text))


def _label(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    """`ReleaseLabelReference` (4.x)."""
    text = text_of(element)
    if text:
        kind = element.get("LabelType")
        it.labels.append(Label(None, text, kind, places or applicable(element)))


def _visibility(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    text = text_of(element)
    if text:
        it.visibility_references.append(text)


def _resource(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    """`ReleaseResourceReference` directly on a track or clip release (4.x)."""
    text = text_of(element)
    if text:
        it.placements.append(placement_from(element, text))


def _resources(it: Release, element: Element, faults: Faults, places: Places | None) -> None:
    """`ReleaseResourceReferenceList` (3.x): all resources, the primary ones in order."""
    for child in element:
        if NAMES[child.tag] == "ReleaseResourceReference":
            _resource(it, child, faults, places)
    primary = (one for one in it.placements if not one.is_secondary)
    for number, placement in enumerate(primary, 1):
        placement.sequence = number


RELEASE = Handlers(
    {
        "ReleaseReference": _reference,
        "ReleaseType": _type,
        "ReleaseId": _ids,
        "ReferenceTitle": named_title,
        "Title": typed_title,
        "DisplayTitleText": display_title_text,
        "DisplayTitle": display_title,
        "AdditionalTitle": typed_title,
        "FormalTitle": named_title,
        "GroupingTitle": named_title,
        "DisplayArtistName": display_artist_name,
        "DisplayArtist": display_artist,
        "DisplayConductor": display_artist,
        "LabelName": label_name,
        "ReleaseLabelReference": _label,
        "PLine": rights_line,
        "CLine": rights_line,
        "Duration": duration,
        "Genre": genre,
        "DisplayGenre": genre,
        "ParentalWarningType": parental_warning,
        "ReleaseDate": dated,
        "OriginalReleaseDate": dated,
        "OriginalDigitalReleaseDate": dated,
        "GlobalReleaseDate": dated,
        "GlobalOriginalReleaseDate": dated,
        "ReleaseVisibilityReference": _visibility,
        "ReleaseResourceReference": _resource,
        "ReleaseResourceReferenceList": _resources,
        "ReleaseDetailsByTerritory": _by_territory,
    }
)
