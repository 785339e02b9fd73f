"""`kaigai markets` as a person calls it: any spelling, files, and wrong calls in words."""

import json
from pathlib import Path

import pytest

import kaigai
from kaigai.facts.store import Facts
from kaigai.terms.territories import ISO
from tests.doors.calls import Terminal

DAY = ("--as-of", "2026-11-02")


@pytest.fixture
def terminal(label: Facts, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`kaigai` in the label's workspace."""
    return Terminal(monkeypatch, label.root)


def test_one_artist_is_told_with_reasons_and_what_to_do(terminal: Terminal) -> None:
    called = terminal("markets", "band 02", *DAY)
    assert (called.status, called.error) == (0, "")
    assert "Where Band 02 would be heard" in called.out
    assert "kaigai findings --artist artist-02" in called.out
    same = terminal("markets", "artist", "artist-02", *DAY)
    assert same.out.split("What now?")[0] == called.out.split("What now?")[0]


def test_a_label_is_told_together_and_artist_by_artist(terminal: Terminal) -> None:
    said = terminal("markets", *DAY, "--limit", "3", lang="ja").out
    assert "全アーティスト合計の潜在需要" in said
    assert "アーティストごとの有望市場" in said
    assert "ほか12組" in said


def test_files_are_written_by_their_endings(terminal: Terminal, tmp_path: Path) -> None:
    page, table = tmp_path / "m.html", tmp_path / "m.csv"
    assert terminal("markets", "Band 02", *DAY, "--out", str(page)).status == 0
    assert page.read_text(encoding="utf-8").count("<svg") >= 3
    assert terminal("markets", "Band 02", *DAY, "--out", str(table)).status == 0
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = json.loads(terminal("markets", "Band 02", *DAY, "--json").out)
    assert {row["territory"] for row in rows} == set(ISO)


def test_the_notebook_holds_the_ranking_and_every_row(label: Facts) -> None:
    found = kaigai.open(label.root).markets("Band 02", as_of="2026-11-02", limit=2)
    assert found.result.artists == ("artist-02",)
    assert len(found.sections[0].rows) == 2
    assert len(found) == len(ISO)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("markets", "Bandd 03"), "Did you mean: Band 03"),
        (("markets", "--measure", "hours"), "streams, views, weight"),
        (("markets", "--service", "Napster"), "nothing was reported by Napster"),
        (("markets", "--as-of", "2026-08-15"), "--as-of"),
        (("markets", "--engine", "moon://"), "moon://"),
        (("markets", "next", "Band 02"), "kaigai read CHART"),
        (("markets", "next"), "ARTIST"),
        (("markets", "next", "Band 02", "--out", "next.txt"), ".html"),
        (("markets", "backtest"), "--cutoff"),
        (("markets", "backtest", "--cutoff", "2026-06-01", "--horizon", "soon"), "8w"),
        (("markets", "backtest", "--cutoff", "2026-06-01", "--draws", "-1"), "10000"),
    ],
)
def test_a_call_that_means_nothing_says_what_would(
    terminal: Terminal, words: tuple[str, ...], said: str
) -> None:
    called = terminal(*words)
    assert called.status == 2
    assert said in called.error
    assert terminal(*words, lang="ja").error != called.error
