"""A page escapes what it is told, loads nothing, and shows blocks in order."""

from typing import Any

import pytest

from kaigai.doors.page.markdown import markdown
from kaigai.doors.page.page import page, part, picture
from kaigai.terms.section import Mark, Section, Share
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import (
    Answer,
    Block,
    Card,
    Cards,
    Chart,
    Figure,
    Figures,
    Fold,
    Heading,
    Legend,
    Screen,
)
from tests.conftest import NOON


def bars(language: Language, screen: Screen) -> Any:
    """A chart whose words tell how it was asked for."""
    import altair as alt

    data = alt.Data(values=[{"name": f"{language} {screen}", "n": 1}])
    chart = alt.Chart(data).mark_bar().encode(x="n:Q", y="name:N", description="name:N")
    return alt.layer(chart)


def text(word: str) -> Text:
    """A word in both languages."""
    return Text(word, f"{word}の")


SECTION = Section(
    Text("Shares", "比率"),
    (Text("artist", "アーティスト"), Text("abroad", "海外"), Text("how much", "どれだけ")),
    (("<b>波止場</b>", 1234, Share(0.256)), ("Lighthouse", None, Share(None))),
    right=(1,),
    note=Text("plays & views", "再生と視聴"),
)
BLOCKS: tuple[Block, ...] = (
    Chart("map", Text("Map", "地図"), bars, Text("a <map>", "地図"),
          Text("plays.csv", "再生"), Legend((("high", Text("grave", "重大")),))),
    SECTION,
)  # fmt: skip
HEADED: tuple[Block, ...] = (
    Heading("one", Text("One", "一"), Text("lede & all", "前置き")),
    Figures(text("Key"), (Figure(text("label"), text("42"), text("of 50"), 0.84),
                          Figure(text("second"), text("?"), None, None, text("not read")))),
    Heading("two", Text("Two", "二"), leaf=True),
    Cards(text("Todo"), (Card(text("who"), text("what"), Mark("high", text("high")),
                              (text("3 songs"),), (text("for example"),), text("mend"),
                              text("metadata")),)),
    Heading("three", Text("Three", "三")),
    Fold(text("closed"), text("4 songs"), (Mark("low", text("low")),), (SECTION,)),
    Section(text("Folded"), (text("a"),), ((1,),), folded=True, kept=True),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("Map", "en wide", "en narrow", "Shares", "abroad")),
     ("ja", ("地図", "ja wide", "ja narrow", "比率", "海外"))],
)  # fmt: skip
def test_blocks_stand_in_order_and_in_one_language(
    language: Language, said: tuple[str, ...]
) -> None:
    html = page(Answer(Text("Home", "本国"), BLOCKS), language, NOON)
    assert f'<html lang="{language}">' in html
    body = html[html.index("<main") :]
    places = [body.index(word) for word in said]
    assert places == sorted(places)
    assert "2026-11-01 12:00 UTC" in html
    assert "<nav" not in html


def test_cells_are_escaped_and_pictures_are_not() -> None:
    html = page(Answer(Text("<i>x</i>", "<i>x</i>"), BLOCKS), "en", NOON)
    assert "<b>波止場</b>" not in html
    assert "&lt;b&gt;波止場" in html
    assert "<i>x</i>" not in html
    assert "a &lt;map&gt;</desc>" in html
    assert "plays &amp; views" in html


def test_figures_stand_to_the_right_shares_are_bars_and_the_unknown_is_a_dash() -> None:
    html = page(Answer(Text("t", "題"), (SECTION,)), "en", NOON)
    assert '<td class="n">1,234</td>' in html
    assert '<td class="n">–</td>' in html
    assert '<td class="n">26%</td><td class="bar"><i class="s4" style="width:25.6%">' in html
    assert '<i class="sx" style="width:100%">' in html
    assert '<th scope="col" colspan="2">how much</th>' in html


def test_headings_make_contents_and_every_kind_of_block_is_shown() -> None:
    html = page(Answer(Text("t", "題"), HEADED), "ja", NOON)
    assert [f'<a href="#{each}">' in html for each in ("one", "two", "three")] == [True] * 3
    assert '<section id="two" class="leaf">' in html
    for word in (
        "lede",
        "42の",
        "of 50の",
        "not readの",
        "whoの",
        "3 songsの",
        "mendの",
        "closedの",
    ):
        assert word.replace("lede", "前置き") in html
    assert '<details class="keep"><summary>Foldedの</summary>' in html
    assert '<span class="mark high">highの</span>' in html


def test_a_page_loads_nothing() -> None:
    html = page(Answer(Text("t", "題"), BLOCKS), "ja", NOON)
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org", "")


def test_a_part_looks_the_same_and_styles_nothing_else() -> None:
    html = part(Answer(Text("t", "題"), BLOCKS), "en")
    assert html.lstrip().startswith('<div class="kaigai"><style>@scope (.kaigai) {')
    assert ":root" not in html
    assert "&lt;b&gt;波止場" in html


def test_a_picture_alone_is_a_file() -> None:
    answer = Answer(Text("t", "題"), BLOCKS)
    assert picture(answer, "en", "svg").startswith(b"<svg")
    assert picture(answer, "en", "png").startswith(b"\x89PNG")
    assert picture(Answer(Text("t", "題"), (SECTION,)), "en", "svg") == b""


def test_markdown_has_everything_and_no_markup_of_what_it_was_told() -> None:
    told = markdown(Answer(Text("t", "題"), (*BLOCKS, *HEADED), lede=Text("a_b", "a_b")), "en")
    assert told.startswith("# t\n\na\\_b\n")
    assert "| \\<b\\>波止場\\</b\\> | 1,234 | 26% |" in told
    assert "| --- | ---: | --- |" in told
    assert "Picture: a \\<map\\>" in told
    for word in ("## One", "- label: 42 of 50", "- who · what", "### closed", "plays & views"):
        assert word in told
