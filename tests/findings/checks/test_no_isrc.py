"""The check for missing ISRCs finds recordings that were given none."""

from kaigai.findings.checks.no_isrc import no_isrc
from tests.conftest import found, table


def test_finds_recordings_without_an_isrc_and_passes_the_others() -> None:
    recordings = table(
        "recordings",
        {"recording_id": "none"},
        {"recording_id": "blank", "isrc_given": "  "},
        {"recording_id": "good", "isrc_given": "JPAB12300001", "isrc": "JPAB12300001"},
        {"recording_id": "malformed", "isrc_given": "JPAB123"},
    )
    assert found(no_isrc.ask(recordings), "recording_id") == ["blank", "none"]
