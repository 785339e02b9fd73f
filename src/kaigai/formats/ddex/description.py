"""Reads what recordings and releases are described with alike: titles, artists, dates, lines."""

from kaigai.formats.ddex.elements import NAMES, Element, own_value, text_of, truth
from kaigai.formats.ddex.faults import BAD_DATE, BAD_DURATION, Faults
from kaigai.formats.ddex.message import (
    ArtistName,
    Dated,
    Genre,
    Label,
    Release,
    Resource,
    RightsLine,
    Title,
)
from kaigai.formats.ddex.places import Places, applicable, statement
from kaigai.formats.ddex.times import When, milliseconds_from, when_from

Described = Resource | Release

#: Kinds of title by `TitleType`; others are named after their first word.
_TITLE_KINDS = {
    None: "display",
    "DisplayTitle": "display",
    "FormalTitle": "formal",
    "TranslatedTitle": "translated",
    "TransliteratedTitle": "transliterated",
    "OriginalTitle": "original",
    "AlternativeTitle": "alternative",
    "GroupingTitle": "grouping",
    "SearchTitle": "search",
    "SortingTitle": "sorting",
    "AbbreviatedDisplayTitle": "abbreviated",
    "MusicalWorkTitle": "work",
    "IncorrectTitle": "incorrect",
    "MisspelledTitle": "misspelled",
}


def title_from(element: Element, kind: str, places: Places | None) -> Title | None:
    """A Title of a `…Title` element with TitleText and SubTitle; None when it is empty."""
    text = sub = ""
    for child in element:
        name = NAMES[child.tag]
        if name == "TitleText":
            text = text_of(child)
        elif name == "SubTitle":
            sub = f"{sub} {text_of(child)}" if sub else text_of(child)
    if not text:
        return None
    language, where, is_default, is_original = statement(element)
    return Title(text, kind, sub, language, places or where, is_default, False, is_original)


def typed_title(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`Title` (3.x) and `AdditionalTitle` (4.1–4.3), whose kind is in `TitleType`."""
    stated = element.get("TitleType")
    if stated is None and NAMES[element.tag] == "AdditionalTitle":
        kind = "additional"
    else:
        kind = _TITLE_KINDS.get(stated, "other")
    title = title_from(element, kind, places)
    if title is not None:
        it.titles.append(title)


def display_title(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`DisplayTitle` (4.x)."""
    title = title_from(element, "display", places)
    if title is not None:
        it.titles.append(title)


def named_title(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`FormalTitle` and `GroupingTitle` (4.3.2), and `ReferenceTitle` (3.x)."""
    kind = NAMES[element.tag].removesuffix("Title").lower()
    title = title_from(element, kind, places)
    if title is not None:
        it.titles.append(title)


def display_title_text(
    it: Described, element: Element, faults: Faults, places: Places | None
) -> None:
    """`DisplayTitleText` (4.x): title and subtitle in one line."""
    text = text_of(element)
    if text:
        language, where, is_default, _ = statement(element)
        title = Title(text, "display", "", language, places or where, is_default, True)
        it.titles.append(title)


def display_artist_name(
    it: Described, element: Element, faults: Faults, places: Places | None
) -> None:
    """`DisplayArtistName`: the artist line as it is to be shown."""
    text = text_of(element)
    if text:
        language, where, is_default, _ = statement(element)
        it.artist_names.append(ArtistName(text, language, places or where, is_default))


def rights_line(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`PLine` and `CLine`."""
    mark = NAMES[element.tag][0]
    line = RightsLine(mark, "", places=places or applicable(element))
    for child in element:
        name = NAMES[child.tag]
        if name == "Year":
            line.year = text_of(child) or None
        elif name[1:] == "LineText":
            line.text = text_of(child)
        elif name[1:] == "LineCompany":
            line.company = text_of(child) or None
    it.lines.append(line)


def genre(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`Genre` (up to 4.3) and `DisplayGenre` (4.3.2)."""
    text = sub = ""
    for child in element:
        name = NAMES[child.tag]
        if name == "GenreText":
            text = text_of(child)
        elif name == "SubGenre":
            sub = text_of(child)
    if text:
        it.genres.append(Genre(text, sub, places or applicable(element)))


def label_name(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`LabelName` (3.x)."""
    text = text_of(element)
    if text:
        kind = element.get("LabelNameType")
        it.labels.append(Label(text, None, kind, places))


def parental_warning(
    it: Described, element: Element, faults: Faults, places: Places | None
) -> None:
    """`ParentalWarningType`; each word is kept once."""
    text = own_value(element)
    if text and text not in it.parental_warnings:
        it.parental_warnings.append(text)


def duration(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """`Duration`, in milliseconds."""
    text = text_of(element)
    it.duration_ms = milliseconds_from(text)
    if it.duration_ms is None:
        faults.add(element, text, BAD_DURATION)


def when_in(element: Element, faults: Faults) -> When | None:
    """The date or instant in an element; a bad one is noted."""
    text = text_of(element)
    when = when_from(text)
    if when is None:
        faults.add(element, text, BAD_DATE)
    return when


_DATE_KINDS = {
    "ReleaseDate": "release",
    "ResourceReleaseDate": "release",
    "GlobalReleaseDate": "release",
    "OriginalReleaseDate": "original",
    "OriginalResourceReleaseDate": "original",
    "GlobalOriginalReleaseDate": "original",
    "OriginalDigitalReleaseDate": "original-digital",
    "FirstPublicationDate": "first-publication",
}


def dated(it: Described, element: Element, faults: Faults, places: Places | None) -> None:
    """Any date of release; `FirstPublicationDate` of a 4.x video wraps its date once more."""
    source = element
    if len(element):
        source = next((one for one in element if NAMES[one.tag] == "FulfillmentDate"), element)
    when = when_in(source, faults)
    if when is not None:
        kind = _DATE_KINDS[NAMES[element.tag]]
        where = places or applicable(element)
        it.released.append(Dated(kind, when, where, truth(element.get("IsDefault"))))
