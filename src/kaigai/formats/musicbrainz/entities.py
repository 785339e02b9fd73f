"""Entities of MusicBrainz as dataclasses: numbers, names with their language, and who made it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kaigai.terms import gtin, ipi, isni, isrc, iswc, mbid
from kaigai.terms.languages import canonical
from kaigai.terms.scripts import script_of

LONGEST: Final = 1_000  #: characters of a name that is kept
MOST: Final = 500  #: aliases of one entity that are kept
KANA: Final = frozenset({"Hira", "Kana"})

#: Kinds of aliases that are for finding a thing, and no name that anybody would show.
_HINTS: Final = frozenset({"search hint"})


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling: its role as in the table `names`, and its language where it is told."""

    text: str
    role: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of MusicBrainz.

    numbers  ISRCs of a recording, ISWCs of a work, the GTIN of a release; none of an artist
    credits  the artists of a recording or release, by their MBID and the name credited
    """

    kind: str
    mbid: str
    title: str
    names: tuple[Name, ...]
    numbers: tuple[str, ...] = ()
    credits: tuple["Artist", ...] = ()


@dataclass(frozen=True, slots=True)
class Artist:
    """An artist with the identifiers that tie it to others."""

    mbid: str
    name: str
    names: tuple[Name, ...]
    kind: str | None = None  #: person or group
    territory: str | None = None
    isni: str | None = None
    ipi: str | None = None


def artist_from(item: Mapping[str, Any]) -> Artist | None:
    """An artist; None without a name or a valid MBID."""
    own, name = _mbid(item), _text(item, "name")
    if own is None or name is None:
        return None
    kind = {"Person": "person", "Character": "person"}.get(_text(item, "type") or "", "group")
    return Artist(
        own,
        name,
        tuple(_artist_names(item, name)),
        kind if item.get("type") else None,
        _territory(item),
        next(_valid(item, "isnis", isni.normalise), None),
        next(_valid(item, "ipis", ipi.normalise), None),
    )


def entity_from(kind: str, item: Mapping[str, Any]) -> Entity | None:
    """A recording, release or work; None without a title or a valid MBID."""
    own, title = _mbid(item), _text(item, "title")
    if own is None or title is None:
        return None
    names = [Name(title, "display"), *_aliases(item, title)]
    return Entity(kind, own, title, tuple(names), tuple(_numbers(kind, item)), _credits(item))


def _numbers(kind: str, item: Mapping[str, Any]) -> Iterator[str]:
    match kind:
        case "recording":
            yield from _valid(item, "isrcs", isrc.normalise)
        case "work":
            yield from _valid(item, "iswcs", iswc.normalise)
        case "release":
            barcode = _text(item, "barcode")
            number = gtin.normalise(barcode) if barcode else None
            if number:
                yield number


def _credits(item: Mapping[str, Any]) -> tuple[Artist, ...]:
    listed = item.get("artist-credit")
    found = (
        artist_from(each["artist"])
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict) and isinstance(each.get("artist"), dict)
    )
    return tuple(artist for artist in found if artist)


def within(kind: str, item: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The recordings of a release, the releases of a recording, and its works."""
    if kind == "release":
        for medium in _objects(item, "media"):
            for track in _objects(medium, "tracks"):
                recording = track.get("recording")
                if isinstance(recording, dict):
                    yield "recording", recording
    if kind == "recording":
        for release in _objects(item, "releases"):
            yield "release", release
        for relation in _objects(item, "relations"):
            if isinstance(relation.get("work"), dict):
                yield "work", relation["work"]


def _artist_names(item: Mapping[str, Any], name: str) -> Iterator[Name]:
    """The name, how it sorts turned round for reading, and the aliases."""
    yield Name(name, "alias")
    sort = _text(item, "sort-name")
    if sort and script_of(sort) == "Latn" and script_of(name) not in ("Latn", "Zyyy"):
        yield Name(_turned(sort), "latin", romanised(name))
    yield from _aliases(item, name)


def _turned(sort: str) -> str:
    """`Yonezu, Kenshi` as people say it: Kenshi Yonezu."""
    family, comma, given = sort.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else sort


def romanised(native: str) -> str | None:
    """The tag of a romanisation of a native name."""
    match script_of(native):
        case "Jpan" | "Hira" | "Kana":
            return "ja-Latn"
        case "Hang" | "Kore":
            return "ko-Latn"
        case _:
            return None


def _aliases(item: Mapping[str, Any], name: str) -> Iterator[Name]:
    for alias in _objects(item, "aliases")[:MOST]:
        text = _text(alias, "name")
        if text is None or (_text(alias, "type") or "").lower() in _HINTS or alias.get("ended"):
            continue
        if text != name:
            yield _alias(text, _text(alias, "locale"), alias.get("primary") is True, name)
        sort = _text(alias, "sort-name")
        if (
            sort
            and sort != text
            and script_of(sort) in KANA
            and script_of(text) != script_of(sort)
        ):
            yield Name(sort, "reading", "ja-Hrkt")


def _alias(text: str, locale: str | None, primary: bool, name: str) -> Name:
    """An alias that is the name in a language takes that place; any other is just a spelling."""
    tag = canonical(locale) if locale else None
    is_latin = script_of(text) == "Latn"
    if not tag or not primary:
        return Name(text, "alias", tag)
    if "-Latn" in tag:
        return Name(text, "latin", tag)
    if tag.partition("-")[0] == "en" and is_latin:
        return Name(text, "english", "en")
    if tag == "ja-Hrkt":
        return Name(text, "reading", tag)
    return Name(text, "translated" if text != name else "alias", tag)


def _territory(item: Mapping[str, Any]) -> str | None:
    """The country that an artist is of, as ISO alpha-2."""
    country = _text(item, "country")
    area = item.get("area")
    if not country and isinstance(area, dict):
        codes = area.get("iso-3166-1-codes")
        country = codes[0] if isinstance(codes, list) and codes else None
    from kaigai.terms.territories import ISO

    return country if isinstance(country, str) and country in ISO else None


def _valid(item: Mapping[str, Any], name: str, normalise: Any) -> Iterator[str]:
    listed = item.get(name)
    for each in listed if isinstance(listed, list) else ():
        number = normalise(each) if isinstance(each, str) else None
        if number:
            yield number


def _objects(item: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    listed = item.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _mbid(item: Mapping[str, Any]) -> str | None:
    given = item.get("id")
    return mbid.normalise(given) if isinstance(given, str) else None


def _text(item: Mapping[str, Any], name: str) -> str | None:
    value = item.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return None
    return value.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
