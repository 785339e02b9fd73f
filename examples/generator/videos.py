"""The label's videos as they would be if nothing were wrong, and what others uploaded."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from examples.generator import codes
from examples.generator.catalogue import Studio, Unit
from examples.generator.model import (
    Artist,
    CaptionTrack,
    Channel,
    Label,
    Recording,
    Release,
    Video,
)

#: Languages of the markets that matter by default, as YouTube writes them.
LANGUAGES = ("en", "ko", "zh-TW", "th", "id", "fil", "es", "pt-BR", "de", "fr")
#: "Official music video", as each market says it.
_OFFICIAL = {
    "en": "Official Music Video", "ko": "공식 뮤직비디오", "zh-TW": "官方音樂錄影帶",
    "th": "มิวสิกวิดีโอ", "id": "Video Musik Resmi", "fil": "Opisyal na Music Video",
    "es": "Videoclip oficial", "pt-BR": "Clipe oficial", "de": "Offizielles Musikvideo",
    "fr": "Clip officiel",
}  # fmt: skip
_WATCH = {
    "en": "Watch the video of “{song}” by {artist}.", "ko": "{artist}의 ‘{song}’ 영상입니다.",
    "zh-TW": "{artist}《{song}》的影片。", "th": "วิดีโอเพลง “{song}” ของ {artist}",
    "id": "Tonton video “{song}” dari {artist}.", "fil": "Panoorin ang “{song}” ng {artist}.",
    "es": "Mira el video de “{song}” de {artist}.",
    "pt-BR": "Assista ao clipe de “{song}”, de {artist}.",
    "de": "Das Video zu „{song}“ von {artist}.",
    "fr": "Regardez le clip de « {song} » de {artist}.",
}  # fmt: skip
_UPLOADERS = (
    "うたの切り抜き倉庫", "Nightly J-Music Mix", "歌詞ノート保管庫", "harbor cat lyrics",
    "弾いてみた部屋", "J-songs with you",
)  # fmt: skip


def build(studio: Studio, unit: Unit, touched: set[int]) -> list[Video]:
    """The unit's official videos; songs that are `touched` by a fault get none."""
    made = []
    for artist in unit.artists:
        if artist.channel_id:
            _channel(studio, artist)
            for song, day, kind in _songs(unit, artist, touched):
                made.append(official(studio, song, day, kind))
    return made


def official(studio: Studio, song: Recording, day: date, kind: str) -> Video:
    """A full-length official video with titles and subtitles in every language that counts."""
    artist, n = song.artist, len(studio.label.videos) + 1
    video = Video(
        n,
        codes.video_id(n),
        artist.channel_id or "",
        f"{artist.native} Official Channel",
        title=_title(song, kind),
        description=_description(song),
        seconds=song.seconds + studio.dice.between(2, 14, "length", n),
        published=day,
        views=studio.dice.between(40_000, 3_000_000, "views", n),
        recording=song,
        artist=artist,
        localised={language: _localised(song, language) for language in LANGUAGES},
        captions=[CaptionTrack("ja"), *(CaptionTrack(language) for language in LANGUAGES)],
    )
    studio.label.videos.append(video)
    return video


def unofficial(studio: Studio, title: str, seconds: int, views: int, channel: str = "") -> Video:
    """What somebody else uploaded; Kaigai knows no more of it than anybody."""
    label, n = studio.label, len(studio.label.videos) + 1
    uploader = _uploader(label, channel or studio.dice.one(_UPLOADERS, "uploader", n))
    day = date(2025, 1, 6) + timedelta(days=studio.dice.number(560, "uploaded", n))
    video = Video(
        n, codes.video_id(n), uploader.channel_id, uploader.title, title, "", seconds, day, views,
        has_captions=False,
    )  # fmt: skip
    label.videos.append(video)
    return video


def _uploader(label: Label, title: str) -> Channel:
    for channel in label.channels:
        if channel.title == title and channel.artist is None:
            return channel
    number = 900_000_000 + len(label.channels)
    label.channels.append(Channel(codes.channel_id(number), title, subscribers=8_000))
    return label.channels[-1]


def _channel(studio: Studio, artist: Artist) -> None:
    if not any(channel.artist is artist for channel in studio.label.channels):
        followers = studio.dice.between(3_000, 400_000, "subscribers", artist.n)
        title = f"{artist.native} Official Channel"
        studio.label.channels.append(Channel(artist.channel_id or "", title, artist, followers))


def _songs(unit: Unit, artist: Artist, touched: set[int]) -> Iterator[tuple[Recording, date, str]]:
    """Which songs of an artist have videos, since when, and of what kind."""
    for single in _of(artist, unit.singles):
        if "no-video" not in single.notes:
            yield single.tracks[0].recording, single.day, "Official Music Video"
            if single.day.year > 2023:
                later = single.day + timedelta(days=60)
                yield single.tracks[0].recording, later, "Official Live Video"
            if single.day.year == 2024:
                yield single.tracks[1].recording, single.day, "Official Lyric Video"
    for release in _of(artist, (*unit.albums, *unit.eps)):
        if not release.in_sheet:
            continue  # the sheet is what ties a video to its recording
        sound = [t.recording for t in release.tracks if t.recording.n not in touched]
        own = [song for song in sound if song.first_day == release.day]
        for song in own[:2]:
            yield song, release.day, "Official Visualizer"


def _of(artist: Artist, releases: Iterable[Release]) -> list[Release]:
    return [release for release in releases if release.artist is artist]


def _title(song: Recording, kind: str) -> str:
    artist, title = song.artist, song.title
    abroad = title.english or title.latin or title.native
    if title.native == abroad:
        return f"{artist.native} - {abroad} [{kind}]"
    name = f"{artist.native}「{title.native}」"
    singer = f"{artist.latin} - " if artist.latin else ""
    return f"{name} / {singer}{abroad} [{kind}]"


def _description(song: Recording) -> str:
    title, artist = song.title, song.artist
    abroad = title.english or title.latin or title.native
    return (
        f"{artist.native}「{title.native}」の映像です。各配信サービスで配信中。\n\n"
        f"“{abroad}” by {artist.spoken}. Listen on every service.\n"
        "(A made-up song of a made-up artist: an example for Kaigai.)"
    )


def _localised(song: Recording, language: str) -> tuple[str, str]:
    title = song.title.english or song.title.latin or song.title.native
    artist = song.artist.spoken
    return (
        f"{artist} - {title} [{_OFFICIAL[language]}]",
        _WATCH[language].format(song=title, artist=artist),
    )
