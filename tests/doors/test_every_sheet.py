"""Every sheet that is given out to be filled in, in every format: as it was it changes nothing,
and what was written into it is taken in once."""

import csv
import importlib
import io
import json
import pkgutil
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kaigai
import kaigai.desks
from kaigai.desks.captions.clearances import sheet as clearances
from kaigai.desks.measure import answer_sheet
from kaigai.desks.names import sheet as names
from kaigai.desks.review.actions import suggest
from kaigai.desks.review.cues import sheet as cues
from kaigai.desks.review.sheets import columns
from kaigai.desks.review.translation.pairs import TERMS
from kaigai.facts.form_file import SHEETS
from kaigai.facts.store import Facts
from kaigai.formats.sheets.form import Form
from kaigai.sources.actions import read
from tests.conftest import NOON
from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN, small_catalogue

CLIP = "WEBVTT\n\n00:01.000 --> 00:03.000\n夜明けの海\n\n00:04.000 --> 00:06.000\n海の歌\n"
FILES = {
    "artists.csv": "アーティスト名,英語表記,国\nLUNA,Luna Sea,日本\nLuna,Luna of Seoul,韓国\n",
    "spotify_daily.csv": "date,country,position,song,artist\n2026-05-01,PH,1,Moon,luna\n",
    "clear.csv": "作品ID,言語,用途,地域,許諾者,状態\n0071,英語,翻訳,アジア,港音楽,申請中\n",
}


@dataclass(frozen=True)
class Walk:
    """A sheet on its way: the calls, what is written where, and what is said when it is back.

    nothing   said of a sheet in which nothing was written
    cell      the heading that is filled in, and with what
    taken     said when that was taken in; `again`: when it comes once more
    """

    form: Form
    out: tuple[str, ...]
    back: tuple[str, ...]
    nothing: str
    cell: tuple[str, str]
    taken: str
    again: str
    more: tuple[str, ...] = ()


WALKS = {
    "names": Walk(
        names.FORM, ("names", DAWN), ("names", "import"), "names decided 0",
        ("latin", "=Yoake"), "=Yoake", "names decided 0",
    ),
    "reviews": Walk(
        columns.FORM, ("localise", "export"), ("localise", "import"), "left open",
        ("approved", "Yoake no Uta"), "approved in the reviewer's words", "decided already",
    ),
    "cues": Walk(
        cues.FORM, ("localise", "export", "--captions", "clip.ja.vtt"),
        ("localise", "import"), "There is no translation", ("translation", "-Sea\nat dawn"),
        "new in the memory", "1 cues", ("--captions", "clip.ja.vtt", "--out", "new.en.vtt"),
    ),
    "identities": Walk(
        answer_sheet.FORM, ("whose", "--doubtful"), ("whose", "import"),
        "0 answers taken in", ("answer", "はい"), "1 answers taken in", "0 not usable",
    ),
    "clearances": Walk(
        clearances.FORM, ("clearances",), ("clearances", "import"),
        "recorded already", ("status", "不許諾"), "refused", "recorded already",
    ),
    "glossary": Walk(
        TERMS, ("localise", "glossary", "list"),
        ("localise", "glossary", "import"), "1 terms", ("form", "@oshi"), "@oshi", "@oshi",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with something for every sheet."""
    folder = tmp_path_factory.mktemp("sheets")
    for name, content in FILES.items():
        (folder / name).write_text(content)
    facts = small_catalogue(folder / "label")
    suggest(facts, at=NOON)
    read(facts, paths=[folder / "artists.csv", folder / "spotify_daily.csv"], at=NOON)
    return folder


@pytest.fixture
def terminal(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`kaigai` in a copy of it."""
    shutil.copytree(full, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    Path("clip.ja.vtt").write_text(CLIP)
    made = Terminal(monkeypatch, tmp_path / "copy" / "label")
    made("clearances", "import", "clear.csv", "--by", "Aoi")
    made("localise", "glossary", "add", "推し", "--form", "bias", "--by", "Aoi")
    return made


def _decided(terminal: Terminal) -> dict[str, int]:
    """How many decisions there are of each kind."""
    facts = Facts.open(terminal.workspace)
    return {
        name: facts.arrow(name).num_rows
        for name in ("name_decisions", "reviews", "identity_answers", "clearances", "glossary")
    }


def _fill(sheet: Path, form: Form, column: str, text: str) -> None:
    """Write into the first row of a sheet, as its program does."""
    if sheet.suffix == ".json":
        rows = json.loads(sheet.read_text())
        rows[0][list(rows[0])[form.columns_of(list(rows[0]))[column]]] = text
        sheet.write_text(json.dumps(rows))
    elif sheet.suffix == ".csv":
        table = list(csv.reader(io.StringIO(sheet.read_text("utf-8-sig"), newline="")))
        table[1][form.columns_of(table[0])[column]] = text
        with sheet.open("w", encoding="cp932", errors="replace", newline="") as stream:
            csv.writer(stream).writerows(table)
    else:
        book = openpyxl.load_workbook(sheet)
        page = book.worksheets[0]
        place = form.columns_of([cell.value for cell in page[1]])[column]
        page.cell(2, place + 1).value = text
        page.cell(2, place + 1).data_type = "s"
        book.save(sheet)


def _said(out: str) -> str:
    return " ".join(out.split())


def test_every_form_is_walked() -> None:
    found = set()
    for each in pkgutil.walk_packages(kaigai.desks.__path__, "kaigai.desks."):
        held = vars(importlib.import_module(each.name)).values()
        found |= {id(value) for value in held if isinstance(value, Form)}
    assert found == {id(walk.form) for walk in WALKS.values()}


@pytest.mark.parametrize("ending", SHEETS)
@pytest.mark.parametrize("name", WALKS)
def test_a_sheet_goes_out_and_comes_back(name: str, ending: str, terminal: Terminal) -> None:
    walk, sheet = WALKS[name], f"sheet{ending}"
    assert terminal(*walk.out, "--out", sheet).status == 0
    back = (*walk.back, sheet, *walk.more, "--by", "Ken")

    before = _decided(terminal)
    same = terminal(*back)
    assert (same.status, walk.nothing in _said(same.out)) == (0, True), same.out + same.error
    assert _decided(terminal) == before

    _fill(Path(sheet), walk.form, *walk.cell)
    done = terminal(*back)
    assert (done.status, walk.taken in _said(done.out)) == (0, True), done.out + done.error
    after = _decided(terminal)
    assert name == "cues" or after != before
    again = terminal(*back)
    assert (again.status, walk.again in _said(again.out)) == (0, True), again.out + again.error
    assert name == "identities" or _decided(terminal) == after


@pytest.mark.parametrize("ending", SHEETS)
def test_a_notebook_saves_the_same_sheets(terminal: Terminal, ending: str) -> None:
    label: Any = kaigai.open(terminal.workspace, language="ja")
    given = {
        "names": label.names(DAWN),
        "identities": label.whose(doubtful=True),
        "clearances": label.clearances(),
        "glossary": label.localise_glossary_list(),
    }
    for name, answer in given.items():
        sheet = answer.to_file(f"{name}{ending}")
        lines = WALKS[name].form.lines(sheet.read_bytes(), sheet.name)
        assert lines, name
        assert name == "glossary" or all(line.given for line in lines)
