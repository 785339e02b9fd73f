"""What is refused is said in words; other errors are, where an engine was named, the engine's."""

import pytest
import typer

from kaigai.cli.refusing import refusing
from kaigai.facts.engine import DUCKDB
from kaigai.terms.text import Refused, Text

WHY = Text("no plays were read", "再生数がありません")


def test_what_is_refused_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended, refusing():
        raise Refused(WHY)
    assert ended.value.exit_code == 2
    assert "no plays were read" in capsys.readouterr().err


def test_what_nobody_foresaw_stays_an_error() -> None:
    with pytest.raises(ZeroDivisionError), refusing():
        raise ZeroDivisionError


def test_an_engine_that_was_named_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), refusing("spark://nowhere:1"):
        raise OSError("refused\nlong trace")
    said = capsys.readouterr().err
    assert "spark://nowhere:1" in said
    assert "long trace" not in said


def test_the_engine_is_the_one_that_was_named_or_duckdb() -> None:
    with refusing("spark://nowhere:1") as named, refusing() as address:
        assert (named, address) == ("spark://nowhere:1", DUCKDB)
