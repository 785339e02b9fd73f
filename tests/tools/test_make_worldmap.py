"""The world's file is made without gaps: shared borders stay shared, every territory is there."""

import json
from pathlib import Path

import pytest
from tools.make_worldmap import area_of, compact, owner, simplified

from kaigai.terms.territories import ISO, numeric_of

WORLD = Path(__file__).parents[2] / "src/kaigai/pictures/worldmap/world.json"


def test_small_bends_go_and_ends_stay() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 2.0)]
    assert simplified(line) == [(0.0, 0.0), (2.0, 0.0), (3.0, 2.0)]


def test_a_ring_never_falls_below_a_triangle() -> None:
    ring = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
    assert len(simplified(ring)) == 4


def test_areas_are_in_degrees_of_their_latitude() -> None:
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    high = [(x, y + 60) for x, y in square]
    assert area_of(square) == pytest.approx(1, abs=0.01)
    assert area_of(high) == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    ("name", "own", "at", "code"),
    [
        ("France", "FR", (-53.0, 4.0), "GF"),
        ("France", "FR", (2.0, 47.0), "FR"),
        ("Norway", "NO", (16.0, 78.0), "SJ"),
        ("Indian Ocean Ter.", "", (105.6, -10.5), "CX"),
    ],
)
def test_parts_go_to_the_territory_they_are(
    name: str, own: str, at: tuple[float, float], code: str
) -> None:
    x, y = at
    ring = [(x - 0.1, y - 0.1), (x + 0.1, y - 0.1), (x + 0.1, y + 0.1), (x - 0.1, y + 0.1)]
    assert owner(name, own, ring) == code


def test_steps_on_the_grid() -> None:
    assert compact([[(-180.0, -90.0), (-179.95, -90.0), (-179.95, -89.9)]]) == [
        [[0, 0], [1, 0], [0, 2]]
    ]


def test_the_file_has_every_territory_but_antarctica() -> None:
    world = json.loads(WORLD.read_text(encoding="utf-8"))
    placed = {each["id"] for each in world["objects"]["places"]["geometries"]}
    assert {code for code in ISO if f"{numeric_of(code):03}" not in placed} == {"AQ"}
    assert WORLD.stat().st_size < 300_000
