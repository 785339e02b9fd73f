"""The check for decorated letters finds fancy dress and passes plain and native text."""

import pytest

from kaigai.findings.checks.decorated_latin import decorated_latin
from kaigai.sources.naming import name_row
from tests.conftest import found, table


def asked(text: str, kind: str = "recording") -> list[str]:
    recordings = table("recordings", {"recording_id": "A", "title": text})
    names = table("names", name_row(kind, "A", text, role="display"))
    return found(decorated_latin.ask(recordings, names), "recording_id")


@pytest.mark.parametrize("text", ["ＬＩＧＨＴ", "𝓛𝓸𝓿𝓮", "L☆I☆G☆H☆T"])
def test_finds_decorated_letters(text: str) -> None:
    assert asked(text) == ["A"]


@pytest.mark.parametrize("text", ["Light", "夜明け", "LIGHT!", "Beyoncé", "ラ☆ブ"])
def test_passes_plain_letters(text: str) -> None:
    assert asked(text) == []


def test_names_of_releases_are_not_asked() -> None:
    assert asked("ＬＩＧＨＴ", kind="release") == []
