"""Overlapping sources are settled, never added up; home and overseas side by side."""

from datetime import date
from typing import Any

import ibis.expr.types as ir
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kaigai.desks.measure.export_share import export_share
from kaigai.desks.measure.reach import _of_artists, _of_things, _things, reach
from kaigai.desks.measure.sources import counted
from tests.conftest import table

APRIL = date(2026, 4, 1)


def usage(*rows: dict[str, Any]) -> ir.Table:
    """Rows of a day each, of streams on Spotify in April unless they say otherwise."""
    base = {
        "month": APRIL,
        "service": "Spotify",
        "measure": "streams",
        "length": "day",
        "n_days": 30,
        "first_day": APRIL,
        "last_day": date(2026, 4, 30),
    }
    return table("usage_monthly", *({**base, **row} for row in rows)).cache()


def reported(*kinds: str) -> ir.Table:
    """Things a, b, c … of these kinds."""
    return table(
        "reported",
        *({"reported_id": chr(97 + at), "subject_kind": kind} for at, kind in enumerate(kinds)),
    )


def ties(*rows: tuple[str, str, str | None]) -> ir.Table:
    """Ties of (reported id, artist, recording), all of artists of Japan."""
    return table(
        "identities",
        *(
            {
                "reported_id": thing,
                "artist_id": artist,
                "recording_id": recording,
                "home_territory": "JP",
                "state": "tied",
            }
            for thing, artist, recording in rows
        ),
    ).cache()


def one(rows: ir.Table) -> dict[str, Any]:
    (row,) = rows.to_pyarrow().to_pylist()
    return dict(row)


def test_a_distributor_is_not_added_to_the_service() -> None:
    rows = usage(
        {
            "reported_id": "a",
            "territory": "US",
            "reporter": "spotify-for-artists",
            "quantity": 100,
        },
        {
            "reported_id": "b",
            "territory": "US",
            "reporter": "distrokid",
            "quantity": 80,
            "length": "month",
            "n_days": 1,
        },
    )
    tied = ties(("a", "x", "r"), ("b", "x", "r"))
    row = one(reach(rows, reported("recording", "recording"), tied))
    assert (row["quantity"], row["source"]) == (100, "spotify-for-artists, day")
    assert (row["n_sources"], round(row["differs"], 2)) == (2, 0.2)


def test_of_two_lists_the_fuller_month_counts() -> None:
    rows = usage(
        {"reported_id": "a", "territory": "US", "quantity": 50, "n_days": 12},
        {"reported_id": "a", "territory": "US", "quantity": 90, "length": "month", "n_days": 1},
    )
    row = one(reach(rows, reported("recording"), ties(("a", "x", "r"))))
    assert (row["quantity"], row["n_days"]) == (90, 30)


def test_songs_are_added_and_an_artists_own_total_is_not() -> None:
    rows = usage(
        {"reported_id": "a", "territory": "US", "quantity": 30},
        {"reported_id": "b", "territory": "US", "quantity": 20},
        {"reported_id": "c", "territory": "US", "quantity": 60},
    )
    tied = ties(("a", "x", "r1"), ("b", "x", "r2"), ("c", "x", None))
    row = one(reach(rows, reported("recording", "recording", "artist"), tied))
    assert (row["quantity"], row["n_sources"]) == (60, 2)


def test_what_two_artists_share_is_whole_for_each_and_parted_in_sums() -> None:
    rows = usage({"reported_id": "a", "territory": "US", "quantity": 30})
    found = reach(rows, reported("recording"), ties(("a", "x", "r"), ("a", "y", "r")))
    told = found.select("quantity", "part").to_pyarrow().to_pylist()
    assert told == [{"quantity": 30, "part": 15}] * 2


def test_two_charts_of_a_service_stay_two() -> None:
    rank = {"reported_id": "a", "territory": "JP", "measure": "rank", "weight": 2.0}
    rows = usage({**rank, "chart": "daily"}, {**rank, "chart": "trending"})
    found = reach(rows, reported("text"), ties(("a", "x", None))).to_pyarrow().to_pylist()
    assert sorted((row["chart"], row["quantity"]) for row in found) == [
        ("daily", 2.0),
        ("trending", 2.0),
    ]


