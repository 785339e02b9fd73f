"""A file that is asked for appears whole or not at all."""

from pathlib import Path

import pytest
import typer

from kaigai.cli import terminal
from kaigai.cli.out import write


def test_what_was_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "share.html"
    out.write_text("old")
    write(out, "新しい".encode())
    assert out.read_text(encoding="utf-8") == "新しい"
    assert list(tmp_path.iterdir()) == [out]


def test_where_nothing_can_be_written_the_call_was_wrong(tmp_path: Path) -> None:
    with pytest.raises(typer.Exit) as stopped:
        write(tmp_path / "absent" / "share.html", b"new")
    assert stopped.value.exit_code == terminal.WRONG
    assert list(tmp_path.iterdir()) == []
