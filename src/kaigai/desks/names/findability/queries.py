"""What a fan abroad would type to find a recording, from what is known of its names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from kaigai.desks.names.findability import romaji_variants as variants
from kaigai.desks.names.findability.matching import folded
from kaigai.terms.romaji import is_syllabic
from kaigai.terms.text import Text

Kind = Literal["romaji", "joined", "vowels", "particle", "english", "slip", "artist"]

KINDS: Final[dict[Kind, Text]] = {
    "romaji": Text("romanised title", "ローマ字の曲名"),
    "joined": Text("words joined", "単語をつなげて入力"),
    "vowels": Text("long vowels otherwise", "長音の書き方違い"),
    "particle": Text("wo or o, wa or ha", "「を」「は」の書き方違い"),
    "english": Text("English title or word", "英題・英単語"),
    "slip": Text("common misspelling", "よくあるつづり間違い"),
    "artist": Text("artist and title", "アーティスト名と曲名"),
}
#: The order in which they are thought up; the first to give a query keeps it.
ORDER: Final[tuple[Kind, ...]] = tuple(KINDS)

_VERSION: Final = re.compile(r"\s*[(（\[［【~〜～-].*$|\s+(?:feat|ft)\b.*$", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a recording's names.

    spoken   the title as it is sung or said, in Latin letters: romanised
    english  what it means or is called in English, also the English behind katakana
    artists  the artist in Latin letters
    """

    spoken: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and which way of typing it is."""

    kind: Kind
    text: str
    title: str = ""  #: the title within it, where the artist is typed with it


@lru_cache(maxsize=4096)
def queries(known: Known) -> tuple[Query, ...]:
    """Every query once, however many ways of typing lead to it.

    Copying the native title is none of them: who can do that has found it already.
    """
    seen: set[str] = set()
    made: list[Query] = []
    for query in _every(known):
        key = query.text.casefold()
        if folded(query.text) and key not in seen:
            seen.add(key)
            made.append(query)
    return tuple(sorted(made, key=lambda each: ORDER.index(each.kind)))


def _every(known: Known) -> Iterator[Query]:
    said = [variants.plain(song_name(each)) for each in known.spoken]
    meant = [song_name(each).lower() for each in known.english]
    for typed in filter(None, said):
        yield Query("romaji", typed)
        yield from _as("joined", variants.joined(typed))
        yield from _as("vowels", variants.vowels(typed))
        yield from _as("particle", variants.particles(typed))
        yield from _as("slip", variants.slips(typed))
    for title in filter(None, meant):
        yield Query("english", title)
        yield from _as("english", _without_article(title))
        yield from _as("slip", english_slips(title))
    for artist in known.artists[:1]:
        for title in dict.fromkeys((*said[:1], *meant[:1])):
            yield Query("artist", f"{artist.lower()} {title}", title)


def _as(kind: Kind, texts: Iterable[str]) -> Iterator[Query]:
    return (Query(kind, text) for text in texts)


def song_name(title: str) -> str:
    """A title without its version and guests, which nobody types."""
    return _VERSION.sub("", title).strip() or title.strip()


def _without_article(title: str) -> Iterator[str]:
    bare = _ARTICLE.sub("", title)
    if bare != title:
        yield bare


def english_slips(title: str) -> Iterator[str]:
    """The longest word with two letters changed over, as fast fingers do."""
    longest = max(title.split(), key=len, default="")
    if len(longest) < 5:
        return
    place = len(longest) // 2
    slipped = f"{longest[:place]}{longest[place + 1]}{longest[place]}{longest[place + 2 :]}"
    if slipped != longest:
        yield title.replace(longest, slipped)


def is_spoken(latin: str) -> bool:
    """Whether a Latin title can be read as Japanese syllables throughout: then it is romaji."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", song_name(latin))
    return bool(words) and all(map(is_syllabic, words))
