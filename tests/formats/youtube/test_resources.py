"""Videos, captions and channels, and what is odd about them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.youtube.fields import Fields, clean
from kaigai.formats.youtube.resources import (
    caption_from,
    channel_from,
    is_whole,
    kind_of,
    merged,
    video_from,
)

VIDEO: dict[str, Any] = {
    "kind": "youtube#video",
    "id": "cW8VLC9nnTo",
    "snippet": {
        "publishedAt": "2023-07-13T14:00:10Z", "channelId": "UCDGmojLIoWpXok597xYo8cg",
        "title": "夜", "description": "", "channelTitle": "灯", "defaultLanguage": "ja",
    },
    "contentDetails": {
        "duration": "PT4M9S", "caption": "true", "regionRestriction": {"blocked": ["BY"]},
    },
    "statistics": {"viewCount": "2828782"},
    "localizations": {"en": {"title": "Night", "description": "d"}},
}  # fmt: skip


def test_a_video() -> None:
    fields = Fields("/items/0", VIDEO)
    video = video_from(fields)
    assert video is not None
    assert (video.duration_ms, video.views, video.likes) == (249_000, 2_828_782, None)
    assert video.published_at == datetime(2023, 7, 13, 14, 0, 10, tzinfo=UTC)
    assert (video.allowed, video.blocked, video.has_captions) == (None, ("BY",), True)
    assert (video.description, video.localised) == (None, {"en": ("Night", "d")})
    assert fields.odd == []
    assert is_whole(VIDEO)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("snippet/publishedAt", "soon"),
        ("snippet/title", 5),
        ("snippet", "text"),
        ("contentDetails/duration", "4:09"),
        ("contentDetails/duration", "P1Y"),
        ("contentDetails/caption", "perhaps"),
        ("contentDetails/regionRestriction/blocked", "BY"),
        ("contentDetails/regionRestriction/blocked", [1]),
        ("statistics/viewCount", "9" * 30),
        pytest.param("statistics/viewCount", 10**5000, id="huge"),
        ("statistics/viewCount", -1),
        ("statistics/viewCount", True),
        ("localizations/en", []),
    ],
)
def test_an_odd_field_is_told_and_the_rest_kept(path: str, value: object) -> None:
    item = {key: dict(part) if isinstance(part, dict) else part for key, part in VIDEO.items()}
    item["contentDetails"]["regionRestriction"] = {}
    *parents, name = path.split("/")
    inner = item
    for parent in parents:
        inner = inner[parent]
    inner[name] = value
    fields = Fields("/items/3", item)
    video = video_from(fields)
    assert video is not None
    assert video.video_id == "cW8VLC9nnTo"
    assert [odd.place for odd in fields.odd] == [f"/items/3/{path}"]


@pytest.mark.parametrize("own", [None, 5, "short", {"videoId": "cW8VLC9nnTo"}])
def test_a_video_without_its_id_is_told(own: object) -> None:
    fields = Fields("/items/3", {**VIDEO, "id": own})
    assert video_from(fields) is None
    assert [odd.place for odd in fields.odd] == ["/items/3/id"]


def test_parts_that_say_too_little() -> None:
    counted = Fields("", {"id": "cW8VLC9nnTo", "statistics": {}})
    assert video_from(counted) is None
    assert "snippet" in counted.odd[0].expected.en
    named = Fields("", {"id": "cW8VLC9nnTo", "localizations": VIDEO["localizations"]})
    assert video_from(named) is None
    assert named.odd == []
    assert merged({"id": 1, "a": 2}, {"id": 1, "a": None, "b": 3}) == {"id": 1, "a": 2, "b": 3}


def test_a_caption_track() -> None:
    snippet = {"videoId": "cW8VLC9nnTo", "trackKind": "ASR", "language": "ja", "isDraft": False}
    caption = caption_from(Fields("", {"id": "x", "snippet": snippet}))
    assert caption is not None
    assert (caption.caption_id, caption.track_kind, caption.is_draft) == ("x", "asr", False)
    unnamed = caption_from(Fields("", {"snippet": snippet}))
    assert unnamed is not None
    assert unnamed.caption_id == "cW8VLC9nnTo/ja/asr/"
    lost = Fields("/items/0", {"snippet": {"trackKind": "standard"}})
    assert caption_from(lost) is None
    assert lost.odd[0].place == "/items/0/snippet/videoId"


def test_a_channel() -> None:
    item: dict[str, object] = {
        "id": "UCDGmojLIoWpXok597xYo8cg",
        "snippet": {"title": "灯", "country": "JP"},
        "statistics": {"subscriberCount": "12", "hiddenSubscriberCount": False},
    }
    channel = channel_from(Fields("", item))
    assert channel is not None
    assert (channel.title, channel.country, channel.subscribers) == ("灯", "JP", 12)
    item["statistics"] = {"subscriberCount": "12", "hiddenSubscriberCount": True}
    hidden = channel_from(Fields("", item))
    assert hidden is not None
    assert hidden.subscribers is None


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"kind": "youtube#video"}, "video"),
        ({"kind": "youtube#searchResult"}, "searchResult"),
        ({"id": "cW8VLC9nnTo"}, "video"),
        ({"id": "UCDGmojLIoWpXok597xYo8cg"}, "channel"),
        ({"id": "x", "snippet": {"trackKind": "asr"}}, "caption"),
        ({"id": {}}, "unknown"),
    ],
)
def test_kinds(item: dict[str, object], kind: str) -> None:
    assert kind_of(item) == kind


@given(st.text(st.characters(), max_size=20))
def test_cleaned_text_can_always_be_stored(text: str) -> None:
    assert clean(text + "\ud800").encode().decode()
