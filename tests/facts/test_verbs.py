"""`kaigai tables` and `kaigai table`: any table for people who have their own tools."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from kaigai.facts.table import TABLES
from kaigai.terms.text import Language
from tests.doors.calls import Terminal, program


def rows(content: bytes) -> list[list[str]]:
    """The cells of a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(("lang", "word"), [("en", "What now?"), ("ja", "次にすること")])
def test_all_tables_are_listed_with_their_rows(
    kaigai: Terminal, lang: Language, word: str
) -> None:
    done = kaigai("tables", lang=lang)
    lines = [line.split() for line in done.out.splitlines()]
    counts = {line[0]: line[1] for line in lines if len(line) > 1}
    assert done.status == 0
    assert set(TABLES) <= set(counts)
    assert (counts["recordings"], counts["works"], counts["refusals"]) == ("4", "–", "2")
    assert word in done.out


def test_tables_are_listed_before_there_is_a_workspace(nowhere: Terminal) -> None:
    done = nowhere("tables")
    assert done.status == 0
    assert "kaigai read PATH" in done.out
    assert not nowhere.workspace.exists()


def test_a_pipe_gets_csv(kaigai: Terminal) -> None:
    done = kaigai("table", "recordings")
    header, *body = rows(done.bytes)
    assert done.status == 0
    assert header == list(TABLES["recordings"].stored)
    assert sorted(row[0] for row in body) == [
        "JPZZ92400001",
        "JPZZ92400002",
        "JPZZ92400003",
        "own:harbour:77",
    ]


@pytest.mark.parametrize("words", [(), ("--json",), ("--format", "csv")])
def test_a_limit_binds_a_pipe_as_well(kaigai: Terminal, words: tuple[str, ...]) -> None:
    def counted(*more: str) -> int:
        done = kaigai("table", "recordings", *words, *more)
        return len(json.loads(done.out) if "--json" in words else rows(done.bytes)[1:])

    assert counted("--limit", "3") == 3
    assert counted() == 4


def test_raw_has_every_live_row(kaigai: Terminal) -> None:
    assert len(rows(kaigai("table", "recordings", "--raw").bytes)) == 1 + 5


def test_nothing_in_a_table_is_run_by_a_spreadsheet(kaigai: Terminal) -> None:
    assert "'=1+1" in [row[2] for row in rows(kaigai("table", "refusals").bytes)]


@pytest.mark.parametrize("format", ["csv", "json", "parquet", "xlsx"])
def test_every_format_by_option_and_by_ending(
    kaigai: Terminal, tmp_path: Path, format: str
) -> None:
    out = tmp_path / f"videos.{format}"
    done = kaigai("table", "videos", "--out", str(out))
    assert done.status == 0
    assert "2 rows" in done.out
    assert "What now?" in done.out
    piped = kaigai("table", "videos", "--format", format).bytes
    if format == "json":
        assert json.loads(piped) == json.loads(out.read_bytes())
        assert len(json.loads(piped)) == 2
    elif format == "parquet":
        assert pq.read_table(io.BytesIO(piped)).equals(pq.read_table(out))
    elif format == "xlsx":
        sheet = openpyxl.load_workbook(out).worksheets[0]
        assert sheet.max_row == 3
    else:
        assert piped == out.read_bytes()


@pytest.mark.parametrize(
    ("as_of", "audits"),
    [
        ("2026-10-31", 0),
        ("2026-11-01T11:59:59Z", 0),
        ("2026-11-01T21:00+09:00", 1),
        ("2026-11-01", 1),
    ],
)
def test_as_of_is_what_the_store_knew(kaigai: Terminal, as_of: str, audits: int) -> None:
    done = kaigai("table", "audits", "--as-of", as_of)
    assert done.status == 0
    assert len(rows(done.bytes)) - 1 == audits


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("recodings",), "did you mean recordings"),
        (("xyzzy",), "`kaigai tables` lists them"),
        (("names", "--format", "pdf"), "csv, json, parquet, xlsx"),
        (("names", "--as-of", "soon"), "neither a day nor an instant"),
        (("names", "--as-of", "1999-01-01"), "knew nothing yet"),
        (("names", "--out", "/nowhere/at/all.csv"), "/nowhere/at/all.csv cannot be written"),
    ],
)
def test_a_wrong_call_says_why(kaigai: Terminal, words: tuple[str, ...], said: str) -> None:
    done = kaigai("table", *words)
    assert done.status == 2
    assert said in done.error
    assert not done.out


def test_a_table_of_nothing_is_a_heading(kaigai: Terminal) -> None:
    assert rows(kaigai("table", "works").bytes) == [list(TABLES["works"].stored)]


def test_without_a_workspace_the_call_is_wrong(nowhere: Terminal) -> None:
    done = nowhere("table", "names", lang="ja")
    assert done.status == 2
    assert "kaigai read PATH" in done.error


def on_screen(*words: str, lang: str, workspace: Path) -> str:
    """What the program prints on a terminal."""
    ours, theirs = pty.openpty()
    environ = {**os.environ, "KAIGAI_LANG": lang, "KAIGAI_WORKSPACE": str(workspace)}
    kaigai = Path(sys.executable).with_name("kaigai")
    sized = {**environ, "COLUMNS": "80", "TERM": "dumb"}
    with subprocess.Popen([kaigai, *words], stdout=theirs, stderr=theirs, env=sized) as running:
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
        running.wait()
    os.close(ours)
    return b"".join(parts).decode()


def test_a_screen_shows_what_fits_and_says_what_does_not(audited: Path) -> None:
    seen = on_screen("table", "names", lang="ja", workspace=audited)
    assert "全13行のうち13行" in seen
    assert "表示していない列" in seen
    assert "次にすること" in seen
    assert "\ufeff" not in seen


def test_a_screen_gets_no_binary(audited: Path) -> None:
    seen = on_screen("table", "names", "--format", "xlsx", lang="en", workspace=audited)
    assert "add --out FILE" in seen


def test_a_closed_pipe_is_no_traceback(audited: Path) -> None:
    kaigai = Path(sys.executable).with_name("kaigai")
    line = f"{kaigai} table names --workspace {audited} | head -c 10"
    done = subprocess.run(["sh", "-c", line], capture_output=True)
    assert b"Traceback" not in done.stderr


def test_the_program_speaks_both_languages(audited: Path) -> None:
    assert "表と行数" in program("tables", "--help", KAIGAI_LANG="ja").out
    assert "how many rows" in program("tables", "--help", KAIGAI_LANG="en").out
    assert program("table", "names", "--workspace", str(audited)).status == 0
