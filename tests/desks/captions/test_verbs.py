"""`kaigai captions` and `kaigai clearances`, in both languages; the lyric gate at every door."""

import csv
import io
import json
from pathlib import Path

import pytest

import kaigai as notebook
from kaigai.desks.captions.verbs import ENDINGS
from kaigai.formats.captions import kinds
from kaigai.terms.text import Language, Refused
from tests.doors.calls import Terminal

EXAMPLES = Path(__file__).parents[3] / "examples/captions"
BROKEN = str(EXAMPLES / "broken/many_faults.ja.srt")
GOOD = str(EXAMPLES / "harbour_light.ja.vtt")
ENGLISH = str(EXAMPLES / "harbour_light.en.srt")
WHAT_NOW: dict[Language, str] = {"en": "What now?", "ja": "次にすること"}
LANGUAGES: tuple[Language, ...] = ("en", "ja")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        ("captions", "check", GOOD, ENGLISH),
        ("captions", "check", BROKEN, "--limit", "3"),
        ("captions", "fix", BROKEN),
        ("captions", "rules"),
        ("captions", "languages"),
        ("captions", "languages", "--artist", "凪と灯", "--have", "en"),
        ("clearances",),
    ],
)
def test_every_answer_ends_with_what_now(
    kaigai: Terminal, words: tuple[str, ...], lang: Language
) -> None:
    done = kaigai(*words, lang=lang)
    assert done.error == ""
    assert WHAT_NOW[lang] in done.out


def test_a_check_says_what_is_wrong_where_and_ends_with_a_status(kaigai: Terminal) -> None:
    done = kaigai("captions", "check", BROKEN, lang="ja")
    assert done.status == 1
    assert "毎秒25文字。日本語で読めるのは4文字までです" in done.out
    assert "0:00:02.040" in done.out
    assert "日本語(ファイル名から)" in done.out
    assert kaigai("captions", "check", GOOD).status == 0


def test_problems_as_a_sheet_and_a_page(kaigai: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "problems.csv"
    kaigai("captions", "check", BROKEN, GOOD, "--out", str(out), lang="ja")
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    assert {row["file"] for row in rows} == {"many_faults.ja.srt"}
    assert rows[0]["rule"] == "gap"
    assert "ミリ秒" in rows[0]["wrong"]
    assert not any(row["text"].startswith(("=", "@")) for row in rows)
    page = tmp_path / "problems.html"
    kaigai("captions", "check", BROKEN, "--out", str(page), lang="ja")
    html = page.read_text()
    assert '<html lang="ja">' in html
    assert "<svg" in html
    assert "読む速さ" in html
    picture = tmp_path / "problems.png"
    kaigai("captions", "check", BROKEN, "--out", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_fix_shows_first_and_writes_when_asked(kaigai: Terminal, tmp_path: Path) -> None:
    shown = kaigai("captions", "fix", BROKEN)
    assert "--out" in shown.out.split("What now?")[1]
    out = tmp_path / "new.vtt"
    done = kaigai("captions", "fix", BROKEN, "--out", str(out))
    assert done.status == 0
    assert "What WebVTT cannot hold" not in done.out
    text = out.read_text()
    assert text.startswith("WEBVTT\nLanguage: ja")
    assert "港に灯がともるころ、\n船が帰る" in text


def test_bad_cues_are_listed_and_good_ones_kept(kaigai: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "new.srt"
    done = kaigai("captions", "fix", str(EXAMPLES / "broken/times.srt"), "--out", str(out),
                  "--language", "en")  # fmt: skip
    assert "times.srt:6" in done.out
    assert out.read_text().count("-->") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "nowhere.srt"), "cannot be read"),
        (("check", str(EXAMPLES / "broken/entity.ttml")), "document type"),
        (("check", str(EXAMPLES / "broken/no_header.vtt")), "no_header.vtt:"),
        (("check", GOOD, "--audience", "cats"), "adult"),
        (("check", GOOD, "--language", "klingonish"), "no language"),
        (("check", GOOD, "--out", "x.docx"), "x.docx"),
        (("fix", GOOD, "--out", GOOD), "is the file itself"),
        (("check", GOOD, "--encoding", "klingon"), "no encoding klingon"),
        (("convert", GOOD, "--out", "x.docx"), ".vtt"),
        (
            ("convert", ENGLISH, "--out", "x.vtt", "--lyrics", "--territory", "Atlantis"),
            "Atlantis",
        ),
        (("languages", "--artist", "nobody"), "no artist is called nobody"),
        (("languages", "--have", "jaja"), "no language"),
        (("languages", "--out", "x.docx"), "x.docx"),
    ],
)
def test_a_wrong_call_says_why(kaigai: Terminal, words: tuple[str, ...], said: str) -> None:
    done = kaigai("captions", *words)
    assert done.status == 2
    assert said in done.error


