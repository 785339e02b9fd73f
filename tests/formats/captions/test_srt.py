"""SubRip: tags, corners, and what cannot be read."""

from kaigai.formats.captions import srt
from kaigai.formats.captions.model import Layout, Run

FILE = """1
00:00:01,000 --> 00:00:03,500
{\\an8}<b>Up</b> <font color="red">here</font>

2
00:00:04,000 --> 00:00:05,800
two
lines
"""


def test_looks_and_corners_are_read() -> None:
    first, second = srt.read(FILE).captions.cues
    assert (first.start_ms, first.end_ms, first.id) == (1000, 3500, "1")
    assert first.layout == Layout(8)
    assert first.runs == (Run("Up", bold=True), Run(" "), Run("here", colour="#ff0000"))
    assert second.lines == ["two", "lines"]


def test_what_was_not_changed_is_written_as_it_was() -> None:
    assert srt.write(srt.read(FILE).captions) == FILE


def test_numbers_may_be_missing_and_times_short() -> None:
    parsed = srt.read("00:01.5 --> 00:02.25\nhello\n00:00:03,000 --> 00:00:04,000\nagain")
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in parsed.captions] == [
        (1500, 2250, "hello"),
        (3000, 4000, "again"),
    ]


def test_a_blank_line_inside_a_cue_does_not_end_it() -> None:
    parsed = srt.read("1\n00:00:01,000 --> 00:00:02,000\nfirst\n\nsecond\n\n2\n"
                      "00:00:03,000 --> 00:00:04,000\nx\n")  # fmt: skip
    assert parsed.captions.cues[0].text == "first\n\nsecond"
    assert parsed.faults == ()


def test_bad_times_are_listed_and_good_cues_kept() -> None:
    parsed = srt.read(
        "1\n00:00:01,000 --> 00:00:02,000\nfine\n\n2\n00:00:03,000 -> 00:00:04,000\nbad\n\n"
        "3\n00:00:99,000 --> 00:01:41,000\nbad\n\n4\n00:00:06,000 --> 00:00:07,000\nfine\n"
    )
    assert [cue.text for cue in parsed.captions] == ["fine", "fine"]
    assert [(fault.line, fault.found) for fault in parsed.faults] == [
        (6, "00:00:03,000 -> 00:00:04,000"),
        (10, "00:00:99,000 --> 00:01:41,000"),
    ]
    assert "00:01:02,345" in parsed.faults[0].expected.ja
