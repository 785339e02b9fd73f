"""Makes `pages/worldmap/world.json`: Natural Earth's countries, simplified, by ISO numeric code.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    cd src/kaigai/pictures/worldmap
    python ../../../../tools/make_worldmap.py .../package/countries-50m.json world.json

Borders are simplified once and shared by their two countries, so that no gaps open between them.
"""

import heapq
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kaigai.terms.territory_codes import NUMERIC

Point = tuple[float, float]
Box = tuple[float, float, float, float]

TOLERANCE = 0.012  #: square degrees: a bend smaller than this is straightened
ISLET = 0.02  #: square degrees: an island smaller than this is left out
SMALL = 0.35  #: square degrees (about 4,300 square kilometres): smaller territories get a dot
STEPS = 7200  #: 0.05 degrees

#: Shapes without an ISO code that lie in the territory of one. Kosovo (XK) has no ISO code.
WITHIN = {"Somaliland": "SO", "N. Cyprus": "CY", "Kosovo": "XK"}
LEFT_OUT = ("Antarctica", "Siachen Glacier")

#: Parts that Natural Earth draws within another country: box as west, south, east, north.
PARTS: dict[str, tuple[str, Box]] = {
    "GF": ("France", (-55, 1, -51, 7)),
    "GP": ("France", (-62, 15.7, -60.9, 16.7)),
    "MQ": ("France", (-61.4, 14.2, -60.7, 15)),
    "RE": ("France", (54.5, -22, 56.5, -20)),
    "YT": ("France", (44.5, -13.5, 45.5, -12)),
    "SJ": ("Norway", (-10, 70.5, 40, 82)),
    "BV": ("Norway", (3, -55, 4, -54)),
    "BQ": ("Netherlands", (-69, 12, -62, 18)),
    "TK": ("New Zealand", (-173, -10, -171, -8)),
    "CX": ("Indian Ocean Ter.", (105, -11, 106, -10)),
    "CC": ("Indian Ocean Ter.", (96, -13, 97.5, -11)),
}
#: The Norwegian mainland reaches into the box of Svalbard.
MAINLAND = 20.0  #: square degrees

#: Territories that the 50m file does not draw: longitude, latitude.
PLACES: dict[str, Point] = {
    "BQ": (-68.26, 12.18),
    "BV": (3.36, -54.42),
    "CC": (96.87, -12.16),
    "CX": (105.63, -10.49),
    "GI": (-5.35, 36.14),
    "GP": (-61.55, 16.25),
    "MQ": (-61.02, 14.65),
    "RE": (55.54, -21.12),
    "TK": (-171.85, -9.2),
    "TV": (179.2, -8.52),
    "UM": (166.65, 19.3),
    "YT": (45.15, -12.83),
}


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs as degrees, from a quantised and delta-coded topology."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def _triangle(a: Point, b: Point, c: Point) -> float:
    """Area of a triangle in square degrees as they are at its latitude."""
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * math.cos(math.radians(b[1]))


def simplified(points: list[Point]) -> list[Point]:
    """A line without its small bends (Visvalingam): its ends stay where they are."""
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    area = [math.inf] * len(points)
    for i in range(1, len(points) - 1):
        area[i] = _triangle(points[i - 1], points[i], points[i + 1])
    heap = [(each, i) for i, each in enumerate(area) if each < math.inf]
    heapq.heapify(heap)
    gone: set[int] = set()
    least = 4 if points[0] == points[-1] else 2
    while heap and len(points) - len(gone) > least:
        value, i = heapq.heappop(heap)
        if i in gone or value != area[i]:
            continue
        if value > TOLERANCE:
            break
        gone.add(i)
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(points) - 1:
                new = _triangle(points[before[j]], points[j], points[after[j]])
                area[j] = max(new, value)
                heapq.heappush(heap, (area[j], j))
    return [point for i, point in enumerate(points) if i not in gone]


def ring(arcs: list[list[Point]], indexes: list[int]) -> list[Point]:
    """A closed line from its arcs; a negative index means the arc backwards."""
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return points


def area_of(points: list[Point]) -> float:
    """Area in square degrees as they are at the ring's latitude."""
    if len(points) < 3:
        return 0.0
    pairs = zip(points, points[1:] + points[:1], strict=True)
    double = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs))
    return double / 2 * math.cos(math.radians(middle(points)[1]))


