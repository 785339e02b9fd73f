"""The command line: words name verbs, options are the same for all, and what is wrong is said."""

import json
from pathlib import Path
from typing import Annotated, Any

import pytest

from kaigai.doors.terminal import main
from kaigai.terms.section import Section
from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer, Blank, File, Step
from kaigai.verbs.verb import Call, Param, Verb, verb
from tests.doors.calls import Terminal

SAID = Text("Say it.", "言う。")
WHY = Text("see more", "もっと見る")
LIST = Section(Text("Songs", "曲"), (Text("title", "曲名"),), (("しおさい",), ("[red]x[/red]",)))


@verb("songs", SAID, "find", stands="none", also=("songs show",))
def songs(call: Call, name: Annotated[str | None, Param(SAID, word=True)] = None) -> Answer:
    """A list that says how it was asked for."""
    if name == "bad":
        raise Refused(Text("no song is called bad", "bad という曲はありません"))
    if name == "odd":
        raise OSError("connection refused\nlong trace")
    note = Text(f"{name} {call.limit} {call.out}", "注")
    shown = Section(LIST.title, LIST.columns, LIST.rows[: call.limit], note=note)
    step = Step("songs import", WHY, {"sheet": Blank("SHEET")})
    return Answer(SAID, (shown,), steps=(step, Step("songs", WHY, {"name": "潮 見"}, "x.csv")),
                  refused=name == "half")  # fmt: skip


@verb("songs import", SAID, "fix", kind="decide", stands="none")
def take(
    call: Call,
    sheet: Annotated[File, Param(SAID, word=True, shown="SHEET")],
    dry_run: Annotated[bool, Param(SAID)] = False,
) -> Answer:
    """What was taken, and by whom."""
    return Answer(Text(f"{sheet.name} {sheet.content.decode()} {call.by} {dry_run}", "x"),
                  (LIST,), lede=Text(f"{sheet.name} by {call.by}", "x"))  # fmt: skip


@verb("songs sing", SAID, "fix", stands="none", makes=(".srt", ".lrc"), out_also="to")
def sing(call: Call, loud: Annotated[bool, Param(SAID)] = False) -> Answer:
    """A file of its own kind, where one is asked for."""
    made = File(call.out, b"la la") if call.out and not loud else None
    return Answer(SAID, (LIST,), file=made)


@verb("plays", SAID, "measure", piped="csv")
def plays(call: Call) -> Answer:
    """Something that needs a workspace."""
    return Answer(SAID, (LIST,), result=call.facts)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only these verbs."""
    known: dict[str, Verb] = {each.name: each for each in (plays, songs, take, sing)}
    monkeypatch.setattr(main, "VERBS", known)


@pytest.fixture
def kaigai(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """`kaigai` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Terminal(monkeypatch, tmp_path / "none")


def test_an_answer_is_printed_with_what_comes_next(kaigai: Terminal) -> None:
    done = kaigai("songs", "潮見", lang="ja")
    assert (done.status, done.error) == (0, "")
    for each in ("曲", "しおさい", "[red]x[/red]", "次にすること", "もっと見る"):
        assert each in done.out
    assert "kaigai songs import SHEET --by NAME  もっと見る" in done.out
    assert "kaigai songs '潮 見' --out x.csv" in done.out


@pytest.mark.parametrize(
    "words", [("songs", "a"), ("songs", "show", "a"), ("--lang", "en", "songs", "a")]
)
def test_further_words_for_a_verb(kaigai: Terminal, words: tuple[str, ...]) -> None:
    assert "a 30" in kaigai(*words).out


def test_options_of_every_verb(kaigai: Terminal, tmp_path: Path) -> None:
    assert "None 1 " in kaigai("songs", "--limit", "1").out
    assert json.loads(kaigai("songs", "--json").bytes) == [
        {"title": "しおさい"}, {"title": "[red]x[/red]"},
    ]  # fmt: skip
    assert kaigai("songs", "--format", "csv").bytes.startswith(b"\xef\xbb\xbf")
    done = kaigai("songs", "--out", "songs.csv", lang="ja")
    assert "songs.csv: 2行" in done.out
    assert (tmp_path / "songs.csv").exists()
    page = kaigai("songs", "--out", "songs.html")
    assert "songs.html: written, " in page.out
    assert "songs.html  look at it in a browser" in page.out
    assert "None 100 songs.html" in (tmp_path / "songs.html").read_text()
    assert "Songs" in kaigai("songs", "--lang", "en", lang="ja").out


