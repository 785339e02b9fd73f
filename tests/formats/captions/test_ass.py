"""ASS: styles, tags, karaoke, places, and what only ASS can show."""

from dataclasses import replace
from pathlib import Path

import pytest

from kaigai.formats.captions import ass
from kaigai.formats.captions.ass_tags import colour
from kaigai.formats.captions.model import CaptionFault, Run

FILE = (Path(__file__).parents[3] / "examples/captions/harbour_light.ja.ass").read_text()


def test_styles_tags_and_places_are_read() -> None:
    captions = ass.read(FILE).captions
    plain, slanted, song, placed = captions.cues
    assert (captions.title, captions.language) == ("港の灯", "ja")
    assert plain.runs == (Run("ねえ、聞こえる？", voice="凪"),)
    assert plain.note.endswith("第一話")
    assert [(run.text, run.italic) for run in slanted.runs] == [
        ("うん、", False), ("海の音", True), ("", False)]  # fmt: skip
    assert song.layout.anchor == 8  # from its style
    assert {run.colour for run in song.runs} == {"#9fd8ff"}
    assert [(run.text, run.sung_ms) for run in song.runs] == [
        ("♪～", None), ("港に", 10_000), ("灯が", 11_200), ("ともる", 12_000)]  # fmt: skip
    assert song.odd == ("\\fad",)
    assert (placed.layout.anchor, placed.layout.x, placed.layout.y) == (4, 10.0, 50.0)
    assert placed.odd == ("\\blur",)


def test_what_was_not_changed_is_written_as_it_was() -> None:
    assert ass.write(ass.read(FILE).captions) == FILE


def test_a_changed_cue_keeps_its_tags() -> None:
    captions = ass.read(FILE).captions
    song = captions.cues[2]
    runs = (replace(song.runs[0], text="♪"), *song.runs[1:])
    written = ass.write(replace(captions, cues=(replace(song, runs=runs),)))
    assert "{\\fad(300,300)}♪{\\k120}港に" in written


def test_drawings_are_no_text() -> None:
    text = FILE.replace("ねえ、聞こえる？", "{\\p1}m 0 0 l 10 0 10 10{\\p0}")
    cue = ass.read(text).captions.cues[0]
    assert cue.text == ""
    assert "\\p" in cue.odd


def test_colours_are_turned_around() -> None:
    assert colour("&H00FFD89F&") == "#9fd8ff"
    assert colour("&HFFFFFF&") == ""
    assert colour("red") == ""


def test_a_bad_line_is_listed_and_a_file_without_events_refused() -> None:
    parsed = ass.read(FILE + "Dialogue: 0,soon,later,Default,,0,0,0,,x\n")
    assert len(parsed.captions.cues) == 4
    bad = FILE.replace("0:00:04.00,0:00:06.00", "soon,0:00:06.00")
    assert [fault.line for fault in ass.read(bad).faults] == [17]
    with pytest.raises(CaptionFault):
        ass.read("[Script Info]\nTitle: x\n")
