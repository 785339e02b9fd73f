"""Protected words leave as marks and come back as themselves, whatever a service does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.desks.review.translation.glossary import Occurrence
from kaigai.desks.review.translation.placeholders import protect, restore
from kaigai.desks.review.translation.provider import Marks

MARKS: tuple[Marks, ...] = ("xml", "plain")
TEXT = "海の歌 & <夜>は海の歌"
TERMS = (
    Occurrence(0, 3, "海の歌", "Umi <no> Uta"),
    Occurrence(len(TEXT) - 3, len(TEXT), "海の歌", "Sea"),
)


@pytest.mark.parametrize("marks", MARKS)
def test_words_come_back(marks: Marks) -> None:
    sent = protect(TEXT, TERMS, marks)
    assert "海の歌" not in sent.text
    back = restore(sent.text, sent)
    assert (back.text, back.lost) == ("Umi <no> Uta & <夜>はSea", ())


def test_markup_is_escaped_and_the_word_is_in_sight() -> None:
    sent = protect(TEXT, TERMS, "xml")
    assert "&amp; &lt;夜&gt;" in sent.text
    assert '<x id="1" translate="no">Sea</x>' in sent.text


@pytest.mark.parametrize(
    ("reply", "text", "lost"),
    [
        ("⟦0⟧ & Night", "Umi <no> Uta & Night", ("Sea",)),
        ("⟦ 1 ⟧, ⟦0⟧", "Sea, Umi <no> Uta", ()),
        ("⟦0⟧⟦0⟧ ⟦1⟧", "Umi <no> UtaUmi <no> Uta Sea", ("Umi <no> Uta",)),
        ("⟦7⟧ ⟦0 Sea ⟦1⟧", "Sea Sea", ("Umi <no> Uta",)),
        ("", "", ("Umi <no> Uta", "Sea")),
    ],
)
def test_marks_that_a_service_lost_are_told(reply: str, text: str, lost: tuple[str, ...]) -> None:
    back = restore(reply, protect(TEXT, TERMS, "plain"))
    assert " ".join(back.text.split()) == text
    assert back.lost == lost


@pytest.mark.parametrize("reply", ['<x id="0"/> x', "<X id='0'>Uta</X> x", "<x id=0>?</x > x"])
def test_tags_in_other_spellings(reply: str) -> None:
    sent = protect("海の歌", TERMS[:1], "xml")
    back = restore(reply.replace("X", "x"), sent)
    assert (back.text, back.lost) == ("Umi <no> Uta x", ())


@given(st.text(alphabet="海の歌<>&;⟦⟧01x/ ", max_size=30))
def test_any_text_without_terms_comes_back(text: str) -> None:
    sent = protect(text, (), "xml")
    assert restore(sent.text, sent).lost == ()
    if not {"<", "⟦", "&"} & set(text):
        assert restore(sent.text, sent).text == text.strip()
