"""A language in common with home."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"english": {"US": 1}, "japanese": {"JP": 1}, "c": {"GB": 1, "US": 2, "JP": 2}}


def test_it_goes_by_home() -> None:
    panel = given(ROWS, {"english": "JP", "japanese": "US"})
    home = value("home-language", panel, "japanese", "GB")
    assert home > value("home-language", panel, "english", "GB")
    assert "United States" in why("home-language", panel, "japanese", "GB")
    assert why("home-language", panel, "english", "GB") == ""  # hardly anybody speaks it there
    assert why("home-language", panel, "c", "GB") == ""  # whose home is a guess
