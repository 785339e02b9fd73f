"""The check for titles without a Latin form finds them and passes the others."""

from kaigai.findings.checks.no_latin_title import no_latin_title
from tests.conftest import found, table


def test_finds_a_title_in_kanji_only() -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    names = table("names", {"subject_kind": "recording", "subject_id": "A", "script": "Jpan"})
    assert found(no_latin_title.ask(recordings, names), "recording_id") == ["A"]


def test_passes_a_title_with_a_romanised_form() -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    names = table("names", {"subject_kind": "recording", "subject_id": "A", "script": "Latn"})
    assert found(no_latin_title.ask(recordings, names), "recording_id") == []


def test_a_release_of_the_same_id_does_not_count() -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    names = table("names", {"subject_kind": "release", "subject_id": "A", "script": "Latn"})
    assert found(no_latin_title.ask(recordings, names), "recording_id") == ["A"]
