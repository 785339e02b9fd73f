"""Videos, captions and channels as rows, each with the delivery that a newer answer replaces."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from kaigai.formats.youtube.fields import Fields, Oddity
from kaigai.formats.youtube.resources import Caption, Channel, Video
from kaigai.formats.youtube.title_parts import title_parts
from kaigai.sources.naming import name_row
from kaigai.sources.reader import SEEN, Delivery, Part, Refused, Rows
from kaigai.sources.rights import territory_set
from kaigai.terms.languages import canonical
from kaigai.terms.territories import WORLD, Mask, complement, expand, intersect, mask_id
from kaigai.terms.text import Text

Languages = Mapping[str, tuple[str | None, str | None]]  #: language: (title, description)

SERVICE = "YouTube"
DESCRIPTION = 500  #: characters of a description that are kept as a name: its script matters


def video_parts(video: Video, fields: Fields, seen_at: datetime) -> Iterator[Part]:
    """A video, its names, and where it is open; unknown territory codes are noted in `fields`.

    No list, or an empty list of blocked territories, means open everywhere: no territory set.
    """
    key, video_id = video_key(video.video_id), f"youtube:{video.video_id}"
    yield Delivery(f"youtube:video:{video.video_id}", key, standing=SEEN)
    mask = _open(video, fields)
    if mask is not None:
        given = _given(video)
        yield Rows("territory_sets", [territory_set(mask, given)])
    channel = f"youtube:{video.channel_id}" if video.channel_id else None
    row = {
        "video_id": video_id,
        "service": SERVICE,
        "service_id": video.video_id,
        "channel_id": channel,
        "channel": video.channel,
        "title": video.title,
        "description": video.description,
        "published_at": video.published_at,
        "duration_ms": video.duration_ms,
        "default_language": _language(video.default_language),
        "audio_language": _language(video.audio_language),
        "territory_set_id": None if mask is None else mask_id(mask),
        "has_captions": video.has_captions,
        "views": video.views,
        "likes": video.likes,
        "seen_at": seen_at,
    }
    yield Rows("videos", [row], key)
    names = [*_names(video, video_id), *localised_rows(video.video_id, video.localised)]
    yield Rows("names", names, key)


def video_key(video_id: str) -> str:
    """The key of a video's delivery within its file."""
    return f"video:{video_id}"


def localised_rows(video_id: str, languages: Languages) -> Iterator[dict[str, object]]:
    """Names of a video in the languages that its owner added."""
    for language, (title, _) in languages.items():
        if title:
            yield name_row(
                "video", f"youtube:{video_id}", title, role="localised", language=language
            )


def localised_parts(video_id: str, languages: Languages) -> Iterator[Part]:
    """The languages of a video that came alone, without what it is."""
    key = f"localizations:{video_id}"
    yield Delivery(f"youtube:localizations:{video_id}", key, standing=SEEN)
    yield Rows("names", list(localised_rows(video_id, languages)), key)


def caption_parts(video_id: str, tracks: Iterable[Caption]) -> Iterator[Part]:
    """All caption tracks of a video: together they replace those known before."""
    key = f"captions:{video_id}"
    yield Delivery(f"youtube:captions:{video_id}", key, standing=SEEN)
    rows = [
        {
            "video_id": f"youtube:{video_id}",
            "caption_id": track.caption_id,
            "language": _language(track.language),
            "track_kind": track.track_kind,
            "is_draft": track.is_draft,
            "status": track.status,
            "caption_name": track.name,
        }
        for track in tracks
    ]
    yield Rows("captions", rows, key)


def channel_parts(channel: Channel) -> Iterator[Part]:
    """A channel as YouTube shows it; whose it is, only the label can say."""
    key = f"channel:{channel.channel_id}"
    yield Delivery(f"youtube:channel:{channel.channel_id}", key, standing=SEEN)
    row = {
        "channel_id": f"youtube:{channel.channel_id}",
        "service": SERVICE,
        "title": channel.title,
        "party_id": None,
        "is_official": None,
        "country": channel.country,
        "subscribers": channel.subscribers,
    }
    yield Rows("channels", [row], key)


def refused(oddity: Oddity) -> Refused:
    """An oddity as a refusal."""
    return Refused(oddity.place, oddity.found, oddity.expected, oddity.todo)


def _names(video: Video, video_id: str) -> Iterator[dict[str, object]]:
    language = video.default_language
    if video.title:
        yield name_row(
            "video", video_id, video.title, role="display", language=language, is_default=True
        )
        for part in title_parts(video.title):
            yield name_row("video", video_id, part, role="title_part", is_official=False)
    if video.description and video.description.strip():
        text = video.description[:DESCRIPTION]
        yield name_row("video", video_id, text, role="description", language=language)


def _language(tag: str | None) -> str | None:
    return canonical(tag) if tag else None


def _open(video: Video, fields: Fields) -> Mask | None:
    if video.allowed is None and not video.blocked:
        return None
    region = fields.part("contentDetails").part("regionRestriction")
    allowed = WORLD if video.allowed is None else _mask(region, "allowed", video.allowed)
    return intersect(allowed, complement(_mask(region, "blocked", video.blocked or ())))


def _mask(region: Fields, name: str, codes: tuple[str, ...]) -> Mask:
    known = expand(codes)
    if known.unknown or known.partial:
        region.note(name, [*known.unknown, *known.partial], _CODES)
    return known.mask


def _given(video: Video) -> str:
    lists = (("allowed", video.allowed), ("blocked", video.blocked))
    return "; ".join(f"{name}: {' '.join(codes)}" for name, codes in lists if codes is not None)


_CODES = (
    Text(en="ISO 3166-1 territory codes", ja="ISO 3166-1の国・地域コード"),
    Text(
        en="look at the video's own settings for these codes; the others were used",
        ja="該当コードは動画の設定で確認してください。ほかのコードは読み込みました",
    ),
)
