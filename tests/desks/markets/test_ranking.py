"""An answer too wide to act on is no figure: not ranked, null with a state, one line."""

from dataclasses import replace

from kaigai.desks.markets.demand import demand
from kaigai.desks.markets.kept_tables import demand_rows
from kaigai.desks.markets.ranking import around, ranked
from kaigai.desks.markets.result import TOO_WIDE, Market, Ranking
from kaigai.desks.markets.sections import artist_sections
from kaigai.desks.markets.world import world
from tests.desks.markets.test_demand import _fit

ARTIST = "artist-02"


def _ranked(ratio: float) -> tuple[list[Market], Market]:
    """The markets of an artist, Taiwan's interval being so wide and its middle by far the most."""
    cells, fit = _fit()
    found = demand(fit, ARTIST, "JP", cells)
    at = world().at("TW")
    low, middle, high = found.low.copy(), found.expected.copy(), found.high.copy()
    low[at], middle[at], high[at] = 1e9, 1e9 * ratio**0.5, 1e9 * ratio
    wide = replace(found, low=low, expected=middle, high=high)
    markets = ranked(wide, world(), around(fit, cells, {}, {}), ("Spotify",))
    return markets, next(each for each in markets if each.territory == "TW")


def test_a_wide_interval_is_no_figure_and_stands_after_all_that_are() -> None:
    _, wide = _ranked(TOO_WIDE * 1.1)
    assert (wide.expected, wide.latent, wide.rank, wide.state) == (None, None, None, "too wide")
    _, narrow = _ranked(TOO_WIDE * 0.9)
    assert (narrow.rank, narrow.state) == (1, "known")


def test_it_is_told_in_one_line_and_null_with_a_state_for_programs(ranking: Ranking) -> None:
    markets, _ = _ranked(TOO_WIDE * 1.1)
    unit = markets[0].unit
    of_one = replace(ranking, markets={(ARTIST, unit): markets}, measure=unit)
    first = next(iter(artist_sections(of_one, ARTIST, None)))
    assert "Taiwan" not in [row[1] for row in first.cells("en")]
    assert first.note
    assert "Nothing but their size is known of: Taiwan" in first.note.en
    assert "台湾" in first.note.ja
    (row,) = (each for each in demand_rows(of_one).to_pylist() if each["territory"] == "TW")
    assert (row["state"], row["latent"], row["rank"]) == ("too wide", None, None)
