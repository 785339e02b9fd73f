"""Works that songs are tied to count where they are out, and from their first day."""

from datetime import date, timedelta
from typing import Any

import ibis
import pytest

from kaigai.desks.markets.panel import panel_at
from kaigai.desks.markets.signal import SIGNALS
from kaigai.desks.markets.tie_ins import Tie, as_table
from kaigai.terms.text import Text
from tests.desks.markets.small_panel import DAY, Seen, given, seen, value, why

ROWS: Seen = {"a": {"JP": 9, "TW": 8}, "b": {"JP": (1, 40)}}


def tie(artist: str, code: str, first: date | None, of: str = "w") -> Tie:
    """The opening of an anime."""
    return Tie(artist, of, "灯", Text("Lamp", "灯台"), "anime", "opening", code, first, None)


def known(*ties: Tie) -> dict[str, Any]:
    """What signals may ask for, tie-ins among it."""
    return {**given(ROWS), "tie_ins": ibis.memtable(as_table(ties))}


def test_works_that_are_out_are_counted_and_said() -> None:
    first = DAY - timedelta(90)
    panel = known(tie("a", "TW", first), tie("a", "TW", first, "v"), tie("b", "JP", first))
    assert value("tie-in", panel, "a", "TW") == 2
    assert value("tie-in", panel, "a", "JP") == 0
    assert why("tie-in", panel, "b", "JP") == (
        f"the song “灯” opens the anime “Lamp”, out there since {first:%Y-%m}"
    )
    said = SIGNALS["tie-in"].because(panel, 0, 1)
    assert said
    assert "ほか1件" in said.ja
    assert why("tie-in", panel, "a", "JP") == ""


def test_nothing_is_known_before_the_first_day() -> None:
    panel = known(tie("a", "TW", DAY + timedelta(1)), tie("b", "JP", None), tie("b", "TW", DAY))
    assert value("tie-in", panel, "a", "TW") == 0
    assert value("tie-in", panel, "b", "JP") == 0
    assert value("tie-in", panel, "b", "TW") == 1
    earlier = {**panel, "panel": panel_at(seen(ROWS), DAY - timedelta(1))}
    assert value("tie-in", earlier, "b", "TW") == 0


def test_it_is_left_out_where_no_tie_ins_are_known() -> None:
    charts = {name: each for name, each in given(ROWS).items() if name != "tie_ins"}
    with pytest.raises(KeyError):
        SIGNALS["tie-in"].measure(charts)
