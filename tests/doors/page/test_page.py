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
    Grounds,
    Heading,
    Legend,
    Screen,
    Step,
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
    assert '<th scope="row">Lighthouse</th>' in html
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


STEP = Step("share", Text("by service", "サービス別"), {"artist": "a & b"})
GROUNDS = Grounds(
    text("As of today"),
    (Figure(text("Files"), text("86"), note=text("2 refused")),),
    ((text("Period"), (text("May"), text("June"))), (text("Unknown"), ())),
    text("read again"),
)


def test_what_it_stands_on_is_in_the_head() -> None:
    answer = Answer(text("t"), (GROUNDS, SECTION), kicker=text("A report"))
    html = page(answer, "en", NOON)
    head, body = html.split("<main")
    for said in ('<p class="kicker">A report</p>', "As of today", "read again", "2 refused"):
        assert said in head
        assert said not in body.split("</main>")[0]
    assert "<strong>Period</strong><span>May</span><span>June</span>" in head
    assert "Unknown" not in head  # nothing is said of it
    assert "Made by Kaigai · t · As of today" in html
    assert "read again" in part(answer, "en")
    assert "As of today" in markdown(answer, "en")
    assert "- Period: May, June" in markdown(answer, "en")


def test_where_there_is_more_is_said_as_a_command() -> None:
    card = Card(text("who"), more=STEP)
    answer = Answer(text("t"), (Heading("one", text("One"), more=STEP), Cards(text("c"), (card,))))
    html = page(answer, "ja", NOON)
    assert html.count("サービス別: <code>kaigai share --artist &#39;a &amp; b&#39;</code>") == 2
    assert markdown(answer, "en").count("by service: `kaigai share --artist 'a & b'`") == 2


def test_a_list_that_is_a_picture_in_figures_is_closed_below_it() -> None:
    chart = Chart("c", text("Same"), bars, text("about"))
    listed = Section(text("Same"), (text("a"), text("b")), (("x", 1),), folded=True)
    other = Section(text("Other"), (text("a"),), (("y",),))
    html = page(Answer(text("t"), (chart, listed, other)), "en", NOON)
    assert "<summary>As a table</summary>" in html
    assert html.count("<h2>Same</h2>") == 1
    assert "<h2>Other</h2>" in html
    assert html.index("</figure>") < html.index("<details") < html.index("</section>")


def test_a_block_called_as_the_page_needs_no_heading() -> None:
    assert "<h2>" not in page(Answer(text("Shares"), (Section(text("Shares"), note=text("n")),)),
                              "en", NOON)  # fmt: skip


def test_what_can_be_opened_stands_together_below_headings_in_order() -> None:
    cards = Cards(text("findings"), (Card(text("what"), lines=(text("one"),)),), plain=True)
    folds = [Fold(text(name), text("songs"), (), (cards,)) for name in ("A", "B")]
    alone = page(Answer(text("t"), folds), "en", NOON)
    assert alone.count("<section") == 1
    assert alone.count("<h2>") == 2
    assert "<h3>what" in alone
    below = page(Answer(text("t"), (Heading("h", text("All")), *folds)), "en", NOON)
    assert "<h3>A</h3>" in below
    assert "<h4>what" in below


@pytest.mark.parametrize(
    ("value", "kind"), [("short", "reading facts"), ("long " * 30, "reading")]
)
def test_names_and_values_are_no_table(value: str, kind: str) -> None:
    pairs = Section(text("Facts"), (Text("", ""), Text("", "")), ((text("name"), text(value)),))
    html = page(Answer(text("t"), (pairs,)), "en", NOON)
    assert f'<dl class="{kind}">' in html
    assert "<dt>name</dt>" in html


def test_days_are_not_broken() -> None:
    rows = (("a", "2026-01-01 to 2026-02-01"), ("b", "2026-01-01"), ("c", "on 2026-01-01 we"))
    html = page(Answer(text("t"), (Section(text("s"), (text("x"), text("y")), rows),)), "en", NOON)
    assert html.count('<td class="day">') == 2


def test_a_small_drawing_is_not_blown_up() -> None:
    assert 'class="wide" style="max-width:' in page(Answer(text("t"), BLOCKS), "en", NOON)
