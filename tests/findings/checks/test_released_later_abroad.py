"""The check for late starts compares each territory's first day with that of home."""

from datetime import date, timedelta
from typing import Any

import ibis.expr.types as ir

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.released_later_abroad import released_later_abroad
from kaigai.sources.rights import Right
from tests.findings.dealt import DAY, Sets, right, tables_of, territories_found

PAST, NEXT, ONE = date(2026, 1, 10), date(2026, 12, 1), timedelta(days=1)


def jp(start: date | None = PAST, **fields: Any) -> Right:
    """A right at home."""
    return right(["JP"], start_day=start, **fields)


def kr(start: date | None, **fields: Any) -> Right:
    """A right in Korea."""
    return right(["KR"], start_day=start, **fields)


SALE: dict[str, Any] = {"use_type": "PermanentDownload"}
FOUND: dict[str, Sets] = {
    "a-day-later": [[jp(), kr(PAST + ONE)]],
    "still-to-come": [[jp(), kr(NEXT)]],
    "sold-at-once": [[jp(), kr(NEXT), kr(PAST, **SALE)]],
    "only-sold": [[jp(**SALE), kr(NEXT, **SALE)]],
    "preorder": [[jp(), kr(PAST + ONE), kr(PAST, is_preorder=True)]],
    "single-at-home": [[jp(NEXT), kr(NEXT)], [jp()]],
}
PASSED: dict[str, Sets] = {
    "same-day": [[jp(), kr(PAST)]],
    "earlier": [[jp(), kr(PAST - ONE)]],
    "without-a-day": [[jp(), kr(None)]],
    "home-without-a-day": [[jp(None), kr(NEXT)]],
    "an-earlier-deal": [[jp(), kr(PAST, end_day=PAST + ONE), kr(NEXT)]],
    "over": [[jp(), kr(PAST + ONE, end_day=PAST + ONE)]],
    "taken-down": [[jp(), kr(PAST + ONE), kr(PAST, takedown=True)]],
    "sanctioned": [[jp(), right(["RU"], start_day=NEXT)]],
    "never-at-home": [[kr(NEXT)]],
    "only-at-home": [[jp()]],
    "earlier-single": [[jp(), kr(NEXT)], [kr(PAST)]],
    "no-deal-list": [None],
}


def ask(recordings: dict[str, Sets]) -> ir.Table:
    """What the check finds."""
    return released_later_abroad.run(tables_of(recordings).__getitem__, settings=DEFAULTS, day=DAY)


def test_finds_late_territories() -> None:
    assert territories_found(ask(FOUND)) == dict.fromkeys(FOUND, "KR")


def test_passes_what_starts_together_or_is_closed() -> None:
    assert territories_found(ask(PASSED)) == {}


def test_says_by_how_much_and_weighs_what_is_out_already_less() -> None:
    bad = ask({name: FOUND[name] for name in ("a-day-later", "single-at-home")})
    rows = {row["recording_id"]: row for row in bad.to_pyarrow().to_pylist()}
    columns = ("home_day", "first_abroad", "days", "severity")
    said = {name: tuple(row[column] for column in columns) for name, row in rows.items()}
    assert said == {
        "a-day-later": ("2026-01-10", "2026-01-11", 1, "low"),
        "single-at-home": ("2026-01-10", "2026-12-01", 325, "medium"),
    }
