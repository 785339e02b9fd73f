"""Words that a person types become a choice of findings, or an answer that helps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.findings.finding_query import (
    NotUnderstood,
    choose,
    known_checks,
    known_severity,
    known_state,
    matches_of,
)
from kaigai.findings.listing import Wanted
from tests.small_catalogue import DAWN, GAKUDAN


@pytest.fixture(scope="module")
def engine(audited: Path) -> Engine:
    """An engine over the audited workspace."""
    return Engine(Facts.open(audited))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, Wanted()),
        ({"artist": "yoake gakudan"}, Wanted(artists=[GAKUDAN])),
        ({"territory": "TW"}, Wanted(territory="TW")),
        ({"states": ["fixed"]}, Wanted(states=["fixed"])),
        ({"severities": ["low"], "checks": ["no-isrc"]}, Wanted(None, ["no-isrc"], None, ["low"])),
    ],
)
def test_words_become_a_choice(engine: Engine, given: dict[str, Any], wanted: Wanted) -> None:
    chosen = choose(engine, **given)
    assert (chosen.artists, chosen.territory) == (wanted.artists, wanted.territory)
    assert list(chosen.checks) == list(wanted.checks)
    assert list(chosen.severities) == list(wanted.severities)
    assert list(chosen.states) == list(wanted.states)


@pytest.mark.parametrize(
    ("given", "en", "ja"),
    [
        ({"artist": "Yoake Gakudn"}, "Did you mean: Yoake Gakudan?", "もしかして: Yoake Gakudan"),
        ({"artist": "qqqqqqqq"}, "no artist is called qqqqqqqq.", "いません"),
    ],
)
def test_what_means_nothing_is_answered(
    engine: Engine, given: dict[str, Any], en: str, ja: str
) -> None:
    with pytest.raises(NotUnderstood) as caught:
        choose(engine, **given)
    assert en in caught.value.text.en
    assert ja in caught.value.text.ja


@pytest.mark.parametrize(
    ("known", "name", "wrong", "en", "ja"),
    [
        (known_severity, "high", "hgih", "Did you mean: high?", "もしかして: high"),
        (known_state, "fixed", "gone", "there is no state gone", "gone という状態"),
    ],
)
def test_words_are_known(
    known: Callable[[str], str], name: str, wrong: str, en: str, ja: str
) -> None:
    assert known(name) == name
    with pytest.raises(NotUnderstood) as caught:
        known(wrong)
    assert en in caught.value.text.en
    assert ja in caught.value.text.ja


def test_checks_are_known_by_name() -> None:
    assert known_checks(["no-isrc"]) == ["no-isrc"]
    with pytest.raises(NotUnderstood):
        known_checks(["no-isrc", "nope"])
    with pytest.raises(NotUnderstood, match="no-latin-title"):
        known_checks(["no-latin-titel"])


def test_nothing_found_suggests_the_nearest(engine: Engine) -> None:
    assert [each.id for each in matches_of(engine, DAWN)] == [DAWN]
    with pytest.raises(NotUnderstood, match="JPZZ92400001"):
        matches_of(engine, "JPZZ92400011")
    with pytest.raises(NotUnderstood, match="kaigai table names"):
        matches_of(engine, "qqqqqqqqqqqq")
