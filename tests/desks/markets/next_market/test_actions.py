"""`kaigai markets next` on a real store: sensible for one artist, alone on two charts."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import kaigai
from kaigai.desks.markets.next_market.actions import NextError, next_markets
from kaigai.desks.markets.next_market.sections import section, table
from kaigai.facts.store import Facts
from kaigai.identity.find_artist import NoArtist
from kaigai.sources.actions import read
from tests.doors.calls import Terminal

ARTISTS = "アーティスト名,英語表記,国\n米津玄師,Kenshi Yonezu,日本\n"
TIES = (
    "曲名,アーティスト,タイアップ,国・地域,開始日\n"
    "Lemon,Kenshi Yonezu,ドラマ「架空の裁き」主題歌,香港,2026-05-01\n"
    "Lemon,Kenshi Yonezu,ドラマ「架空の裁き」主題歌,韓国,2026-07-01\n"
)
CHART = """date,country,rank,artist,title,platform
2026-05-20,JP,8,米津玄師,さよーならまたいつか！,YouTube
2026-06-01,JP,3,米津玄師,さよーならまたいつか！,YouTube
2026-06-08,JP,2,米津玄師,さよーならまたいつか！,YouTube
2026-06-08,TW,9,Kenshi Yonezu,Lemon,YouTube
2026-06-08,MX,4,Natanael,Otra,YouTube
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A label of two artists, with a chart of two weeks."""
    folder = tmp_path_factory.mktemp("next")
    (folder / "chart.csv").write_text(CHART, encoding="utf-8")
    facts = Facts.open(folder / "workspace", create=True)
    (folder / "artists.csv").write_text(ARTISTS, encoding="utf-8")
    (folder / "ties.csv").write_text(TIES, encoding="utf-8")
    paths = [folder / name for name in ("chart.csv", "artists.csv", "ties.csv")]
    read(facts, paths=paths, at=datetime(2026, 11, 1, tzinfo=UTC))
    return facts


def test_a_label_of_two_artists_is_answered_on_the_first_day(facts: Facts) -> None:
    found = next_markets(facts, artist="米津玄師")
    assert (found.service, found.day, found.own) == ("YouTube", date(2026, 6, 8), False)
    assert found.reached == ("JP", "TW")
    first = [each.territory for each in found.territories[:6]]
    assert {"HK", "KR"} & set(first)
    place = {each.territory: at for at, each in enumerate(found.territories)}
    assert place["HK"] < place["AR"]
    mexican = next_markets(facts, artist="Natanael")
    place = {each.territory: at for at, each in enumerate(mexican.territories)}
    assert place["GT"] < place["HK"]


def test_two_spellings_are_one_artist_called_by_either(facts: Facts) -> None:
    found = next_markets(facts, artist="kenshi yonezu")
    assert (found.name.en, found.name.ja) == ("Kenshi Yonezu", "米津玄師")
    assert found == next_markets(facts, artist="米津玄師")
    assert (found.home, found.reached) == ("JP", ("JP", "TW"))


def test_a_tie_in_is_a_reason_from_its_first_day(facts: Facts) -> None:
    why = {
        each.territory: each.reasons for each in next_markets(facts, artist="米津玄師").territories
    }
    assert why["HK"][0].ja == (
        "曲「Lemon」がドラマ「架空の裁き」のテーマ曲(現地では2026年5月から)(確率には含まない)"
    )
    assert all("架空の裁き" not in each.ja for each in why["KR"])


def test_chances_fall_and_reasons_are_said_in_both_languages(facts: Facts) -> None:
    found = next_markets(facts, artist="米津玄師")
    chances = [each.chance for each in found.territories]
    assert chances == sorted(chances, reverse=True)
    assert all(0 < chance < 1 for chance in chances)
    english, japanese = (list(section(found, 5).cells(each)) for each in ("en", "ja"))
    assert len(english) == 5
    assert "Japan" in " ".join(row[2] for row in english)
    assert "日本" in " ".join(row[2] for row in japanese)
    rows = table(found)
    assert set(rows["artist"].to_pylist()) == {"米津玄師"}
    assert rows["territory"].to_pylist()[:5] == [each.territory for each in found.territories[:5]]


def test_before_the_public_charts_end_nothing_of_them_is_used(facts: Facts) -> None:
    with pytest.raises(NextError, match="too little"):
        next_markets(facts, artist="米津玄師", day=date(2026, 5, 25))


def test_an_artist_on_no_chart_is_said(facts: Facts) -> None:
    with pytest.raises(NoArtist, match="Did you mean: Natanael") as raised:
        next_markets(facts, artist="Natanel")
    assert "もしかして" in raised.value.text.ja


def test_a_service_that_was_not_read_is_said(facts: Facts) -> None:
    with pytest.raises(NextError, match="there are: YouTube"):
        next_markets(facts, artist="Natanael", service="Napster")


def test_every_door_shows_the_same(
    facts: Facts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    terminal = Terminal(monkeypatch, facts.root)
    printed = terminal("markets", "next", "Natanael", "--limit", "3").out
    seen = kaigai.open(facts.root).markets_next("Natanael", limit=3)
    assert len(seen.sections[0].rows) == 3
    for row in seen.sections[0].cells("en"):
        assert row[0] in printed
        assert row[1] in printed
    assert "kaigai markets Natanael" in printed
    out = tmp_path / "next.svg"
    assert terminal("markets", "next", "Natanael", "--out", str(out)).status == 0
    assert "Guatemala" in out.read_text(encoding="utf-8")
