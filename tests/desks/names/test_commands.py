"""`kaigai names` in both languages, the round trip of a sheet, and the notebook beside it."""

import csv
import json
from pathlib import Path

import pytest

from kaigai.notebook import Workspace
from kaigai.terms.text import Language
from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("Names: 1", "Yoake (", "What now?")), ("ja", ("名称: 1件", "候補", "次にすること"))],
)
def test_names_are_shown(terminal: Terminal, lang: Language, words: tuple[str, ...]) -> None:
    done = terminal("names", DAWN, lang=lang)
    assert (done.status, done.error) == (0, "")
    assert all(word in done.out for word in words)


def test_the_notebook_shows_the_same(terminal: Terminal) -> None:
    from kaigai.facts.store import Facts

    seen = Workspace(Facts.open(terminal.workspace), "en").names(missing="latin")
    shown = terminal("names", "--missing", "latin").out
    for section in seen.sections:
        assert all(cell in shown for row in section.cells("en") for cell in row)


def test_a_sheet_goes_out_and_comes_back(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "names.csv"
    assert terminal("names", DAWN, "--out", str(sheet)).status == 0
    rows = list(csv.reader(sheet.open(encoding="utf-8-sig")))
    rows[1][rows[0].index("Latin form / ローマ字表記")] = "Yoake"
    with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    done = terminal("names", "import", str(sheet), "--by", "Sato")
    assert (done.status, "Yoake" in done.out) == (0, True)
    assert "Yoake" in terminal("names", "yoake", "--kind", "recording").out
    rows[1][rows[0].index("Latin form / ローマ字表記")] = "Dawn"
    with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    conflict = terminal("names", "import", str(sheet), "--by", "Mori", lang="ja")
    assert (conflict.status, "上書きはしていません" in conflict.out) == (1, True)


def test_other_tools_get_json(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "names.json"
    assert terminal("names", "--kind", "recording", "--out", str(out)).status == 0
    assert DAWN in {row["subject_id"] for row in json.loads(out.read_text())}


@pytest.mark.parametrize(
    "words",
    [
        ("names", "--kind", "album"),
        ("names", "--out", "names.pdf"),
        ("names", "import", "absent.csv", "--by", "Sato"),
    ],
)
def test_what_cannot_be_done_is_told(terminal: Terminal, words: tuple[str, ...]) -> None:
    done = terminal(*words, lang="ja")
    assert (done.status, bool(done.error)) == (2, True)