def test_doubts_and_listeners_do_not_count() -> None:
    rows = usage(
        {"reported_id": "a", "territory": "US", "quantity": 5, "measure": "listeners"},
        {"reported_id": "b", "territory": "US", "quantity": 5},
    )
    tied = ties(("a", "x", None), ("b", "x", None))
    tied = tied.mutate(state=(tied.reported_id == "b").ifelse("doubt", tied.state))
    assert reach(rows, reported("text", "text"), tied).count().to_pyarrow().as_py() == 0


def shared(*rows: dict[str, Any]) -> dict[str, Any]:
    """The one line of export_share for artist x."""
    told = usage(*({"reported_id": "a", **row} for row in rows))
    found = reach(told, reported("recording"), ties(("a", "x", "r")))
    return one(export_share(found, told))


def test_home_and_overseas() -> None:
    row = shared(
        {"territory": "JP", "quantity": 70},
        {"territory": "US", "quantity": 20},
        {"territory": "TW", "quantity": 10},
    )
    assert (row["home"], row["overseas"], row["n_territories"]) == (70, 30, 2)
    assert (row["n_days"], row["month_days"]) == (30, 30)


def test_home_is_unknown_where_no_source_covers_it() -> None:
    row = shared({"territory": "US", "quantity": 20})
    assert (row["home"], row["overseas"]) == (None, 20)


def test_the_world_counts_only_where_no_territory_does() -> None:
    left = shared({"territory": "JP", "quantity": 70}, {"territory": "WORLD", "quantity": 100})
    assert (left["home"], left["overseas"], left["unplaced"]) == (70, 30, 0)
    told = shared(
        {"territory": "JP", "quantity": 70},
        {"territory": "US", "quantity": 20},
        {"territory": "WORLD", "quantity": 100},
    )
    assert (told["overseas"], told["unplaced"]) == (20, 10)
    only = shared({"territory": "WORLD", "quantity": 100})
    assert (only["home"], only["overseas"]) == (None, None)


def test_money_keeps_its_currency() -> None:
    money = {"reported_id": "a", "territory": "US", "quantity": None, "measure": "streams"}
    rows = usage(
        {**money, "amount_millionths": 2_000_000, "currency": "USD"},
        {**money, "amount_millionths": 300_000_000, "currency": "JPY"},
    )
    found = reach(rows, reported("recording"), ties(("a", "x", "r"))).to_pyarrow().to_pylist()
    assert sorted((row["measure"], row["currency"], row["quantity"]) for row in found) == [
        ("amount", "JPY", 300_000_000),
        ("amount", "USD", 2_000_000),
    ]


def several_sources() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of three things on two services, by up to three reporters and two lengths."""
    row = st.fixed_dictionaries(
        {
            "reported_id": st.sampled_from("abc"),
            "territory": st.sampled_from(["JP", "US", "WORLD"]),
            "service": st.sampled_from(["Spotify", "LINE MUSIC", None]),
            "reporter": st.sampled_from(["spotify-for-artists", "distrokid", None]),
            "length": st.sampled_from(["day", "month"]),
            "month": st.sampled_from([APRIL, date(2026, 5, 1)]),
            "quantity": st.integers(1, 90).map(float),
        }
    )
    return st.lists(row, min_size=4, max_size=14)


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(several_sources())
def test_months_with_nothing_to_settle_add_up_to_the_same(rows: list[dict[str, Any]]) -> None:
    tied = ties(("a", "x", "r"), ("b", "x", "r2"), ("b", "y", "r2"), ("c", "x", None))
    kinds = reported("recording", "recording", "artist")
    settled = _of_artists(
        _of_things(counted(usage(*rows)).inner_join(_things(kinds, tied), "reported_id"))
    )

    def told(found: ir.Table) -> list[tuple[str, ...]]:
        columns = found.drop("part").to_pyarrow().to_pylist()
        return sorted(tuple(map(str, row.values())) for row in columns)

    assert told(reach(usage(*rows), kinds, tied)) == told(settled)
