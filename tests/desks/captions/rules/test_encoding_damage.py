"""Letters read in the wrong encoding."""

from kaigai.desks.captions.rules.encoding_damage import undamaged
from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "encoding-damage"
DOUBLE = "港の灯".encode().decode("latin-1")


def test_it_is_found_and_undone_where_it_can_be() -> None:
    given = track("ja", DOUBLE, "港\ufffd灯", "港の灯")
    assert numbers(RULE, given) == [1, 2]
    assert text_of(mended(RULE, given)) == "港の灯"


def test_western_windows_is_undone_too() -> None:
    damaged = "It’s café".encode().decode("cp1252")
    given = track("en", damaged)
    assert numbers(RULE, given) == [1]
    assert text_of(mended(RULE, given)) == "It’s café"


def test_honest_accents_are_left_alone() -> None:
    assert numbers(RULE, track("fr", "Où êtes-vous ? Là-bas, à Nîmes. Ça va ?")) == []
    assert undamaged("café") is None
