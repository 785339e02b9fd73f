"""The check for malformed ISRCs finds what was given and could not be read."""

from kaigai.findings.checks.malformed_isrc import malformed_isrc
from tests.conftest import found, table


def test_finds_what_could_not_be_read_and_passes_the_others() -> None:
    recordings = table(
        "recordings",
        {"recording_id": "short", "isrc_given": "JPAB123"},
        {
            "recording_id": "dashes",
            "isrc_given": "jp-ab1-23-00001",
            "isrc": "JPAB12300001",
        },
        {"recording_id": "blank", "isrc_given": " "},
        {"recording_id": "none"},
    )
    bad = malformed_isrc.ask(recordings)
    assert found(bad, "recording_id") == ["short"]
    assert found(bad, "isrc_given") == ["JPAB123"]
