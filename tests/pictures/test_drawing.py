"""Charts become SVG that stands in a page by itself: text stays text, and nothing is fetched."""

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from kaigai.findings.overview import charts
from kaigai.findings.overview.result import Cell, Place
from kaigai.pictures.drawing import svg
from kaigai.terms.territories import ISO

NAMESPACE = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def heat() -> str:
    """A small heat map with a name that is full of markup."""
    cells = [Cell("a", "x", 1, 2), Cell("a", "y", None, 2)]
    drawn = charts.heat(cells, {"a": "夜凪 <b>&\"'"}, {"x": "聴ける", "y": "伝わる"})
    return svg(drawn, id="heat", title="A & B", about="<about>")


@pytest.fixture(scope="module")
def world() -> str:
    """A map of the world."""
    places = [Place(code, 1, 0, 0) for code in ISO]
    return svg(charts.world(places, "JP", "ja"), id="map", title="地図", about="世界")


def test_is_well_formed_and_says_what_it_is(heat: str) -> None:
    root = ET.fromstring(heat)
    assert root.tag == f"{NAMESPACE}svg"
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "heat-title heat-about"
    assert root.findtext(f"{NAMESPACE}title") == "A & B"
    assert root.findtext(f"{NAMESPACE}desc") == "<about>"


def test_text_stays_text_in_the_font_of_the_page(heat: str) -> None:
    texts = {each.text for each in ET.fromstring(heat).iter(f"{NAMESPACE}text")}
    assert {"夜凪 <b>&\"'", "聴ける", "伝わる", "50%", "?"} <= texts
    assert "font-family" not in heat


def test_colours_are_named_so_that_the_page_can_turn_dark(heat: str, world: str) -> None:
    for drawn in (heat, world):
        assert not re.search(r'"#[0-9a-f]{3,6}"', drawn)
    assert 'fill="var(--ink2)"' in heat
    assert 'fill="url(#unknown)"' in heat


def test_shapes_have_names_to_hover(world: str) -> None:
    titles = {each.text for each in ET.fromstring(world).iter(f"{NAMESPACE}title")}
    assert {"香港：1録音中 100%", "日本：1録音中 100%"} <= titles
    assert "aria-roledescription" not in world


def test_nothing_in_it_is_fetched_and_its_ids_are_its_own(world: str) -> None:
    assert not re.search(r"href|https?://(?!www\.w3\.org/2000/svg)", world)
    assert set(re.findall(r'id="([^"]+)"', world)) >= {"map-title", "map-about"}
    assert all(name.startswith("map-") for name in re.findall(r'id="([^"]+)"', world))


def test_a_map_is_small(world: str) -> None:
    assert len(world.encode()) < 400_000


@pytest.mark.parametrize("sign", ["\0", "\b", "\f", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_no_character_ends_the_process_that_draws(sign: str) -> None:
    """In a process of its own, for the renderer takes the whole process along."""
    code = (
        "import sys\n"
        "from kaigai.findings.overview import charts\n"
        "from kaigai.findings.overview.result import Cell\n"
        "from kaigai.pictures.drawing import standalone, svg\n"
        f"name = '夜' + {sign!a} + '凪'\n"
        "drawn = charts.heat([Cell('a', name, 1, 2)], {'a': name}, {name: name})\n"
        "assert '夜凪' in svg(drawn, id='heat', title='a', about='b')\n"
        "assert standalone(drawn, 'svg')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
