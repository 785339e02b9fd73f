"""A notebook has the verbs of the terminal, and both show the same."""

import json
import subprocess
import sys
from pathlib import Path

import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa
import pytest

import kaigai
from kaigai.facts.export import export
from kaigai.facts.table import TABLES
from kaigai.facts.table_query import NoTable
from kaigai.findings.actions import AuditError
from kaigai.findings.check import CHECKS
from kaigai.findings.finding_query import NotUnderstood
from kaigai.notebook import Workspace
from kaigai.notebook.shown import Seen
from kaigai.terms.text import Language
from tests.doors.calls import Terminal
from tests.small_catalogue import ALBUM, CLIP, DAWN, DAY, SEA, small_catalogue


@pytest.fixture
def label(audited: Path) -> Workspace:
    """The audited workspace in a notebook."""
    return kaigai.open(audited)


def test_importing_kaigai_is_quick() -> None:
    code = "import sys, kaigai; print(sorted({'ibis', 'pyarrow', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert {"open", "Workspace"} <= set(dir(kaigai))
    with pytest.raises(AttributeError):
        kaigai.nothing  # noqa: B018


@pytest.mark.parametrize(
    ("what", "lang"),
    [
        (SEA, "ja"),
        (ALBUM, "en"),
        (CLIP, "ja"),
        ("yoake gakudan", "en"),
        ("catalogue.csv", "ja"),
        ("夜明け", "en"),
        (f"no-latin-title:{DAWN}", "ja"),
    ],
)
def test_terminal_and_notebook_show_the_same(
    monkeypatch: pytest.MonkeyPatch, audited: Path, what: str, lang: Language
) -> None:
    printed = Terminal(monkeypatch, audited)("show", what, lang=lang).out
    seen = kaigai.open(audited, language=lang).show(what)
    html = seen._repr_html_()
    assert seen.sections
    assert words(str(seen)) <= words(printed)
    for section in seen.sections:
        assert section.title.to(lang) in html
        for row in section.cells(lang):
            assert all(cell.split()[0] in printed for cell in row if cell.split())


def words(text: str) -> set[str]:
    """What is said, whatever stands between."""
    return set(text.split())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_findings_are_the_same_as_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, audited: Path, lang: Language, tmp_path: Path
) -> None:
    printed = Terminal(monkeypatch, audited)(
        "findings", "--format", "json", "--territory", "CN", "--artist", "Yoake Gakudan", lang=lang
    )
    rows = kaigai.open(audited, language=lang).findings(territory="CN", artist="夜明け楽団")
    rows.to_file(tmp_path / "findings.json")
    assert json.loads(printed.bytes) == json.loads((tmp_path / "findings.json").read_bytes())
    assert len(rows) >= 2


def test_an_audit_is_the_same_as_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    facts = small_catalogue(tmp_path / "a")
    small_catalogue(tmp_path / "b")
    given = ("--as-of", "2026-11-01", "--check", "no-isrc", "--check", "territory-hole")
    printed = Terminal(monkeypatch, facts.root)("audit", *given).out
    seen = kaigai.open(tmp_path / "b").audit(DAY, checks=["no-isrc", "territory-hole"])
    assert seen.result.new == 2
    assert words(str(seen)) <= words(printed)


def test_a_table_is_had_as_people_like_it(label: Workspace, tmp_path: Path) -> None:
    rows = label.table("names")
    assert isinstance(rows.pandas(), pd.DataFrame)
    assert isinstance(rows.arrow(), pa.Table)
    assert isinstance(rows.ibis(), ir.Table)
    assert len(rows) == len(rows.pandas()) == 13
    assert len(label.table("recordings", raw=True)) == 5
    assert len(label.table("findings", as_of="2026-10-31")) == 0
    assert len(label.table("audits", as_of=DAY)) == 1
    out = tmp_path / "names.csv"
    assert rows.to_file(out) == 13
    export(rows.ibis(), tmp_path / "again.csv", "csv")
    assert out.read_bytes() == (tmp_path / "again.csv").read_bytes()


def test_what_there_is(label: Workspace) -> None:
    assert {row[0] for row in label.tables.sections[0].rows} == set(TABLES)
    assert {row[0] for each in label.checks.sections for row in each.rows} == set(CHECKS)
    assert "ddex-ern" in str(label.readers)
    assert repr(label).startswith("kaigai.open(")


def test_a_result_is_a_page_and_nothing_in_it_is_markup(label: Workspace) -> None:
    html = label.table("names")._repr_html_()
    assert html.count("<tr>") == 14
    assert "13 / 13" in html
    named = Seen("<b>", label.tables.sections, "en")
    assert named._repr_html_().startswith("<h3>&lt;b&gt;</h3>")


def test_reading_says_what_became_of_each_file(tmp_path: Path) -> None:
    stray = tmp_path / "stray.bin"
    stray.write_bytes(b"\x00\x01\x02")
    label = kaigai.open(tmp_path / "new", language="ja")
    seen = label.read(stray)
    assert seen.result.count("refused") == 1
    assert "読めなかったもの" in str(seen)
    assert "stray.bin" in seen._repr_html_()


def test_a_report_is_the_page_of_the_terminal(label: Workspace, tmp_path: Path) -> None:
    page = label.report(tmp_path / "report.html", language="ja", label="港レコード")
    assert (tmp_path / "report.html").read_text() == page.html
    assert page.html.startswith("<!doctype html>")
    assert "港レコード" in page.html
    frame = page._repr_html_()
    assert frame.startswith("<iframe sandbox ")
    assert frame.count("<") == 2


def test_what_means_nothing_raises(label: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood):
        label.show("qqqqqqqq")
    with pytest.raises(NotUnderstood):
        label.findings(severity="hi")
    with pytest.raises(NoTable):
        label.table("qqq")
    with pytest.raises(ValueError, match="csv, json, parquet, xlsx"):
        label.table("names").to_file(tmp_path / "names.pdf")
    with pytest.raises(AuditError):
        kaigai.open(tmp_path / "empty").findings()
