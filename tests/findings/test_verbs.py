"""`kaigai audit`, `findings`, `show` and `checks`, in both languages, with their exit statuses."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from kaigai.findings.check import CHECKS
from kaigai.terms.text import Language
from tests.doors.calls import Called, Terminal, program
from tests.small_catalogue import DAWN, SEA, small_catalogue

WHAT_NOW: dict[Language, str] = {"en": "What now?", "ja": "次にすること"}
LANGUAGES: tuple[Language, ...] = ("en", "ja")


def ids(done: Called) -> list[str]:
    """The ids of findings listed as JSON."""
    return [row["finding_id"] for row in json.loads(done.bytes)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        ("findings",),
        ("show", SEA),
        ("show", "夜明け"),
        ("checks",),
        ("findings", "--state", "fixed"),
    ],
)
def test_every_answer_ends_with_what_now(
    kaigai: Terminal, words: tuple[str, ...], lang: Language
) -> None:
    done = kaigai(*words, lang=lang)
    assert (done.status, done.error) == (0, "")
    assert WHAT_NOW[lang] in done.out


def test_an_audit_ranks_and_says_what_to_do_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    small_catalogue(tmp_path / "label")
    kaigai = Terminal(monkeypatch, tmp_path / "label")
    some = ("--check", "no-latin-title", "--check", "no-isrc", "--check", "territory-hole")
    first = kaigai("audit", "--as-of", "2026-11-01", *some, lang="ja")
    assert first.status == 0
    assert "アーティスト別" in first.out
    assert "種類別: 重大度 高" in first.out
    assert "2026-11-01 時点の課題" in first.out
    steps = first.out.split(WHAT_NOW["ja"])[1]
    assert steps.index("--check ") < steps.index("kaigai report")
    new = len(ids(kaigai("findings", "--format", "json", "--state", "new")))
    again = kaigai("audit", "--as-of", "2026-11-01", "--check", "no-isrc", "--check", "no-gtin")
    assert again.status == 0
    assert len(ids(kaigai("findings", "--format", "json", "--state", "remaining"))) == 1
    assert len(ids(kaigai("findings", "--format", "json"))) == new


def test_an_audit_of_another_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_catalogue(tmp_path / "label")
    kaigai = Terminal(monkeypatch, tmp_path / "label")
    assert kaigai("audit", "--as-of", "2024-03-01", "--check", "not-available-abroad").status == 0
    assert ids(kaigai("findings", "--format", "json")) == []
    seen = kaigai("show", DAWN)
    assert "Where it is open on 2024-03-01" in seen.out
    assert "Where it is open on 2026-11-01" in kaigai("show", DAWN, "--as-of", "2026-11-01").out


def test_findings_are_narrowed(kaigai: Terminal) -> None:
    every = ids(kaigai("findings", "--format", "json"))
    hole = ids(
        kaigai("findings", "--format", "json", "--territory", "中国", "--artist", "yoake gakudan")
    )
    assert f"territory-hole:{SEA}" in hole
    assert set(hole) < set(every)
    high = kaigai(
        "findings", "--format", "json", "--severity", "high", "--check", "no-latin-title"
    )
    assert f"no-latin-title:{DAWN}" in ids(high)
    assert ids(kaigai("findings", "--format", "json", "--limit", "3")) == every[:3]


def test_findings_as_csv_speak_the_language(kaigai: Terminal) -> None:
    done = kaigai("findings", "--format", "csv", "--check", "territory-hole", lang="ja")
    header, row = csv.reader(io.StringIO(done.bytes.decode("utf-8-sig"), newline=""))
    told = dict(zip(header, row, strict=True))
    assert told["territories"] == "CN"
    assert "中国" in told["sentence"]
    assert told["first_at"] == "2026-11-01T12:00:00Z"


def test_the_screen_says_how_many_more(kaigai: Terminal) -> None:
    done = kaigai("findings", "--limit", "2")
    assert "--limit shows more" in done.out
    assert "kaigai show " in done.out


def test_steps_name_the_workspace_that_was_named(kaigai: Terminal) -> None:
    done = kaigai("findings", "--workspace", str(kaigai.workspace))
    steps = done.out.split("What now?")[1].strip().splitlines()
    assert all(f"--workspace {kaigai.workspace}" in step for step in steps)


def test_one_artist_in_any_spelling(kaigai: Terminal) -> None:
    assert kaigai("show", "yoake-gakudan").out == kaigai("show", "夜明け楽団").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "Yoake Gakudn"), "Did you mean: Yoake Gakudan (name:夜明け楽団)?"),
        (("show", "qqqqqqqq"), "nothing is known of qqqqqqqq"),
        (("show", SEA, "--as-of", "soon"), "'soon' is no day"),
        (("findings", "--artist", "qqqqqqqq"), "no artist is called qqqqqqqq"),
        (("findings", "--check", "no-latin"), "Did you mean: "),
        (("findings", "--territory", "Atlantis"), "Atlantis is no territory"),
        (("findings", "--severity", "hi"), "hi is none of high, medium, low, note"),
        (("findings", "--format", "pdf"), "table, csv, json"),
        (("findings", "--limit", "0"), "--limit"),
        (("audit", "--check", "nope"), "there is no check nope"),
        (("audit", "--as-of", "2026-13-01"), "'2026-13-01' is no day"),
        (("audit", "--engine", "abacus://here"), "the engine abacus://here cannot be used"),
    ],
)
def test_a_wrong_call_says_why(kaigai: Terminal, words: tuple[str, ...], said: str) -> None:
    done = kaigai(*words)
    assert done.status == 2
    assert said in done.error


@pytest.mark.parametrize("words", [("audit",), ("findings",), ("show", "x")])
def test_without_a_workspace_there_is_nothing_to_ask(
    nowhere: Terminal, words: tuple[str, ...]
) -> None:
    done = nowhere(*words, lang="ja")
    assert done.status == 2
    assert "ワークスペースがありません" in done.error


@pytest.mark.parametrize(
    ("words", "said"),
    [(("findings",), "kaigai audit"), (("audit",), "kaigai read PATH")],
)
def test_an_empty_workspace_says_how_to_begin(
    nowhere: Terminal, words: tuple[str, ...], said: str
) -> None:
    (nowhere.workspace / "commits").mkdir(parents=True)
    done = nowhere(*words)
    assert done.status == 2
    assert said in done.error


def test_bad_settings_are_named(
    monkeypatch: pytest.MonkeyPatch, audited: Path, tmp_path: Path
) -> None:
    shutil.copytree(audited, tmp_path / "copy")
    (tmp_path / "copy" / "settings.toml").write_text("hole_maximum = 3\n")
    kaigai = Terminal(monkeypatch, tmp_path / "copy")
    for words in (("audit",), ("findings",), ("show", SEA)):
        done = kaigai(*words)
        assert done.status == 2
        assert "hole_maximum" in done.error


def test_a_report_is_one_page_in_the_language_asked_for(kaigai: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "the report.html"
    done = kaigai("report", "--out", str(out), "--lang", "ja", "--label", "港レコード <b>")
    assert done.status == 0
    assert f"'{out}'" in done.out.split(WHAT_NOW["ja"])[1]
    page = out.read_text()
    assert page.startswith("<!doctype html>")
    assert '<html lang="ja">' in page
    assert "<h1>港レコード &lt;b&gt;</h1>" in page


def test_a_report_that_cannot_be_made(kaigai: Terminal, nowhere: Terminal) -> None:
    assert nowhere("report").status == 2
    (nowhere.workspace / "commits").mkdir(parents=True)
    empty = nowhere("report")
    assert empty.status == 2
    assert "kaigai audit" in empty.error
    assert nowhere("report", "--lang", "fr").status == 2


def test_a_report_that_cannot_be_written(kaigai: Terminal, tmp_path: Path) -> None:
    done = kaigai("report", "--out", str(tmp_path / "no" / "report.html"))
    assert done.status == 2
    assert "cannot be written" in done.error


def test_all_checks_are_listed(kaigai: Terminal) -> None:
    english, japanese = kaigai("checks").out, kaigai("checks", lang="ja").out
    for check in CHECKS.values():
        assert check.name in english
        assert check.sentence.ja in japanese


def test_the_program_ends_with_the_status(audited: Path) -> None:
    where = str(audited)
    assert program("show", SEA, KAIGAI_WORKSPACE=where, KAIGAI_LANG="ja").status == 0
    wrong = program("--lang", "ja", "show", "qqqqqqqq", KAIGAI_WORKSPACE=where)
    assert wrong.status == 2
    assert "当たるものはありません" in wrong.error
    assert "Traceback" not in wrong.error
