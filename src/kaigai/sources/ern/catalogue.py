"""Ids and rows of recordings, works and releases from a message."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kaigai.formats.ddex.message import (
    Dated,
    Identifier,
    Label,
    Release,
    ReleaseIds,
    Resource,
)
from kaigai.sources.ern.people import People, main_artist
from kaigai.sources.ern.spellings import shown_artist, shown_title, territory_of
from kaigai.terms import grid, gtin, isrc, iswc
from kaigai.terms.names import fold

_FIRST = ("original", "first-publication")


def _own(ids: Iterable[Identifier]) -> Iterator[str]:
    for one in ids:
        yield f"own:{one.namespace}:{one.value}"


def recording_id_of(resource: Resource) -> str | None:
    """A valid ISRC, else the sender's own id; None when only its place on a release is left."""
    given = resource.isrc
    number = isrc.normalise(given) if given else None
    if number:
        return number
    return next((own for edition in resource.editions for own in _own(edition.ids)), None)


def release_ids(ids: ReleaseIds) -> list[str]:
    """All ids that a release can go by, the best first; [] when it has none."""
    found = [gtin.normalise(ids.icpn) if ids.icpn else None]
    if ids.grid:
        found.append(grid.normalise(ids.grid) or ids.grid)
    found += _own(ids.proprietary)
    if ids.isrc:
        found.append(isrc.normalise(ids.isrc))
    return [each for each in found if each]


def release_id_of(release: Release) -> str:
    """The best id of a release, else one made of its artist and title."""
    for found in release_ids(release.ids):
        return found
    artist, title = shown_artist(release.artist_names), shown_title(release.titles)
    return f"title:{fold(artist or '')}/{fold(title or '')}"


def recording_row(resource: Resource, recording_id: str | None, people: People) -> dict[str, Any]:
    """A row of `recordings`; what the release must add is null."""
    given, credit = resource.isrc, main_artist(resource)
    party_id = people.id_of(credit) if credit else None
    works = work_ids(resource)
    released = resource.released
    return {
        "recording_id": recording_id,
        "kind": resource.kind,
        "isrc": isrc.normalise(given) if given else None,
        "isrc_given": given,
        "title": shown_title(resource.titles),
        "party_id": party_id,
        "artist": shown_artist(resource.artist_names) or (people.name_of(party_id or "")),
        "duration_ms": resource.duration_ms,
        "language_of_performance": " ".join(resource.languages) or None,
        "is_instrumental": resource.is_instrumental,
        "work_id": works[0] if works else None,
        "genre": resource.genres[0].text if resource.genres else None,
        "first_day": earliest(released, _FIRST) or earliest(released, ("release",)),
        "is_preview": resource.is_preview_only,
    }


def work_ids(resource: Resource) -> list[str]:
    """The valid ISWCs of a recording's works."""
    return [number for number in map(iswc.normalise, resource.iswcs) if number]


def completed(row: dict[str, Any], release: dict[str, Any]) -> dict[str, Any]:
    """A recording's row with what only its release says, such as the artist of a 3.x album."""
    first = row["first_day"] or release["original_day"]
    added = {"first_day": first, "genre": row["genre"] or release["genre"]}
    artist = row["artist"] or release["artist"]
    # An artist who is only named is the release's own artist of that name.
    if row["party_id"] is None and fold(artist or "") == fold(release["artist"] or ""):
        added["party_id"] = release["party_id"]
    return row | added | {"artist": artist}


def earliest(dates: Iterable[Dated], kinds: tuple[str, ...]) -> date | None:
    """The earliest day of some kinds."""
    return min([one.when.day for one in dates if one.kind in kinds], default=None)


def _day_of(dates: Iterable[Dated], kinds: tuple[str, ...]) -> date | None:
    """The day that is the default, else the one for everywhere, else the earliest."""
    known = [one for one in dates if one.kind in kinds]
    if not known:
        return None
    return min(known, key=_rank).when.day


def _rank(one: Dated) -> tuple[bool, bool, date]:
    return one.is_default is not True, territory_of(one.places) is not None, one.when.day


def release_row(
    release: Release, release_id: str, people: People, track_count: int
) -> dict[str, Any]:
    """A row of `releases`, still without its deals."""
    credit = main_artist(release)
    party_id = people.id_of(credit) if credit else None
    given = release.ids.icpn
    numbers = release.ids.catalog_numbers
    return {
        "release_id": release_id,
        "gtin": gtin.normalise(given) if given else None,
        "gtin_given": given,
        "grid": release.ids.grid,
        "catalog_number": numbers[0].value if numbers else None,
        "title": shown_title(release.titles),
        "party_id": party_id,
        "artist": shown_artist(release.artist_names) or people.name_of(party_id or ""),
        "label": _label_of(release.labels, people),
        "release_type": release.types[0] if release.types else None,
        "release_day": _day_of(release.released, ("release",)),
        "original_day": _day_of(release.released, ("original",))
        or _day_of(release.released, ("original-digital",)),
        "track_count": track_count,
        "is_delivered": True,
        "deal_set_id": None,
        "genre": release.genres[0].text if release.genres else None,
    }


def _label_of(labels: Iterable[Label], people: People) -> str | None:
    for label in labels:
        party_id = people.by_reference(label.party_reference)
        if party_id is not None:
            people.mark(party_id, "label")
        name = label.name or people.name_of(party_id or "")
        if name:
            return name
    return None
