"""Sections are printed with their notes, and ids stay in one piece."""

import pytest

from kaigai.cli import sections, terminal
from kaigai.terms.section import Section
from kaigai.terms.text import Text

ID = Text("id", "ID")
WHAT = Text("what", "内容")
LONG = "no-subtitles-for-markets:youtube:aaaaaaaaaaa"


@pytest.fixture(autouse=True)
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Japanese, on a screen of sixty columns."""
    monkeypatch.setattr(terminal, "LANGUAGE", "ja")
    monkeypatch.setattr(terminal, "PLAIN_WIDTH", 60)


def test_an_id_can_be_copied(capsys: pytest.CaptureFixture[str]) -> None:
    sections.show([Section(WHAT, (WHAT, ID), (("字幕がありません。" * 9, LONG),))])
    assert LONG in capsys.readouterr().out


def test_an_id_too_long_for_any_screen_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    sections.show([Section(WHAT, (WHAT, ID), (("x", "y" * 200),))])
    assert all(len(line) <= 60 for line in capsys.readouterr().out.splitlines())


def test_notes_follow_and_markup_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    sections.show([Section(WHAT, (WHAT,), (("[red]x[/red]",),), note=Text("n", "[b]以上[/b]"))])
    out = capsys.readouterr().out
    assert out.index("内容") < out.index("[red]x[/red]") < out.index("[b]以上[/b]")
