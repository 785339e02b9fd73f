"""What markets are ranked by, gathered on both engines: cells, charts by artist, homes."""

from datetime import date
from typing import Any

import pytest

from kaigai.desks.markets.backtest.sightings import homes, services, sighted
from kaigai.desks.markets.closures import shut
from kaigai.terms.territories import ISO, mask_of
from tests.conftest import table
from tests.desks.markets import test_demand_cells as made
from tests.desks.markets.backtest.test_artists import charted, rank, tie

pytestmark = pytest.mark.usefixtures("engine")

DAY = date(2026, 3, 1)


def test_cells_of_plays_and_of_charts() -> None:
    ranked = {"measure": "rank", "length": "day"}
    found = made._made(
        made._row("r3", "JP", 50.0),
        made._row("r3", "JP", 45.0, reporter="distrokid"),
        made._row("r1", "JP", 10.0),
        made._row("r3", "TW", 900.0, month=date(2026, 11, 1)),
        made._row("r3", "TW", None, weight=1.0, **ranked),
        made._row("r1", "TW", None, weight=3.0, **ranked),
    )
    plays = made._plays(found)
    assert plays == {
        ("isni:1", "JP"): pytest.approx(50.0),
        ("name:kanata", "JP"): pytest.approx(10.0),
    }
    shares = {artist: share for artist, _, share in found.shares.iter_rows()}
    assert shares == {"isni:1": pytest.approx(0.25), "name:kanata": pytest.approx(0.75)}
    assert found.played == (date(2026, 10, 1), date(2026, 10, 31))


def test_charts_by_artist_with_evident_homes() -> None:
    rows = (rank("米津玄師", "さくら"), rank("Kenshi Yonezu", "b", "TW"), rank("Ono", "c", "US"))
    things = [
        {"reported_id": "1", "title": "さくら", "artist": "米津玄師"},
        {"reported_id": "2", "title": "b", "artist": "Kenshi Yonezu"},
    ]
    known: dict[str, Any] = {
        "reported": table("reported", *things),
        "identities": table(
            "identities", tie("1", "p", "米津玄師"), tie("2", "p", "Kenshi Yonezu")
        ),
    }
    assert charted(*rows, **known) == {("さくら", "p"), ("b", "p"), ("c", "name:ono")}
    usage = table("usage", *rows).cache()
    seen = sighted(usage, "s").to_pyarrow().to_pylist()
    assert [(row["artist_id"], row["territory"], row["weight"]) for row in seen] == [
        ("Kenshi Yonezu", "TW", 1.0),
        ("Ono", "US", 1.0),
        ("米津玄師", "JP", 1.0),
    ]
    (home,) = homes(usage).to_pyarrow().to_pylist()
    assert (home["artist_id"], home["home"]) == ("米津玄師", "JP")
    (service,) = services(usage).to_pyarrow().to_pylist()
    span = {"first": DAY, "last": DAY, "days": 1}
    assert service == {"service": "s", **span, "territories": 3, "rows": 3}


def test_what_is_shut_over_all_services() -> None:
    here, there = mask_of(["JP"]), mask_of(set(ISO) - {"JP", "CN"})
    opened = [{f"open{n}": word for n, word in enumerate(mask)} for mask in (here, there)]
    closed = {f"unknown{n}": 0 for n in range(4)}
    tables = {
        "answers": table(
            "answers", *({"answer_id": n, **closed, **each} for n, each in enumerate(opened))
        ),
        "availability": table(
            "availability",
            *(
                {"subject_kind": "recording", "subject_id": song, "use": "stream", "answer_id": n}
                for song, n in (("r1", 0), ("r1", 1), ("r2", 0))
            ),
        ),
        "recordings": table(
            "recordings", *({"recording_id": each, "party_id": "p"} for each in ("r1", "r2"))
        ),
        "artists": table("artists", {"party_id": "p", "artist_id": "x"}),
    }
    found = shut(tables)["x"]
    assert (found["CN"].closed, found["CN"].of) == (2, 2)
    assert (found["US"].closed, found["US"].of) == (1, 2)
    assert "JP" not in found
