"""What the YouTube Data API would answer about the label's videos: videos, captions, channels."""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from examples.generator.model import CaptionTrack, Channel, Label, Video

PAGE = 50  #: the most that videos.list gives at once
SEEN = "2026-10-30T02:00:00Z"


def files(label: Label) -> Iterator[tuple[str, bytes]]:
    """File names and their content."""
    for page, start in enumerate(range(0, len(label.videos), PAGE), 1):
        some = label.videos[start : start + PAGE]
        yield f"videos_list_{page:02d}.json", _indented(_answer("video", map(_video, some)))
    yield "channels_list.json", _indented(_answer("channel", map(_channel, label.channels)))
    yield "captions_list.jsonl", b"".join(_captions(label.videos))


def _answer(kind: str, items: Iterable[dict[str, Any]]) -> dict[str, Any]:
    listed = list(items)
    return {
        "kind": f"youtube#{kind}ListResponse",
        "etag": _tag(kind, len(listed)),
        "items": listed,
        "pageInfo": {"totalResults": len(listed), "resultsPerPage": len(listed)},
    }


def _indented(answer: dict[str, Any]) -> bytes:
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()


def _tag(*about: object) -> str:
    return blake2b("/".join(map(str, about)).encode(), digest_size=15).hexdigest()


def _video(video: Video) -> dict[str, Any]:
    item: dict[str, Any] = {
        "kind": "youtube#video",
        "etag": _tag("video", video.video_id),
        "id": video.video_id,
        "snippet": _snippet(video),
        "contentDetails": _content(video),
        "status": {"uploadStatus": "processed", "privacyStatus": "public", "license": "youtube"},
        "statistics": {
            "viewCount": str(video.views),
            "likeCount": str(video.views // 37),
            "commentCount": str(video.views // 900),
        },
    }
    if video.localised:
        item["localizations"] = {
            language: {"title": title, "description": text}
            for language, (title, text) in video.localised.items()
        }
    return item


def _snippet(video: Video) -> dict[str, Any]:
    snippet: dict[str, Any] = {
        "publishedAt": f"{video.published}T11:00:00Z",
        "channelId": video.channel_id,
        "title": video.title,
        "description": video.description,
        "channelTitle": video.channel,
        "categoryId": "10",
        "liveBroadcastContent": "none",
        "localized": {"title": video.title, "description": video.description},
    }
    if video.artist:
        snippet |= {"defaultLanguage": "ja", "defaultAudioLanguage": "ja"}
    return snippet


def _content(video: Video) -> dict[str, Any]:
    minutes, seconds = divmod(video.seconds, 60)
    content: dict[str, Any] = {
        "duration": f"PT{minutes}M{seconds}S" if minutes else f"PT{seconds}S",
        "dimension": "2d",
        "definition": "hd",
        "caption": "true" if video.has_captions else "false",
        "licensedContent": video.artist is not None,
    }
    if video.allowed is not None:
        content["regionRestriction"] = {"allowed": video.allowed}
    elif video.blocked:
        content["regionRestriction"] = {"blocked": video.blocked}
    return content


def _channel(channel: Channel) -> dict[str, Any]:
    return {
        "kind": "youtube#channel",
        "etag": _tag("channel", channel.channel_id),
        "id": channel.channel_id,
        "snippet": {
            "title": channel.title,
            "description": "",
            "publishedAt": "2019-04-01T00:00:00Z",
            "country": "JP",
        },
        "statistics": {
            "viewCount": "0",
            "subscriberCount": str(channel.subscribers),
            "hiddenSubscriberCount": False,
            "videoCount": "0",
        },
    }


def _captions(videos: Iterable[Video]) -> Iterator[bytes]:
    """One answer of captions.list a line, for the videos that were asked about."""
    for video in videos:
        if video.captions is not None:
            tracks = [_track(video, n, track) for n, track in enumerate(video.captions)]
            answer = {
                "kind": "youtube#captionListResponse",
                "etag": _tag("captions", video.video_id),
                "items": tracks,
            }
            yield (json.dumps(answer, ensure_ascii=False) + "\n").encode()


def _track(video: Video, n: int, track: CaptionTrack) -> dict[str, Any]:
    return {
        "kind": "youtube#caption",
        "etag": _tag("caption", video.video_id, n),
        "id": f"CAP-{video.video_id}-{n:02d}",
        "snippet": {
            "videoId": video.video_id,
            "lastUpdated": f"{video.published}T12:00:00Z",
            "trackKind": track.kind,
            "language": track.language,
            "name": "",
            "audioTrackType": "unknown",
            "isCC": False,
            "isDraft": track.is_draft,
            "status": "serving",
        },
    }
