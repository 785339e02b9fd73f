"""MusicBrainz JSON as it is saved: one reply, a list of them, or one entity a line (the dumps)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO, Final, cast

LARGEST: Final = 64 * 1024**2  #: bytes of one reply, or of one line
LOOK: Final = 65_536

#: What the service calls its lists -> what one of them is.
LISTS: Final = {"artists": "artist", "recordings": "recording", "releases": "release",
                "works": "work"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BrokenJson:
    """A line, or a whole file, that cannot be read as JSON."""

    place: str
    reason: str


Found = tuple[str, str, dict[str, Any]]  #: where it stands, what it is, and its content


def entities(stream: BinaryIO) -> Iterator[Found | BrokenJson]:
    """Every artist, recording, release and work of a file; other entities are left out."""
    buffered: BufferedReader[Any] = BufferedReader(cast(RawIOBase, stream), LOOK)
    if _is_lines(buffered.peek(LOOK)[:LOOK]):
        yield from _lines(buffered)
        return
    content = buffered.read(LARGEST + 1)
    if len(content) > LARGEST:
        yield BrokenJson("file", f"more than {LARGEST // 1024**2} MB in one JSON value")
        return
    yield from _document("", content)


def _is_lines(head: bytes) -> bool:
    """Whether the first line is a whole JSON value, and another begins below it."""
    first, newline, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not newline or not rest.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(stream: "BufferedReader[Any]") -> Iterator[Found | BrokenJson]:
    number = 0
    while line := stream.readline(LARGEST):
        number += 1
        if line.strip():
            yield from _document(f"line {number}", line)


def _document(place: str, content: bytes) -> Iterator[Found | BrokenJson]:
    try:
        value = json.loads(content.decode(_encoding(content)))
    except (ValueError, RecursionError) as error:
        yield BrokenJson(place or "file", str(error)[:200])
        return
    yield from _unpacked(place, value)


def _encoding(content: bytes) -> str:
    return "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _unpacked(place: str, value: object) -> Iterator[Found]:
    """The entities of a value: itself, those of its lists, or those of an array of replies."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _unpacked(f"{place}/{index}", each)
        return
    if not isinstance(value, dict):
        return
    kind = kind_of(value)
    if kind:
        yield place or "/", kind, value
        return
    for name, one in LISTS.items():
        listed = value.get(name)
        for index, each in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(each, dict):
                yield f"{place}/{name}/{index}", one, each


def kind_of(item: dict[str, Any]) -> str | None:
    """What an entity is, by the fields that only its kind has; None for any other."""
    if not isinstance(item.get("id"), str):
        return None
    if "sort-name" in item:
        other = {"label-code", "iso-3166-1-codes", "iso-3166-2-codes", "coordinates", "address"}
        return None if other & item.keys() else "artist"
    if "title" not in item or "primary-type" in item:
        return None
    if {"iswcs", "iswc"} & item.keys():
        return "work"
    if {"isrcs", "length", "video"} & item.keys():
        return "recording"
    return "release" if {"barcode", "media", "text-representation"} & item.keys() else None
