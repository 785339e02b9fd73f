"""The check for artists without a Latin name asks every party of a main artist."""

from typing import Any

from kaigai.findings.checks.no_latin_artist_name import no_latin_artist_name
from tests.conftest import found, table

ARTIST = {"party_id": "P", "artist_id": "P", "artist": "霧笛坂"}
SONG = {"recording_id": "A", "party_id": "P"}


def named(subject_id: str, script: str, **more: Any) -> dict[str, Any]:
    name = {"subject_kind": "party", "subject_id": subject_id, "script": script}
    return {**name, "role": "display", **more}


def asked(
    artists: list[dict[str, Any]], names: list[dict[str, Any]], song: dict[str, Any] = SONG
) -> list[str]:
    rows = no_latin_artist_name.ask(
        table("artists", *artists), table("names", *names), table("recordings", song)
    )
    return found(rows, "party_id")


def test_finds_a_main_artist_in_kanji_only() -> None:
    assert asked([ARTIST], [named("P", "Hani"), named("P", "Kana", role="reading")]) == ["P"]


def test_passes_an_artist_with_a_latin_alias() -> None:
    assert asked([ARTIST], [named("P", "Hani"), named("P", "Latn", role="alias")]) == []


def test_a_latin_name_of_another_party_of_the_artist_counts() -> None:
    other = {**ARTIST, "party_id": "Q"}
    assert asked([ARTIST, other], [named("P", "Hani"), named("Q", "Latn")]) == []


def test_passes_composers() -> None:
    song = {"recording_id": "A", "party_id": "somebody else"}
    assert asked([ARTIST], [named("P", "Hani")], song) == []


def test_an_artist_of_releases_alone_counts() -> None:
    rows = no_latin_artist_name.ask(
        table("artists", ARTIST),
        table("names", named("P", "Hani")),
        table("recordings"),
        table("releases", {"release_id": "R", "party_id": "P"}),
    )
    assert found(rows, "party_id") == ["P"]


def test_a_name_of_digits_needs_no_latin_form() -> None:
    assert asked([{**ARTIST, "artist": "1999"}], [named("P", "Zyyy")]) == []