def middle(points: list[Point]) -> Point:
    """The middle of a ring's box."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def owner(name: str, own: str, points: list[Point]) -> str:
    """The alpha-2 code of a polygon: its country's, or that of the part whose box it is in."""
    x, y = middle(points)
    for code, (country, (west, south, east, north)) in PARTS.items():
        inside = west <= x <= east and south <= y <= north
        if country == name and inside and area_of(points) < MAINLAND:
            return code
    return own


def polygons(topology: dict[str, Any]) -> Iterator[tuple[str, str, list[list[int]]]]:
    """Country name, its own alpha-2 code ("" for none) and the arcs of each of its polygons."""
    codes = {f"{number:03}": code for code, number in NUMERIC.items()}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name in LEFT_OUT:
            continue
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for part in parts:
            yield name, WITHIN.get(name) or codes.get(shape.get("id", ""), ""), part


def number_of(code: str) -> str:
    """The ISO numeric code as text; XK, which has none, stays as it is."""
    return f"{NUMERIC[code]:03}" if code in NUMERIC else code


def compact(arcs: list[list[Point]]) -> list[list[list[int]]]:
    """Arcs on a grid of STEPS columns, each point as a step from the one before."""
    result = []
    for arc in arcs:
        x = y = 0
        steps: list[list[int]] = []
        for lon, lat in arc:
            new_x, new_y = round((lon + 180) * STEPS / 360), round((lat + 90) * STEPS / 360)
            if not steps or (new_x, new_y) != (x, y):
                steps.append([new_x - x, new_y - y])
            x, y = new_x, new_y
        result.append(steps if len(steps) > 1 else [*steps, [0, 0]])
    return result


def make(topology: dict[str, Any]) -> dict[str, Any]:
    """The small topology: objects `countries` (shapes) and `places` (one point each)."""
    full = decoded(topology)
    shapes: dict[str, list[tuple[float, list[list[int]], Point]]] = {}
    for name, own, part in polygons(topology):
        outer = ring(full, part[0])
        code = owner(name, own, outer)
        if code:
            shapes.setdefault(code, []).append((area_of(outer), part, middle(outer)))
    countries, places = [], []
    used: dict[int, int] = {}
    for code, parts in sorted(shapes.items()):
        parts.sort(key=lambda each: -each[0])
        kept = [parts[0], *(each for each in parts[1:] if each[0] >= ISLET)]
        arcs = [[[_renumbered(i, used) for i in line] for line in part] for _, part, _ in kept]
        countries.append({"type": "MultiPolygon", "id": number_of(code), "arcs": arcs})
        small = sum(each[0] for each in parts) < SMALL
        places.append(_place(code, parts[0][2], small))
    missing = sorted(set(PLACES) - set(shapes))
    places += [_place(code, PLACES[code], True) for code in missing]
    numbered = sorted(used, key=lambda old: used[old])
    return {
        "type": "Topology",
        "transform": {"scale": [360 / STEPS, 360 / STEPS], "translate": [-180, -90]},
        "objects": {
            "countries": {"type": "GeometryCollection", "geometries": countries},
            "places": {"type": "GeometryCollection", "geometries": places},
        },
        "arcs": compact([simplified(full[old]) for old in numbered]),
    }


def _renumbered(index: int, used: dict[int, int]) -> int:
    old = index if index >= 0 else ~index
    new = used.setdefault(old, len(used))
    return new if index >= 0 else ~new


def _place(code: str, at: Point, small: bool) -> dict[str, Any]:
    grid = [round((at[0] + 180) * STEPS / 360), round((at[1] + 90) * STEPS / 360)]
    return {
        "type": "Point",
        "id": number_of(code),
        "coordinates": grid,
        "properties": {"small": small},
    }


def main() -> None:
    """Read the big file, write the small one, and say what is in it."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    world = make(json.loads(source.read_text()))
    target.write_text(json.dumps(world, separators=(",", ":")) + "\n")
    points = sum(map(len, world["arcs"]))
    placed = {place["id"] for place in world["objects"]["places"]["geometries"]}
    absent = sorted(code for code, number in NUMERIC.items() if f"{number:03}" not in placed)
    sys.stdout.write(f"{target.stat().st_size:,} bytes, {points:,} points, absent: {absent}\n")


if __name__ == "__main__":
    main()
