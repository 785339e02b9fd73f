"""Tests of what speaks against a market."""

import polars as pl

from kaigai.desks.markets.flags import Filled, flags_of, organised
from kaigai.desks.markets.world import world

CHARTED = ("JP", "KR", "US", "GB", "DE", "FR", "BR", "MX", "CO", "TT", "GY", "VE", "ES", "PA")


def _shares(**more: float) -> pl.DataFrame:
    """One artist charts a little everywhere, and more where it is said."""
    rows = [("group", code, more.get(code, 0.003)) for code in CHARTED]
    rows += [("other", code, 0.2) for code in CHARTED]
    return pl.DataFrame(rows, schema=["artist_id", "territory", "quantity"], orient="row")


def _organised(**more: float) -> dict[str, Filled]:
    shares = _shares(**more)
    return organised(shares, frozenset(CHARTED), world())


def test_a_small_market_that_one_group_fills_is_flagged() -> None:
    found = _organised(VE=0.2, KR=0.3, JP=0.05, US=0.04, GB=0.03, DE=0.03)
    assert found["VE"].artist_id == "group"
    assert found["VE"].nearby < 0.01


def test_a_star_from_abroad_in_a_twentieth_of_a_chart_is_not_organised() -> None:
    assert _organised(VE=0.05) == {}


def test_a_large_market_and_one_that_is_like_its_neighbours_are_not() -> None:
    assert not _organised(US=0.3, KR=0.4)
    assert "VE" not in _organised(VE=0.2, CO=0.15, TT=0.2, GY=0.2, PA=0.1)


def test_an_artist_liked_in_the_same_language_is_not_organised() -> None:
    assert "VE" not in _organised(VE=0.2, MX=0.15, ES=0.15)


def test_flags_say_what_holds() -> None:
    given = {"home": "JP", "services": ("Spotify",), "filled": {}, "closed": 0.0}
    assert flags_of("RU", covered=True, **given) == ("sanctioned", "not offered")  # type: ignore[arg-type]
    assert flags_of("JP", covered=True, **given) == ("home",)  # type: ignore[arg-type]
    assert flags_of("TW", covered=False, **{**given, "closed": 1.0}) == ("closed", "not reported")  # type: ignore[arg-type]
    assert flags_of("TW", covered=True, **{**given, "closed": 0.5}) == ("partly closed",)  # type: ignore[arg-type]
