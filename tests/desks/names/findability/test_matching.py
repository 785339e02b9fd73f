"""The model of a service's search: what it finds and, above all, what it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.desks.names.findability.matching import folded, hits, indexed

PUBLISHED = indexed(["夜に駆ける", "Yoru ni Kakeru", "YOASOBI"])


@pytest.mark.parametrize(
    "query",
    [
        "yoru ni kakeru",
        "YORU NI KAKERU",
        "yoru",
        "yoru kakeru yoasobi",  # words of title and artist together
        "kake",  # the beginning of a word
        "kakeri",  # one letter wrong in a longer word
        "kaekru",  # two letters changed over
        "yorunikakeru",
        "yoruni kakeru",
        "yorunikakeri",
        "ｙｏｒｕ",
        "夜に駆ける",
    ],
)
def test_finds(query: str) -> None:
    assert hits(query, PUBLISHED)


@pytest.mark.parametrize(
    "query",
    [
        "into the night",
        "yore",  # four letters: no slip is forgiven
        "ka",  # two letters are no beginning
        "kakiri",  # two letters wrong
        "yoru no kakeru yoasobi",  # one word is not there
        "夜",  # a word that is too short to begin another
        "",
        "☆",
    ],
)
def test_does_not_find(query: str) -> None:
    assert not hits(query, PUBLISHED)


def test_long_vowels_do_not_match_by_themselves() -> None:
    assert hits("toukyou", indexed(["Toukyou"]))
    assert not hits("tokyo", indexed(["Toukyou"]))
    assert hits("tokyo", indexed(["Tōkyō"]))


def test_marks_come_off_latin_letters_alone() -> None:
    assert folded("Bōenkyō é") == ("boenkyo", "e")
    assert folded("がぎ") == ("がぎ",)


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_a_published_title_finds_itself(title: str) -> None:
    assert hits(title, indexed([title])) == bool(folded(title))
