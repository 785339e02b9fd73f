"""Looks at the first bytes of a file: is it a release message, and may it be parsed at all?"""

import re
from dataclasses import dataclass

from kaigai.formats.ddex.faults import BrokenMessage, NotErn
from kaigai.terms.text import Text

ROOTS = ("NewReleaseMessage", "PurgeReleaseMessage")

NEAR = 2048  #: bytes that reach past the root's start tag, unless much is said before it

_WITH_MARK = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WITHOUT_MARK = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_SKIPPED = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)")
_ERN = re.compile(r"ddex\.net/xml/(?:\d{4}/)?ern(?:-main)?/")


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the root's attributes.

    root     its local name; None when the first bytes do not reach it
    is_ern   whether a DDEX release namespace is near
    """

    root: str | None
    has_doctype: bool
    is_ern: bool


def prolog_of(head: bytes) -> Prolog:
    """The Prolog of a file by its first bytes, of which the nearest are most often enough."""
    found, is_whole = _prolog(head[:NEAR])
    return found if is_whole or len(head) <= NEAR else _prolog(head)[0]


def _prolog(head: bytes) -> tuple[Prolog, bool]:
    """The Prolog as these bytes show it, and whether more of them could not show another."""
    text = _decoded(head)
    rest = text[_SKIPPED.match(text).end() :]  # type: ignore[union-attr]
    if rest[:9].upper() == "<!DOCTYPE":
        return Prolog(None, True, False), True
    root = _ROOT.match(rest)
    if root is None:
        return Prolog(None, False, False), False
    start, end, _ = rest.partition(">")
    return Prolog(root.group(1), False, _ERN.search(start) is not None), bool(end)


def _decoded(head: bytes) -> str:
    for mark, encoding in _WITH_MARK:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    for mark, encoding in _WITHOUT_MARK:
        if head.startswith(mark):
            return head.decode(encoding, "replace")
    # Every other encoding of XML in use agrees with ASCII where markup stands.
    return head.decode("latin-1")


def looks_like_ern(head: bytes) -> bool:
    """Whether a file starts as a DDEX release message, in any encoding and with any prefix.

    True for a message behind a DOCTYPE or of an unread kind too, as the reader says it better.
    """
    prolog = prolog_of(head)
    if prolog.has_doctype:
        text = _decoded(head)
        return any(root in text for root in ROOTS)
    return prolog.root in ROOTS or (prolog.root == "CatalogListMessage" and prolog.is_ern)


XML_EXPECTED = Text(
    "a DDEX release message: XML whose root is NewReleaseMessage or PurgeReleaseMessage.",
    "DDEX の配信メッセージ(ルート要素が NewReleaseMessage か PurgeReleaseMessage の XML)。",
)
OTHER_TODO = Text(
    "Check that this is the right file; other formats have readers of their own.",
    "ファイルをお確かめください。ほかの形式には別の読み込み機能があります。",
)
CATALOG_TODO = Text(
    "A CatalogListMessage only lists what exists. Ask the sender for the NewReleaseMessages.",
    "CatalogListMessage は目録にすぎません。送り手に NewReleaseMessage を依頼してください。",
)
DOCTYPE_EXPECTED = Text(
    "a message without a DOCTYPE: DDEX uses none, and it can hide an attack.",
    "DOCTYPE のないメッセージ。DDEX では使わず、攻撃に悪用されるおそれがあります。",
)
DOCTYPE_TODO = Text(
    "Do not open this file elsewhere; ask the sender where it comes from.",
    "このファイルはほかでも開かず、送り手に出どころを確認してください。",
)


def refuse_doctype(name: str) -> BrokenMessage:
    """The error for a message with a document type declaration."""
    return BrokenMessage(name, DOCTYPE_EXPECTED, DOCTYPE_TODO, found="<!DOCTYPE", line=1)


def refuse_root(name: str, root: str, line: int | None = None) -> NotErn:
    """The error for a file with another root element."""
    todo = CATALOG_TODO if root == "CatalogListMessage" else OTHER_TODO
    return NotErn(name, XML_EXPECTED, todo, found=root, line=line, xpath=f"/{root}")
