"""The check for deals that end soon finds rights with nothing behind them."""

from datetime import date, timedelta

import ibis.expr.types as ir

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.deal_ends_soon import deal_ends_soon
from tests.findings.dealt import DAY, Rights, dealt, right, territories_found

SOON, ONE = date(2026, 12, 31), timedelta(days=1)
LAST = DAY + timedelta(days=DEFAULTS.ending_days)
ENDS = right(["KR"], end_day=SOON)

FOUND: dict[str, tuple[Rights, str]] = {
    "two": ([right(["JP"]), right(["KR", "TW"], end_day=SOON)], "KR TW"),
    "today": ([right(["KR"], end_day=DAY)], "KR"),
    "last": ([right(["KR"], end_day=LAST)], "KR"),
    "gap": ([ENDS, right(["KR"], start_day=date(2027, 6, 1))], "KR"),
    "only-sold-after": ([ENDS, right(["KR"], use_type="PermanentDownload")], "KR"),
}
PASSED: dict[str, Rights] = {
    "day-after": [right(["KR"], end_day=LAST + ONE)],
    "over": [right(["KR"], end_day=DAY - ONE)],
    "another-deal": [ENDS, right(["KR"])],
    "next-deal": [ENDS, right(["KR"], start_day=SOON + ONE)],
    "other-service": [right(["KR"], end_day=SOON, service="One"), right(["KR"], service="Two")],
    "told-elsewhere": [ENDS, right(["KR"], is_elsewhere=True)],
    "not-yet": [right(["KR"], end_day=SOON, start_day=date(2026, 12, 1))],
    "preorder": [right(["KR"], end_day=SOON, is_preorder=True)],
    "sanctioned": [right(["RU"], end_day=SOON)],
    "unlimited": [right()],
    "no-deal-list": None,
}


def ask(recordings: dict[str, Rights]) -> ir.Table:
    """What the check finds."""
    return deal_ends_soon.run(dealt(recordings).__getitem__, settings=DEFAULTS, day=DAY)


def test_finds_rights_with_nothing_behind() -> None:
    bad = ask({name: rights for name, (rights, _) in FOUND.items()})
    assert territories_found(bad) == {name: codes for name, (_, codes) in FOUND.items()}


def test_passes_what_stays_or_is_not_open() -> None:
    assert territories_found(ask(PASSED)) == {}


def test_says_the_first_day_and_how_many_are_left() -> None:
    bad = ask({"A": [ENDS, right(["TW"], end_day=date(2026, 11, 11))]})
    (row,) = bad.to_pyarrow().to_pylist()
    assert (row["end_day"], row["days"]) == ("2026-11-11", 10)
