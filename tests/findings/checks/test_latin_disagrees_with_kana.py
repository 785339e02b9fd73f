"""The check of romaji against kana finds other readings and passes spellings and English."""

from typing import Any

import pytest

from kaigai.facts.settings import Settings
from kaigai.findings.checks.latin_disagrees_with_kana import latin_disagrees_with_kana
from kaigai.sources.naming import name_row
from tests.conftest import table

Name = tuple[str, str, str | None]


def asked(*names: Name, title: str = "星") -> list[dict[str, Any]]:
    """What is found of a recording with names of these (text, role, language)."""
    recordings = table("recordings", {"recording_id": "A", "title": title})
    rows = [
        name_row("recording", "A", text, role=role, language=language)
        for text, role, language in names
    ]
    bad = latin_disagrees_with_kana.ask(recordings, table("names", *rows), Settings())
    return bad.to_pyarrow().to_pylist()


def reading(text: str) -> Name:
    return text, "reading", "ja-Hrkt"


def latin(text: str) -> Name:
    return text, "latin", "ja-Latn"


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [("ホシ", "Sei"), ("ヨルニカケル", "Yoru ni Kakeru Tsukikage"), ("カガミ", "Honoka Kagami")],
)
def test_finds_another_reading(kana: str, romaji: str) -> None:
    (bad,) = asked(reading(kana), latin(romaji))
    assert (bad["latin"], bad["reading"]) == (romaji, kana)


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("オオノ", "Ōno"), ("オオノ", "Ohno"), ("シンブン", "Shimbun"), ("ﾖｱｹ", "Yoake"),
        ("ヨルニカケル", "Yoru ni Kakeru"), ("キミハソラ", "Kimi wa Sora"), ("ラブ", "Love"),
        ("ディア トウダイ", "Dear Toudai"), ("トウキョウ", "Tokyo"),
    ],
)  # fmt: skip
def test_passes_spellings_of_one_reading(kana: str, romaji: str) -> None:
    assert asked(reading(kana), latin(romaji)) == []


def test_a_loanword_in_its_own_spelling_is_nearly_like_its_katakana() -> None:
    assert asked(reading("チャイム"), latin("Chime"), title="チャイム") == []
    assert len(asked(reading("チャイム"), latin("Chime"), title="鐘")) == 1
    assert len(asked(reading("ツキノタイム"), latin("Hoshi no Uta"), title="月のタイム")) == 1


def test_english_titles_are_not_compared() -> None:
    assert asked(reading("イエ"), ("Tsukikage", "english", "en")) == []
    assert asked(reading("イエ"), ("Tsukikage", "translated", "en")) == []
    assert asked(reading("イエ"), ("Tsukikage", "display", "en")) == []


def test_beside_a_romanised_title_another_one_is_free() -> None:
    assert asked(reading("イエ"), latin("Ie"), ("Tsukikage", "display", None)) == []
    assert len(asked(reading("イエ"), ("Tsukikage", "display", None))) == 1


def test_one_of_several_readings_is_enough() -> None:
    assert asked(reading("ホシ"), reading("セイ"), latin("Sei")) == []


def test_a_reading_in_kanji_is_none() -> None:
    assert asked(reading("夜明け"), latin("Sei")) == []


def test_without_a_reading_nothing_is_found() -> None:
    assert asked(latin("Sei"), ("星", "display", "ja")) == []
