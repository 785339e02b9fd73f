"""Sounds stand in the brackets of the language."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "sound-marks"


def test_each_language_has_its_brackets() -> None:
    assert numbers(RULE, track("ja", "(波の音)", "（波の音）", "灯(ひ)がともる")) == [1]
    assert numbers(RULE, track("en", "(waves)", "[waves]", "well (maybe) so")) == [1]
    assert numbers(RULE, track("es", "(olas)")) == []


def test_they_are_changed() -> None:
    assert text_of(mended(RULE, track("ja", "(波の音)"))) == "（波の音）"
    assert text_of(mended(RULE, track("en", "(waves)"))) == "[waves]"
