"""Faults of videos: blocked, cut short, not linked, without subtitles, or outdone by strangers."""

from collections.abc import Callable
from datetime import date

from examples.generator import videos
from examples.generator.catalogue import Studio, Unit
from examples.generator.faults.rights import EVERY_CODE
from examples.generator.model import CaptionTrack, Label, Recording, Video
from examples.generator.videos import LANGUAGES

_BLOCKED = ["BR", "DE", "ES", "FR", "GB", "MX", "US"]
_NOISE = ["CU", "IR", "KP", "RU", "SY"]


def plant(studio: Studio, unit: Unit, made: list[Video]) -> None:
    """Spoil some of the unit's official videos, and add what others uploaded."""
    free = studio.dice.shuffled(made, "videos", unit.n)
    # Those that need a Japanese title choose first.
    for count, checks, spoil in sorted(_FAULTS, key=lambda fault: fault[2] is not _native_only):
        fit = [video for video in free if spoil is not _native_only or _is_japanese(video)]
        for n, video in enumerate(fit[:count]):
            free.remove(video)
            spoil(video, n)
            for check in checks:
                studio.label.found(check, video.subject_id)
    _unlinked(studio, unit)
    _strangers(studio, unit, free)


def _is_japanese(video: Video) -> bool:
    song = video.recording
    names = (song.artist.native + song.title.native) if song else "a"
    return not any(char.isascii() and char.isalpha() for char in names)


def _full(video: Video) -> int:
    return video.recording.seconds if video.recording else video.seconds


def _blocked(video: Video, n: int) -> None:
    video.blocked, video.allowed = (_BLOCKED, None) if n == 0 else (None, ["JP"])


def _noise(video: Video, n: int) -> None:
    """Blocked for reasons of state alone; once told as the long list of who may watch."""
    video.blocked = _NOISE if n else None
    if not n:
        video.allowed = [code for code in EVERY_CODE if code not in (*_NOISE, "AN", "CS")]


def _shut(video: Video, _: int) -> None:
    """Allowed nowhere, as before a premiere: not a block abroad, for home is shut too."""
    video.allowed = []


def _preview(video: Video, n: int) -> None:
    video.seconds = (88, 94, 75)[n % 3]
    video.title = video.title.rpartition(" [")[0] + " [Short Ver.]"


def _nearly_whole(video: Video, n: int) -> None:
    """A digest of two and a half minutes and more, or a short song: neither is a preview."""
    if n:
        video.seconds = max(round(_full(video) * 0.55), 152)
    else:
        video.seconds = round(_full(video) * 0.72)


def _native_only(video: Video, n: int) -> None:
    song = video.recording
    if song is None:
        return
    mark = ("公式映像", "【MV】", "【Official Music Video】")[n % 3]
    video.title = f"{song.artist.native}「{song.title.native}」{mark}"
    video.description = (
        "各配信サービスで配信中です。高評価とチャンネル登録をお願いします。\n"
        "https://example.com/uminari"
    )
    video.localised = {}


def _not_localised(video: Video, n: int) -> None:
    lost = (("ko", "th"), LANGUAGES, ("zh-TW",))[n % 3]
    video.localised = {k: v for k, v in video.localised.items() if k not in lost}


def _no_subtitles(video: Video, n: int) -> None:
    """Japanese subtitles alone; the third lacks two languages of countries that watch it."""
    lost = LANGUAGES if n < 2 else ("th", "id")
    _keep_captions(video, lambda track: track.language not in lost)


def _drafts(video: Video, _: int) -> None:
    """Translated, and never published."""
    for track in video.captions or ():
        track.is_draft = track.language != "ja"


def _no_captions_at_all(video: Video, _: int) -> None:
    """`caption: "false"` is enough to know; nobody need ask for the list."""
    video.captions, video.has_captions = None, False


def _automatic(video: Video, n: int) -> None:
    video.captions = [CaptionTrack("ja", "asr")] if n else [
        CaptionTrack("ja", "asr"), CaptionTrack("en", "asr")
    ]  # fmt: skip
    video.has_captions = False


def _no_home(video: Video, _: int) -> None:
    _keep_captions(video, lambda track: track.language != "ja")


def _keep_captions(video: Video, keep: Callable[[CaptionTrack], bool]) -> None:
    video.captions = [track for track in video.captions or () if keep(track)]


def _not_asked(video: Video, _: int) -> None:
    """Somebody says that there are captions, and nobody asked which: not known, so no fault."""
    video.captions = None


def _unwatched(video: Video, _: int) -> None:
    """No Thai subtitles, and nobody in Thailand who plays it."""
    _keep_captions(video, lambda track: track.language != "th")
    video.unwatched = {"TH"}


