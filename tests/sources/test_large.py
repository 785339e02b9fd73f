"""Large files of plays are written while they are read, and leave what small ones would."""

import os
import shutil
from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.facts.tables.usage_monthly import USAGE_MONTHLY
from kaigai.sources import actions, intake
from kaigai.sources.actions import read
from kaigai.sources.usage import blocks
from tests.conftest import NOON
from tests.sources.test_actions import reading

HEADER = "date,service,territory,isrc,streams"
ISRCS = 40


def report(folder: Path, month: int, *more: str, plays: int = 1) -> Path:
    """A month of plays, with some lines of its own at the end."""
    folder.mkdir(exist_ok=True)
    lines = [
        f"2026-{month:02}-{day:02},Spotify,{place},JPZZ924{n:05},{plays + (n % 7 + 1) * share}"
        for day in range(1, 11)
        for place, share in (("JP", 90), ("US", 20), ("KR", 5))
        for n in range(ISRCS + month)
        if (n + day + len(place)) % 5
    ]
    path = folder / f"plays-{month:02}.csv"
    path.write_text("\n".join([HEADER, *lines, *more]) + "\n")
    return path


def stored(facts: Facts, *names: str) -> list[list[tuple[object, ...]]]:
    """What is seen of tables, in one order."""
    engine = Engine(facts)
    return [
        sorted((tuple(row.values()) for row in engine[name].to_pyarrow().to_pylist()), key=str)
        for name in names
    ]


def summed(facts: Facts) -> dict[tuple[object, ...], tuple[float, ...]]:
    """The roll-up; a delivery may have several rows of one key."""
    rows = Engine(facts)["usage_monthly"]
    values = rows.quantity.sum(), rows.n_days.sum(), rows["rows"].sum()
    found = rows.group_by(*USAGE_MONTHLY.key).agg(values).to_pyarrow().to_pylist()
    return {tuple(row.values())[: len(USAGE_MONTHLY.key)]: tuple(row.values()) for row in found}


TABLES = ("usage", "reported", "identities")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is large."""
    monkeypatch.setattr(actions, "LARGE", 1)
    monkeypatch.setattr(actions, "CHUNK_BYTES", 1)
    monkeypatch.setattr(intake, "MANY", 100)
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 20_000)


def opened(tmp_path: Path, name: str) -> Facts:
    """An empty workspace."""
    return Facts.open(tmp_path / name, create=True)


@pytest.mark.usefixtures("large")
def test_the_same_as_in_small_pieces(tmp_path: Path) -> None:
    odd = "2026-03-01,Spotify,nowhere,JPZZ92400001,3", "2026-03-01,Spotify"
    folder = report(tmp_path / "in", 1).parent
    report(folder, 2)
    report(folder, 3, *odd)
    facts = opened(tmp_path, "large")
    result = read(facts, paths=[folder], at=NOON)
    assert not list((facts.root / "drafts").iterdir())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "LARGE", 10**9)
        patch.setattr(blocks, "BLOCK_BYTES", 10**6)
        small = opened(tmp_path, "small")
        assert read(small, paths=[folder], at=NOON).origins == result.origins
    assert len(result.refusals) == 2
    assert stored(facts, *TABLES) == stored(small, *TABLES)
    assert summed(facts) == summed(small)
    assert len(facts.files("usage")) >= 3


@pytest.mark.usefixtures("large")
def test_side_by_side_in_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = report(tmp_path / "in", 1).parent
    report(folder, 2)
    facts, alone = opened(tmp_path, "w"), opened(tmp_path, "alone")
    expected = read(alone, paths=[folder], at=NOON)
    monkeypatch.setattr(actions, "ALONE", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert read(facts, paths=[folder], at=NOON) == expected
    assert stored(facts, *TABLES) == stored(alone, *TABLES)
    assert summed(facts) == summed(alone)


@pytest.mark.usefixtures("large")
def test_a_restated_report_replaces_and_a_file_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    facts = opened(tmp_path, "w")
    report(tmp_path / "in", 1)
    read(facts, paths=[tmp_path / "in"], at=NOON)
    before = stored(facts, "usage", "usage_monthly")
    broken = report(tmp_path / "broken", 2, '2026-02-20,Spotify,JP,"JPZZ92400001,1' + "\n" * 100)
    result = read(facts, paths=[broken], at=NOON)
    assert result.count("refused") == 1
    assert stored(facts, "usage", "usage_monthly") == before
    shutil.rmtree(tmp_path / "in")
    path = report(tmp_path / "in", 1, plays=5)
    assert read(facts, paths=[path], at=NOON.replace(hour=23)).count("changed") == 1
    (rows,) = stored(facts, "usage")
    assert len(rows) == len(before[0])
    assert rows != before[0]


def test_two_processes_may_read_large_files_at_once(tmp_path: Path) -> None:
    path = report(tmp_path / "in", 1)
    lines = path.read_text().splitlines()
    for month in (1, 2, 3):
        said = [line.replace("2026-01", f"2026-{month:02}") for line in lines[1:]]
        path.with_name(f"plays-{month:02}.csv").write_text("\n".join([HEADER, *said * 250]))
    assert path.stat().st_size > actions.LARGE
    facts = opened(tmp_path, "w")
    processes = [reading(facts.root, path.parent) for _ in range(2)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert facts.arrow("origins").num_rows == 3
    rows = Engine(facts)["usage"].count().to_pyarrow().as_py()
    assert rows == 3 * 250 * (len(lines) - 1)
    assert len(facts.files("usage")) == 3
    assert not list((facts.root / "drafts").iterdir())
