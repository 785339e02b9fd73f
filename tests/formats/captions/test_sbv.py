"""SBV: times and text, nothing else."""

from kaigai.formats.captions import sbv

FILE = (
    "0:00:04.000,0:00:05.800\nHey, can you hear it?\n\n0:01:06.500,0:01:08.500\nYes.\nThe sea.\n"
)


def test_what_was_read_is_written_again() -> None:
    captions = sbv.read(FILE).captions
    assert [cue.text for cue in captions] == ["Hey, can you hear it?", "Yes.\nThe sea."]
    assert captions.cues[1].start_ms == 66_500
    assert sbv.write(captions) == FILE


def test_a_bad_block_is_listed() -> None:
    parsed = sbv.read("0:00:04.000;0:00:05.800\nx\n\n" + FILE)
    assert [(fault.line, len(parsed.captions.cues)) for fault in parsed.faults] == [(1, 2)]
