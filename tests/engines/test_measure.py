"""Home and overseas, from what reports say to the lines of an answer, on both engines."""

from datetime import date
from typing import Any

import pytest

from kaigai.desks.measure.expansion import abroad_rows
from kaigai.desks.measure.export_share import export_share
from kaigai.desks.measure.labels import labels_of
from kaigai.desks.measure.reach import reach
from kaigai.desks.measure.share_query import Wanted
from kaigai.desks.measure.territories import by_territory
from kaigai.desks.measure.ties import by_credit, counts
from tests.conftest import table
from tests.desks.measure.test_reach import reported, ties, usage
from tests.desks.measure.test_share_query import answered

pytestmark = pytest.mark.usefixtures("engine")

MAY = date(2026, 5, 1)


def rows(found: Any) -> list[dict[str, Any]]:
    """Rows of an expression, as they come."""
    told: list[dict[str, Any]] = found.to_pyarrow().to_pylist()
    return told


def test_sources_are_settled_and_months_of_one_source_added_up() -> None:
    own = {"reporter": "spotify-for-artists"}
    other = {"reporter": "distrokid", "length": "month", "n_days": 1}
    told = usage(
        {"reported_id": "a", "territory": "JP", "quantity": 70, **own},
        {"reported_id": "a", "territory": "US", "quantity": 100, **own},
        {"reported_id": "b", "territory": "US", "quantity": 80, **other},
        {"reported_id": "a", "territory": "US", "quantity": 6, "month": MAY, **own},
        {"reported_id": "c", "territory": "US", "quantity": 4, "month": MAY, **own},
    )
    tied = ties(("a", "x", "r"), ("b", "x", "r"), ("c", "x", "r2"), ("c", "y", "r2"))
    reached = reach(told, reported("recording", "recording", "recording"), tied).cache()
    counted = {
        (row["artist_id"], row["month"].month, row["territory"]): (row["quantity"], row["part"])
        for row in rows(reached)
    }
    assert counted == {
        ("x", 4, "JP"): (70, 70),
        ("x", 4, "US"): (100, 100),
        ("x", 5, "US"): (10, 8),
        ("y", 5, "US"): (4, 2),
    }
    shared = {
        (row["artist_id"], row["month"].month): row for row in rows(export_share(reached, told))
    }
    april, may = shared["x", 4], shared["x", 5]
    assert (april["home"], april["overseas"], april["n_days"]) == (70, 100, 30)
    assert (april["n_sources"], round(april["differs"], 2)) == (2, 0.2)
    assert (may["home"], may["overseas"], may["overseas_part"]) == (None, 10, 8)
    (first, *_) = rows(by_territory({"reach": reached}, Wanted(by="territory")))
    assert (first["territory"], first["quantity"], first["is_home"]) == ("US", 110, False)
    abroad = rows(abroad_rows({"reach": reached}, Wanted()))
    assert {(row["territory"], row["month"].month): row["quantity"] for row in abroad} == {
        ("US", 4): 100,
        ("US", 5): 14,
    }


def test_lines_of_an_answer() -> None:
    found = {each.group: each for each in answered(by="artist") if each.service}
    assert (found["nami"].home, found["nami"].overseas) == (110, 10)
    assert (found["nami"].n_territories, found["nami"].source) == (3, "several")
    assert (found["maki"].home, found["maki"].overseas) == (None, 300)
    assert "unlisted:JP" not in found
    assert [each.group for each in answered(by="month") if each.service] == ["2026-04", "2026-05"]


def test_ties_are_counted_and_labels_found() -> None:
    tied = ties(("a", "x", "r"), ("b", "x", None))
    things = reported("recording", "text", "text")
    told = {(row["state"], row["things"]) for row in rows(counts(tied, things))}
    assert told == {("tied", 2), ("unknown", 1)}
    people = table("artists", {"party_id": "p", "artist_id": "x", "artist": "灯"})
    heard = usage({"reported_id": "a", "territory": "US", "quantity": 1})
    (line,) = rows(by_credit(tied, things, heard, people))
    assert (line["credit"], line["things"], line["territories"]) == ("灯", 2, 1)
    releases = table(
        "releases", *({"party_id": "p", "label": name} for name in ("Nami", "Oto", "Oto"))
    )
    labels = labels_of({"releases": releases, "artists": people})
    assert labels is not None
    assert rows(labels) == [{"artist_id": "x", "label": "Oto"}]
