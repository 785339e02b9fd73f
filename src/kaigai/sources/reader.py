"""What a reader is: it knows its own format by content and turns a file into rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from kaigai.formats.sheets.preview import Preview
from kaigai.registry import Registry
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

#: How much of a file `sniff` is shown, in bytes.
HEAD = 65_536

Standing = Literal[0, 1, 2, 3]
REFERENCE: Standing = 0  #: a public database says so
LISTED: Standing = 1  #: the label's own list says so
SEEN: Standing = 2  #: a service shows it so
DELIVERED: Standing = 3  #: a delivery message says so

DeliveryKind = Literal["new", "update", "purge", "test", "snapshot"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a member of a zip, as a reader is given it."""

    name: str  #: the path as people know it; a zip member reads `batch.zip!/message.xml`
    size: int  #: bytes
    open: Callable[[], BinaryIO]
    modified_at: datetime  #: UTC; what stands in where the content carries no instant
    options: Mapping[str, Any] = field(default_factory=dict)  #: e.g. a column mapping

    def head(self) -> bytes:
        """The first bytes, for sniffing."""
        with self.open() as stream:
            return stream.read(HEAD)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A unit that a newer delivery of the same `scope` replaces as a whole.

    `scope` names what is delivered and by whom to whom, for example
    `ern:PADPIDA1:PADPIDA2:4988001234567` or `youtube:video:cW8VLC9nnTo`. `key` names the
    delivery within its file; rows refer to it. `has_deals` is None where the format has no
    deals: a later message without deals withdraws what an earlier one had granted.
    Of two deliveries at the same instant the one read later wins.
    """

    scope: str
    key: str = ""
    kind: DeliveryKind = "snapshot"
    standing: Standing = LISTED
    delivered_at: datetime | None = None  #: aware; None takes the file's own date
    sender: str | None = None
    recipient: str | None = None
    message_id: str | None = None
    release_id: str | None = None
    has_deals: bool | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows for one table, as dictionaries or as an Arrow table; missing columns are null.

    `delivery` is the key of a Delivery yielded before. Interned tables take none. Rows of usage
    are added up by month as they come, unless the reader does so itself (`is_added_up`).
    """

    table: str
    rows: "Iterable[Mapping[str, Any]] | pa.Table"
    delivery: str = ""
    is_added_up: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A row or element that could not be used; the rest of the file is kept."""

    place: str  #: `line 12`, `row 12, column ISRC`, an XPath
    found: str
    expected: Text
    todo: Text


class RefusedFile(Exception):
    """A whole file that cannot be used: where, what was expected, what to do."""

    def __init__(self, place: str, found: str, expected: Text, todo: Text) -> None:
        super().__init__(f"{place}: {expected.en}")
        self.refused = Refused(place, found, expected, todo)


Part = Delivery | Rows | Refused
Read = Callable[[Source], Iterator[Part]]
Sniff = Callable[[bytes, str], bool]
Guessing = Callable[[Source], Preview]


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that Kaigai reads: one function in one file of `sources/readers`."""

    name: str
    about: Text  #: what it reads, in one sentence each
    feeds: tuple[str, ...]  #: the tables it fills
    licence: str  #: under which terms such files are held, e.g. "contract", "api-terms"
    sniff: Sniff  #: (first bytes, file name) -> whether this is its format, by content
    read: Read
    order: int = 50  #: asked from low to high; a general reader comes late
    preview: Guessing | None = None  #: what its columns are taken for, where a person may correct


def reader(
    name: str,
    *,
    about: Text,
    feeds: tuple[str, ...],
    licence: str,
    sniff: Sniff,
    order: int = 50,
    preview: Guessing | None = None,
) -> Callable[[Read], Reader]:
    """Make a generator function a reader; its name is the file's name with hyphens."""

    def mark(read: Read) -> Reader:
        return Reader(name, about, feeds, licence, sniff, read, order, preview)

    return mark


READERS: Registry[Reader] = Registry("kaigai.sources.readers", Reader)


#: The file of the reader that is asked before all others, which then need not be imported.
FIRST = "ddex_ern"


def recognise(head: bytes, name: str) -> Reader | None:
    """The first reader whose `sniff` knows the content; None when nobody does."""
    first = READERS.alone(FIRST)
    if first is not None and first.sniff(head, name):
        return first
    return next((each for each in _in_turn() if each.sniff(head, name)), None)


@lru_cache(maxsize=1)
def _in_turn() -> tuple[Reader, ...]:
    """The readers as they are asked."""
    return tuple(sorted(READERS.values(), key=lambda each: (each.order, each.name)))
