"""What is missing, damaged or may not be written is said in words: which commit, table, file."""

from errno import EACCES, ENOSPC, EROFS
from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.facts.commits import commit_path
from kaigai.facts.damage import commit_damage, decisions_damage, log_damages, unwritable
from kaigai.facts.store import Change, Facts, StoreError
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.conftest import NOON
from tests.facts.test_store import channels, write


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """Two commits of one table."""
    facts = Facts.open(tmp_path / "w", create=True)
    write(facts, Change("channels", channels("a")))
    write(facts, Change("channels", channels("b")))
    return facts


def said(facts: Facts, name: str = "channels") -> str:
    """What the verb `table` says of a workspace that cannot be read."""
    with pytest.raises(StoreError) as error:
        VERBS["table"](Call(Facts(facts.root), NOON, limit=20), name=name)
    assert error.value.text.ja
    return error.value.text.en


def test_rows_that_are_missing(facts: Facts) -> None:
    file = Path(facts.files("channels")[0])
    file.unlink()
    told = said(facts)
    assert "commit 2, table channels" in told
    assert file.name in told
    assert "missing" in told


@pytest.mark.parametrize("left", [0, 3, 100])
def test_rows_that_are_cut_off(facts: Facts, left: int) -> None:
    file = Path(facts.files("channels")[0])
    file.write_bytes(file.read_bytes()[:left])
    told = said(facts)
    assert "commit 2, table channels" in told
    assert f"{file.name} is damaged" in told


@pytest.mark.parametrize("content", ["", '{"number": 2', "[]", "{}", "null"])
def test_a_commit_that_is_torn(facts: Facts, content: str) -> None:
    path = commit_path(facts.root / "commits", 2)
    path.write_text(content)
    assert f"commit 2: {path} is damaged" in said(facts)
    assert commit_damage(facts.root / "commits", 1) is None


def test_decisions_that_are_no_database(facts: Facts) -> None:
    assert decisions_damage(facts.root) is None
    facts.decisions.path.write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    damage = decisions_damage(facts.root)
    assert damage is not None
    assert "decisions.sqlite is damaged" in damage.text.en


def test_a_log_of_deltas_that_is_torn(facts: Facts) -> None:
    assert not list(log_damages(facts.root, facts.commit))
    for entry in (facts.root / "tables/channels/_delta_log").glob("*.json"):
        entry.write_text("{")
    (damage,) = log_damages(facts.root, facts.commit)
    assert (damage.commit, damage.table) == (2, "channels")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(ENOSPC, "No space left on device"), "disk is full"),
        (OSError("Generic error: No space left on device (os error 28)"), "disk is full"),
        (RuntimeError("IO Error: No space left on device"), "disk is full"),
        (OSError(EROFS, "Read-only file system"), "may not be written"),
        (PermissionError(EACCES, "Permission denied"), "may not be written"),
    ],
)
def test_a_disk_that_takes_nothing(facts: Facts, error: Exception, words: str) -> None:
    told = facts.explained(error)
    assert told is not None
    assert words in told.text.en
    assert "書き込んで" in told.text.ja


def test_what_is_neither_stays_what_it_is(facts: Facts) -> None:
    assert unwritable(ZeroDivisionError()) is None
    assert facts.explained(pa.ArrowInvalid("a fault of ours")) is None
