"""`kaigai markets backtest` on a real store: figures, what is passed over, and what is wrong."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

import kaigai
from kaigai.cli import terminal
from kaigai.cli.main import app
from kaigai.desks.markets.backtest import actions
from kaigai.desks.markets.backtest.actions import BacktestError, Backtests, backtest
from kaigai.desks.markets.backtest.run import MODEL
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from kaigai.terms.section import Section
from tests.desks.markets.small_panel import DAY, made_up

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
    sections: list[Section] = done.sections
    first = next(iter(sections[0].cells("ja")))
    assert first[0] == "Kaigaiのモデル"
    rows = done.table.filter(
        pc.and_(pc.equal(done.table["method"], MODEL), pc.equal(done.table["group"], "all"))
    )
    shown = [cell.split(" ")[0] for cell in first[1:5]]
    assert shown == [f"{value:.3f}" for value in rows["value"].to_pylist()]
    assert isinstance(done.table, pa.Table)
    assert "90 %" in (sections[0].note.en if sections[0].note else "")


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


def test_terminal_and_notebook_show_the_same_and_write_a_page(
    workspace: Path,
    done: Backtests,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(terminal, "LANGUAGE", "en")
    monkeypatch.setattr(actions, "backtest", lambda *_, **__: done)  # it takes a while
    out = tmp_path / "backtest.html"
    call = ["markets", "backtest", "--cutoff", str(CUTOFF), "--out", str(out)]
    with pytest.raises(SystemExit) as ended:
        app()([*call, "--workspace", str(workspace)])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    space = kaigai.open(workspace, language="en")
    seen = space.backtest(CUTOFF)
    for row in seen.sections[0].cells("en"):
        assert row[1].split()[0] in printed  # a narrow screen breaks the cell
    html = space.backtest_page(seen).html
    assert row[1] in html
    assert row[1] in out.read_text(encoding="utf-8")
