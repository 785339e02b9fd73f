"""Where things are open and what findings are worth, on both engines, from literals."""

from datetime import date
from typing import Any

import pytest

from kaigai.findings.audibility import heard
from kaigai.findings.availability import solve
from kaigai.terms.territories import codes_of
from tests.findings.dealt import WITHDRAWN, right, tables_of
from tests.findings.worth.test_gain import OTHERS, finding, gained, many, played
from tests.findings.worth.test_plays import YEAR, asked, month, tied

DAY = date(2026, 11, 1)
LATER, BEFORE = date(2026, 11, 2), date(2026, 10, 31)

pytestmark = pytest.mark.usefixtures("engine")


def test_what_is_open_and_why_not() -> None:
    at_home = (right(("JP",)),)
    abroad = (right(("US", "TW"), start_day=LATER), right(("KR",), end_day=BEFORE))
    given: Any = {"A": [at_home], "B": [at_home, abroad], "C": [None], "D": [WITHDRAWN]}
    solved = solve(tables_of(given), day=DAY)
    rows = heard(solved.availability.cache(), solved.answers.cache()).to_pyarrow().to_pylist()
    told = {
        row["recording_id"]: {
            reason: set(codes_of(tuple(row[f"{reason}{n}"] for n in range(4))))
            for reason in ("open", "unknown", "early", "ended", "closed")
        }
        for row in rows
    }
    assert told["A"]["open"] == told["B"]["open"] == {"JP"}
    assert (told["B"]["early"], told["B"]["ended"]) == ({"US", "TW"}, {"KR"})
    assert {"KR", "US"} < told["A"]["closed"]
    assert "JP" in told["C"]["unknown"]
    assert not told["C"]["open"]
    assert not told["D"]["open"]


def test_plays_a_year_of_what_is_tied() -> None:
    months = [month(at, 10) for at in YEAR] + [month(at, 7, reporter="b") for at in YEAR]
    found = asked([*months, month(YEAR[3], 6, territory="TW")], [tied()])
    assert found["JPZZ92500001", "JP"]["plays"] == 120
    row = found["JPZZ92500001", "TW"]
    assert (row["plays"], row["low"], row["high"]) == (6, 0, 72)


def test_what_findings_are_worth() -> None:
    demand = {"artist_id": "A", "territory": "KR", "unit": "streams", "expected": 50.0,
              "expected_low": 20.0, "expected_high": 90.0}  # fmt: skip
    findings = [finding("territory-hole", "x", "KR", "TW"), finding("deal-ends-soon", "a", "TW")]
    found = gained(findings, [*OTHERS, *played("x", JP=3000)], [demand])
    closed, ends = found["territory-hole:x"], found["deal-ends-soon:a"]
    assert closed["gain"] == pytest.approx(300 + 50 * 12 * 3000 / 6500)
    assert closed["gain_method"] == "both"
    assert (ends["gain"], ends["gain_low"], ends["gain_high"]) == (100, 50, 200)


def test_what_songs_lack_is_compared() -> None:
    row = gained(*many(0.1, 0.2))["no-latin-title:w0"]
    assert row["gain"] == pytest.approx(100, rel=0.05)
    assert 0 < row["gain_low"] < row["gain"] < row["gain_high"]
