"""`kaigai report` writes one page and says where it is; before an audit it says what to do."""

from pathlib import Path

import pytest

from kaigai.facts.store import Facts
from tests.doors.calls import Terminal


@pytest.fixture
def kaigai(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small: Facts) -> Terminal:
    """`kaigai` in a folder of its own, asking the small label."""
    monkeypatch.chdir(tmp_path)
    return Terminal(monkeypatch, small.root)


def test_it_writes_report_html_where_no_file_is_named(kaigai: Terminal) -> None:
    done = kaigai("report")
    assert (done.status, done.error) == (0, "")
    assert "report.html: written" in done.out
    for step in ("report.html  look at it", "kaigai todo", "kaigai findings"):
        assert step in done.out
    assert "<h1>" in Path("report.html").read_text(encoding="utf-8")


def test_a_name_a_file_and_a_language_are_taken(kaigai: Terminal) -> None:
    done = kaigai("report", "--label", "波", "--out", "x.html", lang="ja")
    assert done.status == 0
    html = Path("x.html").read_text(encoding="utf-8")
    assert "<h1>波</h1>" in html
    assert '<html lang="ja">' in html
    assert not Path("report.html").exists()


def test_it_can_be_pasted_into_a_mail(kaigai: Terminal) -> None:
    assert kaigai("report", "--out", "x.md").status == 0
    assert Path("x.md").read_text(encoding="utf-8").startswith("# ")


def test_before_an_audit_it_says_what_to_do(kaigai: Terminal, tmp_path: Path) -> None:
    Facts.open(tmp_path / "empty", create=True)
    done = kaigai("report", "--workspace", str(tmp_path / "empty"), lang="ja")
    assert done.status == 2
    assert "kaigai audit" in done.error
    assert not Path("report.html").exists()
