"""`kaigai markets backtest` on a real store: figures, what is passed over, and what is wrong."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow.compute as pc
import pytest

import kaigai
from kaigai.desks.markets.backtest import actions
from kaigai.desks.markets.backtest.actions import BacktestError, backtest
from kaigai.desks.markets.backtest.result import MODEL, Backtests
from kaigai.desks.markets.backtest.sections import sections, table
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from tests.desks.markets.small_panel import DAY, made_up
from tests.doors.calls import Terminal

CUTOFF = DAY - timedelta(35)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace into which a made-up chart was read."""
    folder = tmp_path_factory.mktemp("backtest")
    charts = made_up()
    lines = ["date,country,rank,artist,title,platform"]
    for artist, place, day, weight in zip(
        charts.artist, charts.territory, charts.day, charts.weight, strict=True
    ):
        name = charts.artists[artist]
        title = "うた" if charts.territories[place] == "JP" else "Canción"
        code = charts.territories[place]
        rank = int(weight)
        lines.append(f"{date.fromordinal(int(day))},{code},{rank},{name},{title},spotify")
    (folder / "chart.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    root = folder / "workspace"
    facts = Facts.open(root, create=True)
    read(facts, paths=[folder / "chart.csv"], at=datetime(2026, 11, 1, tzinfo=UTC))
    return root


@pytest.fixture(scope="module")
def done(workspace: Path) -> Backtests:
    """The backtest of CUTOFF."""
    return backtest(Facts.open(workspace), cutoff=CUTOFF, horizon=28, draws=20)


def test_the_model_stands_beside_four_baselines_with_intervals(done: Backtests) -> None:
    (test,) = done.tests
    assert test.service == "Spotify"
    methods = [row.method for row in test.rows if row.group == "all"]
    assert methods == [MODEL, "co-occurrence", "knn", "logistic", "trees"]
    row = test.row(MODEL)
    assert row is not None
    assert row.figures[2].value > 0.8  # there is a rule in these charts
    assert all(each.low <= each.value <= each.high for each in row.figures)
    assert max(test.learned_from) + timedelta(28) <= CUTOFF


def test_artists_of_japan_are_a_group_of_their_own(done: Backtests) -> None:
    (test,) = done.tests
    whole, group = test.row(MODEL), test.row(MODEL, "jp-kr")
    assert whole is not None
    assert group is not None
    assert 0 < group.artists < whole.artists


def test_sections_and_table_say_the_same(done: Backtests) -> None:
    (test,) = done.tests
    first_section = sections(test)[0]
    first = next(iter(first_section.cells("ja")))
    assert first[0] == "Kaigaiのモデル"
    every = table(done.tests)
    rows = every.filter(pc.and_(pc.equal(every["method"], MODEL), pc.equal(every["group"], "all")))
    shown = [cell.split(" ")[0] for cell in first[1:5]]
    assert shown == [f"{value:.3f}" for value in rows["value"].to_pylist()]
    assert first_section.note
    assert "90 %" in first_section.note.en


def test_the_same_seed_gives_the_same_figures(workspace: Path, done: Backtests) -> None:
    again = backtest(Facts.open(workspace), cutoff=CUTOFF, horizon=28, draws=20)
    assert again == done


@pytest.mark.parametrize(
    ("cutoff", "service", "said"),
    [
        (DAY, (), "the cutoff can be from"),
        (CUTOFF, ("Apple Music",), "there are: Spotify"),
    ],
)
def test_what_cannot_be_asked_is_said(
    workspace: Path, cutoff: date, service: tuple[str, ...], said: str
) -> None:
    with pytest.raises(BacktestError, match=said) as raised:
        backtest(Facts.open(workspace), cutoff=cutoff, horizon=28, service=service)
    assert raised.value.text.ja


def test_nothing_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(BacktestError, match="kaigai read"):
        backtest(Facts.open(tmp_path / "new", create=True), cutoff=DAY, horizon=28)


def test_every_door_shows_the_same(
    workspace: Path, done: Backtests, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "backtest", lambda *_, **__: done)  # it takes a while
    out = tmp_path / "backtest.html"
    call = ("markets", "backtest", "--cutoff", str(CUTOFF))
    terminal = Terminal(monkeypatch, workspace)
    printed = terminal(*call).out
    assert "kaigai markets ARTIST" in printed
    assert terminal(*call, "--out", str(out)).status == 0
    seen = kaigai.open(workspace).markets_backtest(CUTOFF)
    for row in seen.sections[0].cells("en"):
        assert row[1] in printed
        assert row[1] in out.read_text(encoding="utf-8")
