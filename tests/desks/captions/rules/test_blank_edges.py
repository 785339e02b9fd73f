"""No blanks around a line."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "blank-edges"


def test_they_are_found_and_deleted() -> None:
    given = track("ja", " 港に \n　灯が", "港に　灯が")
    assert numbers(RULE, given) == [1]
    assert text_of(mended(RULE, given)) == "港に\n灯が"
