"""Tests of latent demand: against cells that were made, and against real streams."""

from pathlib import Path

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.demand import Fitted, Known, demand, fitted, from_counts
from kaigai.desks.markets.demand_cells import Cells
from kaigai.desks.markets.world import world
from tests.desks.markets.small_plays import SIZES, homes, small_cells


def _fit() -> tuple[Cells, Fitted]:
    cells = small_cells()
    fit = fitted(cells, "streams", asked=homes(), homes={}, world=world(), known=Known())
    assert fit is not None
    return cells, fit


def test_a_market_that_is_missing_gets_what_like_markets_say() -> None:
    cells, fit = _fit()
    artist, home = next((a, h) for a, h in homes().items() if h == "JP")
    found = demand(fit, artist, home, cells)
    played = set(found.at.tolist())
    missing = [code for code in SIZES if world().at(code) not in played]
    assert missing
    for code in missing:
        at = world().at(code)
        assert found.now[at] == 0.0
        assert found.low[at] < found.expected[at] < found.high[at]
        assert 0 < found.chance[at] < 1
    assert np.isnan(found.now[world().at("BR")])  # nobody's plays are known there
    low, latent, high = found.latent
    assert (low <= latent).all()
    assert (latent <= high).all()


def test_an_artist_without_any_plays_is_unknown_and_yet_in_an_order() -> None:
    cells, fit = _fit()
    found = demand(fit, "nobody", "JP", cells)
    assert np.isnan(found.expected).all()
    assert np.isnan(found.latent[1]).all()
    assert np.isfinite(found.order).all()
    assert found.order[world().at("TW")] > found.order[world().at("FJ")]


def test_public_charts_say_which_markets_go_together() -> None:
    pairs = np.array([[9.0, 6.0], [6.0, 8.0]])
    none = np.zeros(2)
    counts = Counts(("JP", "TW"), np.array([9.0, 8.0]), none, none, pairs, pairs, pairs)
    known = from_counts(counts, world(), ["JP"])
    assert known.follows is not None
    assert known.follows[world().at("JP"), world().at("TW")] > 0.5
    assert np.isnan(known.follows[world().at("JP"), world().at("FR")])
    assert known.affinity is not None
    assert known.affinity["JP"][world().at("JP")] == 0.0


def test_nine_in_ten_hidden_cells_of_real_streams_lie_in_their_interval(shared: Path) -> None:
    from benchmarks.demand import held, streams, summary

    case = streams(shared / "charts", "2025-10-01", "2025-12-31")
    cells = [cell for seed in (1, 2) for cell in held(case, seed)[0]]
    found = summary(cells)
    assert found["n"][0] > 60
    # 90 % of so few cells varies by some 3 points of itself.
    assert 0.82 <= found["covered"][0] <= 0.98


def test_a_unit_that_nobody_reports_has_no_model() -> None:
    cells = small_cells()
    assert fitted(cells, "views", asked={}, homes={}, world=world(), known=Known()) is None
