"""LRC: ends from the next moment, words with moments, choruses, an offset."""

from kaigai.formats.captions import lrc
from kaigai.formats.captions.model import Run

FILE = """[ti:Song]
[la:ja]
[00:01.00]<00:01.00>港に<00:01.50>灯が
[00:03.00]
[00:05.00]海へ
[00:09.00]
"""


def test_lines_last_to_the_next_moment() -> None:
    captions = lrc.read(FILE).captions
    assert (captions.title, captions.language) == ("Song", "ja")
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in captions] == [
        (1000, 3000, "港に灯が"), (5000, 9000, "海へ")]  # fmt: skip
    assert captions.cues[0].runs == (Run("港に", sung_ms=1000), Run("灯が", sung_ms=1500))


def test_what_was_read_is_written_again() -> None:
    assert lrc.write(lrc.read(FILE).captions) == FILE


def test_a_chorus_has_several_moments_and_an_offset_moves_all() -> None:
    captions = lrc.read("[offset:+500]\n[00:10.00][00:02.00]la\n[00:04.00]").captions
    assert [(cue.start_ms, cue.end_ms) for cue in captions] == [(1500, 3500), (9500, 14500)]
    assert lrc.read(lrc.write(captions)).captions.cues[0].start_ms == 1500


def test_a_line_without_a_moment_is_listed() -> None:
    parsed = lrc.read("[00:01.00]a\nno moment")
    assert [(fault.line, fault.found) for fault in parsed.faults] == [(2, "no moment")]
