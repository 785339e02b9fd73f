"""Terms are found where they count, in the form that holds, and missed where they lack."""

import pytest

from kaigai.desks.review.translation.glossary import Glossary, Term, violations

TERMS = (
    Term("海の歌", "Umi no Uta", artist_id="a", kind="title"),
    Term("海の歌", artist_id="a", kind="title"),  # the album of that name has no form yet
    Term("夜明け楽団", "Yoake Gakudan", artist_id="a", kind="artist"),
    Term("推し", "oshi", language="en"),
    Term("推し", "choeae", language="ko"),
    Term("LIVE", "LIVE"),
    Term("夜", "Yoru", artist_id="a", kind="title"),
    Term("他人", "Tanin", artist_id="b"),
)


def forms(
    text: str, language: str = "en-GB", artist: str = "a", *, whole: bool = True
) -> list[str]:
    """The forms that a text must have."""
    glossary = Glossary(TERMS, language=language, artist_id=artist)
    return [found.form for found in glossary.find(text, whole=whole)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("夜明け楽団の新曲「海の歌」", ["Yoake Gakudan", "Umi no Uta"]),
        ("海の歌を聞いた夜", []),  # a title counts in quotation marks alone
        ("海の歌", ["Umi no Uta"]),  # or where it is all there is
        ("「夜」と『夜", ["Yoru"]),
        ("私の推しは他人", ["oshi"]),
        ("LIVE ALIVE", ["LIVE"]),  # a Latin word is a word of its own
        ("", []),
    ],
)
def test_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_a_name_is_no_term_of_itself() -> None:
    assert forms("海の歌", whole=False) == []


def test_another_language_and_another_artist() -> None:
    assert forms("推しの「海の歌」", language="ko", artist="") == ["choeae"]
    assert forms("他人", artist="b") == ["Tanin"]


def test_what_people_keep_wins_over_the_catalogue() -> None:
    terms = (*TERMS, Term("夜明け楽団", None))
    found = Glossary(terms, language="en", artist_id="a").find("夜明け楽団!")
    assert [each.form for each in found] == ["夜明け楽団"]


def test_violations_are_counted() -> None:
    found = Glossary(TERMS, language="en", artist_id="a").find("推し、推し、夜明け楽団")
    assert violations(found, "oshi and oshi of Yoake Gakudan") == []
    assert violations(found, "oshi, of Dawn Band") == ["oshi", "Yoake Gakudan"]
