"""The check for malformed GTINs finds what was given and could not be read."""

from kaigai.findings.checks.malformed_gtin import malformed_gtin
from tests.conftest import found, table


def test_finds_what_could_not_be_read_and_passes_the_others() -> None:
    releases = table(
        "releases",
        {"release_id": "wrong digit", "gtin_given": "4988001234560"},
        {"release_id": "a UPC", "gtin_given": "602435000000", "gtin": "0602435000000"},
        {"release_id": "none"},
    )
    bad = malformed_gtin.ask(releases)
    assert found(bad, "release_id") == ["wrong digit"]
    assert found(bad, "gtin_given") == ["4988001234560"]
