"""Reads saved replies of the MusicBrainz web service, and its JSON dumps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaigai.formats.musicbrainz.documents import BrokenJson, entities
from kaigai.formats.musicbrainz.entities import artist_from, entity_from, within
from kaigai.formats.sheets.decoding import decode_head
from kaigai.sources.musicbrainz.rows import LICENCE, artist_parts, entity_parts
from kaigai.sources.reader import Part, Refused, RefusedFile, Source, reader
from kaigai.terms.text import Text

#: Fields that MusicBrainz alone writes so.
MARKS = ('"sort-name"', '"artist-credit"', '"iswcs"', '"isrcs"', '"text-representation"')


def looks_like_musicbrainz(head: bytes) -> bool:
    """Whether a file begins as JSON of the MusicBrainz web service."""
    text = decode_head(head).lstrip()
    return text.startswith(("{", "[")) and '"id"' in text and any(each in text for each in MARKS)


@dataclass(slots=True)
class Heard:
    """What a file has given so far, each entity once."""

    given: set[str] = field(default_factory=set)
    without_number: dict[str, int] = field(default_factory=dict)
    count: int = 0


@reader(
    "musicbrainz",
    about=Text(
        en="Saved replies of the MusicBrainz web service: artists, recordings, releases and works "
        "(JSON).",
        ja="保存したMusicBrainz Webサービスの応答(アーティスト・録音・リリース・楽曲のJSON)です。",
    ),
    feeds=("parties", "names", "works", "mbids"),
    licence=LICENCE,
    sniff=lambda head, name: looks_like_musicbrainz(head),
    order=22,
)
def musicbrainz(source: Source) -> Iterator[Part]:
    heard = Heard()
    with source.open() as stream:
        for found in entities(stream):
            if isinstance(found, BrokenJson):
                if not heard.count and found.place == "file":
                    raise RefusedFile(found.place, found.reason, *_JSON)
                yield Refused(found.place, found.reason, *_JSON)
                continue
            place, kind, item = found
            heard.count += 1
            yield from _entity(heard, place, kind, item)
    if not heard.count:
        raise RefusedFile("/", "no artist, recording, release or work", *_ENTITY)
    for kind, count in heard.without_number.items():
        yield Refused("/", f"{kind} × {count:,}", *_NUMBERS[kind])


def _entity(
    heard: Heard, place: str, kind: str, item: Mapping[str, Any], *, is_asked: bool = True
) -> Iterator[Part]:
    """An entity, the artists it is credited to, and what it holds (there `is_asked` is off)."""
    own = str(item.get("id"))
    if own in heard.given:
        return
    heard.given.add(own)
    if kind == "artist":
        artist = artist_from(item)
        if artist is None:
            yield Refused(place, own[:80], *_ENTITY)
        else:
            yield from artist_parts(artist, is_asked=True)
        return
    entity = entity_from(kind, item)
    if entity is None:
        yield Refused(place, own[:80], *_ENTITY)
        return
    for artist in entity.credits:
        if artist.mbid not in heard.given:
            heard.given.add(artist.mbid)
            yield from artist_parts(artist, is_asked=False)
    if is_asked and not entity.numbers and kind in _NUMBERS:
        heard.without_number[kind] = heard.without_number.get(kind, 0) + 1
    yield from entity_parts(entity, is_asked=is_asked)
    for inner, other in within(kind, item):
        yield from _entity(heard, place, inner, other, is_asked=False)


_JSON = (
    Text(en="whole JSON, at most 64 MB in one reply", ja="壊れていないJSON(1応答64MBまで)"),
    Text(
        en="save the reply again, or use the dump with one entity a line",
        ja="応答を保存し直すか、1行1件のダンプをお使いください",
    ),
)
_ENTITY = (
    Text(
        en="an artist, recording, release or work with an MBID and a name",
        ja="MBIDと名称のあるアーティスト・録音・リリース・楽曲",
    ),
    Text(
        en="ask the web service with fmt=json and inc=aliases+isrcs+artist-credits",
        ja="fmt=json と inc=aliases+isrcs+artist-credits を付けて取得してください",
    ),
)
_NUMBERS = {
    "recording": (
        Text(en="recordings with an ISRC; others cannot be matched", ja="ISRCのある録音"),
        Text(
            en="ask with inc=isrcs; a recording that has none there was passed over",
            ja="inc=isrcs を付けて取得してください。ISRCのない録音は読み飛ばしました",
        ),
    ),
    "release": (
        Text(
            en="releases with a barcode; others cannot be matched", ja="バーコードのあるリリース"
        ),
        Text(
            en="a release that has none there was passed over",
            ja="バーコードのないリリースは読み飛ばしました",
        ),
    ),
}
