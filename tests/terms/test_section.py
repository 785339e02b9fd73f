"""Values read the same at every door, in both languages."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kaigai.terms.section import Section, cell, facts
from kaigai.terms.text import Text

TITLE = Text("Names", "名前")


@pytest.mark.parametrize(
    ("value", "en", "ja"),
    [
        (None, "–", "–"),
        ("", "–", "–"),
        (Text("artist", "アーティスト"), "artist", "アーティスト"),
        (True, "yes", "はい"),
        (False, "no", "いいえ"),
        (1234567, "1,234,567", "1,234,567"),
        (0.5, "0.5", "0.5"),
        (1200.0, "1,200", "1,200"),
        (date(2026, 11, 1), "2026-11-01", "2026-11-01"),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), "2026-11-01 12:00 UTC", "2026-11-01 12:00 UTC"),
        (
            datetime(2026, 11, 1, 9, tzinfo=ZoneInfo("Asia/Tokyo")),
            "2026-11-01 09:00 JST",
            "2026-11-01 09:00 JST",
        ),
        (["a", 1], "a, 1", "a、1"),
        ([], "–", "–"),
        ("夜明け {x}", "夜明け {x}", "夜明け {x}"),
    ],
)
def test_a_value_as_people_read_it(value: Any, en: str, ja: str) -> None:
    assert cell(value, "en") == en
    assert cell(value, "ja") == ja


def test_rows_become_cells() -> None:
    section = Section(TITLE, rows=((1, None), (TITLE, "x")))
    assert list(section.cells("ja")) == [["1", "–"], ["名前", "x"]]


def test_what_is_not_known_is_left_out_of_facts() -> None:
    section = facts(TITLE, [(TITLE, "a"), (TITLE, None), (TITLE, []), (TITLE, 0), (TITLE, False)])
    assert [row[1] for row in section.rows] == ["a", 0, False]
