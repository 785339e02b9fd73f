"""Files that are made to hang or to reach out: refused, or read without harm."""

import pytest

from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted
from kaigai.formats.captions.model import CaptionFault, Captions, Cue, Run

WORDS = "words " * 20
LONG = "00:00:01,000 --> 00:00:02,000\n"


@pytest.mark.parametrize(
    "text", ["<i" + " " * 400_000, "<" * 400_000, "a<b></b>" * 50_000, "{\\b1}" * 80_000]
)
def test_a_cue_without_end_is_listed_and_the_next_is_read(text: str) -> None:
    parsed = kinds.read(f"1\n{LONG}{text}\n\n2\n{LONG}fine\n".encode(), "x.srt")
    assert [cue.text for cue in parsed.captions] == ["fine"]
    assert "10,000" in parsed.faults[0].expected.en
    vtt = f"WEBVTT\n\n{LONG.replace(',', '.')}{text}\n\n{LONG.replace(',', '.')}fine\n"
    assert [cue.text for cue in kinds.read(vtt.encode()).captions] == ["fine"]


def test_styles_that_name_one_another_are_understood_once() -> None:
    names = " ".join(f"s{n}" for n in range(40))
    styles = "".join(f'<style xml:id="s{n}" style="{names}"/>' for n in range(40))
    text = f"""<tt xmlns="http://www.w3.org/ns/ttml"><head><styling>{styles}</styling></head>
    <body><div><p begin="1s" end="2s" style="{names}">x</p></div></body></tt>"""
    assert kinds.read(text.encode()).captions.cues[0].text == "x"


def test_too_many_cues_are_no_captions() -> None:
    with pytest.raises(CaptionFault, match="20,000"):
        kinds.read(b"[00:01.00]x\n" * 20_001, "x.lrc")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE tt [<!ENTITY a "{}">]><tt/>'.format("x" * 100),
        '<?xml version="1.0"?><!DOCTYPE tt SYSTEM "http://example.com/tt.dtd"><tt/>',
        "<tt>" + "<div>" * 300 + "</div>" * 300 + "</tt>",
    ],
)
def test_ttml_opens_nothing_and_goes_not_too_deep(text: str) -> None:
    with pytest.raises(CaptionFault):
        kinds.read(text.encode(), "x.ttml")


@pytest.mark.parametrize("kind", kinds.KINDS)
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0:00:01.000,0:00:02.000\na --> b\n\n0:00:03.000,0:00:04.000\nc\n", ["a --> b", "c"]),
        ("[00:01.00]a --> b\n[00:02.00]c\n", ["a --> b", "c"]),
        (
            f"1\n00:00:01,000 --> 00:00:02,000\n{WORDS}hel\x01lo\x0bthere\x1b\n",
            [f"{WORDS}hello there"],
        ),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n \n", []),
        ("0:00:01.000,0:00:02.000\n\n", []),
    ],
)
def test_arrows_controls_and_blank_cues_become_every_kind(
    kind: str, text: str, shown: list[str]
) -> None:
    captions = kinds.read(text.encode()).captions
    assert [cue.text for cue in captions if cue.text.strip()] == shown
    written = kinds.write(fitted(captions, kind), kind)
    if shown:
        assert [cue.text for cue in kinds.read(written, f"x.{kind}").captions] == shown


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_what_people_paste_into_a_cue_can_be_written(kind: str) -> None:
    run = Run("夜\x0bの\ud800鏡", ruby="よ\x01", voice="灯\x02")
    captions = Captions("", (Cue(0, 1000, (run,), note="\x03"),), title="\x04")
    again = kinds.read(kinds.write(captions, kind), f"x.{kind}").captions
    assert "夜 の\ufffd鏡" in again.cues[0].text


def test_an_arrow_between_numbers_is_no_time_to_a_reader_of_srt() -> None:
    captions = Captions(
        "", (Cue(0, 1000, (Run("x\n00:01 --> 00:02"),)), Cue(1000, 2000, (Run("y"),)))
    )
    again = kinds.read(kinds.write(captions, "srt"), "x.srt")
    assert [cue.text for cue in again.captions] == ["x\n- 00:01 → 00:02", "y"]
    assert not again.faults
