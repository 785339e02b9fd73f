"""Ids and rows of recordings and releases: the best id there is, and what the release adds."""

from datetime import date

import pytest

from kaigai.formats.ddex.message import (
    ArtistName,
    Dated,
    Edition,
    Genre,
    Identifier,
    Label,
    Party,
    PartyName,
    Release,
    ReleaseIds,
    Resource,
    Title,
)
from kaigai.formats.ddex.places import Places
from kaigai.formats.ddex.times import when_from
from kaigai.sources.ern.catalogue import (
    completed,
    recording_id_of,
    recording_row,
    release_id_of,
    release_ids,
    release_row,
)
from kaigai.sources.ern.people import People

OWN = [Identifier("NS", "7")]


def dated(kind: str, text: str, territory: str | None = None, default: bool = False) -> Dated:
    when = when_from(text)
    assert when is not None
    return Dated(kind, when, Places((territory,)) if territory else None, default or None)


@pytest.mark.parametrize(
    ("editions", "recording_id"),
    [
        ([Edition(isrcs=["JP-ZZ0-26-00001"])], "JPZZ02600001"),
        ([Edition(isrcs=["JPZZ0260000"], ids=OWN)], "own:NS:7"),
        ([Edition(), Edition(ids=OWN)], "own:NS:7"),
        ([Edition(isrcs=["bad"])], None),
        ([], None),
    ],
)
def test_recording_id(editions: list[Edition], recording_id: str | None) -> None:
    assert recording_id_of(Resource("sound", editions=editions)) == recording_id


@pytest.mark.parametrize(
    ("ids", "release_id"),
    [
        (ReleaseIds(icpn="04988000000014", grid="A1-2425G-ABC1234002-M"), "4988000000014"),
        (ReleaseIds(icpn="4988000000018", grid="A1-2425G-ABC1234002-M"), "A12425GABC1234002M"),
        (ReleaseIds(proprietary=OWN, isrc="JPZZ02600001"), "own:NS:7"),
        (ReleaseIds(isrc="JPZZ02600001"), "JPZZ02600001"),
        (ReleaseIds(), "title:青い灯/toudai"),
    ],
)
def test_release_id(ids: ReleaseIds, release_id: str) -> None:
    names = [ArtistName("青い灯")]
    release = Release("main", ids=ids, titles=[Title("Tou Dai")], artist_names=names)
    assert release_id_of(release) == release_id


def test_all_ids_of_a_purged_release() -> None:
    ids = ReleaseIds(icpn="4988000000014", grid="odd", proprietary=OWN, isrc="JPZZ02600001")
    assert release_ids(ids) == ["4988000000014", "odd", "own:NS:7", "JPZZ02600001"]


def test_recording_row() -> None:
    resource = Resource(
        "video",
        editions=[Edition(isrcs=["jp-zz0-26-00001"])],
        titles=[Title("灯台")],
        languages=["ja", "en"],
        duration_ms=206_200,
        preview_files=1,
        iswcs=["T-034.524.680-1", "bad"],
        released=[dated("release", "2024"), dated("original", "1999-05-01")],
    )
    row = recording_row(resource, "JPZZ02600001", People(None))
    assert (row["isrc"], row["isrc_given"]) == ("JPZZ02600001", "jp-zz0-26-00001")
    assert (row["title"], row["language_of_performance"]) == ("灯台", "ja en")
    assert (row["work_id"], row["first_day"]) == ("T0345246801", date(1999, 5, 1))
    assert row["is_preview"]


def test_the_release_fills_what_the_recording_leaves_open() -> None:
    bare = recording_row(Resource("sound", genres=[Genre("Folk")]), "X", People(None))
    release = {
        "original_day": date(2020, 1, 1),
        "genre": "Pop",
        "artist": "青い灯",
        "party_id": "name:青い灯",
    }
    row = completed(bare, release)
    assert (row["artist"], row["party_id"]) == ("青い灯", "name:青い灯")
    assert (row["first_day"], row["genre"]) == (date(2020, 1, 1), "Folk")


def test_release_row() -> None:
    people = People(None)
    people.add(Party("P1", [PartyName("Aoi Records")]))
    release = Release(
        "main",
        ids=ReleaseIds(icpn="4988000000018", catalog_numbers=[Identifier("", "AO-1")]),
        types=["Album", "UserDefined"],
        titles=[Title("灯台")],
        labels=[Label(party_reference="P1")],
        released=[
            dated("release", "2026-03-01", "KR"),
            dated("release", "2026-04-01", default=True),
            dated("original-digital", "2001"),
        ],
    )
    row = release_row(release, "X", people, 12)
    assert (row["gtin"], row["gtin_given"]) == (None, "4988000000018")
    assert (row["catalog_number"], row["label"]) == ("AO-1", "Aoi Records")
    assert (row["release_type"], row["track_count"]) == ("Album", 12)
    assert (row["release_day"], row["original_day"]) == (date(2026, 4, 1), date(2001, 1, 1))
    assert people.rows()[0][0]["kind"] == "label"
