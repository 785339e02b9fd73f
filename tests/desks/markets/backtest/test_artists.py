"""Whose a chart's rows are: ties first, then credits, and nothing of the future."""

from datetime import date
from typing import Any

import ibis.expr.types as ir

from kaigai.desks.markets.backtest.artists import by_artist, homes_known, names_of
from kaigai.desks.markets.backtest.sightings import sighted
from tests.conftest import table

DAY = date(2026, 3, 1)
LATER = date(2026, 4, 1)


def rank(artist: str | None, title: str, code: str = "JP", day: date = DAY) -> dict[str, Any]:
    """A row of a chart."""
    return {
        "day": day, "service": "s", "measure": "rank", "territory": code, "quantity": 1.0,
        "title": title, "artist": artist,
    }  # fmt: skip


def tie(of: str, artist_id: str, credit: str | None, state: str = "tied") -> dict[str, Any]:
    """A row of identities."""
    return {"reported_id": of, "artist_id": artist_id, "credit": credit, "state": state}


def charted(*rows: dict[str, Any], **tables: ir.Table) -> set[tuple[str, str]]:
    """Title and artist of what `by_artist` says."""
    found = by_artist(table("usage", *rows), tables, until=DAY)
    told = found.select("title", "artist_id").to_pyarrow().to_pylist()
    return {(row["title"], row["artist_id"]) for row in told}


def test_two_spellings_that_are_tied_are_one_artist() -> None:
    reported = table(
        "reported",
        {"reported_id": "1", "title": "a", "artist": "米津玄師"},
        {"reported_id": "2", "title": "b", "artist": "Kenshi Yonezu"},
    )
    known = table("identities", tie("1", "p", "米津玄師"), tie("2", "p", "Kenshi Yonezu"))
    rows = (rank("米津玄師", "a"), rank("Kenshi Yonezu", "b", "TW"))
    assert charted(*rows, reported=reported, identities=known) == {("a", "p"), ("b", "p")}
    seen = sighted(
        by_artist(table("usage", *rows), {"reported": reported, "identities": known}), "s"
    )
    assert seen.columns == ("artist_id", "territory", "day", "weight")
    assert seen.to_pyarrow()["territory"].to_pylist() == ["JP", "TW"]


def test_doubts_and_artists_that_no_list_has_tie_nothing() -> None:
    reported = table("reported", {"reported_id": "1", "title": "a", "artist": "Ono"})
    for known in (tie("1", "p", "Ono", "doubt"), tie("1", "unlisted:JP", None)):
        found = charted(rank("Ono", "a"), reported=reported, identities=table("identities", known))
        assert found == {("a", "name:ono")}


def test_a_line_is_taken_apart_where_each_part_stands_alone() -> None:
    alone = (rank("A", "x"), rank("B", "y"))
    assert ("both", "name:a") in charted(*alone, rank("A & B", "both"))
    assert ("both", "name:b") in charted(*alone, rank("A & B", "both"))
    assert ("both", "name:ab") in charted(rank("A", "x"), rank("A & B", "both"))


def test_an_act_with_more_songs_than_its_parts_is_its_own() -> None:
    alone = (rank("King", "x"), rank("Prince", "y"))
    many = (rank("King & Prince", "1"), rank("King & Prince", "2"))
    found = charted(*alone, *many)
    assert {artist for title, artist in found if title in "12"} == {"name:kingprince"}


def test_a_pair_within_a_line_is_taken_apart_as_where_it_stands_alone() -> None:
    alone = (rank("A", "x"), rank("B", "y"), rank("C", "z"), rank("B & C", "pair"))
    found = charted(*alone, rank("A, B & C", "all"))
    assert {artist for title, artist in found if title == "all"} == {"name:a", "name:b", "name:c"}


def test_a_credit_is_one_artists() -> None:
    reported = table("reported", {"reported_id": "1", "title": "a", "artist": "Ono"})
    ties = [{**tie("1", "p", "Ono"), "score": 0.7}, {**tie("1", "q", "ONO"), "score": 0.9}]
    found = charted(rank("Ono", "a"), reported=reported, identities=table("identities", *ties))
    assert found == {("a", "q")}


def test_what_stands_alone_later_takes_nothing_apart() -> None:
    later = (rank("A", "x", day=LATER), rank("B", "y", day=LATER))
    assert ("both", "name:ab") in charted(rank("A & B", "both"), *later)


def test_the_rest_of_a_tied_line_counts_too_but_not_beside_a_code() -> None:
    reported = table("reported", {"reported_id": "1", "title": "both", "artist": "米津玄師 & B"})
    rows = (rank("B", "y"), rank("米津玄師 & B", "both"))
    named = table("identities", tie("1", "p", "米津玄師"))
    both = {artist for title, artist in charted(*rows, reported=reported, identities=named)
            if title == "both"}  # fmt: skip
    assert both == {"p", "name:b"}
    coded = table("identities", tie("1", "p", None))
    both = {artist for title, artist in charted(*rows, reported=reported, identities=coded)
            if title == "both"}  # fmt: skip
    assert both == {"p"}


def test_a_thing_without_an_artist_is_known_by_its_tie() -> None:
    reported = table("reported", {"reported_id": "1", "title": "a"})
    known = table("identities", tie("1", "p", None))
    assert charted(rank(None, "a"), reported=reported, identities=known) == {("a", "p")}


def test_names_and_homes_are_the_lists_where_there_are_some() -> None:
    artists = table(
        "artists",
        {"party_id": "p", "artist_id": "p", "artist": "米津玄師", "artist_latin": "Kenshi Yonezu",
         "home_territory": "US"},
    )  # fmt: skip
    reported = table("reported", {"reported_id": "1", "title": "うた", "artist": "米津玄師"})
    tables = {
        "artists": artists, "reported": reported,
        "identities": table("identities", tie("1", "p", "米津玄師")),
    }  # fmt: skip
    usage = table("usage", rank("米津玄師", "うた"), rank("うたい", "うたう"))
    rows = by_artist(usage, tables)
    called = names_of(rows, tables)
    assert (called["p"].en, called["name:うたい"].ja) == ("Kenshi Yonezu", "うたい")
    assert homes_known(rows, tables, "JP") == {"p": "US", "name:うたい": "JP"}
