"""Saved answers of the Data API as a stream of resources, whatever way they were saved."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, BinaryIO, Final, cast

import ijson

LINE_LIMIT: Final = 64 * 1024**2  #: bytes of one line of JSON lines
LOOK: Final = 65_536
WHOLE: Final = (
    4 * 1024**2
)  #: bytes of a file that may be looked at as a whole, to keep more of its rows
MOST_DIGITS: Final = 1_000  #: of one number: more end the process in the parser of streams

Item = tuple[str, object]  #: (where it stands, the resource)

_BROKEN: Final = (ijson.JSONError, ValueError, ArithmeticError, RecursionError, MemoryError)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class BrokenJson:
    """A place from which on, or a line in which, the JSON cannot be read."""

    place: str
    reason: str


def resources(stream: BinaryIO) -> Iterator[Item | BrokenJson]:
    """Every resource of a file, with a JSON pointer (`/items/3`) or line that tells where.

    The file may be one answer (`{"items": [...]}`), one resource, an array of either, or one of
    them per line. Only one resource at a time is held. What cannot be read comes as BrokenJson:
    for JSON lines that line, otherwise the rest of the file.
    """
    text = _as_utf8(stream)
    if _is_lines(text.peek(LOOK)[:LOOK]):
        yield from _lines(text)
        return
    content = text.read(WHOLE + 1)
    given: set[str] = set()
    for found in _values(_Rejoined(content, text)):
        if isinstance(found, BrokenJson) and len(content) <= WHOLE:
            yield from _mended(content, given, found)
        else:
            given.update(found[:1] if isinstance(found, tuple) else ())
            yield found


def _mended(content: bytes, given: set[str], broken: BrokenJson) -> Iterator[Item | BrokenJson]:
    """What a parser finds that takes numbers as they come, beside what is given already."""
    try:
        value = _loads(content)
    except (ValueError, ArithmeticError, RecursionError):
        yield broken
        return
    yield from (found for found in _unpacked(value) if found[0] not in given)


def _loads(content: bytes) -> object:
    """JSON in memory. A number of thousands of digits, or none, is one item's fault alone."""
    return json.loads(content, parse_float=Decimal, parse_int=_whole)


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits


class _Rejoined:
    """A stream whose beginning was read already; numbers without end stop it."""

    _DIGITS: Final = re.compile(rb"[0-9]{%d}" % MOST_DIGITS)

    def __init__(self, begun: bytes, rest: "BufferedReader[Any]") -> None:
        self._begun, self._rest = BytesIO(begun), rest
        self._end = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes; raises ValueError at a number of too many digits."""
        chunk = self._begun.read(size) or self._rest.read(size)
        held = self._end + chunk
        if self._DIGITS.search(held):
            raise ValueError(f"a number of more than {MOST_DIGITS:,} digits")
        self._end = held[-MOST_DIGITS:]
        return chunk


def _as_utf8(stream: BinaryIO) -> "BufferedReader[Any]":
    """The stream as UTF-8 without a mark; PowerShell saves JSON as UTF-16."""
    buffered: BufferedReader[Any] = BufferedReader(cast(RawIOBase, stream), LOOK)
    head = buffered.peek(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return BufferedReader(_Recoded(buffered, encoding), LOOK)
    return buffered


class _Recoded(RawIOBase):
    """Text of one encoding, read as UTF-8; what cannot be decoded becomes U+FFFD."""

    def __init__(self, stream: "BufferedReader[Any]", encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._waiting:
            chunk = self._stream.read(LOOK)
            text = self._decoder.decode(chunk, final=not chunk)
            self._waiting = text.encode("utf-8", errors="replace")
            if not chunk:
                break
        taken, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _is_lines(head: bytes) -> bool:
    """Whether the first line is a whole JSON value, and another begins below it."""
    first, newline, rest = head.lstrip().partition(b"\n")
    if not newline or not rest.lstrip().startswith((b"{", b"[")):
        return False
    try:
        _loads(first)
    except (ValueError, ArithmeticError, RecursionError):
        return False
    return True


def _lines(stream: "BufferedReader[Any]") -> Iterator[Item | BrokenJson]:
    number = 0
    while line := stream.readline(LINE_LIMIT):
        number += 1
        if not line.strip():
            continue
        try:
            value = _loads(line)
        except (ValueError, ArithmeticError, RecursionError) as error:
            yield BrokenJson(f"line {number}", str(error))
            continue
        yield from ((f"line {number}{place}", item) for place, item in _unpacked(value))


def _unpacked(value: object) -> Iterator[Item]:
    """The resources of a value that is in memory: an answer, a resource, an array of either."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from ((f"/{index}{place}", item) for place, item in _unpacked_one(each))
    else:
        yield from _unpacked_one(value)


