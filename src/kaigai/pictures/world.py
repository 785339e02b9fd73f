"""A world map of anything that is so much in each territory, and what charts share."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import altair as alt

from kaigai.pictures.ink import ACCENT, INK, PAPER, QUIET, UNKNOWN, WIDE
from kaigai.terms.territories import ISO, name_of, numeric_of
from kaigai.terms.text import Language


def world_map(
    told: Mapping[str, Mapping[str, str]], *, home: str, language: Language
) -> alt.LayerChart:
    """A map of the world with home in the middle, outlined.

    `told` gives for a territory (ISO 3166-1 alpha-2) its `step`: "0" to "5", a place in INK,
    "?" where nothing is known (hatched), "-" where there is nothing; and `told`: the words that
    hovering shows. Territories that are not given are not known.
    """
    by_id = {_id(code): words for code, words in told.items()}
    nothing = {"step": "?", "told": ""}
    dots = [
        {"lon": lon, "lat": lat, **by_id.get(_id(code), nothing)}
        for code, (lon, lat, small) in reversed(territory_places().items())
        if small
    ]
    lon, lat, _ = territory_places().get(home, (0.0, 0.0, False))
    # Geometry goes in as text: Altair would copy and check every number of it.
    shapes = alt.Data(
        values=_shapes(by_id), format=alt.TopoDataFormat(type="topojson", feature="shapes")
    )
    land = alt.Chart(shapes).mark_geoshape(stroke=PAPER, strokeWidth=0.6, strokeJoin="round")
    outline = alt.Chart(shapes).transform_filter(f"datum.id == '{_id(home)}'")
    name = [{"lon": lon, "lat": lat, "name": name_of(home, language)}]
    at_home = alt.Chart(alt.Data(values=name)).encode(longitude="lon:Q", latitude="lat:Q")
    layers = [
        land.encode(fill=ink("properties.step"), description="properties.told:N"),
        alt.Chart(alt.Data(values=dots))
        .mark_circle(size=28, opacity=1, stroke=PAPER, strokeWidth=0.7)
        .encode(longitude="lon:Q", latitude="lat:Q", fill=ink("step"), description="told:N"),
        outline.mark_geoshape(filled=False, stroke=ACCENT, strokeWidth=1.2, strokeJoin="round"),
        at_home.mark_text(
            align="left", dx=14, dy=1, fontSize=14, fontWeight=600, color=ACCENT
        ).encode(text="name:N"),
    ]
    # Japan in the middle, as maps at Japanese schools have it, when home lies in the east.
    turn = -155 if lon > 60 else -10
    drawing = alt.layer(*layers).project(
        "naturalEarth1", rotate=[turn, 0, 0], scale=175, translate=[480, 252]
    )
    return plain(drawing.properties(width=WIDE.width, height=450), 0)


def ink(name: str, colours: Sequence[str] = INK, unknown: str = UNKNOWN) -> alt.Fill | alt.Color:
    """The colour of a step ("0" to "5", "?" or "-") that the field `name` holds."""
    steps = [str(step) for step in range(len(colours))]
    nothing = "transparent" if unknown == UNKNOWN else QUIET
    scale = alt.Scale(domain=[*steps, "?", "-"], range=[*colours, unknown, nothing])
    kind = alt.Fill if colours is INK else alt.Color
    return kind(f"{name}:N", scale=scale, legend=None)


def plain(drawing: alt.LayerChart, padding: int | Mapping[str, int]) -> alt.LayerChart:
    """Without frame or background; as large as it says, whatever fonts are installed."""
    return drawing.properties(
        padding=padding, autosize=alt.AutoSizeParams(type="none"), background="transparent"
    ).configure_view(stroke=None)


@lru_cache(maxsize=1)
def territory_places() -> dict[str, tuple[float, float, bool]]:
    """Per alpha-2 code: longitude, latitude, and whether it is too small to see as a shape."""
    topology = _world()
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    codes = {_id(code): code for code in ISO}
    return {
        codes[place["id"]]: (
            place["coordinates"][0] * kx + dx,
            place["coordinates"][1] * ky + dy,
            place["properties"]["small"],
        )
        for place in topology["objects"]["places"]["geometries"]
        if place["id"] in codes
    }


@lru_cache(maxsize=1)
def _world() -> dict[str, Any]:
    path = files("kaigai.pictures") / "worldmap" / "world.json"
    return json.loads(path.read_text(encoding="utf-8"))


def _id(code: str) -> str:
    return f"{numeric_of(code):03}"


def _shapes(told: Mapping[str, Mapping[str, str]]) -> str:
    """The world as text, each shape with what it is coloured by.

    One without an ISO code is not known.
    """
    topology, nothing = _world(), {"step": "?", "told": ""}
    shapes = topology["objects"]["countries"]
    geometries = [
        {**shape, "properties": told.get(shape["id"], nothing)} for shape in shapes["geometries"]
    ]
    drawn = {**topology, "objects": {"shapes": {**shapes, "geometries": geometries}}}
    return json.dumps(drawn, ensure_ascii=False, separators=(",", ":"))
