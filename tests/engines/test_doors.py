"""Commands with --engine show on Spark what they show on DuckDB; a wrong engine is said."""

import shutil
from pathlib import Path

import pytest

from kaigai.desks.markets.actions import rank
from kaigai.facts.spark_backend import UnknownEngine
from kaigai.facts.store import Facts
from tests.conftest import NOON
from tests.desks.markets.small_plays import usage_rows
from tests.doors.calls import Terminal
from tests.engines.small_spark import URL, started
from tests.facts import test_engine as stored


@pytest.fixture
def small(audited: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue."""
    return Path(shutil.copytree(audited, tmp_path / "small"))


@pytest.mark.parametrize("command", ["findability", "audit"])
def test_a_wrong_engine_is_said(
    command: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = Terminal(monkeypatch, small)(command, "--engine", "mysql://there")
    assert called.status == 2
    assert "mysql://there" in called.error


def test_markets_ask_the_engine_that_is_named(tmp_path: Path) -> None:
    facts = stored.engine(tmp_path, stored.rows("usage_monthly", *usage_rows())).facts
    with pytest.raises(UnknownEngine):
        rank(facts, at=NOON, engine="mysql://there")


@pytest.mark.spark
def test_findability_is_the_same(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started()
    terminal = Terminal(monkeypatch, small)
    here, there = (terminal("findability", *more) for more in ((), ("--engine", URL)))
    assert (there.status, there.error) == (0, "")
    assert here.out
    # The step to a page repeats what was typed, the engine too.
    assert there.out.replace(f"--engine '{URL}' ", "") == here.out


@pytest.mark.spark
@pytest.mark.parametrize("words", [("share",), ("whose",)], ids=" ".join)
def test_plays_are_the_same(
    words: tuple[str, ...], own: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    started()
    terminal = Terminal(monkeypatch, own.root)
    here, there = (terminal(*words, *more) for more in ((), ("--engine", URL)))
    assert (there.status, there.error) == (0, "")
    assert here.out
    # The step to a page repeats what was typed, the engine too.
    assert there.out.replace(f"--engine '{URL}' ", "") == here.out
