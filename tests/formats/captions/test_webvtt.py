"""WebVTT: ruby, voices, classes, moments, settings, remarks."""

import pytest

from kaigai.formats.captions import webvtt
from kaigai.formats.captions.model import CaptionFault, Layout, Run

FILE = """WEBVTT Song
Language: ja

STYLE
::cue(.c112233) { color: #112233; }

NOTE by hand

a
00:00:01.000 --> 00:00:02.000 line:0 align:start
<v 凪><c.yellow.big>こん<i>に</i></c></v><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>&lt;3

NOTE
chorus

00:00:03.000 --> 00:00:04.000 vertical:rl
go <00:00:03.500>on
"""


def test_everything_is_read() -> None:
    captions = webvtt.read(FILE).captions
    first, second = captions.cues
    assert (captions.language, captions.title) == ("ja", "Song")
    assert (first.id, first.layout) == ("a", Layout(7))
    assert first.runs == (
        Run("こん", colour="#ffff00", classes=("big",), voice="凪"),
        Run("に", colour="#ffff00", classes=("big",), voice="凪", italic=True),
        Run("漢", ruby="かん"),
        Run("字", ruby="じ"),
        Run("<3"),
    )
    assert first.text == "こんに漢字<3"
    assert (second.note, second.layout.vertical) == ("NOTE\nchorus", "rl")
    assert second.runs == (Run("go "), Run("on", sung_ms=3500))


def test_what_was_not_changed_is_written_as_it_was() -> None:
    assert webvtt.write(webvtt.read(FILE).captions) == FILE


@pytest.mark.parametrize(
    ("settings", "layout"),
    [
        ("", Layout()),
        ("line:-1", Layout()),
        ("line:10% position:20%,line-left", Layout(7, 20, 10)),
        ("line:50%", Layout(5)),
        ("position:90% align:end size:30%", Layout(3, 90, None, 30)),
        ("vertical:lr line:0", Layout(8, vertical="lr")),
        ("nonsense line:x", Layout()),
    ],
)
def test_settings_are_places(settings: str, layout: Layout) -> None:
    cue = webvtt.read(f"WEBVTT\n\n00:01.000 --> 00:02.000 {settings}\nx").captions.cues[0]
    assert (cue.layout.x, cue.layout.y, cue.layout.width, cue.layout.vertical) == (
        layout.x, layout.y, layout.width, layout.vertical)  # fmt: skip
    assert (cue.layout.anchor or 2) == (layout.anchor or 2)


def test_a_file_without_its_header_is_refused_with_what_to_do() -> None:
    with pytest.raises(CaptionFault) as refused:
        webvtt.read("1\n00:01.000 --> 00:02.000\nx")
    assert refused.value.line == 1
    assert "WEBVTT" in refused.value.todo.ja


def test_a_bad_cue_is_listed() -> None:
    parsed = webvtt.read("WEBVTT\n\nsoon --> later\nx\n\n00:01.000 --> 00:02.000\ny")
    assert [cue.text for cue in parsed.captions] == ["y"]
    assert [(fault.line, fault.found) for fault in parsed.faults] == [(3, "soon --> later")]


def test_a_line_of_blanks_belongs_to_its_cue() -> None:
    first, second = "00:00:01.000 --> 00:00:02.000", "00:00:03.000 --> 00:00:04.000"
    text = f"WEBVTT\n\n{first}\n \nhello\n \n\n{second}\nx\n"
    captions = webvtt.read(text).captions
    assert [cue.text for cue in captions] == ["hello", "x"]
    assert webvtt.write(captions) == text


def test_tags_that_nobody_knows_are_not_shown() -> None:
    cue = webvtt.read("WEBVTT\n\n00:01.000 --> 00:02.000\n<x.y>a</x> <b>b").captions.cues[0]
    assert cue.runs == (Run("a "), Run("b", bold=True))
