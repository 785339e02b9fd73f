"""Reads saved answers of the YouTube Data API: videos, captions and channels."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kaigai.formats.sheets.decoding import decode_head
from kaigai.formats.youtube.answers import BrokenJson, resources
from kaigai.formats.youtube.fields import Fields
from kaigai.formats.youtube.resources import (
    Caption,
    caption_from,
    channel_from,
    is_whole,
    kind_of,
    localised_from,
    merged,
    video_from,
)
from kaigai.sources.reader import Part, Refused, RefusedFile, Rows, Source, reader
from kaigai.sources.youtube.rows import (
    caption_parts,
    channel_parts,
    localised_parts,
    localised_rows,
    refused,
    video_key,
    video_parts,
)
from kaigai.terms.text import Text


def looks_like_answers(head: bytes) -> bool:
    """Whether a file begins as JSON that the Data API sends."""
    text = decode_head(head).lstrip()
    if not text.startswith(("{", "[")):
        return False
    return '"youtube#' in text or (
        '"snippet"' in text and ('"channelId"' in text or '"videoId"' in text)
    )


@dataclass(slots=True)
class Heard:
    """What a file said so far that has to wait, and which ids were given out."""

    source: Source
    given: set[str] = field(default_factory=set)
    partial: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    captions: dict[str, list[Caption]] = field(default_factory=dict)
    passed: Counter[str] = field(default_factory=Counter)
    count: int = 0


@reader(
    "youtube",
    about=Text(
        en="Saved answers of the YouTube Data API: videos, captions and channels (JSON).",
        ja="保存したYouTube Data APIの応答(動画・字幕・チャンネルのJSON)です。",
    ),
    feeds=("videos", "captions", "channels", "names", "territory_sets"),
    licence="api-terms",
    sniff=lambda head, name: looks_like_answers(head),
    order=20,
)
def youtube(source: Source) -> Iterator[Part]:
    heard = Heard(source)
    with source.open() as stream:
        for found in resources(stream):
            if isinstance(found, BrokenJson):
                if not heard.count and not found.place.startswith("line"):
                    raise RefusedFile(found.place, found.reason, _JSON[0], _AGAIN)
                yield Refused(found.place, found.reason, *_JSON)
                continue
            heard.count += 1
            yield from _resource(heard, *found)
    yield from _waiting(heard)


def _resource(heard: Heard, place: str, item: object) -> Iterator[Part]:
    if not isinstance(item, dict):
        yield Refused(place or "/", str(type(item).__name__), *_RESOURCE)
        return
    fields = Fields(place, item)
    kind = kind_of(item)
    if kind == "video":
        yield from _video(heard, fields)
    elif kind == "caption":
        if (track := caption_from(fields)) is not None:
            heard.captions.setdefault(track.video_id, []).append(track)
    elif kind == "channel":
        channel = channel_from(fields)
        if channel is not None and channel.channel_id not in heard.given:
            heard.given.add(channel.channel_id)
            yield from channel_parts(channel)
    else:
        heard.passed[kind] += 1
    yield from map(refused, fields.odd)


def _video(heard: Heard, fields: Fields) -> Iterator[Part]:
    """A whole video is given out at once, one with some of its parts when nothing more can come.

    What comes again of a video that was given out adds its languages and no more.
    """
    own = fields.item.get("id")
    if isinstance(own, str) and own in heard.given:
        again = localised_from(fields)
        yield Rows("names", list(localised_rows(own, again)), video_key(own))
        return
    if isinstance(own, str) and own in heard.partial:
        fields = Fields(fields.place, merged(heard.partial.pop(own)[1], fields.item), fields.odd)
    if isinstance(own, str) and not is_whole(fields.item):
        heard.partial[own] = fields.place, fields.item
        return
    yield from _given_out(heard, fields)


def _given_out(heard: Heard, fields: Fields) -> Iterator[Part]:
    video = video_from(fields)
    if video is not None:
        heard.given.add(video.video_id)
        yield from video_parts(video, fields, heard.source.modified_at)
    elif (own := fields.item.get("id")) and fields.item.get("localizations"):
        languages = localised_from(fields)
        yield from localised_parts(str(own), languages)


def _waiting(heard: Heard) -> Iterator[Part]:
    for place, item in heard.partial.values():
        fields = Fields(place, item)
        yield from _given_out(heard, fields)
        yield from map(refused, fields.odd)
    for video_id, tracks in heard.captions.items():
        yield from caption_parts(video_id, tracks)
    for kind, count in heard.passed.items():
        yield Refused("/", f"{kind} × {count:,}", *_OTHERS)


_JSON = (
    Text(en="whole JSON, as the API sends it", ja="APIが返したままの、壊れていないJSON"),
    Text(
        en="save the answer again; what stands before this place was read",
        ja="応答を保存し直してください。ここより前の内容は読み込みました",
    ),
)
_AGAIN = Text(en="save the API's answer again", ja="APIの応答を保存し直してください")
_RESOURCE = (
    Text(
        en="an object: a video, a caption track or a channel",
        ja="動画・字幕・チャンネルのオブジェクト",
    ),
    Text(en="save the API's answer unchanged", ja="APIの応答を加工せずに保存してください"),
)
_OTHERS = (
    Text(
        en="videos, caption tracks or channels; other answers are passed over",
        ja="動画・字幕・チャンネル。ほかの応答は読み飛ばします",
    ),
    Text(
        en="ask videos.list with the ids of these items to have them read",
        ja="読み込むには、これらのIDでvideos.listを取得してください",
    ),
)