def test_a_conversion_says_what_is_lost(kaigai: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "new.srt"
    done = kaigai("captions", "convert", GOOD, "--out", str(out), lang="ja")
    assert done.status == 0
    assert "ルビは語の後ろの括弧書きになります" in done.out
    assert "灯（あかり）" in out.read_text()


def test_lyrics_leave_only_where_they_are_cleared(kaigai: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "new.vtt"
    call = ("captions", "convert", ENGLISH, "--out", str(out), "--for", "youtube")
    held = kaigai(*call, "--work", "W-2", "--territory", "Worldwide")
    assert held.status == 1
    assert "no clearance for a translation of W-2 into English (lyrics in cues 4–5)" in held.out
    assert not out.exists()
    assert kaigai(*call, "--work", "W-1").status == 1  # it is not said where it goes
    assert not out.exists()
    there = kaigai(*call, "--work", "W-1", "--territory", "米国", "--territory", "FR")
    assert there.status == 0
    assert "cleared by Minato Music" in there.out
    assert out.exists()
    late = kaigai(*call, "--work", "W-1", "--territory", "US", "--as-of", "2100-01-01", lang="ja")
    assert late.status == 1
    assert "許諾は2099-12-31に終了しました" in late.out


def test_the_own_language_and_a_copy_at_home_need_nothing(
    kaigai: Terminal, tmp_path: Path
) -> None:
    out = str(tmp_path / "new.ttml")
    own = kaigai("captions", "convert", GOOD, "--out", out, "--for", "youtube")
    assert own.status == 0
    home = kaigai("captions", "convert", ENGLISH, "--out", out)
    assert home.status == 0
    assert "2 cues are lyrics in another language" in home.out


def test_without_a_workspace_lyrics_are_held_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = Terminal(monkeypatch, tmp_path / "none")
    call = ("captions", "convert", ENGLISH, "--out", str(tmp_path / "x.vtt"))
    assert nowhere(*call).status == 0
    assert nowhere(*call, "--lyrics", "--work", "W-1", "--territory", "US").status == 1
    assert nowhere("clearances").status == 2
    assert nowhere("captions", "languages").status == 2


def test_clearances_are_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "作品ID,言語,用途,地域,許諾者,証拠\nW-9,英語,翻訳,全世界,港音楽,1号\nW-8,英語,歌唱,US,港,2\n"
    )
    kaigai = Terminal(monkeypatch, tmp_path / "ws")
    assert kaigai("clearances", "import", str(sheet)).status == 2
    done = kaigai("clearances", "import", str(sheet), "--by", "葵", lang="ja")
    assert done.status == 1  # one row was not taken
    assert "sheet.csv:3" in done.out
    listed = kaigai("clearances", lang="ja")
    assert "英語: 翻訳" in listed.out
    out = tmp_path / "all.json"
    kaigai("clearances", "--out", str(out))
    page = tmp_path / "all.html"
    kaigai("clearances", "--out", str(page), lang="ja")
    assert "歌詞の許諾" in page.read_text()
    (row,) = json.loads(out.read_text())
    assert (row["work_id"], row["by"], row["proof"]) == ("W-9", "葵", "1号")


def test_which_languages_first(kaigai: Terminal, tmp_path: Path) -> None:
    done = kaigai("captions", "languages")
    assert done.status == 0
    assert "First English, Indonesian, Spanish" in done.out
    assert "no other choice reaches more" in done.out
    out = tmp_path / "languages.json"
    kaigai("captions", "languages", "--have", "en", "--out", str(out))
    rows = json.loads(out.read_text())
    assert [row["language"] for row in rows] == ["id", "es", "zh-Hant"]
    page = tmp_path / "languages.html"
    kaigai("captions", "languages", "--out", str(page), lang="ja")
    assert "<svg" in page.read_text()
    assert "字幕を読める海外のリスナー" in page.read_text()


@pytest.mark.parametrize("territories", [["Worldwide"], ["US", "フランス"]])
def test_lyrics_are_held_back_below_every_door(
    kaigai: Terminal, small_root: Path, tmp_path: Path, territories: list[str]
) -> None:
    label, out = notebook.open(small_root), tmp_path / "x.vtt"
    call = ["captions", "convert", ENGLISH, "--out", str(out), "--lyrics"]
    for each in territories:
        call += ["--territory", each]
    for work, is_cleared in (("W-2", False), ("W-1", True)):
        made = label.captions_convert(
            ENGLISH, lyrics=True, work=work, territory=territories, out=out
        )
        assert made.answer.refused is not is_cleared
        assert out.exists() is is_cleared
        out.unlink(missing_ok=True)
        assert kaigai(*call, "--work", work).status == int(not is_cleared)
        assert out.exists() is is_cleared
        out.unlink(missing_ok=True)


def test_no_door_writes_over_what_it_was_given(
    kaigai: Terminal, small_root: Path, tmp_path: Path
) -> None:
    ja, en = tmp_path / "ja" / "ep1.srt", tmp_path / "en" / "ep1.srt"  # called alike
    link = tmp_path / "link.srt"
    for each in (ja, en):
        each.parent.mkdir()
        each.write_bytes(Path(BROKEN).read_bytes())
    link.symlink_to(en)
    label = notebook.open(small_root)
    for out in (ja, en, link):
        call = ("captions", "fix", str(en), "--original", str(ja), "--out", str(out))
        done = kaigai(*call, "--language", "ja")
        assert (done.status, "is the file itself" in done.error) == (2, True)
        with pytest.raises(Refused, match="is the file itself"):
            label.captions_fix(en, original=str(ja), language="ja", out=out)
        with pytest.raises(Refused, match="is the file itself"):
            label.captions_fix(en, original=ja, out=tmp_path / "new.srt").to_file(out)
    for each in (ja, en):
        assert each.read_bytes() == Path(BROKEN).read_bytes()


def test_a_step_names_the_file_and_not_the_original_that_is_called_alike(
    kaigai: Terminal, tmp_path: Path
) -> None:
    ja, en = tmp_path / "ja" / "ep1.srt", tmp_path / "en" / "ep1.srt"
    for each in (ja, en):
        each.parent.mkdir()
        each.write_bytes(Path(BROKEN).read_bytes())
    done = kaigai("captions", "fix", str(en), "--original", str(ja), "--language", "ja")
    assert str(en) in done.out.split("What now?")[1].replace("\n", "")


def test_every_ending_of_captions_can_be_made() -> None:
    assert tuple(f".{each}" for each in kinds.ENDINGS) == ENDINGS


def test_a_conversion_needs_a_file(kaigai: Terminal) -> None:
    done = kaigai("captions", "convert", GOOD, lang="ja")
    assert done.status == 2
    assert "--out" in done.error
