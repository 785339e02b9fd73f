"""`kaigai markets next` on a real store: sensible for one artist, alone on two charts."""

from datetime import UTC, date, datetime

import pytest

import kaigai
from kaigai.cli import terminal
from kaigai.cli.main import app
from kaigai.desks.markets.coming.actions import NextError, coming
from kaigai.facts.store import Facts
from kaigai.sources.actions import read

CHART = """date,country,rank,artist,title,platform
2026-05-20,JP,8,米津玄師,さよーならまたいつか！,YouTube
2026-06-01,JP,3,米津玄師,さよーならまたいつか！,YouTube
2026-06-08,JP,2,米津玄師,さよーならまたいつか！,YouTube
2026-06-08,TW,9,米津玄師,さよーならまたいつか！,YouTube
2026-06-08,MX,4,Natanael,Otra,YouTube
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A label of two artists, with a chart of two weeks."""
    folder = tmp_path_factory.mktemp("next")
    (folder / "chart.csv").write_text(CHART, encoding="utf-8")
    facts = Facts.open(folder / "workspace", create=True)
    read(facts, paths=[folder / "chart.csv"], at=datetime(2026, 11, 1, tzinfo=UTC))
    return facts


def test_a_label_of_two_artists_is_answered_on_the_first_day(facts: Facts) -> None:
    found = coming(facts, artist="米津玄師")
    assert (found.service, found.day, found.own) == ("YouTube", date(2026, 6, 8), False)
    assert found.reached == ("JP", "TW")
    first = [each.territory for each in found.territories[:6]]
    assert {"HK", "KR"} & set(first)
    place = {each.territory: at for at, each in enumerate(found.territories)}
    assert place["HK"] < place["AR"]
    mexican = coming(facts, artist="Natanael")
    place = {each.territory: at for at, each in enumerate(mexican.territories)}
    assert place["GT"] < place["HK"]


def test_chances_fall_and_reasons_are_said_in_both_languages(facts: Facts) -> None:
    found = coming(facts, artist="米津玄師")
    chances = [each.chance for each in found.territories]
    assert chances == sorted(chances, reverse=True)
    assert all(0 < chance < 1 for chance in chances)
    english, japanese = (list(found.section(5).cells(each)) for each in ("en", "ja"))
    assert len(english) == 5
    assert "Japan" in " ".join(row[2] for row in english)
    assert "日本" in " ".join(row[2] for row in japanese)
    assert found.table["territory"].to_pylist()[:5] == [
        each.territory for each in found.territories[:5]
    ]


def test_before_the_public_charts_end_nothing_of_them_is_used(facts: Facts) -> None:
    with pytest.raises(NextError, match="too little"):
        coming(facts, artist="米津玄師", day=date(2026, 5, 25))


def test_an_artist_on_no_chart_is_said(facts: Facts) -> None:
    with pytest.raises(NextError, match="did you mean Natanael") as raised:
        coming(facts, artist="Natanel")
    assert "もしかして" in raised.value.text.ja


def test_terminal_and_notebook_show_the_same(
    facts: Facts, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "LANGUAGE", "en")
    call = ["markets", "next", "Natanael", "--limit", "3", "--workspace", str(facts.root)]
    with pytest.raises(SystemExit) as ended:
        app()(call)
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    seen = kaigai.open(facts.root, language="en").next_markets("Natanael", limit=3)
    for row in seen.sections[0].cells("en"):
        assert row[0] in printed
        assert row[1] in printed


def test_a_length_of_time_that_is_none_is_said(
    facts: Facts, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["markets", "backtest", "--cutoff", "2026-06-01", "--horizon", "soon"]
    with pytest.raises(SystemExit) as ended:
        app()([*call, "--workspace", str(facts.root)])
    assert ended.value.code == terminal.WRONG
    assert "8w" in capsys.readouterr().err
