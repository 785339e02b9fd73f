"""The columns of a label's catalogue: recordings, releases, rights and videos."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kaigai.formats.sheets.catalogue_words import FIELDS, NAMED, QUALIFIERS
from kaigai.formats.sheets.headers import Column, Vocabulary, told_apart

#: Fields with as many values as there are columns and separators.
MANY: Final = frozenset(
    {"composer", "lyricist", "writer", "arranger", "producer", "featured", "video"}
)

VOCABULARY: Final = Vocabulary(FIELDS, NAMED, QUALIFIERS, MANY)

#: Every field that a mapping may name.
ALL_FIELDS: Final = frozenset(FIELDS) - {"any_title", "any_track", "sales"} | {
    f"{name}{end}" for name in NAMED - {"any_title"} for end in (*QUALIFIERS, "_other")
}

_OF_TRACKS: Final = frozenset({"isrc", "position", "duration", "duration_ms", "duration_s"})
_OF_RELEASES: Final = frozenset({"gtin", "catalog_number", "track_count", "release_type"})


def columns(
    headers: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """What each header of a catalogue means; see `Vocabulary.columns` for the mapping."""
    found = VOCABULARY.columns(headers, mapping)
    fields = {column.field: column for column in reversed(found) if column.field}
    renamed = {"any_title": _any_title(fields), "any_track": _any_track(fields)}
    return told_apart([_renamed(column, renamed) for column in found], NAMED, "_other")


def is_statement(found: Iterable[Column]) -> bool:
    """Whether these columns are of a sales statement: a recording stands there many times."""
    return any(column.field == "sales" for column in found)


def is_catalogue(found: Iterable[Column]) -> bool:
    """Whether these columns are a catalogue's: three known ones, a title or an ISRC among them."""
    fields = {column.field for column in found if column.field}
    return (
        "sales" not in fields
        and len(fields) >= 3
        and bool(fields & {"title", "release_title", "isrc"})
    )


def _any_title(fields: Mapping[str, Column]) -> str:
    """A plain `タイトル` is the track's in a list of tracks, the product's in one of products."""
    if "any_title" in fields and "title" in fields and "release_title" not in fields:
        # `曲名` and `Title` are one name in two languages; `曲名` and `タイトル` are two names.
        same_language = fields["any_title"].header.isascii() == fields["title"].header.isascii()
        return "release_title" if same_language else "title"
    of_products = fields.keys() & _OF_RELEASES
    of_tracks = fields.keys() & (_OF_TRACKS | {"title", "release_title", "any_track"})
    return "release_title" if of_products and not of_tracks else "title"


def _any_track(fields: Mapping[str, Column]) -> str:
    return "position" if fields.keys() & {"title", "any_title"} else "title"


def _renamed(column: Column, renamed: Mapping[str, str]) -> Column:
    field = column.field or ""
    for old, new in renamed.items():
        if field.startswith(old):
            return Column(column.index, column.header, new + field.removeprefix(old))
    return column
