"""The check for titles without a Latin form finds them and passes the others."""

import pytest

from kaigai.findings.checks.no_latin_title import no_latin_title
from tests.conftest import found, table


def asked(title: str, **name: str) -> list[str]:
    recordings = table("recordings", {"recording_id": "A", "title": title})
    own = {"subject_kind": "recording", "subject_id": "A", **name}
    return found(no_latin_title.ask(recordings, table("names", own)), "recording_id")


def test_finds_a_title_in_kanji_only() -> None:
    assert asked("夜明け", script="Jpan") == ["A"]


def test_passes_a_title_with_a_romanised_form() -> None:
    assert asked("夜明け", script="Latn") == []


def test_a_release_of_the_same_id_does_not_count() -> None:
    assert asked("夜明け", script="Latn", subject_kind="release") == ["A"]


def test_an_alias_and_an_english_title_count() -> None:
    assert asked("夜明け", script="Latn", role="alias") == []
    assert asked("夜明け", script="Latn", role="english") == []


@pytest.mark.parametrize("title", ["1999", "!!!", "♡", "24/7"])
def test_signs_and_digits_need_no_latin_form(title: str) -> None:
    assert asked(title, script="Zyyy") == []


@pytest.mark.parametrize("title", ["봄날", "Dear 灯台", "Ночь", "ﾖﾙ"])
def test_finds_every_native_script(title: str) -> None:
    assert asked(title, script="Jpan") == ["A"]
