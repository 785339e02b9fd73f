"""The benchmark on a part of the real pairs: better than a peer, and sure of what is right."""

from pathlib import Path

from benchmarks import romanise as bench
from benchmarks.romanise_data import pairs


def test_the_halves_do_not_meet(shared: Path) -> None:
    one, other = (
        pairs("ja_songs", training=each, folder=shared / "titles") for each in (True, False)
    )
    assert not {pair.native for pair in one} & {pair.native for pair in other}


def test_titles_reach_what_the_docs_say(shared: Path) -> None:
    rows = pairs("ja_anime", training=False, folder=shared / "titles")[:300]
    reached = bench.ours(bench.TASKS["anime"], rows)
    assert reached.exact > 0.6
    assert reached.strict > 0.3
    assert reached.best_three >= reached.exact
    assert reached.calibration < 0.1


def test_calibration_is_the_distance_from_what_is_right() -> None:
    from kaigai.romanise import Candidate

    answers: bench.Answers = [(Candidate("a", 0.9),), (Candidate("b", 0.9),)]
    assert abs(bench.calibration(answers, [True, False]) - 0.4) < 1e-9
