"""MusicBrainz entities as rows: names and numbers of what the label has, and nothing beside it.

A public database says what a thing is called. It adds no recording to a catalogue: names hang
on the ISRC, GTIN or ISWC, and stay unseen where the label has nothing under that number.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kaigai.formats.musicbrainz.entities import Artist, Entity, Name
from kaigai.sources.naming import name_row, party_id_of
from kaigai.sources.reader import REFERENCE, Delivery, Part, Rows


def artist_parts(artist: Artist, *, is_asked: bool) -> Iterator[Part]:
    """An artist with its identifiers and every spelling.

    What is only named within another reply says less, and must not replace what was asked for.
    """
    key = f"{'artist' if is_asked else 'named-artist'}:{artist.mbid}"
    yield Delivery(f"musicbrainz:{key}", key, standing=REFERENCE)
    party_id = party_id_of(artist.name, isni=artist.isni, proprietary=f"mbid:{artist.mbid}")
    row = {
        "party_id": party_id,
        "kind": artist.kind,
        "home_territory": artist.territory,
        "isni": artist.isni,
        "ipi": artist.ipi,
        "mbid": artist.mbid,
    }
    yield Rows("parties", [row], key)
    yield Rows("names", list(name_rows("party", party_id, artist.names)), key)


def entity_parts(entity: Entity, *, is_asked: bool) -> Iterator[Part]:
    """A recording, release or work by each of its numbers; nothing where it has none."""
    if not entity.numbers and entity.kind != "work":
        return
    key = f"{'' if is_asked else 'named-'}{entity.kind}:{entity.mbid}"
    yield Delivery(f"musicbrainz:{key}", key, standing=REFERENCE)
    numbers = entity.numbers or (f"mbid:{entity.mbid}",)
    if entity.kind == "work":
        works = [{"work_id": one, "iswc": one if entity.numbers else None} for one in numbers]
        yield Rows("works", works, key)
    names = [row for one in numbers for row in name_rows(entity.kind, one, entity.names)]
    yield Rows("names", names, key)
    same = [
        {"subject_kind": entity.kind, "subject_id": one, "mbid": entity.mbid} for one in numbers
    ]
    yield Rows("mbids", same, key)


def name_rows(kind: str, id: str, names: Iterable[Name]) -> Iterator[dict[str, Any]]:
    """Rows of `names`, each spelling of a role once; a database's names are never official."""
    for name in dict.fromkeys(names):
        yield name_row(
            kind, id, name.text, role=name.role, language=name.language, is_official=False
        )


LICENCE: Final = "CC0-1.0"  #: MusicBrainz's core data