def _unpacked_one(value: object) -> Iterator[Item]:
    items = value.get("items") if isinstance(value, dict) else None
    if isinstance(items, list):
        yield from ((f"/items/{index}", item) for index, item in enumerate(items))
    else:
        yield "", value


def _values(stream: _Rejoined) -> Iterator[Item | BrokenJson]:
    walk = _Walk()
    try:
        for event, value in ijson.basic_parse(stream, multiple_values=True, buf_size=LOOK):
            found = walk.take(event, value)
            if found is not None:
                yield found
    except _BROKEN as error:
        yield BrokenJson(walk.place or "/", str(error) or type(error).__name__)


class _Walk:
    """Builds each resource from parse events, and an answer's other keys, but never all items.

    A value is built when it is an element of an answer's `items`, or an answer or resource
    itself (at the top, or in an array at the top), whose `items` are then left out.
    """

    def __init__(self) -> None:
        self.place = ""
        self.depth = 0  #: of containers around the next value that is not being built
        self.counts: list[int] = []  #: per array around it, how many elements were seen
        self.in_items = False
        self.key: str | None = None
        self.outer: dict[str, object] | None = None
        self.had_items = False
        self.build: ijson.common.ObjectBuilder | None = None
        self.inner = 0

    def take(self, event: str, value: object) -> Item | None:
        """Feed one event; a resource that it completes comes back with its place."""
        if self.build is not None:
            return self._built(event, value)
        if event == "map_key":
            self.key = cast(str, value)
            return None
        if event == "start_array" and self._is_items():
            self.in_items = self.had_items = True
            self.counts.append(-1)
            return None
        if event == "end_array":
            self.in_items = False
            self.counts.pop()
            return None
        if event == "end_map":
            return self._answer()
        return self._begun(event, value)

    def _is_items(self) -> bool:
        return self.outer is not None and not self.in_items and self.key == "items"

    def _begun(self, event: str, value: object) -> Item | None:
        if self.outer is None:
            if event == "start_array" and not self.counts:
                self.counts.append(-1)
                return None
            self._count()
            if event == "start_map":
                self.outer, self.had_items = {}, False
                return None
        elif self.in_items:
            self._count()
        self.build, self.inner = ijson.common.ObjectBuilder(), 0
        return self._built(event, value)

    def _count(self) -> None:
        if self.counts:
            self.counts[-1] += 1
        places = [str(count) for count in self.counts]
        self.place = "".join(
            f"/items/{count}" if self.in_items and at == len(places) - 1 else f"/{count}"
            for at, count in enumerate(places)
        )

    def _built(self, event: str, value: object) -> Item | None:
        assert self.build is not None
        self.build.event(event, value)
        self.inner += event.startswith("start_") - event.startswith("end_")
        if self.inner:
            return None
        done, self.build = self.build.value, None
        if self.outer is None or self.in_items:
            return self.place, done
        if self.key is not None:
            self.outer[self.key] = done
        return None

    def _answer(self) -> Item | None:
        outer, self.outer, self.key = self.outer, None, None
        return None if self.had_items or outer is None else (self.place, outer)
