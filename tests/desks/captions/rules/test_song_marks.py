"""Song is marked where it begins and where it ends."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "song-marks"


def test_each_cue_has_both_marks() -> None:
    given = track("en", "♪ la la ♪", "♪ la la", "la la ♪", "# la la #", "speech", "♪")
    assert numbers(RULE, given) == [2, 3, 4]
    assert text_of(mended(RULE, given, 1), 1) == "♪ la la ♪"
    assert text_of(mended(RULE, given, 2), 2) == "♪ la la ♪"
    assert text_of(mended(RULE, given, 3), 3) == "♪ la la ♪"


def test_a_japanese_song_begins_once_and_ends_once() -> None:
    assert numbers(RULE, track("ja", "♪～港に", "灯がともる", "帰ろう～♪", "台詞")) == []
    assert numbers(RULE, track("ja", "♪～港に", "♪～灯がともる", "帰ろう～♪")) == [1]
    assert numbers(RULE, track("ja", "台詞", "帰ろう～♪")) == [2]
    assert mended(RULE, track("ja", "♪～港に")) is None
