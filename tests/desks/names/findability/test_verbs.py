"""`kaigai findability` on a screen, as a page, and as rows."""

import json
from pathlib import Path

import pytest

from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Files are written into a folder of their own."""
    monkeypatch.chdir(tmp_path)


def test_the_screen_says_it_in_a_sentence_and_lists_the_worst(terminal: Terminal) -> None:
    done = terminal("findability", lang="ja")
    assert (done.status, done.error) == (0, "")
    assert "公開中の表記で見つかるのは" in done.out
    assert "見つけにくい録音" in done.out
    assert "  kaigai names " in done.out
    assert "kaigai audit --check unfindable" in done.out
    assert "kaigai findability --out findability.html" in done.out


def test_the_page_has_the_picture(terminal: Terminal) -> None:
    assert terminal("findability", "--out", "found.html", lang="ja").status == 0
    page = Path("found.html").read_text()
    assert "海外のファンは見つけられるか" in page
    assert page.count("<svg") >= 2  # for wide and for narrow screens
    assert "<script" not in page


def test_other_tools_get_all_recordings(terminal: Terminal) -> None:
    assert terminal("findability", "--limit", "1", "--out", "found.json").status == 0
    rows = json.loads(Path("found.json").read_text())
    assert len(rows) > 1
    assert next(row for row in rows if row["subject_id"] == DAWN)["hits_before"] == 0


def test_an_artist_is_found_in_any_spelling(terminal: Terminal) -> None:
    done = terminal("findability", "--artist", "よあけがくだん")
    assert done.status == 0
    unknown = terminal("findability", "--artist", "夜明け学団")
    assert (unknown.status, "夜明け楽団" in unknown.error) == (2, True)
