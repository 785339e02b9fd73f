"""How many queries find one recording: as published, with what is approved, with suggestions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from kaigai.desks.names.findability.matching import Index, hits, indexed
from kaigai.desks.names.findability.queries import Known, Query, is_spoken, queries, song_name
from kaigai.terms.kana import kana_to_latin
from kaigai.terms.names import kana_key, latin_key
from kaigai.terms.scripts import script_of

Basis = Literal["official", "reading", "guess", "none"]

#: A native name, its reading where there is one, and its kind -> how it is said, in Latin letters.
Speak = Callable[[str, str | None, str], str | None]

ALIKE: Final = 0.6  #: of one: a Latin form that is less like the reading than that is another name


@dataclass(slots=True)
class Names:
    """What one recording and its artist are called, and by whom.

    published  forms that services have: delivered, or seen there; the label's list where it is
               all there is
    waiting    forms that the label has or a person approved, and no service has
    """

    recording_id: str
    native: str = ""
    artist: str = ""
    readings: list[str] = field(default_factory=list)
    latin: list[str] = field(default_factory=list)  #: of the title, official, whoever has it
    english: list[str] = field(default_factory=list)
    artists: list[str] = field(default_factory=list)  #: of the artist, in Latin letters
    artist_readings: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    published_artists: list[str] = field(default_factory=list)
    waiting_artists: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tried:
    """One query: whether it finds the recording as published, approved, and with suggestions."""

    query: Query
    before: bool
    approved: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """The queries of one recording, what they rest on, and the forms that were suggested."""

    names: Names
    basis: Basis
    tried: tuple[Tried, ...]
    suggested: tuple[str, ...]


def names_of(recording_id: str, rows: Iterable[Mapping[str, Any]]) -> Names:
    """The names of one recording from rows of `name_rows`."""
    names = Names(recording_id)
    for row in rows:
        _take(names, row)
    return names


def _take(names: Names, row: Mapping[str, Any]) -> None:
    text, slot, is_title = row["text"], row["slot"], row["part"] == "title"
    if slot == "reading":
        (names.readings if is_title else names.artist_readings).append(text)
        return
    if row["part"] == "artist":
        where = names.published_artists if row["is_published"] else names.waiting_artists
    else:
        where = names.published if row["is_published"] else names.waiting
    where.append(text)
    if row["part"] == "video":
        return
    if slot == "original" and row["place"] == 0:
        if is_title:
            names.native = text
        else:
            names.artist = text
    if row["script"] != "Latn":
        return
    if not is_title:
        # The Latin name that counts comes first, an alias last.
        names.artists.insert(0 if slot == "latin" else len(names.artists), text)
    elif slot == "english":
        names.english.append(text)
    elif slot in ("latin", "original"):
        names.latin.append(text)


def measured(names: Names, speak: Speak) -> Measured:
    """Every query against what is published, what is approved, and what a machine suggests."""
    known, basis = known_of(names, speak)
    titles, artists = suggestions(names, speak)
    # A title that happens to be a word of the artist's name finds the artist, not the recording.
    stages = tuple(
        (indexed(titled), indexed([*titled, *credited]))
        for titled, credited in (
            (names.published, names.published_artists),
            (names.published + names.waiting, names.published_artists + names.waiting_artists),
            (
                [*names.published, *names.waiting, *titles],
                [*names.published_artists, *names.waiting_artists, *artists],
            ),
        )
    )
    tried = tuple(_tried(query, stages) for query in queries(known))
    return Measured(names, basis, tried, (*titles, *artists))


def _tried(query: Query, stages: tuple[tuple[Index, Index], ...]) -> Tried:
    """A query against each stage; what is found once stays found."""
    found: list[bool] = []
    for titles, both in stages:
        is_found = hits(query.title or query.text, titles)
        if query.title:
            is_found = is_found and hits(query.text, both)
        found.append(is_found or (bool(found) and found[-1]))
    return Tried(query, *found)


def known_of(names: Names, speak: Speak) -> tuple[Known, Basis]:
    """What a fan could know of a recording, and what that knowledge rests on.

    An official Latin form says how a title is spoken, unless the reading says otherwise; else the
    reading does; a machine's reading only where nothing else is known.
    """
    spoken = [each for each in names.latin if is_spoken(each)]
    if names.readings:
        spoken = [each for each in names.latin if is_like(each, names.readings[0])]
    foreign = [each for each in names.latin if each not in spoken and not is_spoken(each)]
    english = [*names.english, *foreign]
    basis: Basis = "official" if spoken or english else "none"
    if not spoken and names.readings and not _is_loan(names.native, english):
        spoken, basis = [_said(names, speak)], "official" if english else "reading"
    if not spoken and not english and names.native and script_of(names.native) != "Latn":
        guess = speak(names.native, None, "recording")
        spoken, basis = ([guess], "guess") if guess else ([], "none")
    artist = [*names.artists, *_spoken_artist(names, speak)]
    return _known(spoken, english, artist), basis


def _known(spoken: list[str], english: list[str], artists: list[str]) -> Known:
    once = (tuple(dict.fromkeys(each)) for each in (spoken, english, artists))
    return Known(*once)


def suggestions(names: Names, speak: Speak) -> tuple[list[str], list[str]]:
    """Latin forms that a machine would add, of the title and of the artist that have none."""
    made: list[str] = []
    wrong = names.readings and not any(is_like(each, names.readings[0]) for each in names.latin)
    if not names.latin or (wrong and all(map(is_spoken, names.latin))):
        made.append(_said(names, speak) if names.native else "")
    return [each for each in made if each], _spoken_artist(names, speak)


def _said(names: Names, speak: Speak) -> str:
    reading = names.readings[0] if names.readings else None
    return speak(names.native, reading, "recording") or kana_to_latin(reading or "")


def _spoken_artist(names: Names, speak: Speak) -> list[str]:
    if names.artists or not names.artist or script_of(names.artist) == "Latn":
        return []
    reading = names.artist_readings[0] if names.artist_readings else None
    said = speak(names.artist, reading, "party")
    return [said] if said else []


def is_like(latin: str, reading: str) -> bool:
    """Whether a Latin form can be what the kana say."""
    from rapidfuzz.distance import Levenshtein

    pair = latin_key(song_name(latin)), kana_key(song_name(reading))
    likeness: float = Levenshtein.normalized_similarity(*pair)
    return likeness >= ALIKE


def _is_loan(native: str, english: list[str]) -> bool:
    """Whether a title is foreign words in katakana whose spelling is known: those are typed."""
    return bool(english) and script_of(native) == "Kana"


def from_kana(native: str, reading: str | None, kind: str = "recording") -> str | None:
    """The plainest way to say a name: its kana, letter by letter; None without kana."""
    if reading:
        return kana_to_latin(reading).title()
    if script_of(native) in ("Hira", "Kana"):
        return kana_to_latin(native).title()
    return None
