"""A translators' sheet as new captions: their own cues and times, lyrics marked."""

from typing import Any

import pytest

from kaigai.desks.review.cues.sheet import FORM, clock, rows
from kaigai.desks.review.cues.slots import as_song, cue_slots
from kaigai.desks.review.cues.translation import in_language, taken
from kaigai.formats.captions import kinds
from kaigai.formats.sheets.form import Line
from kaigai.formats.sheets.mark import mark

FILE = """WEBVTT
Language: ja

1
00:00:01.000 --> 00:00:03.000
<v 由紀>こんにちは

2
00:00:04.000 --> 00:00:06.000
♪ 海はひろいな ♪

3
00:00:07.000 --> 00:00:08.000
…
""".encode()
CAPTIONS = kinds.read(FILE, "a.vtt").captions


def line(number: int, translation: str = "", *, row: int = 2, **cells: str) -> Line:
    """A row as it was given out, and filled in."""
    cue = CAPTIONS.cues[number - 1]
    given = {
        "id": str(number), "start": clock(cue.start_ms), "end": clock(cue.end_ms),
        "original": cue.text, "suggestion": "Hello", "stamp": f"{number}.{mark(cue.text)}.-",
    }  # fmt: skip
    held = {**given, "translation": translation, **cells}
    return Line(row, held, FORM.given(held["stamp"]))


def own(**cells: str) -> Line:
    """A row that the translator added."""
    return Line(9, {"id": "", "stamp": "", **cells})


def test_cues_keep_their_voice_and_lyrics_are_marked() -> None:
    made = taken([line(1, "Hi"), line(2, "The sea is wide")], CAPTIONS.cues, are_lyrics=False)
    first, second = made.cues
    assert (first.text, first.runs[0].voice) == ("Hi", "由紀")
    assert second.text == "♪ The sea is wide ♪"
    assert made.sung == 1
    assert [(pair.original, pair.is_lyrics) for pair in made.pairs] == [
        ("こんにちは", False), ("♪ 海はひろいな ♪", True),
    ]  # fmt: skip


def test_a_cue_stands_in_one_row_whatever_a_spreadsheet_made_of_its_number() -> None:
    made = taken([line(1, "Hi", id="０1"), line(1, "Ho", row=3)], CAPTIONS.cues, are_lyrics=False)
    assert [cue.text for cue in made.cues] == ["Hi"]
    assert [(bad.place, "its second" in bad.expected.en) for bad in made.bad] == [(3, True)]


def test_times_are_the_translators_own() -> None:
    added = own(start="0:00:09,5", end="0:11", translation="Applause")
    made = taken([added, line(1, "Hi", end="0:00:02")], CAPTIONS.cues, are_lyrics=False)
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in made.cues] == [
        (1000, 2000, "Hi"), (9500, 11000, "Applause"),
    ]  # fmt: skip
    assert made.own == 1
    assert made.empty == [2]


def test_a_ditto_takes_the_suggestion() -> None:
    made = taken([line(1, "^"), line(2, "〃")], CAPTIONS.cues, are_lyrics=False)
    assert [cue.text for cue in made.cues] == ["Hello", "♪ Hello ♪"]


def test_an_original_that_changed_is_left_out_and_told() -> None:
    made = taken([line(1, "Hi", stamp="1.000000.-")], CAPTIONS.cues, are_lyrics=False)
    assert (made.cues, made.stale) == ([], [1])


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (line(1, "Hi", start="soon"), "a time like"),
        (line(1, "Hi", end="0:00:01.000"), "after the start"),
        (line(1, "Hi", stamp="9.000000.-", id="9"), "a cue of this"),
        (line(1, "Hi", stamp="x", id="1"), "a cue of this"),
        (line(1, "x" * 2001), "2,000 characters"),
        (own(start="0:01", end="0:02"), "2,000 characters"),
        (own(translation="Hi"), "a time like"),
    ],
)
def test_rows_that_cannot_be_used(row: Line, says: str) -> None:
    made = taken([row], CAPTIONS.cues, are_lyrics=False)
    assert [says in bad.expected.en for bad in made.bad] == [True]
    assert made.cues == []


@pytest.mark.parametrize("kind", ["vtt", "ttml", "ass", "srt"])
def test_the_new_file_says_its_language_where_it_can(kind: str) -> None:
    source = kinds.read(kinds.write(CAPTIONS, kind), f"a.{kind}").captions
    made = taken([line(1, "Hi")], source.cues, are_lyrics=False)
    text = kinds.write(in_language(source, made.cues, "en"), kind).decode()
    assert "Hi" in text
    assert "こんにちは" not in text
    if kind in ("vtt", "ttml"):
        assert kinds.read(text.encode(), f"a.{kind}").captions.language == "en"


def test_the_sheet_has_a_row_for_each_cue_with_words() -> None:
    suggestion: dict[str, Any] = {
        "subject_id": cue_slots(CAPTIONS.cues, FILE, ["english"])[0].subject_id,
        "slot": "english", "text": "Hello", "source_text": "こんにちは", "confidence": 0.9,
        "origin": "memory", "faults": [], "rank": 0, "tier": "suggest",
    }  # fmt: skip
    made = rows(CAPTIONS.cues, FILE, "english", [suggestion], are_lyrics=False, language="ja")
    assert [row["id"] for row in made] == ["1", "2"]
    assert (made[0]["suggestion"], made[0]["origin"]) == ("Hello", "翻訳メモリ")
    assert [row["lyrics"] for row in made] == [None, "♪"]
    assert all(row["translation"] is None for row in made)
    assert FORM.columns_of([FORM.heading("translation"), "Start"]) == {
        "translation": 0,
        "start": 1,
    }


def test_lyrics_are_known_by_their_mark() -> None:
    slots = cue_slots(CAPTIONS.cues, FILE, ["english", "lang:ko"])
    assert [each.is_lyrics for each in slots] == [False, True, False, True]
    assert all(each.is_lyrics for each in cue_slots(CAPTIONS.cues, FILE, ["en"], are_lyrics=True))
    assert as_song("♫ la") == "♫ la"
