"""Lyrics leave only where they are cleared: work, language, use, place, term, proof."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kaigai.desks.captions.clearances.permission import Decision, may_leave
from kaigai.desks.captions.clearances.record import Clearance
from kaigai.terms.territories import ISO

DAY = date(2026, 11, 1)
CLEARED = Clearance("T-034.524.680-1", "港の灯", "en", "translation", ISO, date(2026, 1, 1),
                    date(2026, 12, 31), "Minato Music Publishing", "c12", "cleared")  # fmt: skip


def leave(*records: Clearance, **other: Any) -> Decision:
    """Whether the translation into English may leave for the US and France."""
    asked: dict[str, Any] = {
        "kind": "lyrics", "work": "T0345246801", "language": "en", "use": "translation",
        "territories": ["US", "FR"], "day": DAY, "clearances": records,
    }  # fmt: skip
    return may_leave(**(asked | other))


def test_what_is_cleared_may_leave_and_says_by_whom() -> None:
    decision = leave(CLEARED)
    assert decision.allowed
    assert decision.by == (CLEARED,)
    assert "Minato Music Publishing" in decision.reason.ja
    assert "2026-12-31" in decision.reason.en


@pytest.mark.parametrize("kind", ["speech", "title"])
def test_speech_and_titles_need_nothing(kind: str) -> None:
    assert leave(kind=kind, work="").allowed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"work_id": "T-000.000.001-0"}, "no clearance"),
        ({"language": "fr"}, "there is one for: French"),
        ({"use": "romanisation"}, "there is one for: English (romanisation)"),
        ({"status": "asked"}, "asked for"),
        ({"status": "refused"}, "refused"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"proof": ""}, "no proof"),
        ({"start": date(2026, 11, 2)}, "from 2026-11-02"),
        ({"end": date(2026, 10, 31)}, "ended on 2026-10-31"),
        ({"territories": ("US", "JP")}, "not cleared for France"),
    ],
)
def test_what_is_not_says_why(change: dict[str, Any], said: str) -> None:
    decision = leave(replace(CLEARED, **change))
    assert not decision.allowed
    assert said in decision.reason.en
    assert decision.reason.ja


def test_nothing_recorded_asked_for_nowhere_or_of_no_work_is_refused() -> None:
    assert not leave().allowed
    assert not leave(CLEARED, territories=[]).allowed
    assert not leave(CLEARED, work="").allowed


def test_several_records_together_cover_the_world() -> None:
    one = replace(CLEARED, territories=("US",))
    two = replace(CLEARED, territories=("FR",), holder="Autre Édition")
    assert leave(one, two).allowed
    assert leave(one).missing == ("FR",)
    assert "cleared only for United States" in leave(one, territories=ISO).reason.en


def test_one_holder_who_refuses_is_enough() -> None:
    other = replace(CLEARED, holder="Second Publisher", status="refused", territories=("FR",))
    decision = leave(CLEARED, other)
    assert not decision.allowed
    assert "Second Publisher does not allow it in France" in decision.reason.en
    assert leave(CLEARED, other, territories=["US"]).allowed


def test_a_language_covers_its_scripts_and_not_the_other_way_round() -> None:
    whole, traditional = replace(CLEARED, language="zh"), replace(CLEARED, language="zh-Hant")
    assert leave(whole, language="zh-Hant").allowed
    assert leave(whole, language="zh-Hans").allowed
    assert not leave(traditional, language="zh").allowed
    assert not leave(replace(CLEARED, language="ja"), language="jam").allowed


def test_the_first_and_the_last_day_count() -> None:
    assert leave(CLEARED, day=date(2026, 1, 1)).allowed
    assert leave(CLEARED, day=date(2026, 12, 31)).allowed
    assert leave(replace(CLEARED, start=None, end=None), day=date(2099, 1, 1)).allowed
