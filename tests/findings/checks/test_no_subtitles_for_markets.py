"""The check for subtitles weighs plays by market, and asks every market where none are known."""

from typing import Any

import pytest

from kaigai.facts.settings import Settings
from kaigai.findings.checks.no_subtitles_for_markets import no_subtitles_for_markets
from kaigai.terms.territories import mask_of
from tests.conftest import table

SETTINGS = Settings(markets=("JP", "US", "TW", "TH"))
VIDEO = {"video_id": "V", "title": "夜明け", "recording_id": "A", "is_official": True,
         "has_captions": True}  # fmt: skip


def plays(territory: str, quantity: float = 10, **more: Any) -> dict[str, Any]:
    row = {"subject_kind": "video", "subject_id": "V", "measure": "views", "service": "youtube"}
    return {**row, "days": 30, "territory": territory, "quantity": quantity, **more}


def asked(
    languages: tuple[str, ...], *usage: dict[str, Any], **video: Any
) -> list[dict[str, Any]]:
    tracks = [{"video_id": "V", "track_kind": "standard", "language": each} for each in languages]
    rows = no_subtitles_for_markets.ask(
        table("placed_videos", {**VIDEO, **video}),
        SETTINGS,
        table("captions", *tracks),
        table("usage", *usage),
    )
    return rows.to_pyarrow().to_pylist()


def missing(bad: dict[str, Any]) -> tuple[int, ...]:
    return tuple(bad[f"m{i}"] for i in range(4))


def test_finds_markets_that_play_it_without_subtitles() -> None:
    (bad,) = asked(("ja",), plays("US", 40), plays("TH", 2), plays("JP", 1000))
    assert (bad["severity"], bad["plays"]) == ("high", 42)
    assert missing(bad) == mask_of(["US", "TH"])
    assert bad["languages_en"] == "English, Thai"
    assert "42" in no_subtitles_for_markets.say.to("ja", **bad)


def test_plays_of_the_recording_count_as_well() -> None:
    song = plays("TW", 5, subject_kind="recording", subject_id="A", measure="streams")
    (bad,) = asked(("ja", "en"), song, plays("US"))
    assert (bad["plays"], missing(bad)) == (5, mask_of(["TW"]))


def test_the_same_plays_in_two_reports_count_once() -> None:
    daily = [plays("US", 4, days=1), plays("US", 3, days=1)]
    (bad,) = asked(("ja",), *daily, plays("US", 7, days=7))
    assert bad["plays"] == 7


def test_without_plays_every_market_is_asked_with_less_weight() -> None:
    (bad,) = asked(("ja", "en"))
    assert (bad["severity"], bad["plays"]) == ("medium", None)
    assert missing(bad) == mask_of(["TW", "TH"])
    assert no_subtitles_for_markets.say.to("en", **bad).endswith("Thai.")


def test_plays_of_the_world_say_nothing_of_markets() -> None:
    (bad,) = asked(("ja", "en"), plays("WORLD", 9000))
    assert bad["severity"] == "medium"


def test_passes_when_the_markets_that_play_it_are_served() -> None:
    assert asked(("ja", "en-GB", "zh-TW"), plays("US"), plays("TW"), plays("JP")) == []
    assert asked(("ja",), plays("JP"), plays("DE")) == []


def test_ranks_are_no_plays() -> None:
    assert asked(("en",), plays("US"), plays("TH", 3, measure="chart_rank")) == []


def test_automatic_captions_and_simplified_chinese_do_not_serve() -> None:
    (bad,) = asked(("zh-Hans", "en"), plays("TW"))
    assert missing(bad) == mask_of(["TW"])
    asr = table("captions", {"video_id": "V", "track_kind": "asr", "language": "en"})
    rows = no_subtitles_for_markets.ask(table("placed_videos", VIDEO), SETTINGS, asr)
    assert missing(rows.to_pyarrow().to_pylist()[0]) == mask_of(["US", "TW", "TH"])


def test_a_song_in_the_language_of_the_market_needs_no_subtitles() -> None:
    assert asked(("ja",), plays("US"), audio_language="en-US") == []


@pytest.mark.parametrize(("has_captions", "expected"), [(False, 1), (True, 0), (None, 0)])
def test_unlisted_captions_are_known_only_where_there_are_none(
    has_captions: bool | None, expected: int
) -> None:
    assert len(asked((), plays("US"), has_captions=has_captions)) == expected


def test_videos_of_others_are_not_asked() -> None:
    assert asked((), plays("US"), has_captions=False, is_official=False) == []