#: How many in a dozen artists, which checks must find them, and what goes wrong.
_FAULTS: tuple[tuple[int, tuple[str, ...], Callable[[Video, int], None]], ...] = (
    (2, ("video-blocked-abroad",), _blocked),
    (3, ("sanction-only-block",), _noise),
    (1, (), _shut),
    (3, ("preview-video",), _preview),
    (2, (), _nearly_whole),
    (3, ("video-title-native-only", "video-not-localised"), _native_only),
    (3, ("video-not-localised",), _not_localised),
    (3, ("no-subtitles-for-markets",), _no_subtitles),
    (1, ("no-subtitles-for-markets",), _drafts),
    (2, ("no-subtitles-for-markets", "home-captions-missing"), _no_captions_at_all),
    (
        2,
        ("automatic-captions-only", "no-subtitles-for-markets", "home-captions-missing"),
        _automatic,
    ),
    (2, ("home-captions-missing",), _no_home),
    (3, (), _not_asked),
    (1, (), _unwatched),
)


_FILMS = (
    ("次回公演ティザー", "Next Show Teaser", 92),
    ("制作の舞台裏", "Behind the Scenes", 611),
    ("船上の三日間", "Three Days on a Ship", 1254),
)


def _unlinked(studio: Studio, unit: Unit) -> None:
    """Official videos that the label's sheet ties to no recording."""
    artists = [artist for artist in unit.artists if artist.channel_id]
    for artist, (native, english, seconds) in zip(artists, _FILMS, strict=False):
        song = next(each for each in unit.singles if each.artist is artist).tracks[0].recording
        video = videos.official(studio, song, date(2026, 9, 2), "")
        video.recording, video.seconds = None, seconds
        video.title = f"{artist.native} {native} / {artist.spoken} - {english}"
        video.description = f"{artist.native}の映像です。\n\nA film about {artist.spoken}."
        for language, (_, text) in video.localised.items():
            video.localised[language] = (f"{artist.spoken} - {english}", text)
        studio.label.found("video-without-recording", video.subject_id)
        if "Teaser" in english:
            studio.label.found("preview-video", video.subject_id)


def _strangers(studio: Studio, unit: Unit, free: list[Video]) -> None:
    """Uploads by others: three outdo the label, the rest are smaller or something else."""
    songs = [video for video in free if video.recording and _only_video(studio.label, video)]
    bigger, rest = songs[:2], songs[2:22]
    for video in bigger:
        if video.recording:
            _outdone(studio, video.recording, video.views * 3)
    for song in _without_video(studio, unit)[:1]:
        # A channel that calls itself by the artist's name and is not the artist's.
        videos.unofficial(studio, song.title.native, song.seconds, 25_000, song.artist.spoken)
        studio.label.found("unofficial-upload-larger", song.subject_id)
    for n, video in enumerate(rest):
        if video.recording:
            _harmless(studio, video.recording, video.views, n)


def _outdone(studio: Studio, song: Recording, views: int) -> None:
    title = f"{song.artist.native} - {song.title.native} (歌詞付き)"
    videos.unofficial(studio, title, song.seconds, views)
    studio.label.found("unofficial-upload-larger", song.subject_id)


def _harmless(studio: Studio, song: Recording, views: int, n: int) -> None:
    """Fewer views; another artist's song of the same name; a cover that names nobody."""
    native, artist = song.title.native, song.artist.native
    title, seen = (
        (f"{artist} - {native} (歌詞付き)", views // 5),
        (f"{song.artist.spoken} - {song.title.latin or native} [Lyrics]", views // 9),
        (f"別府ノエリア - {native}", views * 4),
        (f"「{native}」弾いてみた", views * 2),
    )[n % 4]  # fmt: skip
    videos.unofficial(studio, title, song.seconds + 1, seen)


def _only_video(label: Label, video: Video) -> bool:
    """Whether no other video, and no film delivered as a product, is of the same song."""
    song = video.recording
    assert song is not None
    same = [each for each in label.videos if each.recording is song]
    films = {each.title.native for each in label.recordings if each.kind == "video"}
    return len(same) == 1 and song.title.native not in films


def _without_video(studio: Studio, unit: Unit) -> list[Recording]:
    """Songs of artists with a channel that have no video, and nothing wrong with their names."""
    filmed = {video.recording.n for video in studio.label.videos if video.recording}
    return [
        single.tracks[1].recording
        for single in unit.singles
        if single.artist.channel_id and single.artist.latin
        and "no-video" not in single.notes
        and single.tracks[1].recording.n not in filmed
    ]  # fmt: skip
