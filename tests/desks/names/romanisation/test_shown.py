"""Candidates as people read them."""

from kaigai import romanise
from kaigai.desks.names.romanisation.shown import sections


def test_each_text_says_what_to_do_in_both_languages() -> None:
    (section,) = sections([(text, romanise.candidates(text)) for text in ("夜に駆ける", "")])
    english, japanese = (list(section.cells(language)) for language in ("en", "ja"))
    assert english[0][:4] == ["夜に駆ける", "Yoru ni Kakeru", english[0][2], "take it"]
    assert japanese[0][3] == "このまま使える"
    assert english[-1][3] == "nothing to romanise"


def test_what_is_in_doubt_is_named() -> None:
    (section,) = sections([("日向", romanise.candidates("日向"))])
    assert "日向" in next(section.cells("en"))[5]