def test_statuses(kaigai: Terminal) -> None:
    assert kaigai("songs").status == 0
    assert kaigai("songs", "half").status == 1
    assert kaigai("songs", "bad").status == 2
    assert kaigai("--version").out.startswith("kaigai ")
    with pytest.raises(OSError, match="refused"):
        kaigai("songs", "odd")


def test_a_decision_needs_a_name_and_is_given_the_file(kaigai: Terminal, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("ok")
    assert "say who decides" in kaigai("songs", "import", "s.csv").error
    done = kaigai("songs", "import", "s.csv", "--by", " Hana  K ", "--dry-run")
    assert "s.csv by Hana K" in done.out
    absent = kaigai("songs", "import", "no.csv", "--by", "Hana", lang="ja")
    assert (absent.status, "no.csv を読み込めません" in absent.error) == (2, True)


def test_a_file_of_its_own_kind(kaigai: Terminal, tmp_path: Path) -> None:
    assert "Songs" in kaigai("songs", "sing").out
    done = kaigai("songs", "sing", "--to", "x.srt")
    assert (tmp_path / "x.srt").read_bytes() == b"la la"
    assert "Songs" in done.out
    assert "x.srt: written" in done.out
    assert kaigai("songs", "sing", "--loud", "--out", "y.srt").status == 0
    assert not (tmp_path / "y.srt").exists()
    assert ".srt .lrc" in kaigai("songs", "sing", "--out", "x.html").error


@pytest.mark.parametrize(
    ("words", "en", "ja"),
    [
        (("sogs",), "did you mean songs", "もしかして: songs"),
        (("qqq",), "kaigai --help lists all", "kaigai --help で一覧"),
        (("songs", "--planet"), "no option --planet", "--planet というオプション"),
        (("songs", "--limt", "3"), "did you mean --limit", "もしかして: --limit"),
        (("songs", "a", "b"), "too much", "余分な引数"),
        (("songs", "--limit"), "--limit needs a value", "--limit の値"),
        (("songs", "--limit", "0"), "write 1 or more", "1以上"),
        (("songs", "--limit", "x"), "no number of lines", "行数ではありません"),
        (("songs", "--format", "pdf"), "csv, json, parquet", "pdf という形式"),
        (("songs", "--out", "x.docx"), ".html .md", ".html .md"),
        (("songs", "--out", "x.png"), ".html .md", ".html .md"),
        (("songs", "--out", "none/x.csv"), "cannot be written", "書き込めません"),
        (("--lang", "fr", "songs"), "ja or en", "ja または en"),
        (("songs", "import", "--by", "A"), "SHEET is missing", "SHEET を指定"),
        (("plays",), "none", "none"),
        (("songs", "odd", "--engine", "spark://x"), "there is no option", "ありません"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(
    kaigai: Terminal, words: tuple[str, ...], en: str, ja: str
) -> None:
    for language, said in (("en", en), ("ja", ja)):
        done = kaigai(*words, lang=language)  # type: ignore[arg-type]
        assert done.status == 2, done.out
        assert done.out == ""
        assert said in done.error, done.error
        assert "Traceback" not in done.error


def test_what_an_engine_that_was_named_says(kaigai: Terminal, monkeypatch: Any) -> None:
    def broken(call: Call) -> Answer:
        raise OSError("connection refused\nlong trace")

    asked = Verb("plays", SAID, broken, "measure", stands="any")
    monkeypatch.setattr(main, "VERBS", {"plays": asked})
    done = kaigai("plays", "--engine", "spark://nowhere:1")
    assert done.status == 2
    assert "spark://nowhere:1 cannot be used: connection refused" in done.error
    assert "long trace" not in done.error


def test_where_no_person_looks_a_table_is_rows(kaigai: Terminal, audited: Path) -> None:
    done = kaigai("plays", "--workspace", str(audited))
    assert done.bytes.startswith(b"\xef\xbb\xbftitle") or b"title" in done.bytes[:20]
    shown = kaigai("plays", "--workspace", str(audited), "--format", "table")
    assert "Songs" in shown.out


def test_help_of_words_that_only_begin_others(kaigai: Terminal, monkeypatch: Any) -> None:
    monkeypatch.setattr(main, "VERBS", {each.name: each for each in (take, sing)})
    done = kaigai("songs")
    assert (done.status, "songs import" in done.out) == (0, True)
    assert "did you mean songs sing" in kaigai("songs", "singg").error


def test_an_empty_workspace_is_none(kaigai: Terminal) -> None:
    called = kaigai("plays", "--workspace", "")
    assert called.status == 2
    assert "the path is empty" in called.error
