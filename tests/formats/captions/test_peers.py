"""Other people's readers see the same in what is written here."""

from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pysubs2
import pytest
import webvtt
from ttconv.imsc import reader as imsc

from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted
from kaigai.formats.captions.model import Captions

EXAMPLES = Path(__file__).parents[3] / "examples/captions"


def example(name: str, kind: str) -> str:
    """An example in another format."""
    captions = kinds.read((EXAMPLES / name).read_bytes(), name).captions
    return kinds.write(fitted(captions, kind), kind).decode()


def original(name: str) -> Captions:
    """An example's captions."""
    return kinds.read((EXAMPLES / name).read_bytes(), name).captions


@pytest.mark.parametrize("kind", ["srt", "ass"])
def test_pysubs2_sees_the_same_times_and_words(kind: str) -> None:
    seen = pysubs2.SSAFile.from_string(example("harbour_light.en.srt", kind), format_=kind)
    events = [event for event in seen if not event.is_comment]
    wanted = original("harbour_light.en.srt").cues
    assert [(e.start, e.end, e.plaintext) for e in events] == [
        (cue.start_ms, cue.end_ms, cue.text) for cue in wanted
    ]


def test_webvtt_py_sees_the_same_cues_and_speakers() -> None:
    seen = webvtt.from_buffer(StringIO(example("harbour_light.ja.vtt", "vtt")))
    wanted = original("harbour_light.ja.vtt").cues
    assert [caption.identifier for caption in seen][:2] == ["opening", None]
    assert [caption.voice for caption in seen] == [cue.runs[0].voice or None for cue in wanted]
    assert [caption.start_in_seconds for caption in seen] == [
        cue.start_ms // 1000 for cue in wanted
    ]


def test_ttconv_reads_the_imsc_that_is_written() -> None:
    root = ElementTree.ElementTree(ElementTree.fromstring(example("harbour_light.ja.vtt", "ttml")))
    document = imsc.to_model(root)
    assert document is not None
    found = [each for each in document.get_body().dfs_iterator() if type(each).__name__ == "P"]
    wanted = original("harbour_light.ja.vtt").cues
    assert [(float(p.get_begin()), float(p.get_end())) for p in found] == [
        (cue.start_ms / 1000, cue.end_ms / 1000) for cue in wanted
    ]
    kinds_seen = {type(each).__name__ for each in found[0].dfs_iterator()}
    assert {"Ruby", "Rb", "Rt"} <= kinds_seen
