"""Main artists are those with recordings or releases, each once."""

from kaigai.findings.main_artists import main_artists, spellings
from tests.conftest import found, table

ARTISTS = (
    {"party_id": "P", "artist_id": "P", "artist": "佐藤"},
    {"party_id": "Q", "artist_id": "P", "artist": "佐藤"},
    {"party_id": "R", "artist_id": "R", "artist": "林"},
    {"party_id": "S", "artist_id": "S", "artist": "森"},
)


def test_an_artist_of_two_parties_counts_once() -> None:
    songs = table("recordings", {"party_id": "P"}, {"party_id": "Q"}, {"party_id": None})
    assert found(main_artists(table("artists", *ARTISTS), songs), "artist_id") == ["P"]


def test_releases_count_where_they_are_known() -> None:
    artists, songs = table("artists", *ARTISTS), table("recordings", {"party_id": "Q"})
    releases = table("releases", {"party_id": "R"})
    assert found(main_artists(artists, songs, releases), "artist_id") == ["P", "R"]


def test_spellings_of_every_party_and_of_parties_alone() -> None:
    names = table(
        "names",
        {"subject_kind": "party", "subject_id": "Q", "text": "Sato"},
        {"subject_kind": "recording", "subject_id": "Q", "text": "Song"},
    )
    rows = spellings(table("artists", *ARTISTS), names).select("artist_id", "text")
    assert rows.to_pyarrow().to_pylist() == [{"artist_id": "P", "text": "Sato"}]
