"""A section as HTML has its words, and nothing in it is taken for markup."""

from kaigai.terms.section import Section
from kaigai.terms.section_html import section_html
from kaigai.terms.text import Text

NAME = Text("<name>", "<名前>")


def test_words_are_escaped_and_figures_stand_to_the_right() -> None:
    html = section_html(Section(NAME, (NAME, NAME), (("<b>", 1234),), (1,), NAME), "ja")
    assert "<b>" not in html
    assert html.startswith("<h4>&lt;名前&gt;</h4>")
    assert '<td style="text-align:left">&lt;b&gt;</td>' in html
    assert '<td style="text-align:right">1,234</td>' in html
    assert html.endswith("<p>&lt;名前&gt;</p>")


def test_no_rows_make_no_table_and_no_titles_no_heads() -> None:
    blank = Text("", "")
    assert "<table>" not in section_html(Section(NAME, (NAME,)), "en")
    assert "<th>" not in section_html(Section(NAME, (blank,), (("a",),)), "en")
