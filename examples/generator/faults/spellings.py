"""Faults of titles and names: no Latin form, wrong readings, two scripts side by side."""

import unicodedata
from collections.abc import Callable

from examples.generator import people
from examples.generator.faults.picks import Picks, part
from examples.generator.model import Label, Title


def plant(label: Label, picks: Picks) -> None:
    """Spoil some titles of the unit, and note whom the names of its artists concern."""
    for count, kind, checks, spoil in _FAULTS:
        for n, song in enumerate(picks.songs(count, kind)):
            spoil(song.title, n)
            for check in checks:
                label.found(check, song.subject_id)
    _releases(label, picks)
    _artists(label, picks)


def half_width(text: str) -> str:
    """Katakana as single-byte systems print it."""
    return "".join(_HALF.get(char, char) for char in text)


_HALF = {
    unicodedata.normalize("NFKC", half + mark): half + mark
    for code in range(0xFF66, 0xFF9E)
    for mark in ("", "\uff9e", "\uff9f")
    if len(unicodedata.normalize("NFKC", (half := chr(code)) + mark)) == 1
}


def _no_latin(title: Title, _: int) -> None:
    title.latin = title.english = None


def _no_english(title: Title, _: int) -> None:
    title.english = None


def _wrong_romaji(title: Title, n: int) -> None:
    """The romaji of another row of the sheet."""
    others = ("Tsukiyo no Koushin", "Yuugure no Shoukei", "Hoshizora no Kyoukaisen")
    title.latin = others[n % 3]


def _no_reading(title: Title, _: int) -> None:
    title.reading = None


def _half_width(title: Title, _: int) -> None:
    title.reading = half_width(title.reading or "")


def _side_by_side(title: Title, n: int) -> None:
    native, latin, english = title.native, title.latin, title.english
    ways = (f"{native} / {english}", f"{native}（{latin}）", f"{native} {latin}")
    title.native = ways[1 if len(native) == 1 else n % 3]


def _decorated(title: Title, n: int) -> None:
    plain = title.native
    title.native = ("☆".join(plain), _wide(plain), f"†{_wide(plain.upper())}†")[n % 3]


def _wrong_code(title: Title, n: int) -> None:
    title.language = ("en", "ko", "zh-Hans")[n % 3]


def _version(title: Title, n: int) -> None:
    mark = (" (Acoustic Ver.)", "（2026 Remaster）", " feat. KOTOHA")[n % 3]
    title.native, title.latin = title.native + mark, f"{title.latin}{mark}"


def _english_as_latin(title: Title, _: int) -> None:
    title.latin, title.english = title.english, None


def _wide(text: str) -> str:
    return "".join("　" if char == " " else chr(ord(char) + 0xFEE0) for char in text)


#: How many in a dozen artists, the kind of title, which checks must find it, and what goes wrong.
_FAULTS: tuple[tuple[int, str, tuple[str, ...], Callable[[Title, int], None]], ...] = (
    (3, "clear", ("no-latin-title", "no-english-title", "unfindable"), _no_latin),
    (3, "clear", ("no-english-title",), _no_english),
    # Who hears the title and types it finds another song's romaji there, and nothing else.
    (3, "clear", ("latin-disagrees-with-kana", "unfindable"), _wrong_romaji),
    (3, "ja", ("kana-reading-missing",), _no_reading),
    (2, "ja", ("half-width-kana",), _half_width),
    (3, "alone", ("side-by-side-title",), _side_by_side),
    (3, "latin", ("decorated-latin",), _decorated),
    (3, "clear", ("language-code-contradicts-script",), _wrong_code),
    # From here on nothing is wrong: two scripts in one title, a particle that is written ha
    # and said wa, a version in brackets, English in the column for romaji.
    (3, "mixed", (), lambda title, n: None),
    (2, "wa", (), lambda title, n: None),
    (3, "clear", (), _version),
    (2, "loan", (), _english_as_latin),
)


def _releases(label: Label, picks: Picks) -> None:
    for release in picks.albums(1) + picks.eps(1):
        release.title = picks.studio.titles.next("ja")
        release.title.latin = release.title.english = None
        label.found("no-latin-release-title", release.subject_id)


def _artists(label: Label, picks: Picks) -> None:
    for artist in picks.unit.artists:
        if part(artist) in (people.NO_LATIN, people.NO_LATIN_TOO):
            label.found("no-latin-artist-name", artist.party_id)
        if part(artist) in (people.LATIN_TWICE, people.NATIVE_TWICE):
            label.found("artist-spelt-differently", artist.party_id)
