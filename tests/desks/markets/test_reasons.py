"""Tests of reasons and figures in words."""

from kaigai.desks.markets.flags import Filled
from kaigai.desks.markets.reasons import Around, Reasoning, Shut, sureness
from kaigai.desks.markets.sections import interval, number
from kaigai.desks.markets.world import world
from kaigai.terms.text import Text
from tests.desks.markets.test_demand import _fit


def test_reasons_name_like_artists_and_like_markets_and_what_is_shut() -> None:
    from kaigai.desks.markets.demand import demand

    cells, fit = _fit()
    found = demand(fit, "artist-02", "JP", cells)
    names = {each: Text(f"Band {each[-2:]}", f"楽団{each[-2:]}") for each in fit.artists}
    heard = {each: dict.fromkeys(of.at.tolist(), 1.0) for each, of in fit.artists.items()}
    around = Around(names, heard, {"TW": Filled("artist-04", 0.2, 0.001)}, {"TW": Shut(2, 5)})
    said = Reasoning(found, world(), around).of(world().at("TW"), ("organised",))
    kinds = [each.kind for each in said]
    assert kinds[:2] == ["organised", "closed"]
    assert {"like artists", "like markets"} <= set(kinds)
    assert "Band 04 alone fills 20%" in said[0].said.en
    assert "5録音中2録音" in said[1].said.ja


def test_a_guessed_home_is_no_reason() -> None:
    from kaigai.desks.markets.demand import demand

    cells, fit = _fit()
    around = Around({}, {}, {}, {})
    kinds = [
        {each.kind for each in Reasoning(found, world(), around).of(world().at("TW"), ())}
        for found in (demand(fit, "artist-02", home, cells) for home in ("JP", None))
    ]
    assert "distance" in kinds[0]
    assert not {"distance", "countrymen"} & kinds[1]


def test_sureness_is_said_in_words_and_unknown_is_one() -> None:
    assert sureness(50, 100, 150).en == "within a factor of 2"
    assert sureness(1, 100, 9999).en == "no more than a hint"
    assert sureness(float("nan"), float("nan"), float("nan")).en == "unknown"


def test_figures_have_no_more_digits_than_they_are_good_for() -> None:
    assert number(17_131.4) == "17,000"
    assert number(0.034) == "0.034"
    assert number(None) == "?"
    assert interval((7_384, 17_131, 43_687)) == "17,000 (7,400–44,000)"
