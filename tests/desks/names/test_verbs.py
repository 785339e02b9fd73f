"""`kaigai names` in both languages, and the round trip of a sheet."""

import csv
import json
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from kaigai.doors.notebook import open as kaigai_open
from kaigai.terms.text import Language
from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN, SEA

LATIN = "Latin form / ローマ字表記"


def fill(sheet: Path, column: str, text: str) -> None:
    """Write into the first row of a sheet."""
    rows = list(csv.reader(sheet.open(encoding="utf-8-sig")))
    rows[1][rows[0].index(column)] = text
    with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)


@pytest.mark.parametrize("words", [("names",), ("names", "show")], ids=" ".join)
@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", ("Names: 1", "Yoake (", "What now?")), ("ja", ("名称: 1件", "候補", "次にすること"))],
)
def test_names_are_shown(
    terminal: Terminal, words: tuple[str, ...], lang: Language, said: tuple[str, ...]
) -> None:
    done = terminal(*words, DAWN, lang=lang)
    assert (done.status, done.error) == (0, "")
    assert all(word in done.out for word in said)


def test_a_limit_shortens_the_list_and_says_so(terminal: Terminal) -> None:
    everything = terminal("names").out
    assert "--limit" not in everything
    done = terminal("names", "--limit", "1")
    assert "… and" in done.out
    assert "--limit shows more" in done.out
    assert len(done.out) < len(everything)
    first = json.loads(terminal("names", "--json").bytes)[0]["subject_id"]
    assert f"kaigai names {quote(first)}" in done.out


def test_a_sheet_goes_out_and_comes_back(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "my names.csv"
    given = terminal("names", DAWN, "--out", str(sheet))
    assert given.status == 0
    assert f"kaigai names import {quote(str(sheet))} --by NAME" in given.out
    fill(sheet, LATIN, "Yoake")
    done = terminal("names", "import", str(sheet), "--by", "Sato")
    assert (done.status, "Yoake" in done.out) == (0, True)
    assert "Yoake" in terminal("names", "yoake", "--kind", "recording").out
    fill(sheet, LATIN, "Dawn")
    conflict = terminal("names", "import", str(sheet), "--by", "Mori", lang="ja")
    assert (conflict.status, "上書きはしていません" in conflict.out) == (1, True)
    assert "kaigai names --out names.xlsx" in conflict.out


def test_a_cell_that_cannot_be_used_is_listed(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "names.csv"
    terminal("names", DAWN, "--out", str(sheet))
    fill(sheet, LATIN, "夜明け")
    done = terminal("names", "import", str(sheet), "--by", "Sato")
    assert done.status == 1
    assert "a name in Latin letters" in done.out


def test_a_notebook_gives_and_takes_the_same_sheet(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "names.csv"
    label: Any = kaigai_open(terminal.workspace)
    label.names(DAWN, out=sheet)
    fill(sheet, LATIN, "Yoake")
    taken = label.names_import(sheet, by="Sato")
    assert [each["text"] for each in taken.result.decided] == ["Yoake"]
    assert label.names(DAWN).result.rows[0]["latin"] == "Yoake"


def test_other_tools_get_every_row(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "names.json"
    assert terminal("names", "--kind", "recording", "--out", str(out)).status == 0
    rows = json.loads(out.read_text())
    assert {DAWN, SEA} <= {row["subject_id"] for row in rows}
    dawn = next(row for row in rows if row["subject_id"] == DAWN)
    out.write_text(json.dumps([{**dawn, "latin": "Yoake"}]))
    done = terminal("names", "import", str(out), "--by", "Sato")
    assert (done.status, "Yoake" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("names", "--kind", "album"), ("none of party", "recording、work")),
        (("names", "--missing", "title"), ("none of latin", "latin、reading")),
        (("names", "--language", "klingonese"), ("no language", "言語ではありません")),
        (("names", "夜明け学団"), ("did you mean 夜明け楽団", "もしかして: 夜明け楽団")),
        (("names", "qqqqq"), ("nothing is called qqqqq", "という名称はありません")),
        (("names", "--out", "names.pdf"), (".xlsx", ".xlsx")),
        (("names", "import", "absent.csv", "--by", "Sato"), ("cannot be read", "読み込めません")),
        (("names", "import", "absent.csv"), ("--by NAME", "--by")),
    ],
)
def test_what_cannot_be_done_is_told(
    terminal: Terminal, words: tuple[str, ...], said: tuple[str, str]
) -> None:
    languages: tuple[Language, Language] = ("en", "ja")
    for lang, told in zip(languages, said, strict=True):
        done = terminal(*words, lang=lang)
        assert done.status == 2
        assert told in done.error


def test_what_is_known_but_has_no_such_gap_is_an_empty_list(terminal: Terminal) -> None:
    done = terminal("names", SEA, "--missing", "latin")
    assert (done.status, done.error) == (0, "")
    assert "No names match." in done.out
