"""All rules together: on real captions with known figures, and on the examples."""

from collections import Counter
from pathlib import Path

import pytest

from kaigai.desks.captions.check import check
from kaigai.desks.captions.limits import limits_for
from kaigai.desks.captions.rule import RULES
from kaigai.desks.captions.track import track_of
from kaigai.formats.captions.document import opened
from tests.desks.captions.cues import track

EXAMPLES = Path(__file__).parents[3] / "examples/captions"


@pytest.mark.parametrize(
    ("language", "cues", "fast", "long", "close"), [("ja", 77, 32, 3, 8), ("en", 78, 0, 0, 12)]
)
def test_the_figures_of_real_captions(
    shared: Path, language: str, cues: int, fast: int, long: int, close: int
) -> None:
    path = shared / "subs" / f"captions.{language}.vtt"
    found = opened(path.read_bytes(), path.name)
    counts = Counter(problem.rule for problem in check(track_of(found)))
    assert (found.language, len(found.captions.cues)) == (language, cues)
    assert (counts["reading-speed"], counts["line-length"], counts["gap"]) == (fast, long, close)
    assert not set(counts) - {"reading-speed", "line-length", "gap", "phrase-break"}


@pytest.mark.parametrize(
    "name", ["harbour_light.ja.vtt", "harbour_light.en.srt", "harbour_light.ko.vtt"]
)
def test_nothing_is_wrong_in_the_good_examples(name: str) -> None:
    found = opened((EXAMPLES / name).read_bytes(), name)
    assert [problem.rule for problem in check(track_of(found))] == []


def test_each_fault_of_the_broken_example_is_found() -> None:
    name = "many_faults.ja.srt"
    found = opened((EXAMPLES / "broken" / name).read_bytes(), name)
    problems = check(track_of(found))
    assert {(each.rule, each.number) for each in problems} >= {
        ("reading-speed", 1), ("line-length", 1), ("gap", 1), ("forbidden-break", 2),
        ("shortest-cue", 3), ("longest-cue", 4), ("brackets", 4), ("line-count", 5),
        ("overlap", 5), ("order", 7), ("empty-cue", 8), ("encoding-damage", 9),
        ("untranslated", 10), ("song-marks", 11), ("sound-marks", 12),
    }  # fmt: skip
    assert [each.place for each in problems] == sorted(each.place for each in problems)
    speed = next(each for each in problems if each.rule == "reading-speed")
    assert "毎秒25文字" in speed.said.ja
    assert "25 characters a second" in speed.said.en


def test_rules_of_other_languages_are_not_asked() -> None:
    given = track("en", "one\n, two")
    assert not list(RULES["forbidden-break"].hits(given))


def test_no_cues_no_problems() -> None:
    empty = track("en")
    assert check(empty) == []
    assert empty.limits == limits_for("en")
