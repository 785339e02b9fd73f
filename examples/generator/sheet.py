"""The label's own lists: the catalogue as its office saves it (CP932) and the artist sheet."""

import csv
from collections.abc import Iterator
from io import StringIO

from examples.generator.model import LABEL_JA, Artist, Label, Release, Track, Video

HEADER = (
    "品番", "ＪＡＮコード", "種別", "アルバム名", "アルバム名ヨミ", "アルバム名ローマ字",
    "アルバム名英語", "アーティスト名", "アーティスト名ヨミ", "アーティスト名英字", "発売日",
    "収録曲数", "ディスク番号", "曲順", "曲名", "曲名ヨミ", "曲名ローマ字", "曲名英語",
    "ＩＳＲＣ", "時間", "作詞者", "作曲者",
    "YouTube動画ID", "レーベル名",
)  # fmt: skip
ARTISTS = (
    "アーティスト名", "アーティスト名カナ", "アーティスト名英字", "別名", "本拠地", "ISNI",
    "公式YouTubeチャンネル",
)  # fmt: skip

_TYPES = {"Single": "シングル", "EP": "EP", "Album": "アルバム", "VideoSingle": "映像シングル"}
_WIDE = str.maketrans("0123456789:", "０１２３４５６７８９：")


def catalogue(label: Label) -> bytes:
    """The catalogue sheet: a track a line, in the order of the catalogue numbers."""
    videos: dict[int, list[Video]] = {}
    for video in label.videos:
        if video.recording:
            videos.setdefault(video.recording.n, []).append(video)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for release in label.releases:
        if release.in_sheet:
            writer.writerows(_lines(release, videos))
    return out.getvalue().encode("cp932")


def _lines(release: Release, videos: dict[int, list[Video]]) -> Iterator[list[str]]:
    for track in release.tracks:
        yield [*_product(release), *_track(track, videos)]


def _product(release: Release) -> list[str]:
    title, artist = release.title, release.artist
    # Every seventh product was typed by somebody whose keyboard was set to full width.
    is_wide = release.n % 7 == 0
    code = release.gtin.translate(_WIDE) if is_wide else release.gtin
    return [
        release.catalog_number,
        code,
        _TYPES[release.kind],
        title.native,
        title.reading or "",
        title.latin or "",
        title.english or "",
        artist.native,
        artist.reading or "",
        "" if artist.latin == artist.native else artist.latin or "",
        release.day.strftime("%Y年%m月%d日" if is_wide else "%Y/%m/%d"),
        str(len(release.tracks)),
    ]


def _track(track: Track, videos: dict[int, list[Video]]) -> list[str]:
    song = track.recording
    place = str(track.position)
    return [
        str(track.disc),
        place.translate(_WIDE) if song.n % 5 == 0 else place,
        song.title.native,
        song.title.reading or "",
        song.title.latin or "",
        song.title.english or "",
        _hyphenated(song.isrc) if song.n % 3 == 0 else song.isrc,
        f"{song.seconds // 60}:{song.seconds % 60:02d}",
        song.lyricist.native if song.lyricist else "",
        song.composer.native if song.composer else "",
        " ".join(video.video_id for video in videos.get(song.n, ())),
        LABEL_JA,
    ]


def _hyphenated(isrc: str) -> str:
    return f"{isrc[:2]}-{isrc[2:5]}-{isrc[5:7]}-{isrc[7:]}"


def artists(label: Label) -> list[list[str]]:
    """The artist sheet, header first."""
    return [list(ARTISTS), *(_artist(artist) for artist in label.artists)]


def _artist(artist: Artist) -> list[str]:
    return [
        artist.native,
        artist.reading or "",
        "" if artist.latin == artist.native else artist.latin or "",
        artist.alias or "",
        "日本",
        artist.isni or "",
        artist.channel_id or "",
    ]
