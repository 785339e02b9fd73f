"""What a person types becomes findings, or one thing, or words that help."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kaigai.facts.store import Facts
from kaigai.findings import actions
from kaigai.findings.dossiers.lookup import NothingKnown
from kaigai.findings.dossiers.show import Shown
from kaigai.findings.finding_query import Wanted
from kaigai.identity.find_artist import NoArtist
from tests.conftest import NOON
from tests.findings.small_label import write
from tests.small_catalogue import DAWN, GAKUDAN, SEA, small_catalogue


@pytest.fixture(scope="module")
def facts(audited: Path) -> Facts:
    """The audited workspace."""
    return Facts.open(audited)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, Wanted()),
        ({"territory": "TW"}, Wanted(territory="TW")),
        ({"states": ["fixed"]}, Wanted(states=["fixed"])),
        ({"severities": ["low"], "checks": ["no-isrc"]}, Wanted(None, ["no-isrc"], None, ["low"])),
    ],
)
def test_what_is_asked_for(facts: Facts, given: dict[str, Any], wanted: Wanted) -> None:
    assert actions.findings(facts, **given).wanted == wanted


@pytest.mark.parametrize(
    "text", ["Yoake Gakudan", "夜明け楽団", "yoake-gakudan", "own:1", GAKUDAN]
)
def test_all_spellings_lead_to_one_artist(facts: Facts, text: str) -> None:
    found = actions.findings(facts, artist=text)
    assert found.wanted.artists == (GAKUDAN,)
    assert {row["artist"] for row in found.rows} == {"夜明け楽団"}


def test_an_artist_by_isni(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    delivery = {"delivery_id": "d1", "scope": "s", "kind": "new", "standing": 3}
    rows: dict[str, list[dict[str, Any]]] = {
        "deliveries": [delivery | {"delivered_at": NOON, "read_at": NOON}],
        "parties": [{"party_id": "p1", "isni": "000000012146438X"}, {"party_id": "p2"}],
        "artists": [{"party_id": each, "artist_id": each} for each in ("p1", "p2")],
        "findings": [],
    }
    write(facts, rows)
    found = actions.findings(facts, artist="000000012146438X")
    assert found.wanted.artists == ("p1",)


@pytest.mark.parametrize(
    ("artist", "en", "ja"),
    [
        ("Yoake Gakudn", "Did you mean: Yoake Gakudan?", "もしかして: Yoake Gakudan"),
        ("qqqqqqqq", "no artist is called qqqqqqqq.", "いません"),
    ],
)
def test_nobody_of_that_name(facts: Facts, artist: str, en: str, ja: str) -> None:
    with pytest.raises(NoArtist) as caught:
        actions.findings(facts, artist=artist)
    assert en in caught.value.text.en
    assert ja in caught.value.text.ja


def test_a_limit_leaves_the_total(facts: Facts) -> None:
    every, two = actions.findings(facts), actions.findings(facts, limit=2)
    assert (len(two.rows), two.total) == (2, len(every.rows))
    assert two.table.to_pyarrow().column("finding_id").to_pylist() == [
        row["finding_id"] for row in every.rows[:2]
    ]


def test_before_an_audit_it_is_said_what_to_do(tmp_path: Path) -> None:
    facts = small_catalogue(tmp_path)
    for ask in (actions.findings, actions.ranking):
        with pytest.raises(actions.AuditError, match="kaigai audit"):
            ask(facts)


def test_one_thing_is_judged_on_the_day_of_the_last_audit(facts: Facts, tmp_path: Path) -> None:
    seen = actions.show(facts, DAWN, at=NOON)
    assert isinstance(seen, Shown)
    assert (seen.id, seen.is_audited) == (DAWN, True)
    then = actions.show(facts, DAWN, at=NOON, as_of=date(2024, 3, 1))
    assert isinstance(then, Shown)
    assert any("2024-03-01" in each.title.en for each in then.sections)


def test_several_that_match_are_listed(facts: Facts) -> None:
    found = actions.show(facts, "夜明け", at=NOON)
    assert isinstance(found, tuple)
    assert len(found) > 1


def test_what_nothing_is_known_of_gets_the_nearest(facts: Facts) -> None:
    with pytest.raises(NothingKnown, match=SEA):
        actions.show(facts, SEA[:-1] + "9", at=NOON)
    with pytest.raises(NothingKnown, match="kaigai table names"):
        actions.show(facts, "qqqqqqqqqqqq", at=NOON)
