"""The check for native video titles looks past the artist's name and the usual words."""

from typing import Any

import pytest

from kaigai.findings.checks.video_title_native_only import video_title_native_only
from tests.conftest import found, table

ARTIST = {"party_id": "P", "artist": "潮見かなた", "artist_latin": "Kanata Shiomi"}


def asked(
    title: str,
    description: str | None = None,
    *names: dict[str, Any],
    official: bool | None = True,
) -> list[str]:
    video = {
        "video_id": "V", "title": title, "description": description, "is_official": official,
        "party_id": "P",
    }  # fmt: skip
    own = [{"subject_kind": "video", "subject_id": "V", **name} for name in names]
    rows = video_title_native_only.ask(
        table("placed_videos", video), table("names", *own), table("artists", ARTIST)
    )
    return found(rows, "video_id")


@pytest.mark.parametrize(
    "title",
    [
        "潮見かなた「夜明け」",
        "潮見かなた「夜明け」公式MV",
        "潮見かなた - 夜明け [Official Music Video]",
        "KANATA SHIOMI「夜明け」 Official Lyric Video",
        "【M/V】夜明け／潮見かなた (Short ver.)",
    ],
)
def test_finds_a_song_named_in_native_letters_only(title: str) -> None:
    assert asked(title) == ["V"]


@pytest.mark.parametrize(
    "title",
    [
        "潮見かなた「夜明け」 / Kanata Shiomi - Daybreak [Official Music Video]",
        "潮見かなた - Lemon [Official Music Video]",
        "夜明け (Yoake) / 潮見かなた",
        "Daybreak",
        "1999",
    ],
)
def test_passes_a_song_named_in_latin_letters(title: str) -> None:
    assert asked(title) == []


@pytest.mark.parametrize(
    "description",
    [
        "各配信サービスで配信中です。",
        "配信中 https://example.com/kanata-shiomi/daybreak\n▼Official Site\nhttps://example.jp",
        "作詞: Kanata Shiomi\n#夜明け #Daybreak_MV\nX: @kanata\n[Instagram]\nYouTube Channel",
        "",
    ],
)
def test_links_and_credits_between_native_words_say_nothing(description: str) -> None:
    assert asked("潮見かなた「夜明け」", description) == ["V"]


@pytest.mark.parametrize(
    "description", ["“Daybreak” by Kanata Shiomi", "配信中\n\nNew single Daybreak, out now!\n公式"]
)
def test_a_latin_line_of_the_description_counts(description: str) -> None:
    assert asked("潮見かなた「夜明け」", description) == []


def test_a_localised_latin_title_counts() -> None:
    english = {"role": "localised", "language": "en", "script": "Latn", "text": "Daybreak"}
    korean = {"role": "localised", "language": "ko", "script": "Hang", "text": "새벽"}
    assert asked("夜明け", None, english) == []
    assert asked("夜明け", None, korean) == ["V"]


@pytest.mark.parametrize("official", [False, None])
def test_only_official_videos_are_asked(official: bool | None) -> None:
    assert asked("夜明け", official=official) == []


def test_artists_need_not_be_known() -> None:
    video = {"video_id": "V", "title": "夜明け", "is_official": True}
    rows = video_title_native_only.ask(table("placed_videos", video), table("names"))
    assert found(rows, "video_id") == ["V"]
