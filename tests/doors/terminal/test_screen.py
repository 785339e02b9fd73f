"""What the screen prints: lists with their notes, ids in one piece, and everything as text."""

import io
import sys

import pytest

from kaigai.doors.terminal import screen
from kaigai.doors.terminal.screen import Screen, language_of
from kaigai.terms.section import Mark, Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Card, Cards, Figure, Figures, Fold, Grounds, Heading, Step

ID = Text("id", "ID")
WHAT = Text("what", "内容")
LONG = "no-subtitles-for-markets:youtube:aaaaaaaaaaa"


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """In Japanese, on a screen of sixty columns."""
    monkeypatch.setattr(screen, "PLAIN_WIDTH", 60)
    monkeypatch.delenv("COLUMNS", raising=False)
    return Screen("ja")


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        (["share", "--lang", "ja"], {}, "ja"),
        (["--lang=en"], {"KAIGAI_LANG": "ja"}, "en"),
        ([], {"KAIGAI_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ([], {"LC_ALL": "ja_JP.eucJP"}, "ja"),
        ([], {"LANG": "fr_FR"}, "en"),
        ([], {}, "en"),
    ],
)
def test_the_language_of_a_call(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environ) == language


def test_an_id_can_be_copied(japanese: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    for columns, opens in (((WHAT, ID), ()), ((WHAT, WHAT), ((1, "show"),))):
        section = Section(WHAT, columns, (("字幕がありません。" * 9, LONG),), opens=opens)
        japanese.blocks([section])
        assert LONG in capsys.readouterr().out


def test_an_id_too_long_for_any_screen_is_broken(
    japanese: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    japanese.blocks([Section(WHAT, (WHAT, ID), (("x", "y" * 200),))])
    assert all(len(line) <= 60 for line in capsys.readouterr().out.splitlines())


def test_notes_follow_and_markup_is_text(
    japanese: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    note = Text("n", "[b]以上[/b]")
    japanese.blocks([Section(WHAT, (WHAT,), (("[red]x[/red]",),), note=note)])
    out = capsys.readouterr().out
    assert out.index("内容") < out.index("[red]x[/red]") < out.index("[b]以上[/b]")


def test_every_kind_of_block_is_printed(
    japanese: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    card = Card(Text("who", "誰"), Text("what", "何"), Mark("high", Text("high", "重大")),
                todo=Text("mend", "直す"))  # fmt: skip
    figure = Figure(Text("songs", "曲数"), Text("42", "42"), Text("of 50", "50曲中"))
    japanese.blocks(
        [
            Heading("a", Text("A", "見出し"), Text("lede", "前置き")),
            Figures(Text("F", "数値"), (figure,)),
            Cards(Text("Todo", "対処"), (card,), Text("note", "注記")),
            Fold(
                Text("closed", "閉"), Text("4", "4曲"), (), (Section(WHAT, note=Text("n", "空")),)
            ),
        ]
    )
    out = capsys.readouterr().out
    for each in ("見出し", "前置き", "曲数", "50曲中", "1. 誰 (重大)", "何", "直す", "注記", "空"):
        assert each in out


def test_without_a_person_there_is_no_bar(japanese: Screen) -> None:
    with japanese.progress(WHAT) as watch:
        watch(1, 2, "x")


def test_what_an_answer_stands_on_and_where_there_is_more_are_said(
    japanese: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    grounds = Grounds(
        Text("As of today", "今日時点"),
        (Figure(Text("Files", "ファイル"), Text("86", "86")),),
        ((Text("Period", "期間"), (Text("May", "5月"), Text("June", "6月"))), (WHAT, ())),
        Text("old", "古い"),
    )
    step = Step("share", Text("more", "ほか"), {"artist": "x y"})
    long = Text("l", "長い文です。" * 12)
    card = Card(Text("who", "誰"), lines=(long,), todo=Text("mend", "直す"), more=step)
    heading = Heading("a", Text("Part", "部"), more=step)
    japanese.blocks([grounds, heading, Cards(Text("Todo", "対処"), (card,), plain=True)])
    out = capsys.readouterr().out
    for said in (
        "今日時点",
        "古い",
        "ファイル  86",
        "5月、6月",
        "→ 直す",
        "   ほか: kaigai share",
    ):
        assert said in out
    assert "内容" not in out  # nothing is said of it
    assert "1. 誰" not in out
    assert out.count("kaigai share --artist 'x y'") == 2
    body = out[out.index("誰") :].splitlines()[1:]
    assert all(line.startswith("   ") for line in body)


def test_what_is_closed_on_a_page_says_how_grave_it_is(
    japanese: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = Mark("high", Text("high 3", "高 3"))
    japanese.blocks([Fold(Text("who", "誰"), Text("2 songs", "2曲"), (mark,), ())])
    assert "2曲 · 高 3" in capsys.readouterr().out


EVIL = "夜\x1b]0;owned\x07\x9b31m\u202egnp.exe\r\ud800 :smile:"
SEEN = r"夜\x1b]0;owned\x07\x9b31m\u202egnp.exe\x0d\ud800 :smile:"


class Looked(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_what_steers_a_terminal_is_shown_in_every_line(
    monkeypatch: pytest.MonkeyPatch, japanese: Screen
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    evil = Text(EVIL, EVIL)
    step = Step("share", evil, {"artist": EVIL})
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    out, err = Looked(), Looked()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    japanese.say(evil)
    japanese.plain(EVIL)
    japanese.wrong(evil)
    japanese.heading(evil)
    japanese.steps([(EVIL, evil)])
    japanese.blocks(
        [
            Section(evil, (evil,), ((EVIL,),), note=evil),
            Heading("evil", evil, evil, more=step),
            Figures(evil, (Figure(evil, evil),)),
            Cards(evil, (Card(evil, about=evil, lines=(evil,), todo=evil),), note=evil),
            Grounds(evil, lines=((evil, (evil,)),), warning=evil),
            Fold(evil, evil, (Mark("warn", evil),), ()),
        ]
    )
    with japanese.progress(evil) as watch:
        watch(1, 2, EVIL)
    said = out.getvalue() + err.getvalue()
    assert said.count(SEEN) >= 25
    assert not {each for each in EVIL if not each.isprintable()} & set(out.getvalue())
    assert not {"\x07", "\x9b", "\u202e", "\ud800"} & set(said)
