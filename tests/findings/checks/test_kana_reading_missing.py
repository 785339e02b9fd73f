"""The check for readings asks for them where there are kanji, and of Japanese alone."""

from typing import Any

import pytest

from kaigai.findings.checks.kana_reading_missing import kana_reading_missing
from tests.conftest import found, table


def asked(title: str, *names: dict[str, Any], sung: str | None = None) -> list[str]:
    recordings = table(
        "recordings", {"recording_id": "A", "title": title, "language_of_performance": sung}
    )
    own = [{"subject_kind": "recording", "subject_id": "A", **name} for name in names]
    return found(kana_reading_missing.ask(recordings, table("names", *own)), "recording_id")


@pytest.mark.parametrize("title", ["夜明け", "Dear 灯台", "佐々木", "𠮷野"])
def test_finds_kanji_without_a_reading(title: str) -> None:
    assert asked(title, {"role": "display", "text": title, "language": "ja"}) == ["A"]


def test_passes_a_title_with_its_reading() -> None:
    assert asked("夜明け", {"role": "reading", "text": "ヨアケ"}) == []


@pytest.mark.parametrize("title", ["さよなら", "ラブソング", "Daybreak", "봄날", "24"])
def test_passes_titles_without_kanji(title: str) -> None:
    assert asked(title) == []


def test_passes_chinese_titles_and_songs() -> None:
    assert asked("小幸運", {"role": "display", "text": "小幸運", "language": "zh-Hant"}) == []
    assert asked("小幸運", sung="yue") == []


def test_a_translation_into_chinese_is_no_excuse() -> None:
    assert asked("夜明け", {"role": "translated", "text": "黎明", "language": "zh-Hant"}) == ["A"]
