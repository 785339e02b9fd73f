"""TTML: times in frames and inside parents, regions, ruby, bouten, and no door to the outside."""

from dataclasses import replace
from pathlib import Path

import pytest

from kaigai.formats.captions import ttml, ttml_write
from kaigai.formats.captions.model import CaptionFault, Run

FILE = (Path(__file__).parents[3] / "examples/captions/harbour_light.ja.ttml").read_text()


def test_everything_is_read() -> None:
    captions = ttml.read(FILE).captions
    spoken, ruby, song, side = captions.cues
    assert (captions.language, captions.title) == ("ja", "港の灯")
    assert spoken.runs == (Run("ねえ、\n聞こえる？", voice="凪"),)
    assert (spoken.start_ms, spoken.end_ms) == (4000, 6000)
    assert (ruby.start_ms, ruby.end_ms) == (6500, 8502)  # frames of 23.976
    assert ruby.runs == (Run("灯", ruby="あかり"), Run("は "), Run("まだ", emphasis="filled dot"))
    assert song.runs == (Run("♪～港に灯がともる～♪", italic=True, colour="#9fd8ff"),)
    assert side.layout.vertical == "rl"
    assert [run.combine for run in side.runs] == [False, True, False]
    assert song.odd == ("fontFamily",)


def test_a_document_is_changed_only_where_a_cue_was() -> None:
    captions = ttml.read(FILE).captions
    first = replace(captions.cues[0], end_ms=5500)
    second = replace(captions.cues[1], runs=(Run("変更"),))
    written = ttml_write.write(replace(captions, cues=(first, second, *captions.cues[3:])))
    again = ttml.read(written).captions
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in again] == [
        (4000, 5500, "ねえ、\n聞こえる？"), (6500, 8502, "変更"), (20000, 22500, "（12時の汽笛）"),
    ]  # fmt: skip
    assert "proportionalSansSerif" in written
    assert "the band and the song are invented" in written


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/hostname">]><tt>&x;</tt>', "document type"),
        ('<!DOCTYPE tt [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tt>&b;</tt>', "document type"),
        ("<tt><p>", "well-formed"),
        ("<html/>", "tt"),
        ("<tt>&nbsp;</tt>", "well-formed"),
    ],
)
def test_what_is_not_safe_or_not_ttml_is_refused(source: str, said: str) -> None:
    with pytest.raises(CaptionFault) as refused:
        ttml.read(source)
    assert said in refused.value.expected.en


def test_a_paragraph_without_times_is_listed() -> None:
    parsed = ttml.read(
        '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n<p begin="soon" end="2s">a</p>'
        '<p begin="1s" end="2s">b</p></div></body></tt>'
    )
    assert [cue.text for cue in parsed.captions] == ["b"]
    assert [(fault.line, fault.found) for fault in parsed.faults] == [(2, "begin=soon end=2s")]
