"""Languages mean slots, and slots mean a language and a role."""

import pytest

from kaigai.desks.review.slots import NoLanguage, Slot, slots_of


@pytest.mark.parametrize(
    ("languages", "slots"),
    [
        ("latin,en", ["latin", "english"]),
        ("romaji, ja-Latn,ko-Latn", ["latin"]),
        ("en-US,ko,zh-TW", ["english", "lang:ko", "lang:zh-TW"]),
        ("ja-Hrkt", ["reading"]),
        ("", []),
    ],
)
def test_languages(languages: str, slots: list[str]) -> None:
    assert slots_of(languages) == slots


def test_a_word_that_is_none() -> None:
    with pytest.raises(NoLanguage) as raised:
        slots_of("en,klingonese")
    assert "klingonese" in raised.value.text.ja


@pytest.mark.parametrize(
    ("slot", "script", "language", "role", "source"),
    [
        ("latin", "Jpan", "ja-Latn", "latin", "ja"),
        ("latin", "Hang", "ko-Latn", "latin", "ko"),
        ("english", "Hani", "en", "english", "ja"),
        ("lang:zh-Hant", "Jpan", "zh-Hant", "translated", "ja"),
    ],
)
def test_a_slot(slot: str, script: str, language: str, role: str, source: str) -> None:
    one = Slot("recording", "1", slot, "夜", script)
    assert (one.language, one.role, one.source_language) == (language, role, source)
