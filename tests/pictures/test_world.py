"""A world map colours what it is told, hatches the rest, and can be a file of its own."""

import json
from typing import Any

import altair as alt

from kaigai.pictures.drawing import standalone
from kaigai.pictures.world import world_map


def drawn(told: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A map of the world as Vega-Lite."""
    content: dict[str, Any] = world_map(told, home="KR", language="ja").to_dict(validate=False)
    return content


def test_a_territory_has_its_step_and_words_and_others_are_not_known() -> None:
    shapes = json.loads(
        drawn({"TW": {"step": "4", "told": "台湾"}})["layer"][0]["data"]["values"]
    )["objects"]["shapes"]["geometries"]
    by_id = {shape["id"]: shape["properties"] for shape in shapes}
    assert by_id["158"] == {"step": "4", "told": "台湾"}
    assert by_id["392"] == {"step": "?", "told": ""}


def test_home_is_named() -> None:
    assert drawn({})["layer"][3]["data"]["values"][0]["name"] == "韓国"


def test_a_picture_can_be_a_file_of_its_own() -> None:
    chart = alt.layer(alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q"))
    assert standalone(chart, "png").startswith(b"\x89PNG")
    assert b"<svg" in standalone(chart, "svg")[:200]
