"""Two years of plays: streams of recordings and views of videos, by month and territory."""

from collections.abc import Iterator
from datetime import date

from examples.generator.dice import Dice
from examples.generator.model import Grants, Label, Recording, Video

HEADER = "month,service,territory,isrc,video_id,streams,views\n"
MONTHS = tuple(date(2024 + (n + 10) // 12, (n + 10) % 12 + 1, 1) for n in range(24))
MARKETS = ("US", "KR", "TW", "TH", "ID", "PH", "MX", "BR", "GB", "DE", "FR", "ES")
#: Where else people listen; they read what the markets read.
OTHERS = ("AU", "HK", "AR", "CL")
STREAMING = "Namioto Music (fictional)"


def plays(label: Label) -> Iterator[str]:
    """The lines of plays.csv."""
    dice, rights = Dice(label.seed), _rights(label)
    unwatched = {
        video.recording.n: video.unwatched
        for video in label.videos
        if video.recording and video.unwatched
    }
    yield HEADER
    for song in label.recordings:
        if song.n in rights and song.isrc_given == song.isrc:
            yield from _streams(dice, song, rights[song.n], unwatched.get(song.n, set()))
    for video in label.videos:
        if video.artist:
            yield from _views(dice, video)


def _rights(label: Label) -> dict[int, Grants]:
    """What the deliveries allow, per sound recording; without a deal list, everything."""
    rights: dict[int, Grants] = {}
    for release in label.releases:
        for track in release.tracks if release.is_delivered else ():
            song = track.recording
            own = release.grants if song.grants is None else song.grants
            if track.is_delivered and song.kind == "sound":
                rights[song.n] = rights.get(song.n, ()) + own
    return rights


def _is_open(grants: Grants, territory: str, month: date) -> bool:
    """Whether a stream was allowed there on the first of the month."""
    return any(
        grant.use == "stream"
        and grant.start <= month
        and (grant.end is None or grant.end >= month)
        and territory not in grant.excluded
        and not {territory, *_WHOLES.get(territory, _WORLD)}.isdisjoint(grant.territories)
        for grant in grants
    )


#: Other codes under which a deal may name a territory.
_WORLD = ("Worldwide", "2136")
_WHOLES = {
    "JP": (*_WORLD, "2106", "392"),
    **dict.fromkeys(("HK", "ID", "KR", "PH", "TH", "TW"), (*_WORLD, "2106")),
}


def _streams(dice: Dice, song: Recording, grants: Grants, unwatched: set[str]) -> Iterator[str]:
    where = [place for place in _places(dice, song.artist.n, 4) if place not in unwatched]
    size = dice.between(900, 42_000, "size", song.n)
    for month, territory, quantity in _quantities(dice, song.first_day, where, size, song.n):
        if _is_open(grants, territory, month):
            yield f"{month:%Y-%m},{STREAMING},{territory},{song.isrc},,{quantity},\n"


def _views(dice: Dice, video: Video) -> Iterator[str]:
    artist = video.artist.n if video.artist else 0
    shut = {*video.unwatched, *(video.blocked or ())}
    where = [
        place
        for place in dict.fromkeys(["TH", *_places(dice, artist, 6)])
        if place not in shut and (video.allowed is None or place in video.allowed)
    ]
    size = max(video.views // 30, 50)
    for month, territory, quantity in _quantities(dice, video.published, where, size, video.n):
        yield f"{month:%Y-%m},YouTube,{territory},,{video.video_id},,{quantity}\n"


def _places(dice: Dice, artist: int, count: int) -> list[str]:
    """Where an artist has listeners abroad: the same places for every song."""
    return dice.shuffled(MARKETS + OTHERS, "places", artist)[:count]


def _quantities(
    dice: Dice, first: date, abroad: list[str], size: int, about: object
) -> Iterator[tuple[date, str, int]]:
    """Month by month: a peak at the release, a long tail, and a share abroad that grows."""
    for n, month in enumerate(MONTHS):
        age = (month.year - first.year) * 12 + month.month - first.month
        if age < 0:
            continue
        now = size * (100 + 300 // (1 + age)) // 100
        yield month, "JP", _around(dice, now, about, n, "JP")
        for place, territory in enumerate(abroad):
            share = (30 + 4 * n) // (place + 2)
            if quantity := _around(dice, now * share // 1000, about, n, territory):
                yield month, territory, quantity


def _around(dice: Dice, quantity: int, *about: object) -> int:
    """The quantity, give or take a fifth."""
    return quantity * dice.between(80, 120, "around", *about) // 100
