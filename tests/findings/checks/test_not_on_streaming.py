"""The check for recordings without streaming rights, and what it leaves to others."""

from datetime import date
from typing import Any

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.not_on_streaming import not_on_streaming
from tests.findings.dealt import DAY, WITHDRAWN, Sets, right, tables_of

PAST, NEXT = date(2025, 1, 1), date(2027, 1, 1)
SALE: dict[str, Any] = {"use_type": "PermanentDownload"}
UPLOAD: dict[str, Any] = {"use_type": "UserMakeAvailableUserProvided"}

#: With the number of territories where it is sold.
FOUND: dict[str, tuple[Sets, int]] = {
    "sold": ([[right(["JP", "KR"], **SALE)]], 2),
    "uploads": ([[right(**UPLOAD)]], 0),
    "nothing": ([[]], 0),
    "sold-later": ([[right(**SALE, start_day=NEXT)]], 0),
    "sold-and-nothing": ([[right(["JP"], **SALE)], []], 1),
    "nothing-beside-unknown": ([None, []], 0),
    "stream-over-but-sold": ([[right(end_day=PAST), right(["JP"], **SALE)]], 1),
}
PASSED: dict[str, Sets] = {
    "at-home": [[right(["JP"])]],
    "any-use": [[right(use_type=None)]],
    "on-another-release": [[right(**SALE)], [right(["JP"])]],
    "later": [[right(start_day=NEXT), right(**SALE)]],
    "told-elsewhere": [[right(is_elsewhere=True), right(**SALE)]],
    "over": [[right(end_day=PAST)]],
    "taken-down": [[right(), right(takedown=True)]],
    "unknown": [None],
    "withdrawn": [WITHDRAWN],
}


def ask(recordings: dict[str, Sets]) -> dict[str, int]:
    """What the check finds, and in how many territories it is sold."""
    bad = not_on_streaming.run(tables_of(recordings).__getitem__, settings=DEFAULTS, day=DAY)
    return {row["recording_id"]: row["n_download"] for row in bad.to_pyarrow().to_pylist()}


def test_finds_what_nobody_may_stream() -> None:
    sold = {name: n for name, (_, n) in FOUND.items()}
    assert ask({name: sets for name, (sets, _) in FOUND.items()}) == sold


def test_passes_what_streams_may_stream_or_did() -> None:
    assert ask(PASSED) == {}
