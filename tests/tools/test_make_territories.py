"""The files of territories are made from their sources as they say."""

import pytest
from tools.make_territories import distances, great_circle, languages, measured, people

from kaigai.terms.territories import ISO


def test_people_and_income_are_whole_numbers() -> None:
    rows = [{"iso2": "JP", "population": "123202000", "gdp_ppp_usd": "5761000000000.0"}]
    assert people(rows) == {"JP": (123202000, 5761000)}


def test_languages_come_with_scripts_the_most_used_first() -> None:
    rows = [
        {"iso2": "TW", "lang": "hak_Hant", "pop_pct": "11.0"},
        {"iso2": "TW", "lang": "zh_Hant", "pop_pct": "95.0"},
        {"iso2": "TW", "lang": "trv", "pop_pct": "0.02"},
    ]
    assert languages(rows) == {"TW": {"zh-Hant": 95.0, "hak-Hant": 11.0}}


def test_old_codes_are_their_successors() -> None:
    rows = [{"iso_o": "JPN", "iso_d": "ROM", "distw": None, "dist": 8700.0}]
    assert measured(rows, {"JPN": "JP", "ROU": "RO"}) == {("JP", "RO"): 8700.0}


def test_what_is_not_measured_is_the_way_over_the_globe() -> None:
    assert great_circle((0, 0), (180, 0)) == pytest.approx(20015, abs=1)
    table = distances({("AD", "AE"): 5160.0})
    assert table[ISO.index("AE")][ISO.index("AD")] == 516
    assert table[ISO.index("JP")][ISO.index("GB")] > 800
