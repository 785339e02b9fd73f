"""Deals and what they open and close, in words, with the reasons."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.settings import DEFAULTS
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.dossiers.rights_words import deals_section, open_section
from kaigai.sources.rights import Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import ISO, mask_id, mask_of
from tests.conftest import NOON

DAY = date(2026, 11, 1)
SINCE, OVER, LATER = date(2020, 1, 1), date(2025, 12, 31), date(2027, 1, 1)
MASKS: dict[int, tuple[int, int, int, int]] = {}


def right(
    *codes: str, start: date | None = SINCE, end: date | None = None, **given: bool
) -> Right:
    """A right to stream in these territories."""
    mask = mask_of(codes or ISO)
    MASKS[mask_id(mask)] = mask
    return Right(mask_id(mask), None, "OnDemandStream", "S", start, end, **given)


def engine(root: Path, *rights: Right, withdrawn: bool = False, stated: bool = True) -> Engine:
    """A recording R on a release with these rights."""
    set_id = deal_set_id(rights) if stated and not withdrawn else None
    track = {"release_id": "L", "recording_id": "R", "deal_set_id": set_id}
    delivery = {"kind": "new", "standing": 3, "scope": "s", "has_deals": stated and not withdrawn}
    before = {
        **delivery,
        "delivery_id": "a",
        "has_deals": True,
        "delivered_at": NOON.replace(day=1),
    }
    now = {**delivery, "delivery_id": "b", "delivered_at": NOON.replace(day=2)}
    tables = {
        "tracks": [{**track, "origin_id": "b", "delivery_id": "b"}],
        "deals": deal_rows(set_id, rights) if set_id else [],
        "territory_sets": [territory_set(mask, "") for mask in MASKS.values()],
        "deliveries": [before, now] if withdrawn else [now],
    }
    facts = Facts.open(root, create=True)
    with facts.writing() as writing:
        for name, rows in tables.items():
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(rows, schema=schema)))
        writing.commit(at=NOON, what="deals")
    return Engine(facts)


def opened(engine: Engine) -> list[list[str]]:
    """Where R is open."""
    section = open_section(engine, "recording", "R", day=DAY, settings=DEFAULTS)
    return list(section.cells("en"))


@pytest.mark.parametrize(
    ("rights", "open", "closed"),
    [
        ([right()], "everywhere", "–"),
        ([right("JP", "US")], "United States, Japan", "United States"),
        ([right("JP"), right("KR", end=OVER)], "Japan", "South Korea (the deal ended); "),
        ([right("JP"), right("KR", start=LATER)], "Japan", "South Korea (not yet); "),
        ([right(), right("TW", takedown=True)], "248", "Taiwan (taken down)"),
    ],
)
def test_what_is_closed_says_why(
    tmp_path: Path, rights: list[Right], open: str, closed: str
) -> None:
    [row] = opened(engine(tmp_path, *rights))
    assert row[:3] == ["S", "streaming", open]
    if open.startswith("United States"):
        assert "(no deal)" in row[3]
    else:
        assert row[3].startswith(closed)


def test_terms_that_are_told_elsewhere_are_unknown(tmp_path: Path) -> None:
    [row] = opened(engine(tmp_path, right("JP"), right("KR", is_elsewhere=True)))
    assert (row[2], row[4]) == ("Japan", "South Korea")


def test_a_release_that_was_withdrawn_is_closed_and_not_unknown(tmp_path: Path) -> None:
    [row] = opened(engine(tmp_path, withdrawn=True))
    assert row[2:] == ["–", "everywhere (no deal)", "–"]


def test_no_deal_list_is_unknown(tmp_path: Path) -> None:
    [row] = opened(engine(tmp_path, stated=False))
    assert row[2:] == ["–", "–", "everywhere"]


def test_deals_with_their_marks(tmp_path: Path) -> None:
    rights = [right("JP", end=OVER), right("KR", takedown=True), right("US", is_preorder=True)]
    held = [("L", deal_set_id(rights)), ("M", 0), ("N", None)]
    section = deals_section(engine(tmp_path, *rights), held, settings=DEFAULTS)
    cells = {row[4]: row for row in section.cells("ja")}
    assert cells["日本"][5:] == ["2020-01-01", "2025-12-31", "–"]
    assert cells["韓国"][7] == "取り下げ"
    assert cells["アメリカ合衆国"][7] == "予約・先行のみ"
    assert cells["–"][:2] == ["M", "なし(この曲への許諾なしで納品)"]
    assert len(section.rows) == 4
