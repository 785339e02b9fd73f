"""Parties: ids that meet again, spellings that belong together, and parts that were played."""

import pytest

from kaigai.formats.ddex.message import (
    ArtistName,
    Credit,
    Identifier,
    Party,
    PartyIds,
    PartyName,
    Resource,
)
from kaigai.formats.ddex.places import Places
from kaigai.sources.ern.people import (
    People,
    credit_rows,
    main_artist,
    original_name,
    roles_of,
)

NATIVE, LATIN = PartyName("青い灯", "full", "ja-Jpan"), PartyName("Aoi Hi")
KANA = PartyName("アオイヒ", "full", "ja-Kana")


@pytest.mark.parametrize(
    ("names", "original"),
    [
        ([LATIN, NATIVE], "青い灯"),
        ([KANA, NATIVE], "青い灯"),
        ([LATIN], "Aoi Hi"),
        ([NATIVE, PartyName("Aoi Hi", is_original=True)], "Aoi Hi"),
        ([PartyName("Hi, Aoi", "indexed")], None),
    ],
)
def test_original_name(names: list[PartyName], original: str | None) -> None:
    assert original_name(names) == original


@pytest.mark.parametrize(
    ("ids", "party_id"),
    [
        (PartyIds(), "name:青い灯"),
        (PartyIds(isni="0000 0001 2103 2683"), "isni:0000000121032683"),
        (PartyIds(isni="0000000121032684"), "name:青い灯"),
        (PartyIds(proprietary=[Identifier("NS", "7")]), "own:NS:7"),
    ],
)
def test_party_id(ids: PartyIds, party_id: str) -> None:
    assert People(None).add(Party("P1", [LATIN, NATIVE], ids)) == party_id


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("MainArtist", ("main",)),
        ("FeaturedArtist", ("featured",)),
        ("ComposerLyricist", ("composer", "lyricist")),
        ("Lyricist", ("lyricist",)),
        ("MusicPublisher", ("music-publisher",)),
        ("Shamisen Master", ("shamisen-master",)),
    ],
)
def test_roles(role: str, found: tuple[str, ...]) -> None:
    assert roles_of(role) == found


def inline(name: PartyName, territory: str, *roles: str) -> Credit:
    places = Places((territory,))
    return Credit("artist", party=Party(None, [name]), roles=list(roles), places=places)


def test_one_artist_with_a_name_for_each_territory() -> None:
    people = People(None)
    home, abroad = inline(NATIVE, "JP", "MainArtist"), inline(LATIN, "US", "MainArtist")
    people.unite([home, abroad])
    assert people.id_of(home) == people.id_of(abroad) == "name:青い灯"
    parties, names = people.rows()
    assert len(parties) == 1
    assert {row["text"] for row in names} == {"青い灯", "Aoi Hi"}


@pytest.mark.parametrize(
    "second",
    [
        inline(LATIN, "JP", "MainArtist"),
        inline(LATIN, "US", "FeaturedArtist"),
        inline(PartyName("赤い波"), "US", "MainArtist"),
    ],
)
def test_others_stay_two(second: Credit) -> None:
    people = People(None)
    first = inline(NATIVE, "JP", "MainArtist")
    people.unite([first, second])
    assert people.id_of(first) != people.id_of(second)


def test_the_artist_line_of_one_artist_is_a_spelling() -> None:
    people = People("en")
    people.add(Party("P1", [NATIVE]))
    alone = [Credit("artist", "P1")]
    line = ArtistName("Aoi Hi", "ja-Latn")
    people.artist_lines(Resource("sound", artists=alone, artist_names=[line]))
    people.add(Party("P2", [PartyName("Nami")]))
    both = [*alone, Credit("artist", "P2")]
    joint = ArtistName("青い灯 feat. Nami")
    people.artist_lines(Resource("sound", artists=both, artist_names=[joint]))
    _, names = people.rows()
    assert [(row["text"], row["role"]) for row in names] == [
        ("青い灯", "display"),
        ("Aoi Hi", "latin"),
        ("Nami", "display"),
    ]


def test_credits() -> None:
    people = People(None)
    people.add(Party("P1", [NATIVE]))
    resource = Resource(
        "sound",
        artists=[
            Credit("artist", "P1", roles=["MainArtist"], sequence=1),
            Credit("artist", "P1", roles=["MainArtist"], sequence=1),
        ],
        contributors=[
            Credit("contributor", "P1", roles=["Composer", "Artist"], instruments=["Koto"]),
            Credit("contributor", "P9", roles=["Producer"]),
            Credit("contributor", special="Traditional"),
        ],
    )
    rows = list(credit_rows("R", resource, people))
    assert [(row["role"], row["instrument"], row["position"]) for row in rows] == [
        ("main", None, 1),
        ("composer", "Koto", None),
        ("performer", "Koto", None),
    ]
    assert rows[0]["name"] == "青い灯"
    assert people.rows()[0][0]["kind"] == "artist"


def test_main_artist() -> None:
    featured = Credit("artist", "P1", roles=["FeaturedArtist"], sequence=1)
    main = Credit("artist", "P2", roles=["MainArtist"], sequence=2)
    assert main_artist(Resource("sound", artists=[featured, main])) is main
    assert main_artist(Resource("sound")) is None
