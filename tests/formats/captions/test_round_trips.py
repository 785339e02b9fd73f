"""Any captions, written and read: the same where the format holds them, and never a crash."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted
from kaigai.formats.captions.model import CaptionFault, Captions, Cue, Layout, Run, joined

LETTERS = st.text("aé港の灯が、。ー♪한글 !?&…Z", min_size=1, max_size=12)
LINES = st.lists(LETTERS.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A run of text with any look."""
    ruby = draw(st.sampled_from(["", "", "よみ"]))
    text = draw(LETTERS.map(str.strip).filter(bool) if ruby else LINES)
    return Run(text, ruby, draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
               draw(st.sampled_from(["", "#ff8800", "#ffff00"])),
               draw(st.sampled_from(["", "凪", "A & B"])))  # fmt: skip


@st.composite
def captions(draw: st.DrawFn) -> Captions:
    """A few cues, one after the other."""
    cues, at = [], 0
    for _ in range(draw(st.integers(1, 5))):
        start = at + draw(st.integers(0, 5000))
        at = start + draw(st.integers(100, 8000))
        corner = draw(st.sampled_from([None, 1, 3, 4, 5, 6, 7, 8, 9]))
        layout = Layout(corner, vertical=draw(st.sampled_from(["", "", "rl"])))
        content = joined(draw(st.lists(runs(), min_size=1, max_size=3)))
        cues.append(Cue(start, at, content, layout=layout))
    return Captions("", tuple(cues), draw(st.sampled_from(["", "ja", "ko"])))


def told(cue: Cue, step: int) -> object:
    """What must survive: times as exact as the format, text, looks and place."""
    looks = joined([replace(run, raw="") for run in cue.runs if run.text])
    return ((cue.start_ms + step // 2) // step, (cue.end_ms + step // 2) // step, looks,
            cue.layout)  # fmt: skip


@pytest.mark.parametrize("kind", list(kinds.KINDS))
@settings(max_examples=25, deadline=None)
@given(given=captions())
def test_what_a_format_holds_comes_back(kind: str, given: Captions) -> None:
    held = fitted(given, kind)
    written = kinds.write(held, kind)
    parsed = kinds.read(written, f"x.{kind}")
    again = parsed.captions
    step = 1 if "milliseconds" in kinds.KINDS[kind].holds else 10
    assert parsed.faults == ()
    assert [told(cue, step) for cue in again] == [told(cue, step) for cue in held]
    assert again.language == held.language
    assert kinds.write(again, kind) == written  # and from then on byte for byte


@settings(max_examples=50, deadline=None)
@given(text=st.text("0123:,.->\n[]<>/{}\\ WEBVTTabcDialogue", max_size=120))
def test_no_text_breaks_a_reader(text: str) -> None:
    for kind in kinds.KINDS.values():
        try:
            parsed = kind.read(text)
        except CaptionFault:
            continue  # refused with a reason, which is what should happen
        assert all(cue.end_ms >= 0 for cue in parsed.captions)
        kind.write(parsed.captions)
