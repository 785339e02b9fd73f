"""Big deliveries to measure with: one message of many recordings, or many messages."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from examples.generator import codes, output, people, plan
from examples.generator.catalogue import world
from examples.generator.dice import Dice
from examples.generator.ern import ern43
from examples.generator.ern.message import Message, messages
from examples.generator.ern.xml import DECLARATION, Element, el, lines
from examples.generator.model import Recording, Release, Title, Track
from examples.generator.titles import Titles

#: So many titles and writers are made; the recordings take them in turn.
POOL = 500
DAY = date(2026, 3, 4)


def big_message(path: Path, recordings: int = 18_000) -> int:
    """Write one ERN 4.3 message with so many recordings; returns its size in bytes.

    18,000 recordings make about 60 MB. It is written piece by piece and never held as a whole.
    """
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(_message(recordings))
    return path.stat().st_size


def many_messages(folder: Path, count: int, seed: int = 1) -> int:
    """Write so many messages of a big label, one release each; returns their bytes together."""
    folder.mkdir(parents=True, exist_ok=True)
    label = plan.label(seed, 96, rounds=-(-count // 480))
    size = 0
    for message in islice(messages(label), count):
        size += (folder / message.file_name).write_bytes(output.xml(message))
    return size


def _message(count: int) -> Iterator[str]:
    release = _release()
    message = Message(release, "new", DAY)
    root = el("ern:NewReleaseMessage", **ern43.ROOT, LanguageAndScriptCode="ja")
    opening = "".join(lines(root)).replace("/>\n", ">\n")
    yield DECLARATION + opening
    yield from lines(ern43.head(message), 1)
    yield from _list("PartyList", ern43.parties(release))
    yield from _list("ResourceList", _resources(release, count))
    yield from _list("ReleaseList", _releases(release, message, count))
    references = [el("DealReleaseReference", f"R{n}") for n in range(count + 1)]
    rights = [el("Deal", ern43.deal_terms(grant)) for grant in release.grants]
    yield from _list("DealList", [el("ReleaseDeal", references, rights)])
    yield "</ern:NewReleaseMessage>\n"


def _list(name: str, elements: Iterable[Element]) -> Iterator[str]:
    yield f"  <{name}>\n"
    for element in elements:
        yield from lines(element, 2)
    yield f"  </{name}>\n"


def _release() -> Release:
    """A release of POOL songs, whose titles and writers the others borrow."""
    dice = Dice(1)
    titles, artist = Titles(dice), people.artists(dice, 1)[0]
    songs = [
        Recording(
            n, artist, titles.next("ja"), codes.isrc(codes.SOUND_REGISTRANT, 2026, n),
            seconds=dice.between(172, 318, "seconds", n), first_day=DAY,
            composer=people.writer(dice, "music", n), lyricist=people.writer(dice, "words", n),
        )
        for n in range(1, POOL + 1)
    ]  # fmt: skip
    tracks = [Track(song, 1, song.n) for song in songs]
    title = Title(
        "海鳴全集", "ja-Jpan", "ウミナリゼンシュウ", "Uminari Zenshuu", "Complete Uminari"
    )
    return Release(1, artist, title, "Album", DAY, codes.gtin(999_999), tracks, world(DAY))


def _songs(release: Release, count: int) -> Iterator[tuple[int, Recording]]:
    """Numbered recordings, each with an ISRC and a title of its own."""
    for n in range(1, count + 1):
        turn, place = divmod(n - 1, POOL)
        song = release.tracks[place].recording
        title = song.title
        song_title = Title(
            f"{title.native} {turn}", "ja-Jpan", f"{title.reading} {turn}",
            f"{title.latin} {turn}", f"{title.english} {turn}",
        )  # fmt: skip
        code = codes.isrc(codes.SOUND_REGISTRANT, 2000 + n // 99_999, n % 99_999)
        yield (
            n,
            Recording(
                n, song.artist, song_title, code, song.seconds, DAY, song.composer, song.lyricist
            ),
        )


def _resources(release: Release, count: int) -> Iterator[Element]:
    for n, song in _songs(release, count):
        yield ern43.resource(song, n, "ja")


def _releases(release: Release, message: Message, count: int) -> Iterator[Element]:
    main = ern43.main_release(message, _contents(count))
    yield main
    for n, song in _songs(release, count):
        yield ern43.track_release(release, song, n)


def _contents(count: int) -> Iterator[Element]:
    items = (ern43.content_item(n, n) for n in range(1, count + 1))
    yield el("ResourceGroup", el("SequenceNumber", "1"), items, ResourceGroupType="Component")
