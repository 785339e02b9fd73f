"""The check for releases without a Latin title finds them and passes the others."""

from kaigai.findings.checks.no_latin_release_title import no_latin_release_title
from tests.conftest import found, table


def asked(title: str, **name: str) -> list[str]:
    releases = table("releases", {"release_id": "R", "title": title})
    own = {"subject_kind": "release", "subject_id": "R", **name}
    return found(no_latin_release_title.ask(releases, table("names", own)), "release_id")


def test_finds_a_release_in_kanji_only() -> None:
    assert asked("夜明け", script="Jpan") == ["R"]


def test_passes_a_release_with_an_english_title() -> None:
    assert asked("夜明け", script="Latn", role="english") == []


def test_a_recording_of_the_same_id_does_not_count() -> None:
    assert asked("夜明け", script="Latn", subject_kind="recording") == ["R"]


def test_digits_need_no_latin_form() -> None:
    assert asked("1999", script="Zyyy") == []
