"""What is said is translated, at about the same time."""

from dataclasses import replace

from kaigai.desks.captions.rule import RULES
from tests.desks.captions.cues import cue, numbers, track

RULE = "not-covered"


def test_lines_without_a_translation_are_found() -> None:
    given = replace(
        track("en", ("Yes.", 0, 900), ("No.", 9000, 9900)),
        original=(
            cue("はい", 100, 1000),
            cue("待って", 4000, 5000),
            cue("（波の音）", 6000, 7000),
        ),
    )
    (hit,) = RULES[RULE].hits(given)
    assert (hit.at_ms, hit.evidence["said"], hit.place) == (4000, "待って", 0)


def test_a_translation_has_its_own_times() -> None:
    given = replace(
        track("en", ("Wait, please.", 5400, 7000)), original=(cue("待って", 4000, 5000),)
    )
    assert numbers(RULE, given) == []


def test_without_an_original_nothing_is_asked() -> None:
    assert numbers(RULE, track("en", "a")) == []
