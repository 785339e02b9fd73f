"""A language in common with those who listen already."""

from tests.desks.markets.small_panel import given, value, why

ROWS = {"english": {"US": 1}, "japanese": {"JP": 1}, "c": {"GB": 1, "US": 2, "JP": 2}}


def test_a_common_language_counts() -> None:
    panel = given(ROWS)
    assert value("language", panel, "english", "GB") > value("language", panel, "japanese", "GB")
    assert "United States" in why("language", panel, "english", "GB")
    assert why("language", panel, "japanese", "GB") == ""  # hardly anybody speaks it there
