"""Ranking markets on a real store: what is kept, what is not, and what is refused."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kaigai.desks.markets import actions
from kaigai.desks.markets.actions import MarketsError, rank
from kaigai.desks.markets.result import Ranking
from kaigai.facts.sql_cache import Remembered
from kaigai.facts.store import Facts
from kaigai.identity.find_artist import NoArtist
from kaigai.terms.territories import ISO

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
NEW = "artist-new"


def test_demand_holds_every_artist_and_territory(label: Facts, ranking: Ranking) -> None:
    kept = label.arrow("demand").to_pylist()
    assert len(kept) == 15 * len(ISO)
    one = {row["territory"]: row for row in kept if row["artist_id"] == "artist-02"}
    assert one["JP"]["rank"] is None
    assert not one["JP"]["is_recommended"]
    assert one["TW"]["expected_low"] < one["TW"]["expected"] < one["TW"]["expected_high"]
    assert one["RU"]["rank"] is None
    assert "sanctioned" in json.loads(one["RU"]["flags"])
    assert sorted(row["rank"] for row in one.values() if row["rank"])[:3] == [1, 2, 3]
    assert one["TW"]["last_day"] == date(2026, 10, 31)
    assert label.arrow("territories").num_rows == len(ISO)


def test_what_the_label_itself_keeps_shut_is_said(ranking: Ranking) -> None:
    market = next(m for m in ranking.markets["artist-01", "streams"] if m.territory == "TW")
    assert "closed" in market.flags
    assert not market.is_recommended
    assert market.reasons[0].kind == "closed"


def test_of_an_artist_never_played_the_order_is_told_and_the_plays_are_not(
    ranking: Ranking,
) -> None:
    markets = ranking.markets[NEW, "streams"]
    assert markets[0].rank == 1
    assert all(each.expected is None and each.latent is None for each in markets)


def test_one_artist_in_any_spelling_is_returned_and_not_kept(label: Facts) -> None:
    before = label.commit.number
    found = rank(label, at=AT, artist="band 02")
    assert found.artists == ("artist-02",)
    assert label.commit.number == before


def test_what_came_after_the_day_changes_nothing(label: Facts) -> None:
    found = rank(label, at=AT, artist="Band 02", as_of=date(2026, 9, 30))
    assert found.grounds["streams"].period == (date(2026, 8, 1), date(2026, 9, 30))
    with pytest.raises(MarketsError):
        rank(label, at=AT, as_of=date(2026, 8, 15))


def test_what_stands_in_the_tables_is_not_written_again(
    label: Facts, ranking: Ranking, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = label.commit.number
    assert rank(label, at=AT) == ranking
    for name in ("_known", "_models", "_labels"):  # as in another process
        monkeypatch.setattr(actions, name, Remembered(1))
    assert rank(label, at=AT) == ranking
    assert label.commit.number == before
    rank(label, at=AT, as_of=date(2026, 9, 30))
    assert label.commit.number == before + 1
    rank(label, at=AT)
    assert label.arrow("demand")["as_of"].unique().to_pylist() == [AT.date()]


def test_the_same_facts_are_worked_out_once_for_all_artists(
    label: Facts, ranking: Ranking, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank(label, at=AT)
    for name in ("gather", "models"):
        monkeypatch.setattr(actions, name, None)
    assert rank(label, at=AT) == ranking
    one = rank(label, at=AT, artist="Band 02")
    assert one.markets["artist-02", "streams"] == ranking.markets["artist-02", "streams"]
    with pytest.raises(TypeError):  # another day is another question
        rank(label, at=AT, as_of=date(2026, 10, 1))


def test_a_call_that_means_nothing_says_what_would(label: Facts, tmp_path: Path) -> None:
    with pytest.raises(NoArtist, match="Did you mean: Band 03"):
        rank(label, at=AT, artist="Bandd 03")
    with pytest.raises(MarketsError, match="nothing was reported by Napster;"):
        rank(label, at=AT, services=["Spotify", "Napster"])
    with pytest.raises(MarketsError, match="kaigai read"):
        rank(Facts.open(tmp_path / "new", create=True), at=AT)
