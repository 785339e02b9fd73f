"""Kana are full-width."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "half-width-kana"


def test_they_are_found_and_widened() -> None:
    given = track("ja", "ｱｲﾄﾞﾙ｡", "アイドル")
    assert numbers(RULE, given) == [1]
    assert text_of(mended(RULE, given)) == "アイドル。"
    assert numbers(RULE, track("ko", "ｱｲ")) == []
