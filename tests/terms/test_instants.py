"""A day means its end; an instant itself."""

from datetime import UTC, datetime

import pytest

from kaigai.terms.instants import as_of_instant

END = datetime(2026, 11, 1, 23, 59, 59, 999_999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-01", END),
        ("2026/11/1", END),
        ("2026年11月1日", END),
        ("20261101", END),
        ("2026-11-01T12:00", datetime(2026, 11, 1, 12, tzinfo=UTC)),
        ("2026-11-01T12:00:30Z", datetime(2026, 11, 1, 12, 0, 30, tzinfo=UTC)),
        ("2026-11-01T12:00+09:00", datetime(2026, 11, 1, 3, tzinfo=UTC)),
    ],
)
def test_days_and_instants(text: str, instant: datetime) -> None:
    assert as_of_instant(text) == instant


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-11-31T12:00", "25:00"])
def test_what_is_neither(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        as_of_instant(text)
