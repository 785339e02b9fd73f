"""Territories of reports: codes and names; words that tell none; words that nobody knows."""

import pytest

from kaigai.formats.reports.places import territory
from kaigai.terms.territory_codes import EVERYWHERE


@pytest.mark.parametrize(
    ("text", "code"),
    [("JP", "JP"), ("USA", "US"), ("Spain", "ES"), ("台湾", "TW"), ("XK", "XK"), ("uk", "GB")],
)
def test_one_territory(text: str, code: str) -> None:
    assert territory(text) == code


@pytest.mark.parametrize(
    "text", ["", " ", "Worldwide", "ZZ", "OU", "EU", "その他", "Rest of World"]
)
def test_no_one_territory(text: str) -> None:
    assert territory(text) == EVERYWHERE


@pytest.mark.parametrize("text", ["Atlantis", "Total", "合計", "Q7"])
def test_plays_are_not_guessed_onto_a_map(text: str) -> None:
    with pytest.raises(ValueError, match="no territory"):
        territory(text)
