"""Whose plays are whose is made anew by an import, and only where plays are known."""

from datetime import UTC, datetime
from pathlib import Path

from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from kaigai.sources.ties import ties

AT = datetime(2026, 6, 1, tzinfo=UTC)


def test_plays_are_tied_by_the_import_that_brings_them(tmp_path: Path) -> None:
    artists, plays = tmp_path / "artists.csv", tmp_path / "plays.csv"
    artists.write_text("アーティスト名,国\n青い灯,日本\n", encoding="utf-8")
    plays.write_text(
        "month,service,territory,title,artist,streams\n2026-05,Umi,JP,しおさい,青い灯,5\n",
        encoding="utf-8",
    )
    facts = Facts.open(tmp_path / "workspace", create=True)
    read(facts, paths=[artists], at=AT)
    assert "identities" not in facts
    read(facts, paths=[plays], at=AT)
    (row,) = facts.arrow("identities").to_pylist()
    assert (row["artist_id"], row["state"]) == ("name:青い灯", "tied")
    assert ties(facts, {"deals"}) == {}
