"""A page escapes what it is told, loads nothing, and shows sections and pictures in order."""

from datetime import UTC, datetime

import pytest

from kaigai.pictures.page import Picture, build
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text

AT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
BLOCKS = (
    Picture(Text("Map", "地図"), "<svg><title>W</title></svg>", source=Text("plays.csv", "再生")),
    Section(
        Text("Shares", "比率"),
        (Text("artist", "アーティスト"), Text("abroad", "海外")),
        (("<b>波止場</b>", 1234), ("Lighthouse", None)),
        right=(1,),
        note=Text("plays & views", "再生と視聴"),
    ),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("Map", "Shares", "abroad")), ("ja", ("地図", "比率", "海外"))],
)
def test_blocks_stand_in_order_and_in_one_language(
    language: Language, said: tuple[str, ...]
) -> None:
    page = build(Text("Home", "本国"), BLOCKS, language=language, at=AT)
    assert f'<html lang="{language}">' in page
    body = page[page.index("<main>") :]
    places = [body.index(word) for word in said]
    assert places == sorted(places)
    assert "2026-11-01 09:30 UTC" in page


def test_cells_are_escaped_and_pictures_are_not() -> None:
    page = build(Text("<i>x</i>", "<i>x</i>"), BLOCKS, language="en")
    assert "<b>波止場</b>" not in page
    assert "&lt;b&gt;波止場" in page
    assert "<i>x</i>" not in page
    assert "<svg><title>W</title></svg>" in page
    assert "plays &amp; views" in page


def test_figures_stand_to_the_right_and_what_is_not_known_is_a_dash() -> None:
    page = build(Text("t", "題"), BLOCKS, language="en")
    assert '<td class="n">1,234</td>' in page
    assert '<td class="n">–</td>' in page


def test_a_page_loads_nothing() -> None:
    page = build(Text("t", "題"), BLOCKS, language="ja")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
