"""What a conversion loses is said, and the rest arrives."""

from pathlib import Path

import pytest

from kaigai.formats.captions import kinds
from kaigai.formats.captions.conversion_loss import fitted, losses
from kaigai.formats.captions.model import Captions, Cue, Layout, Run

EXAMPLES = Path(__file__).parents[3] / "examples/captions"


def example(name: str) -> Captions:
    """An example's captions."""
    return kinds.read((EXAMPLES / name).read_bytes(), name).captions


def lost(captions: Captions, to: str) -> dict[str, tuple[int, ...]]:
    """What is lost, and in which cues."""
    return {loss.feature: loss.cues for loss in losses(captions, to)}


def test_nothing_is_lost_within_a_format() -> None:
    for name in ("harbour_light.ja.vtt", "harbour_light.ja.ass", "harbour_light.ja.ttml"):
        captions = example(name)
        assert losses(captions, captions.kind) == ()
        assert fitted(captions, captions.kind) == captions


def test_losses_name_the_cues() -> None:
    assert lost(example("harbour_light.ja.vtt"), "srt") == {
        "ruby": (1, 4), "voice": (2, 3, 7), "classes": (1,), "sung": (5,), "vertical": (6,),
        "notes": (4,), "ids": (1,), "language": (), "title": (),
    }  # fmt: skip
    assert lost(example("harbour_light.ja.ass"), "vtt") == {"odd": (3, 4)}
    assert lost(example("harbour_light.ja.ttml"), "ttml") == {}
    assert lost(example("harbour_light.ja.ttml"), "vtt")["emphasis"] == (2,)


def test_what_is_held_arrives() -> None:
    written = kinds.write(fitted(example("harbour_light.ja.vtt"), "ttml"), "ttml")
    again = kinds.read(written).captions
    assert again.cues[0].runs[1] == Run("灯", ruby="あかり")
    assert again.cues[0].layout == Layout(8)
    assert again.cues[1].runs == (Run("ねえ、聞こえる？", voice="凪"),)
    assert again.cues[5].layout.vertical == "rl"
    assert again.cues[4].runs[1].sung_ms == 14_500
    assert (again.language, again.title) == ("ja", "港の灯（架空の楽曲）")


def test_a_reading_that_cannot_be_held_stands_in_brackets() -> None:
    text = kinds.write(fitted(example("harbour_light.ja.vtt"), "srt"), "srt").decode()
    assert "灯（あかり）のふたり旅" in text


def test_lyrics_have_one_line_and_no_overlap() -> None:
    cues = (Cue(1000, 5000, (Run("a\nb"),)), Cue(4003, 6000, (Run("海\n風"),)))
    captions = Captions("srt", cues)
    assert lost(captions, "lrc") == {"lines": (1, 2), "milliseconds": (2,), "ends": (1,)}
    assert kinds.write(fitted(captions, "lrc"), "lrc").decode() == (
        "[00:01.00]a b\n[00:04.00]海　風\n[00:06.00]\n"
    )


def test_one_speaker_a_cue_in_ass() -> None:
    cue = Cue(0, 1000, (Run("a", voice="A"), Run("b", voice="B")))
    assert lost(Captions("vtt", (cue,)), "ass") == {"voice": (1,)}


@pytest.mark.parametrize("kind", list(kinds.KINDS))
def test_every_loss_is_said_in_both_languages(kind: str) -> None:
    for name in ("harbour_light.ja.vtt", "harbour_light.ja.ass", "harbour_light.ja.ttml"):
        for loss in losses(example(name), kind):
            assert loss.said.en
            assert any("ぁ" <= letter <= "ん" for letter in loss.said.ja)
