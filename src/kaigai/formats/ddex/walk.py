"""Goes through a message item by item: small ones as a whole, big ones as a stream."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from lxml import etree

from kaigai.formats.ddex.elements import NAMES, Element, local_name
from kaigai.formats.ddex.faults import BrokenMessage
from kaigai.formats.ddex.prolog import (
    ROOTS,
    prolog_of,
    refuse_doctype,
    refuse_root,
)
from kaigai.terms.text import Text

#: Up to this size (bytes) a message is parsed at once, which is faster than a stream.
AT_ONCE = 2_000_000
#: Lists whose children are read one by one.
LISTS = frozenset({"PartyList", "ResourceList", "ReleaseList", "DealList"})
#: Lists that nobody reads, named so that a stream can forget their items too.
_PASSED_OVER = ("WorkList", "CueSheetList", "CollectionList", "ChapterList")
_ITEMS = (
    *("Party", "SoundRecording", "Video", "Image", "Text", "SheetMusic", "Software", "MIDI"),
    *("UserDefinedResource", "Release", "TrackRelease", "ClipRelease", "ReleaseDeal"),
    *("ReleaseVisibility", "TrackReleaseVisibility", "MusicalWork", "CueSheet"),
    *("Collection", "Chapter"),
)
_DIRECT = ("MessageHeader", "UpdateIndicator", "PurgedRelease")
_TAGS = tuple(f"{{*}}{name}" for name in (*_ITEMS, *_DIRECT, *LISTS, *_PASSED_OVER, *ROOTS))

#: (list or "", the item's own name, element); a list that begins has no name and no element.
Step = tuple[str, str, Element]

SOUND = Text(
    "a whole, well-formed XML file.",
    "最後まで正しい形式の XML ファイル。",
)
SOUND_TODO = Text(
    "Transfer the file again; when it is still broken, ask the sender for a new one.",
    "ファイルを転送し直し、直らない場合は送り手に再送を依頼してください。",
)
SMALLER = Text(
    "a message within the size limit.",
    "サイズの上限に収まるメッセージ。",
)
SMALLER_TODO = Text(
    "Ask the sender to split the delivery, or raise the limit.",
    "送り手に分割を依頼するか、上限を引き上げてください。",
)


class _Limited:
    """A stream that gives back the bytes already read and stops at the limit."""

    def __init__(self, first: bytes, stream: BinaryIO, name: str, limit: int) -> None:
        self._first, self._stream, self._name = BytesIO(first), stream, name
        self._left = limit

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; raises BrokenMessage past the limit."""
        data = self._first.read(size) or self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise too_big(self._name)
        return data


def too_big(name: str) -> BrokenMessage:
    """The error for a message over the size limit."""
    return BrokenMessage(name, SMALLER, SMALLER_TODO)


def steps(stream: BinaryIO, name: str, limit: int) -> Iterator[Step]:
    """The root as ("", root, element), then every item in order of the message.

    Elements are only valid until the next step: a stream empties them.
    """
    first = stream.read(min(AT_ONCE, limit) + 1)
    _check_start(first, name)
    if len(first) > limit:
        raise too_big(name)
    try:
        if len(first) <= AT_ONCE:
            yield from _whole(first, name)
        else:
            yield from _streamed(_Limited(first, stream, name, limit), name)
    except etree.XMLSyntaxError as error:
        raise _not_sound(error, name) from None


def _check_start(first: bytes, name: str) -> None:
    prolog = prolog_of(first[:65_536])
    if prolog.has_doctype:
        raise refuse_doctype(name)
    if prolog.root is not None and prolog.root not in ROOTS:
        raise refuse_root(name, prolog.root)
    if prolog.root is None and b"<" not in first[:1024]:
        raise refuse_root(name, "")


def _not_sound(error: etree.XMLSyntaxError, name: str) -> BrokenMessage:
    line = error.lineno or None
    return BrokenMessage(name, SOUND, SOUND_TODO, found=str(error.msg or ""), line=line)


def _check_root(root: Element, name: str) -> str:
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse_doctype(name)
    kind = local_name(root.tag)
    if kind not in ROOTS:
        raise refuse_root(name, kind, root.sourceline)
    return kind


def _whole(data: bytes, name: str) -> Iterator[Step]:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
        huge_tree=False,
    )
    root = etree.fromstring(data, parser)
    yield "", _check_root(root, name), root
    for child in root:
        section = NAMES[child.tag]
        if section not in LISTS:
            yield "", section, child
            continue
        yield section, "", None
        for item in child:
            yield section, NAMES[item.tag], item


def _streamed(stream: _Limited, name: str) -> Iterator[Step]:
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=_TAGS,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    root: Element = None
    for event, element in events:
        if root is None:
            root = element.getroottree().getroot()
            yield "", _check_root(root, name), root
            continue
        parent = element.getparent()
        if event == "start":
            if parent is root and NAMES[element.tag] in LISTS:
                yield NAMES[element.tag], "", None
        elif parent is root:
            if NAMES[element.tag] in _DIRECT:
                yield "", NAMES[element.tag], element
            _forget(element)
        elif parent is not None and parent.getparent() is root:
            section = NAMES[parent.tag]
            if section in LISTS:
                yield section, NAMES[element.tag], element
            _forget(element)
    if root is None:
        raise refuse_root(name, "")


def _forget(element: Element) -> None:
    """Empty the element and delete what stands before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
