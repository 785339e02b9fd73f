"""Lines of an answer: which groups there are, the largest of them, and where they are heard."""

from datetime import date
from typing import Any

import ibis.expr.types as ir
import pytest

from kaigai.desks.measure.share_query import Share, Wanted, by_month, calendar, days_of, shares
from kaigai.facts.masks import named
from kaigai.terms.territories import mask_of
from tests.conftest import table

MONTHS = [date(2026, 4, 1), date(2026, 5, 1)]


def row(artist: str, home: float | None, overseas: float, *heard: str, **other: Any) -> Any:
    """A month of an artist from Japan, heard in these territories abroad."""
    return {
        "artist_id": artist,
        "home_territory": "JP",
        "month": MONTHS[0],
        "service": "Spotify",
        "chart": "",
        "measure": "streams",
        "currency": "",
        "home": home,
        "overseas": overseas,
        "home_part": home,
        "overseas_part": overseas,
        **named("abroad", mask_of(heard)),
        "n_days": 30,
        "month_days": 30,
        "first_day": MONTHS[0],
        "last_day": MONTHS[0],
        "source": "a list",
        "n_sources": 1,
        "differs": 0.0,
        **other,
    }


ROWS = (
    row("nami", 50, 5, "US", "FR"),
    row("nami", 60, 5, "US", "BR", month=MONTHS[1], source="another"),
    row("haru", 90, 20, "KR"),
    row("maki", None, 300, "US"),
    row("sora", 1, 0),
    row("haru", 7, 9, "TW", service=None),
    row("sora", 8, 9, "TW", service=None),
    row("unlisted:JP", 900, 1, "US"),
)


def answered(**wanted: Any) -> list[Share]:
    """The lines of ROWS."""
    asked = Wanted(**wanted)
    tables: dict[str, ir.Table] = {"export_share": table("export_share", *ROWS)}
    days = days_of(calendar(tables, asked).to_pyarrow().to_pylist())
    return shares(by_month(tables, asked).to_pyarrow().to_pylist(), days)


def test_months_are_added_and_territories_counted_once() -> None:
    found = {(each.group, each.service): each for each in answered()}
    nami = found["nami", "Spotify"]
    assert (nami.home, nami.overseas, nami.months, nami.n_territories) == (110, 10, 2, 3)
    assert nami.source == "several"
    assert found["maki", "Spotify"].without_home == 1
    assert not any(group.startswith("unlisted") for group, _ in found)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_largest_are_those_of_the_whole(most: int) -> None:
    whole = answered()
    wanted = [
        each
        for series in (("Spotify", "", "streams", ""), ("", "", "streams", ""))
        for each in [line for line in whole if line.series == series][:most]
    ]
    assert {(each.group, each.service) for each in answered(most=most)} == {
        (each.group, each.service) for each in wanted
    }


def test_by_home_those_not_listed_count_too() -> None:
    (spotify, unnamed) = answered(by="home")
    assert (spotify.group, spotify.home, spotify.overseas) == ("JP", 1101, 31)
    assert (spotify.n_territories, spotify.n_artists) == (4, 5)
    assert (unnamed.home, unnamed.overseas) == (15, 18)
