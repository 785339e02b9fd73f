"""The check for localised titles lists the markets that have none in their languages."""

from typing import Any

import pytest

from kaigai.facts.settings import Settings
from kaigai.findings.checks.video_not_localised import video_not_localised
from kaigai.terms.territories import mask_of
from tests.conftest import table

MARKETS = Settings(markets=("JP", "US", "TW", "MX", "PH"))


def asked(
    *languages: str, default: str | None = "ja", official: bool | None = True
) -> list[dict[str, Any]]:
    video = {"video_id": "V", "title": "夜明け", "default_language": default,
             "is_official": official}  # fmt: skip
    names = [
        {"subject_kind": "video", "subject_id": "V", "role": "localised", "language": language}
        for language in languages
    ]
    rows = video_not_localised.ask(table("placed_videos", video), table("names", *names), MARKETS)
    return rows.to_pyarrow().to_pylist()


def test_finds_a_video_without_localised_titles() -> None:
    (bad,) = asked()
    assert bad["languages_en"] == "English, Chinese (Traditional), Spanish"
    assert bad["languages_ja"] == "英語、中国語（繁体字）、スペイン語"
    assert tuple(bad[f"m{i}"] for i in range(4)) == mask_of(["US", "TW", "MX", "PH"])


def test_simplified_chinese_does_not_serve_taiwan() -> None:
    (bad,) = asked("en", "es-419", "zh-Hans")
    assert bad["languages_en"] == "Chinese (Traditional)"
    assert tuple(bad[f"m{i}"] for i in range(4)) == mask_of(["TW"])


@pytest.mark.parametrize("chinese", ["zh-Hant", "zh-TW", "zh-HK", "zh"])
def test_passes_when_every_market_is_served(chinese: str) -> None:
    assert asked("en", "es", chinese) == []


def test_the_title_itself_serves_in_its_language() -> None:
    assert asked("es", "zh-TW", default="en-US") == []
    assert [bad["languages_en"] for bad in asked("es", "zh-TW", default=None)] == ["English"]


@pytest.mark.parametrize("official", [False, None])
def test_only_official_videos_are_asked(official: bool | None) -> None:
    assert asked(official=official) == []
