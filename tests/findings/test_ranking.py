"""Findings are ranked by artist and by kind, and the first group is the gravest."""

from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.check import CHECKS
from kaigai.findings.finding_query import Wanted, listed
from kaigai.findings.ranking import ranking
from kaigai.findings.result import Ranking
from kaigai.findings.sections import by_artist, by_kind
from kaigai.findings.worth.words import UNKNOWN
from kaigai.terms.text import Text
from tests.conftest import NOON
from tests.findings.test_finding_query import finding

FINDINGS = (
    finding("no-latin-title:R1", artist_id="a1", artist="夜明け楽団"),
    finding("no-latin-title:R2", artist_id="a1", artist="夜明け楽団"),
    finding("territory-hole:R1", "medium", artist_id="a1", artist="夜明け楽団", codes=["TW"]),
    finding("territory-hole:R3", "medium", artist_id="a2", artist="佐藤ユキ", codes=["TW", "CN"]),
    finding("credits-missing:R3", "low", artist_id="a2", artist="佐藤ユキ"),
    finding("sanction-only-block:V1", "note", artist_id="a3", artist="灯り", codes=["KP"]),
    finding("no-isrc:R9", artist_id="a2", state="fixed"),
    finding("no-gtin:L1", "medium"),
)
ARTIST = {"party_id": "a1", "artist_id": "a1", "artist": "夜明け楽団", "artist_latin": "Yoake"}


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """An engine over findings and an artist."""
    facts = Facts.open(tmp_path, create=True)
    with facts.writing() as writing:
        for name, rows in (("findings", FINDINGS), ("artists", [ARTIST])):
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(list(rows), schema=schema)))
        writing.commit(at=NOON, what="findings")
    return Engine(facts)


def ranked(engine: Engine) -> Ranking:
    """The findings of an engine, counted."""
    known = engine["artists"] if "artists" in engine else engine.empty("artists")
    return ranking(engine["findings"], known, CHECKS)


def test_artists_by_their_gravest_findings(engine: Engine) -> None:
    section = by_artist(ranked(engine), CHECKS)
    assert [row[2:5] for row in section.rows] == [(2, 1, 0), (0, 1, 1), (0, 1, 0)]
    assert {row[1] for row in section.rows} == {UNKNOWN}
    english = [row[0] for row in section.cells("en")]
    assert english == ["Yoake (夜明け楽団)", "佐藤ユキ", "Artist not known"]
    assert next(section.cells("ja"))[0] == "夜明け楽団"
    assert section.rows[0][5] == CHECKS["no-latin-title"].sentence
    assert section.rows[1][5] == CHECKS["territory-hole"].sentence


def test_kinds_with_what_they_concern(engine: Engine) -> None:
    sections = list(by_kind(ranked(engine), CHECKS))
    assert [each.title.en for each in sections] == [
        "By kind: high",
        "By kind: medium",
        "By kind: low",
        "By kind: note",
    ]
    [hole, gtin] = sections[1].rows
    assert hole[1:3] == (2, 2)
    assert hole[3] == UNKNOWN
    assert hole[4].en.endswith("(territory-hole)")
    assert gtin[2] is None


def test_what_is_worth_most_comes_before_what_is_grave(tmp_path: Path) -> None:
    rows = [
        *FINDINGS,
        finding("no-gtin:L2", "low", artist_id="a4", artist="風", gain=40.0),
        finding("no-gtin:L3", "low", artist_id="a5", artist="潮", gain=1234.0),
    ]
    facts = Facts.open(tmp_path, create=True)
    with facts.writing() as writing:
        schema = TABLES["findings"].arrow_schema()
        writing.write(Change("findings", pa.Table.from_pylist(rows, schema=schema)))
        writing.commit(at=NOON, what="findings")
    engine = Engine(facts)
    told = list(by_artist(ranked(engine), CHECKS).cells("en"))
    assert [row[0] for row in told][:3] == ["潮", "風", "夜明け楽団"]
    assert told[0][1] == "+1,200 plays"
    assert ranked(engine).begin == ("no-gtin", "a5")
    listing = listed(engine["findings"], Wanted()).to_pyarrow().column("finding_id").to_pylist()
    assert listing[:2] == ["no-gtin:L3", "no-gtin:L2"]


def test_what_to_begin_with(engine: Engine) -> None:
    assert ranked(engine).begin == ("no-latin-title", "a1")


def test_nothing_found_is_said(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path, create=True)
    with facts.writing() as writing:
        writing.write(Change("findings", TABLES["findings"].arrow_schema().empty_table()))
        writing.commit(at=NOON, what="none")
    engine = Engine(facts)
    assert by_artist(ranked(engine), CHECKS).note == Text(
        "Nothing was found.", "課題は見つかりませんでした。"
    )
    assert ranked(engine).kinds == ()
    assert ranked(engine).begin is None
