"""Ranking markets on a real store, as the terminal and the notebook show it."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import kaigai
from kaigai.desks.markets.actions import MarketsError, rank
from kaigai.desks.markets.result import Ranking
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.terms.names import fold
from kaigai.terms.territories import ISO
from tests.desks.markets.small_plays import homes, usage_rows

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
NEW = "artist-new"


def _tables() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    artists = {**homes(), NEW: "JP"}
    origin = {"origin_id": "0a", "delivery_id": "0a"}
    delivery = {"delivery_id": "0a", "origin_id": "0a", "scope": "all", "kind": "full"}
    yield "deliveries", [{**delivery, "delivered_at": AT, "read_at": AT, "standing": 1}]
    yield (
        "parties",
        [{"party_id": each, "home_territory": home} | origin for each, home in artists.items()],
    )
    yield (
        "names",
        [
            {
                "subject_kind": "party", "subject_id": each, "text": f"Band {each[-2:]}",
                "role": "display", "script": "Latn", "key": fold(f"Band {each[-2:]}"),
            } | origin
            for each in artists
        ],
    )  # fmt: skip
    yield (
        "recordings",
        [{"recording_id": f"r-{each}", "party_id": each} | origin for each in artists],
    )
    yield "usage_monthly", [row | origin for row in usage_rows()]
    yield "reported", [{"reported_id": each, "artist": each} for each in artists]
    yield (
        "identities",
        [{"reported_id": each, "artist_id": each, "state": "tied"} for each in homes()],
    )
    closed = dict.fromkeys(TABLES["answers"].columns, 0)
    yield "answers", [closed | {"answer_id": 1}]
    yield (
        "availability",
        [
            {
                "subject_kind": "recording",
                "subject_id": "r-artist-01",
                "use": "stream",
                "answer_id": 1,
            }
        ],
    )


@pytest.fixture(scope="module")
def label(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A label of fifteen artists, of one of whom nothing was ever played."""
    facts = Facts.open(tmp_path_factory.mktemp("markets") / "workspace", create=True)
    with facts.writing() as writing:
        for name, rows in _tables():
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(rows, schema=schema)))
        writing.commit(at=AT, what="a label")
    return facts


@pytest.fixture(scope="module")
def ranking(label: Facts) -> Ranking:
    """The whole label ranked, and kept."""
    return rank(label, at=AT)


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
    assert market.is_recommended
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
    assert found.cells.played == (date(2026, 8, 1), date(2026, 9, 30))
    with pytest.raises(MarketsError):
        rank(label, at=AT, as_of=date(2026, 8, 15))


def test_a_call_that_means_nothing_says_what_would(label: Facts, tmp_path: Path) -> None:
    with pytest.raises(MarketsError, match="Did you mean: Band 03"):
        rank(label, at=AT, artist="Bandd 03")
    with pytest.raises(MarketsError, match="streams, views, weight"):
        rank(label, at=AT, measure="hours")
    with pytest.raises(MarketsError, match="nothing was reported by Napster"):
        rank(label, at=AT, services=["Napster"])
    with pytest.raises(MarketsError, match="kaigai read"):
        rank(Facts.open(tmp_path / "new", create=True), at=AT)


def test_the_terminal_and_the_notebook_show_the_same(
    label: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer.testing import CliRunner

    from kaigai.cli import main, terminal

    monkeypatch.setattr(terminal, "LANGUAGE", "en")
    monkeypatch.setattr(terminal, "PLAIN_WIDTH", 220)
    arguments = ["markets", "Band 02", "--as-of", "2026-11-02", "--workspace", str(label.root)]
    told = CliRunner().invoke(main.app(), arguments)
    assert told.exit_code == 0, told.output
    seen = kaigai.open(label.root).markets("Band 02", as_of="2026-11-02")
    for row in seen.sections[0].cells("en"):
        for text in row[:-1]:
            assert text in told.output
    assert "What now?" in told.output


def test_files_are_written_by_their_endings(label: Facts, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from kaigai.cli import main

    out = tmp_path / "m.csv"
    arguments = ["markets", "--as-of", "2026-11-02", "--workspace", str(label.root)]
    told = CliRunner().invoke(main.app(), [*arguments, "--out", str(out)])
    assert told.exit_code == 0, told.output
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_page_has_a_map_and_bars(ranking: Ranking, monkeypatch: pytest.MonkeyPatch) -> None:
    from kaigai.desks.markets import pictured

    monkeypatch.setattr(pictured, "MULTIPLES", 2)
    html = pictured.page(ranking, "ja", AT)
    assert html.count("<svg") >= 5
    assert "潜在需要の世界地図" in html
    assert pictured.picture(ranking, "en", "svg").startswith(b"<svg")
