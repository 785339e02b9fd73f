"""Parts are written beside the tables, taken in as they are, and swept when nobody holds them."""

import multiprocessing
import os
import signal
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kaigai.facts import writing as facts_writing
from kaigai.facts.engine import Engine
from kaigai.facts.parts import Draft, Written, drafting
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from tests.conftest import NOON

USAGE = TABLES["usage"]


def plays(*quantities: float, title: str | None = None) -> pa.Table:
    """Rows of usage with few columns, one text numbered."""
    size = len(quantities)
    rows = pa.table(
        {
            "quantity": list(quantities),
            "territory": pa.array(["JP"] * size).dictionary_encode(),
            "day": pa.array([date(2026, 1, 1)] * size),
            "title": pa.array([title] * size, pa.string()),
        }
    )
    for name in ("origin_id", "delivery_id"):
        rows = rows.append_column(name, pa.array(["o"] * size))
    return rows


def drawn(folder: Path, *pieces: pa.Table) -> list[Written]:
    """Parts of these pieces."""
    draft = Draft(folder, USAGE, "o")
    for piece in pieces:
        draft.write(piece)
    return draft.close()


def quantities(facts: Facts) -> list[float]:
    """What the table holds."""
    return sorted(facts.arrow("usage")["quantity"].to_pylist())


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """An empty workspace."""
    return Facts.open(tmp_path / "w", create=True)


def adopt(facts: Facts, *pieces: pa.Table) -> None:
    """One commit with a part of these pieces."""
    with facts.drafting() as drafts, facts.writing() as writing:
        writing.adopt("usage", drawn(drafts.folder, *pieces))
        writing.commit(at=NOON, what="test")


def test_a_piece_is_a_row_group_and_empty_columns_are_left_out(tmp_path: Path) -> None:
    (part,) = drawn(tmp_path, plays(1, 2), plays(3))
    assert (part.rows, part.origin_id) == (3, "o")
    file = pq.ParquetFile(part.path)
    assert file.num_row_groups == 2
    names = ["day", "territory", "quantity", "origin_id", "delivery_id"]
    assert file.schema_arrow.names == names, "in the table's order"
    assert not any(field.nullable for field in file.schema_arrow)
    assert file.schema_arrow.field("territory").type == pa.string()


def test_another_shape_is_another_part(tmp_path: Path) -> None:
    parts = drawn(tmp_path, plays(1), plays(2, title="夜"), plays(3))
    assert [part.rows for part in parts] == [1, 1, 1]


def test_a_draft_that_is_discarded_leaves_nothing(tmp_path: Path) -> None:
    draft = Draft(tmp_path, USAGE)
    draft.write(plays(1))
    draft.write(plays(2, title="夜"))
    draft.discard()
    assert not draft.close()
    assert not list(tmp_path.iterdir())


def test_parts_are_seen_with_all_columns_after_the_commit(facts: Facts) -> None:
    with facts.drafting() as drafts, facts.writing() as writing:
        writing.adopt("usage", drawn(drafts.folder, plays(1, 2)))
        assert "usage" not in facts
        assert quantities(writing.seen) == [1, 2]
        writing.commit(at=NOON, what="test")
    adopt(facts, plays(3, title="夜"))
    rows = facts.arrow("usage")
    assert rows.column_names == list(USAGE.stored)
    assert sorted(rows["title"].to_pylist(), key=str) == [None, None, "夜"]
    stored = Engine(facts).stored(USAGE).to_pyarrow()
    assert sorted(stored["quantity"].to_pylist()) == [1, 2, 3]


def test_parts_beside_small_writes_are_brought_together(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt(facts, plays(1))
    with facts.writing() as writing:
        writing.write(Change("usage", plays(2, title="夜")))
        writing.commit(at=NOON, what="test")
    monkeypatch.setattr(facts_writing, "COMPACT_AT", 2)
    adopt(facts, plays(3))
    assert len(facts.files("usage")) == 1
    assert quantities(facts) == [1, 2, 3]
    assert facts.arrow("usage")["title"].null_count == 2


def test_what_no_commit_names_is_rolled_back(facts: Facts) -> None:
    with facts.drafting() as drafts, facts.writing() as writing:
        writing.adopt("usage", drawn(drafts.folder, plays(1)))
    adopt(facts, plays(2))
    assert quantities(facts) == [2]


def test_a_place_for_drafts_goes_when_it_is_left_and_others_stay(tmp_path: Path) -> None:
    root = tmp_path / "drafts"
    with drafting(root) as one:
        drawn(one.folder, plays(1))
        with drafting(root) as two:
            assert one.folder.is_dir(), "somebody holds it"
            assert one.folder != two.folder
        assert one.folder.is_dir()
    assert not list(root.iterdir())


def _draft_and_hang(root: Path) -> None:
    with drafting(root) as drafts:
        drawn(drafts.folder, plays(1))
        (root / "written").touch()
        time.sleep(60)


def test_what_a_killed_process_left_is_swept_by_the_next(tmp_path: Path) -> None:
    root = tmp_path / "drafts"
    process = multiprocessing.get_context("spawn").Process(target=_draft_and_hang, args=(root,))
    process.start()
    for _ in range(600):
        if (root / "written").exists():
            break
        time.sleep(0.05)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert list(root.glob("*/*.parquet"))
    with drafting(root):
        assert not list(root.glob("*/*.parquet"))


def test_a_place_for_parts_is_made_where_there_is_no_workspace_yet(tmp_path: Path) -> None:
    with Facts(tmp_path / "new" / "workspace").drafting() as drafts:
        assert drafts.folder.is_dir()
