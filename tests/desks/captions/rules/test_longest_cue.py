"""Seven seconds at most."""

from tests.desks.captions.cues import numbers, track


def test_it_is_found() -> None:
    given = track("en", ("a", 0, 7000), ("b", 8000, 15_001))
    assert numbers("longest-cue", given) == [2]
