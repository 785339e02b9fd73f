"""Which captions are lyrics, and when they need a clearance."""

import pytest

from kaigai.desks.captions.gate import Asked, Free, asked
from kaigai.formats.captions.document import Opened, opened
from kaigai.formats.captions.songs import numbers, sung
from tests.desks.captions.cues import cue


def file(*texts: str, language: str, name: str = "x.srt") -> Opened:
    """A file of cues."""
    blocks = [f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n"
              for n, text in enumerate(texts, 1)]  # fmt: skip
    return opened("\n".join(blocks).encode(), name, language)


def test_song_is_what_is_marked() -> None:
    texts = ("speech", "♪ la la ♪", "♪", "♪～港に", "灯が", "帰ろう～♪", "台詞")
    assert sung([cue(text, 0, 1) for text in texts]) == [2, 4, 5, 6]


@pytest.mark.parametrize(
    ("language", "need"),
    [
        ("en", Asked((2,), "en", "translation")),
        ("ja-Latn", Asked((2,), "ja-Latn", "romanisation")),
        ("zh-Hant", Asked((2,), "zh-Hant", "translation")),
    ],
)
def test_another_language_or_letters_need_a_clearance(language: str, need: Asked) -> None:
    assert asked(file("a", "♪ b ♪", language=language), are_lyrics=False, original="ja") == need


def test_the_own_language_and_speech_are_free() -> None:
    own = asked(file("♪ 港に ♪", language="ja"), are_lyrics=False, original="ja")
    speech = asked(file("a", "b", language="en"), are_lyrics=False, original="ja")
    assert isinstance(own, Free)
    assert own.cues == (1,)
    assert isinstance(speech, Free)
    assert "--lyrics" in speech.reason.ja


def test_a_file_that_is_all_lyrics_is_asked_whole() -> None:
    assert asked(file("a", "b", language="en"), are_lyrics=True, original="ja") == Asked(
        (1, 2), "en", "translation")  # fmt: skip
    lrc = opened(b"[00:01.00]la la\n", "x.lrc", "en")
    assert isinstance(asked(lrc, are_lyrics=False, original="ja"), Asked)


def test_an_unknown_language_is_asked() -> None:
    found = file("♪ la la ♪", language="")
    assert asked(found, are_lyrics=False, original="ja") == Asked((1,), "", "translation")


def test_numbers_of_cues_in_short() -> None:
    assert numbers([1, 2, 3, 5, 8, 9]) == "1–3, 5, 8–9"
