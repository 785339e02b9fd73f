"""Fixes make nothing worse, and leave to people what only people can do."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.desks.captions import caption_file
from kaigai.desks.captions.check import check
from kaigai.desks.captions.repair import fix
from kaigai.desks.captions.track import Track, track_of
from kaigai.formats.captions.document import opened
from kaigai.formats.captions.model import Run
from tests.desks.captions.cues import cue, track

EXAMPLES = Path(__file__).parents[3] / "examples/captions"
TEXTS = st.text("港に灯がともる、。「」（）(♪～ \naz", max_size=24)


def counts(given: Track) -> Counter[str]:
    """Problems by rule."""
    return Counter(problem.rule for problem in check(given))


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """A few cues at any times with any text."""
    cues = []
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, 20_000))
        cues.append(cue(draw(TEXTS), start, start + draw(st.integers(-500, 9000))))
    return replace(track(draw(st.sampled_from(["ja", "en"]))), cues=tuple(cues),
                   numbers=tuple(range(1, len(cues) + 1)))  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(given=tracks())
def test_a_fix_never_adds_a_problem(given: Track) -> None:
    fixed = fix(given)
    before, after = counts(given), counts(fixed.track)
    assert after.total() <= before.total()
    if fixed.changes:
        assert after.total() < before.total()
    assert set(fixed.track.numbers) <= set(given.numbers)
    assert fix(fixed.track).track == fixed.track


def test_looks_and_readings_survive_a_new_break() -> None:
    long = cue("", 0, 6900)
    runs = (Run("君は「聞き方」を", italic=True), Run("知", ruby="し"), Run("る必要がある"))
    fixed = fix(replace(track("ja", "x"), cues=(replace(long, runs=runs),)))
    assert fixed.track.cues[0].text == "君は「聞き方」を\n知る必要がある"
    assert fixed.track.cues[0].runs[1] == Run("\n知", ruby="し") or (
        fixed.track.cues[0].runs[1].ruby == "し")  # fmt: skip


def test_the_broken_example_is_mended_where_it_is_safe() -> None:
    name = "many_faults.ja.srt"
    found = opened((EXAMPLES / "broken" / name).read_bytes(), name)
    fixed = fix(track_of(found))
    left = counts(fixed.track)
    assert {change.rule for change in fixed.changes} >= {
        "encoding-damage", "order", "empty-cue", "line-count", "gap", "forbidden-break",
        "shortest-cue", "sound-marks",
    }  # fmt: skip
    assert set(left) == {"reading-speed", "longest-cue", "brackets", "overlap", "line-length",
                         "untranslated", "song-marks"}  # fmt: skip
    deleted = next(change for change in fixed.changes if change.rule == "empty-cue")
    assert (deleted.number, deleted.after) == (8, "")


def test_only_the_lines_of_a_changed_cue_are_written_anew() -> None:
    name = "harbour_light.ja.vtt"
    text = (EXAMPLES / name).read_text().replace("00:00:10.000 -->", "00:00:08.520 -->")
    made = caption_file.fix(opened(text.encode(), name), kind="vtt")
    lines = zip(text.splitlines(), made.content.decode().splitlines(), strict=True)
    assert [pair for pair in lines if pair[0] != pair[1]] == [
        (
            "00:00:06.500 --> 00:00:08.500",
            "00:00:06.500 --> 00:00:08.436",
        )
    ]


def test_good_captions_are_left_alone() -> None:
    name = "harbour_light.ja.vtt"
    found = opened((EXAMPLES / name).read_bytes(), name)
    assert fix(track_of(found)).changes == ()


def test_a_translation_keeps_its_own_times() -> None:
    given = track("en", ("Wait, please.", 5400, 7000))
    given = replace(given, original=(cue("待って", 4000, 5000),), original_language="ja")
    assert fix(given).track.cues == given.cues
