"""The check for ended deals finds what nothing opens any more, with the day it ended."""

from datetime import date

import ibis.expr.types as ir

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.deal_ended import deal_ended
from tests.findings.dealt import BUT_JAPAN, DAY, Rights, dealt, right, territories_found

PAST, YESTERDAY = date(2025, 3, 31), date(2026, 10, 31)
OVER = right(["KR"], end_day=PAST)

FOUND: dict[str, tuple[Rights, str]] = {
    "two": ([right(["JP"]), right(["KR", "TW"], end_day=PAST)], "KR TW"),
    "yesterday": ([right(["KR"], end_day=YESTERDAY)], "KR"),
    "one-stays": ([right(["KR", "TW"], end_day=PAST), right(["TW"])], "KR"),
}
PASSED: dict[str, Rights] = {
    "last-day-is-today": [right(["KR"], end_day=DAY)],
    "renewed": [OVER, right(["KR"], start_day=date(2026, 1, 1))],
    "renewed-for-later": [OVER, right(["KR"], start_day=date(2027, 1, 1))],
    "renewed-elsewhere": [OVER, right(["KR"], is_elsewhere=True)],
    "sanctioned": [right(["RU"], end_day=PAST)],
    "preorder": [right(["KR"], end_day=PAST, is_preorder=True)],
    "sale-ended": [right(["KR"], end_day=PAST, use_type="PermanentDownload"), right(BUT_JAPAN)],
    "nothing": [],
    "no-deal-list": None,
}


def ask(recordings: dict[str, Rights]) -> ir.Table:
    """What the check finds."""
    return deal_ended.run(dealt(recordings).__getitem__, settings=DEFAULTS, day=DAY)


def test_finds_what_ended_and_was_not_renewed() -> None:
    bad = ask({name: rights for name, (rights, _) in FOUND.items()})
    assert territories_found(bad) == {name: codes for name, (_, codes) in FOUND.items()}


def test_passes_what_is_open_coming_or_unknown() -> None:
    assert territories_found(ask(PASSED)) == {}


def test_says_the_last_day_of_the_territories_concerned() -> None:
    # Japan's later end was followed by another deal, so it is not the day that matters.
    rights = [
        right(["JP"], end_day=YESTERDAY),
        right(["JP"], start_day=DAY),
        right(["KR"], end_day=date(2024, 3, 31)),
        right(["KR", "TW"], end_day=PAST),
    ]
    (row,) = ask({"A": rights}).to_pyarrow().to_pylist()
    assert (row["title"], row["end_day"]) == ("A", "2025-03-31")
