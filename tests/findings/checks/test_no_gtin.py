"""The check for missing GTINs finds releases that were given none."""

from kaigai.findings.checks.no_gtin import no_gtin
from tests.conftest import found, table


def test_finds_releases_without_a_gtin_and_passes_the_others() -> None:
    releases = table(
        "releases",
        {"release_id": "none"},
        {"release_id": "blank", "gtin_given": ""},
        {"release_id": "good", "gtin_given": "4988001234567", "gtin": "4988001234567"},
        {"release_id": "malformed", "gtin_given": "4988"},
    )
    assert found(no_gtin.ask(releases), "release_id") == ["blank", "none"]
