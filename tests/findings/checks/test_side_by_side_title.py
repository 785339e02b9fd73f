"""The check for two titles in one field judges what import saw, and display titles alone."""

import pytest

from kaigai.findings.checks.side_by_side_title import side_by_side_title
from kaigai.sources.naming import name_row
from tests.conftest import found, table


def asked(text: str, role: str = "display", kind: str = "recording") -> list[str]:
    recordings = table("recordings", {"recording_id": "A", "title": text})
    names = table("names", name_row(kind, "A", text, role=role))
    return found(side_by_side_title.ask(recordings, names), "recording_id")


@pytest.mark.parametrize("text", ["夜明け / Daybreak", "夜明け（Yoake）"])
def test_finds_two_titles_in_one_field(text: str) -> None:
    assert asked(text) == ["A"]


@pytest.mark.parametrize("text", ["夜明け", "Daybreak", "Dear 灯台", "夜明け (Live)"])
def test_passes_one_title(text: str) -> None:
    assert asked(text) == []


def test_descriptions_and_other_subjects_are_not_asked() -> None:
    assert asked("夜明け / Daybreak", role="title_part") == []
    assert asked("夜明け / Daybreak", kind="video") == []
