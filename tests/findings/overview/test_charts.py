"""Charts say what the tables say: every territory coloured, unknown hatched."""

import json
from typing import Any

import pytest

from kaigai.findings.overview import charts
from kaigai.findings.overview.result import Cell, Place
from kaigai.pictures.ink import INK, NARROW, UNKNOWN, WIDE
from kaigai.pictures.world import territory_places
from kaigai.terms.territories import ISO, numeric_of

PLACES = tuple(
    Place(code, *{"JP": (10, 0, 0), "SG": (0, 10, 0), "HK": (2, 0, 8)}.get(code, (5, 5, 0)))
    for code in ISO
)


def values(chart: dict[str, Any], layer: int = 0) -> list[dict[str, Any]]:
    """The inline rows of a layer."""
    data = chart["layer"][layer].get("data") or chart["data"]
    rows: list[dict[str, Any]] = data["values"]
    return rows


def world(home: str = "JP") -> dict[str, Any]:
    """The map as Vega-Lite."""
    drawn: dict[str, Any] = charts.world(PLACES, home, "en").to_dict(validate=False)
    return drawn


def test_the_map_has_every_territory_as_a_shape_or_a_dot() -> None:
    drawn = world()
    topology = json.loads(drawn["layer"][0]["data"]["values"])
    shapes = {shape["id"] for shape in topology["objects"]["shapes"]["geometries"]}
    dots = {row["told"].split(":")[0] for row in values(drawn, 1)}
    assert len(shapes & {f"{numeric_of(code):03}" for code in ISO}) == 244
    assert {"Singapore", "Hong Kong", "Gibraltar", "Tuvalu", "U.S. Outlying Islands"} <= dots
    assert {code for code in ISO if code not in territory_places()} == {"AQ"}


def test_the_map_tells_shares_and_what_is_not_known() -> None:
    told = {row["told"]: row["step"] for row in values(world(), 1)}
    assert told["Singapore: 0% of 10 recordings"] == "0"
    assert told["Hong Kong: not known"] == "?"


@pytest.mark.parametrize(("home", "turn"), [("JP", -155), ("KR", -155), ("GB", -10)])
def test_the_map_is_turned_so_that_home_is_no_edge(home: str, turn: int) -> None:
    assert world(home)["projection"]["rotate"] == [turn, 0, 0]


def heat(*cells: Cell, gaps: bool = False) -> list[dict[str, Any]]:
    """The cells of a heat map of one artist."""
    drawn = charts.heat(cells, {"a": "波止場"}, {"x": "X", "y": "Y"}, gaps=gaps)
    return values(drawn.to_dict(validate=False))


@pytest.mark.parametrize(
    ("cell", "gaps", "step", "shown"),
    [
        (Cell("a", "x", 3, 4), False, "3", "75%"),
        (Cell("a", "x", 3, 4), True, "1", "25%"),
        (Cell("a", "x", 0, 4), True, "5", "100%"),
        (Cell("a", "x", None, 4), True, "?", "?"),
        (Cell("a", "x", 0, 0), True, "-", "–"),
    ],
)
def test_a_cell_shows_its_share(cell: Cell, gaps: bool, step: str, shown: str) -> None:
    [row] = heat(cell, gaps=gaps)
    assert (row["step"], row["shown"]) == (step, shown)


def test_cells_of_artists_who_are_not_listed_are_left_out() -> None:
    assert heat(Cell("b", "x", 1, 1), Cell("a", "z", 1, 1)) == []


def test_unknown_is_drawn_in_its_own_colour() -> None:
    drawn = charts.heat([Cell("a", "x", None, 4)], {"a": "A"}, {"x": "X"}).to_dict(validate=False)
    scale = drawn["layer"][0]["encoding"]["fill"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True))["?"] == UNKNOWN
    assert UNKNOWN not in INK


def test_columns_without_room_are_slanted_on_narrow_screens() -> None:
    columns = {str(n): "Can be understood" for n in range(6)}
    slants = []
    for size in (WIDE, NARROW):
        drawn = charts.heat([Cell("a", "0", 1, 2)], {"a": "A"}, columns, size)
        axis = drawn.to_dict(validate=False)["layer"][0]["encoding"]["x"]["axis"]
        slants.append(axis["labelAngle"])
    assert slants == [0, -38]


def test_bars_are_stacked_from_the_gravest() -> None:
    counts = {"heard": {"low": 1, "high": 2}, "found": {"medium": 4}, "gone": {"high": 9}}
    drawn = charts.stacked(counts, {"heard": "聴ける", "found": "見つかる", "whole": "揃う"})
    rows = values(drawn.to_dict(validate=False))
    assert {(row["row"], row["severity"], row["place"]) for row in rows} == {
        ("heard", "high", 0),
        ("heard", "low", 2),
        ("found", "medium", 1),
    }
    totals = values(drawn.to_dict(validate=False), 1)
    assert [row["n"] for row in totals] == [3, 4]
