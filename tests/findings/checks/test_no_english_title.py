"""The check for titles without English finds romaji alone and passes English of every kind."""

from typing import Any

import pytest

from kaigai.findings.checks.no_english_title import no_english_title
from tests.conftest import found, table

LATIN = {"script": "Latn", "role": "latin", "text": "Yoake", "is_romaji": True}


def asked(title: str, *names: dict[str, Any]) -> list[str]:
    recordings = table("recordings", {"recording_id": "A", "title": title})
    own = [{"subject_kind": "recording", "subject_id": "A", **name} for name in names]
    return found(no_english_title.ask(recordings, table("names", *own)), "recording_id")


def test_finds_a_title_with_romaji_alone() -> None:
    assert asked("夜明け", LATIN) == ["A"]


def test_finds_a_title_without_any_latin_form() -> None:
    assert asked("夜明け", {"script": "Jpan", "role": "display"}) == ["A"]


@pytest.mark.parametrize(
    "english",
    [
        {"role": "english", "script": "Latn", "is_romaji": False},
        {"role": "english", "script": "Latn", "is_romaji": True, "text": "Tone"},
        {"role": "translated", "language": "en-GB", "script": "Latn", "is_romaji": True},
        {"role": "display", "script": "Latn", "is_romaji": False, "text": "Daybreak"},
        {"role": "display", "script": "Latn", "is_romaji": None, "text": "Unknown"},
    ],
)
def test_passes_english_and_what_may_be_english(english: dict[str, Any]) -> None:
    assert asked("夜明け", LATIN, english) == []


def test_a_translation_into_another_language_is_no_english() -> None:
    thai = {"role": "translated", "language": "th", "script": "Thai"}
    assert asked("夜明け", LATIN, thai) == ["A"]


@pytest.mark.parametrize("title", ["Daybreak", "봄날", "1999"])
def test_passes_titles_that_are_not_japanese(title: str) -> None:
    assert asked(title, LATIN) == []
