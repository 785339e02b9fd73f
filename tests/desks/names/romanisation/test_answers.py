"""Candidates as people read them."""

from kaigai import romanise
from kaigai.desks.names.romanisation import answers


def test_each_text_says_what_to_do_in_both_languages() -> None:
    found = tuple((text, romanise.candidates(text)) for text in ("夜に駆ける", ""))
    answer = answers.romanise(found)
    (section,) = answer.sections
    english, japanese = (list(section.cells(language)) for language in ("en", "ja"))
    assert english[0][:4] == ["夜に駆ける", "Yoru ni Kakeru", english[0][2], "take it"]
    assert japanese[0][3] == "このまま使える"
    assert english[-1][3] == "nothing to romanise"


def test_what_is_in_doubt_is_named() -> None:
    answer = answers.romanise((("日向", romanise.candidates("日向")),))
    assert "日向" in next(answer.sections[0].cells("en"))[5]


def test_other_tools_get_every_candidate() -> None:
    found = romanise.candidates("日向")
    rows = answers.romanise((("日向", found),)).rows("en").to_pylist()
    assert [row["latin"] for row in rows] == [each.text for each in found]
    assert [row["rank"] for row in rows] == list(range(1, len(found) + 1))
