"""The check for writers' credits asks only where their absence says something."""

import pytest

from kaigai.findings.checks.credits_missing import credits_missing
from tests.conftest import found, table

DELIVERIES = (
    {"delivery_id": "ern", "standing": 3},
    {"delivery_id": "sheet", "standing": 1},
    {"delivery_id": "sheet with writers", "standing": 1},
)
OTHER = {"recording_id": "Z", "role": "composer", "delivery_id": "sheet with writers"}


def ask(delivery: str, *roles: str) -> list[str]:
    """What the check finds of a recording from that delivery with these credits."""
    named = [{"recording_id": "A", "role": role, "delivery_id": delivery} for role in roles]
    bad = credits_missing.ask(
        table("recordings", {"recording_id": "A", "title": "夜", "delivery_id": delivery}),
        table("credits", OTHER, *named),
        table("deliveries", *DELIVERIES),
    )
    return found(bad, "recording_id")


@pytest.mark.parametrize("delivery", ["ern", "sheet with writers"])
def test_finds_recordings_without_writers(delivery: str) -> None:
    assert ask(delivery) == ["A"]
    assert ask(delivery, "main", "producer") == ["A"]


@pytest.mark.parametrize("role", ["composer", "lyricist", "ComposerLyricist", "composer_lyricist"])
def test_passes_recordings_with_a_writer(role: str) -> None:
    assert ask("ern", "main", role) == []


def test_a_sheet_without_such_a_column_says_nothing() -> None:
    assert ask("sheet", "main") == []
