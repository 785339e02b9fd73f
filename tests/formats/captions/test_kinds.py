"""Which format a file is in, what is refused, and the examples in every format."""

from pathlib import Path

import pytest

from kaigai.formats.captions import kinds
from kaigai.formats.captions.lines import MAX_BYTES
from kaigai.formats.captions.model import CaptionFault

EXAMPLES = Path(__file__).parents[3] / "examples/captions"
GOOD = sorted(path for path in EXAMPLES.glob("*.*") if path.suffix != ".md")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_an_example_is_read_whole_and_written_alike(path: Path) -> None:
    parsed = kinds.read(path.read_bytes(), path.name)
    assert parsed.faults == ()
    assert parsed.captions.kind == path.suffix[1:]
    written = kinds.write(parsed.captions, parsed.captions.kind)
    assert kinds.read(written).captions.cues == parsed.captions.cues
    if path.suffix != ".ttml":  # XML may be written in more than one way
        assert written == path.read_bytes()


def test_line_ends_and_the_mark_stay_as_they_were() -> None:
    data = b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n"
    assert kinds.write(kinds.read(data, "x.srt").captions, "srt") == data


def test_an_encoding_that_nothing_shows_can_be_given() -> None:
    data = "1\n00:00:01,000 --> 00:00:02,000\n港口的灯亮起来\n".encode("gb18030")
    parsed = kinds.read(data, "x.srt", "gb18030")
    assert parsed.captions.cues[0].text == "港口的灯亮起来"
    with pytest.raises(CaptionFault, match="encoding"):
        kinds.read(data, "x.srt", "klingon-8")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nx".encode(), "captions.txt", "vtt"),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\n港\r\n".encode("cp932"), "x.srt", "srt"),
        ("1\n00:00:01,000 --> 00:00:02,000\n港\n".encode("utf-16"), "x", "srt"),
        ("1\n00:00:01,000 --> 00:00:02,000\n항구에 불이\n".encode("cp949"), "x.srt", "srt"),
        (b"0:00:01.000,0:00:02.000\nx\n", "x", "sbv"),
        (b"[00:01.00]x\n", "x", "lrc"),
    ],
)
def test_the_content_says_the_format(data: bytes, name: str, kind: str) -> None:
    parsed = kinds.read(data, name)
    assert parsed.captions.kind == kind
    assert len(parsed.captions.cues) == 1
    assert set(parsed.captions.cues[0].text) <= set("x港항구에 불이")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "x.srt"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "x.srt"),
        (b"only prose", "x.txt"),
        (b"only prose", "x.srt"),
        (b"x" * (MAX_BYTES + 1), "x.srt"),
        (b"00:01.000 --> 00:02.000\nx", "x.vtt"),
    ],
)
def test_what_is_no_captions_is_refused_with_what_to_do(data: bytes, name: str) -> None:
    with pytest.raises(CaptionFault) as refused:
        kinds.read(data, name)
    assert refused.value.todo.en
    assert refused.value.todo.ja
