"""Days and instants after `--as-of`, or a wrong call."""

from datetime import UTC, date, datetime

import pytest
import typer

from kaigai.cli import when
from kaigai.cli.terminal import WRONG


def test_what_was_not_typed_is_nothing() -> None:
    assert when.day(None) is None
    assert when.instant(None) is None


def test_days_and_instants() -> None:
    assert when.day("2026年11月1日") == date(2026, 11, 1)
    assert when.instant("2026-11-01T12:00") == datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["soon", "2026-02-30", "{0}", "1/2/2026"])
def test_a_wrong_day_ends_the_call(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for read in (when.day, when.instant):
        with pytest.raises(typer.Exit) as ended:
            read(text)
        assert ended.value.exit_code == WRONG
        assert text in capsys.readouterr().err
