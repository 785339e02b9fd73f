"""Plays are never added up across kinds of reports, and files are named by their last part."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.dossiers.dossier import file_name, more, period, plays_section
from kaigai.terms.text import Language
from tests.conftest import NOON


def plays(root: Path, *rows: dict[str, Any], language: Language = "en") -> list[list[str]]:
    """The cells of the plays of R."""
    origin = {"origin_id": "o", "delivery_id": "o"}
    common = {"service": "S", "measure": "streams", "days": 1, "day": date(2026, 1, 1)} | origin
    usage = [{**common, "subject_kind": "recording", "subject_id": "R", **row} for row in rows]
    delivery = {"delivery_id": "o", "kind": "new", "standing": 1, "scope": "s"}
    when = {"delivered_at": NOON, "read_at": NOON}
    facts = Facts.open(root, create=True)
    with facts.writing() as writing:
        for name, given in (("usage", usage), ("deliveries", [delivery | when])):
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(given, schema=schema)))
        writing.commit(at=NOON, what="plays")
    return list(plays_section(Engine(facts), lambda t: t.subject_id == "R").cells(language))


def test_days_and_months_are_two_rows(tmp_path: Path) -> None:
    day = {"territory": "JP", "quantity": 5.0}
    cells = plays(tmp_path, day, day | {"day": date(2026, 1, 2)}, day | {"days": 31})
    assert cells == [
        ["S", "streams", "day", "2026-01-01", "2026-01-02", "10", "Japan 10"],
        ["S", "streams", "month", "2026-01-01", "2026-01-01", "5", "Japan 5"],
    ]


def test_a_world_figure_stands_for_itself(tmp_path: Path) -> None:
    world = {"territory": "WORLD", "quantity": 100.0}
    cells = plays(tmp_path, world, {"territory": "JP", "quantity": 60.0}, language="ja")
    assert cells[0][5:] == ["100", "日本 60"]


def test_ranks_are_the_best_and_listeners_the_most(tmp_path: Path) -> None:
    cells = plays(
        tmp_path,
        {"territory": "JP", "measure": "chart_rank", "quantity": 3.0, "chart": "top50"},
        {"territory": "JP", "measure": "chart_rank", "quantity": 1.0, "chart": "top50"},
        {"territory": "US", "measure": "chart_rank", "quantity": 40.0, "chart": "top50"},
        {"territory": "JP", "measure": "listeners", "quantity": 8.0},
        {"territory": "JP", "measure": "listeners", "quantity": 9.0},
    )
    rank, listeners = cells
    assert rank[:2] == ["S top50", "rank (best)"]
    assert rank[5:] == ["–", "Japan 1, United States 40"]
    assert listeners[5:] == ["–", "Japan 9"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.xml", "b.xml"),
        ("C:\\in\\b.xml", "b.xml"),
        ("a.zip!/c/b.xml", "b.xml"),
        ("b.xml", "b.xml"),
        (None, ""),
    ],
)
def test_the_last_part_of_a_path(path: str | None, name: str) -> None:
    assert file_name(path) == name


@pytest.mark.parametrize(
    ("days", "words"), [(1, "day"), (7, "week"), (30, "month"), (90, "90 days")]
)
def test_how_long_a_figure_counts(days: int, words: str) -> None:
    found = period(days)
    assert found is not None
    assert found.en == words


def test_what_is_not_shown_is_counted() -> None:
    assert more(20, 20) is None
    left = more(1_023, 20, "kaigai findings")
    assert left is not None
    assert left.en == "… and 1,003 more: kaigai findings"
