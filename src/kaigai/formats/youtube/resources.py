"""Videos, caption tracks and channels as the Data API tells them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kaigai.formats.youtube.fields import Fields
from kaigai.formats.youtube.ids import channel_id, video_id
from kaigai.terms.text import Text


@dataclass(frozen=True, slots=True)
class Video:
    """A video. `allowed` and `blocked`: territory codes as sent, None where there is no list."""

    video_id: str
    channel_id: str | None
    channel: str | None
    title: str | None
    description: str | None
    published_at: datetime | None
    duration_ms: int | None
    default_language: str | None
    audio_language: str | None
    allowed: tuple[str, ...] | None
    blocked: tuple[str, ...] | None
    has_captions: bool | None
    views: int | None
    likes: int | None
    localised: Mapping[str, tuple[str | None, str | None]]  #: language: (title, description)


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption track; `track_kind` is standard, asr (made by a machine) or forced."""

    video_id: str
    caption_id: str
    language: str | None
    track_kind: str | None
    is_draft: bool | None
    status: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel; `subscribers` is None where hidden."""

    channel_id: str
    title: str | None
    country: str | None
    subscribers: int | None


def kind_of(item: Mapping[str, object]) -> str:
    """`video`, `caption`, `channel`, or the API's own name for anything else.

    An answer that was asked without `kind` is known by what is in it.
    """
    kind = item.get("kind")
    if isinstance(kind, str) and kind:
        return kind.removeprefix("youtube#")
    snippet = item.get("snippet")
    own = item.get("id")
    if isinstance(snippet, dict) and "trackKind" in snippet:
        return "caption"
    if isinstance(own, str) and channel_id(own) == own:
        return "channel"
    if isinstance(own, str) and video_id(own) == own:
        return "video"
    return "unknown"


def merged(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """Two answers about one thing, each with some of its parts."""
    return {**one, **{key: value for key, value in other.items() if value is not None}}


def is_whole(item: Mapping[str, object]) -> bool:
    """Whether a video came with the parts that say what it is and where it may be seen."""
    return "snippet" in item and "contentDetails" in item


def video_from(fields: Fields) -> Video | None:
    """A video; None when it has no id or neither snippet nor contentDetails (an oddity, unless
    its localizations are all that was asked for)."""
    own = _own_id(fields, video_id, VIDEO_ID)
    if own is None:
        return None
    if not fields.item.get("snippet") and not fields.item.get("contentDetails"):
        if not fields.item.get("localizations"):
            fields.note("", list(fields.item), PARTS)
        return None
    snippet, content = fields.part("snippet"), fields.part("contentDetails")
    region, counted = content.part("regionRestriction"), fields.part("statistics")
    return Video(
        own,
        snippet.text("channelId"),
        snippet.text("channelTitle"),
        snippet.text("title"),
        snippet.text("description"),
        snippet.instant("publishedAt"),
        content.duration_ms("duration"),
        snippet.text("defaultLanguage"),
        snippet.text("defaultAudioLanguage"),
        region.texts("allowed"),
        region.texts("blocked"),
        content.flag("caption"),
        counted.count("viewCount"),
        counted.count("likeCount"),
        localised_from(fields),
    )


def localised_from(fields: Fields) -> dict[str, tuple[str | None, str | None]]:
    """Language to (title, description), as the owner added them."""
    return {
        language: (each.text("title"), each.text("description"))
        for language, each in fields.part("localizations").members()
    }


def caption_from(fields: Fields) -> Caption | None:
    """A caption track; None (with an oddity) when it does not say of which video."""
    snippet = fields.part("snippet")
    video = snippet.text("videoId")
    if video is None or video_id(video) != video:
        snippet.note("videoId", video, VIDEO_ID)
        return None
    kind = (snippet.text("trackKind") or "").lower() or None
    language, name = snippet.text("language"), snippet.text("name")
    own = fields.text("id") or f"{video}/{language}/{kind}/{name or ''}"
    return Caption(
        video, own, language, kind, snippet.flag("isDraft"), snippet.text("status"), name
    )


def channel_from(fields: Fields) -> Channel | None:
    """A channel; None (with an oddity) when it has no id."""
    own = _own_id(fields, channel_id, CHANNEL_ID)
    if own is None:
        return None
    snippet, counted = fields.part("snippet"), fields.part("statistics")
    hidden = counted.flag("hiddenSubscriberCount")
    subscribers = None if hidden else counted.count("subscriberCount")
    return Channel(own, snippet.text("title"), snippet.text("country"), subscribers)


def _own_id(
    fields: Fields, known: Callable[[str], str | None], reason: tuple[Text, Text]
) -> str | None:
    own = fields.text("id")
    if own is None or known(own) != own:
        fields.note("id", fields.item.get("id"), reason)
        return None
    return own


PARTS: Final = (
    Text(
        en="a video with the parts snippet or contentDetails",
        ja="snippetかcontentDetailsを含む動画",
    ),
    Text(
        en="ask videos.list with part=snippet,contentDetails,statistics,localizations",
        ja="videos.listをpart=snippet,contentDetails,statistics,localizationsで取得してください",
    ),
)
VIDEO_ID: Final = (
    Text(en="a video's id of 11 characters", ja="11文字の動画ID"),
    Text(
        en="save the API's answer again, unchanged, with its ids",
        ja="APIの応答を、IDを含めて加工せずに保存し直してください",
    ),
)
CHANNEL_ID: Final = (
    Text(en="a channel's id (UC…)", ja="チャンネルID(UC…)"),
    VIDEO_ID[1],
)
