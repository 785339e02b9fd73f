"""Every signal holds what a signal promises; tables of plugins are put on the panel."""

import re
from collections.abc import Mapping

import ibis
import numpy as np
import pytest

from kaigai.desks.markets.examples import features
from kaigai.desks.markets.panel import Panel, panel_at
from kaigai.desks.markets.signal import SIGNALS, cells, on_panel, signal
from kaigai.desks.markets.tie_ins import as_table
from kaigai.terms.text import Text
from tests.desks.markets.small_panel import DAY, Seen, given, made_up, seen

ROWS: Seen = {"a": {"JP": 9, "TW": 8}, "b": {"JP": (1, 40)}}


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_is_one_finite_number_per_cell_and_speaks_both_languages(name: str) -> None:
    panel = {**given(ROWS), "tie_ins": ibis.memtable(as_table([]))}
    matrix = SIGNALS[name].measure(panel)
    assert matrix.shape == panel["panel"].shape
    assert np.isfinite(matrix).all()
    said = SIGNALS[name].because(panel, 1, 1)
    assert said is None or "{" not in said.en + said.ja
    for text in (SIGNALS[name].sentence, said or SIGNALS[name].say):
        assert text.en
        assert re.search(r"[ぁ-んァ-ン一-龥]|^{ties}$", text.ja), text.ja
    assert SIGNALS[name].sentence.en.endswith(".")


@pytest.mark.parametrize("cut", [20, 60])
def test_nothing_after_the_day_changes_any_number(cut: int) -> None:
    charts = made_up()
    day = DAY.fromordinal(DAY.toordinal() - cut)
    before = features(_given(panel_at(charts, day)))
    generator = np.random.default_rng(1)
    later = charts.day > day.toordinal()
    assert later.any()
    charts.artist[later] = generator.permutation(charts.artist[later])
    charts.territory[later] = generator.integers(0, len(charts.territories), later.sum())
    charts.weight[later] = 1000
    after = features(_given(panel_at(charts, day)))
    for name, matrix in before.items():
        assert np.array_equal(matrix, after[name]), name


def _given(panel: Panel) -> Mapping[str, object]:
    from kaigai.desks.markets.examples import given_of

    return given_of(panel)


def test_a_table_is_put_on_the_panel_and_what_it_leaves_out_is_0() -> None:
    panel = panel_at(seen(ROWS), DAY)
    rows = ibis.memtable(
        {"artist_id": ["b", "nobody"], "territory": ["TW", "TW"], "value": [2.5, 1.0]}
    )
    matrix = on_panel(rows, panel)
    assert list(cells(panel, matrix)) == [("b", "TW", 2.5)]


def test_a_signal_may_ask_for_a_fact_table() -> None:
    @signal("tie-ins", ja="タイアップがあります。", say=Text("a tie-in", "タイアップ"))
    def tie_ins(tie_ins: ibis.Table) -> ibis.Table:
        return tie_ins.select("artist_id", "territory", value=ibis.literal(1.0))

    assert tie_ins.needs == ("tie_ins",)
    rows = ibis.memtable({"artist_id": ["a"], "territory": ["JP"]})
    matrix = tie_ins.measure({**given(ROWS), "tie_ins": rows})
    assert matrix.tolist() == [[1, 0], [0, 0]]
    with pytest.raises(KeyError):
        tie_ins.measure(given(ROWS))
