"""TMX, the exchange format of translation memories, read without trusting the file."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kaigai.desks.review.translation.memory import Entry
from kaigai.terms.languages import canonical
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  #: what they hold is another tool's markup
_ENTITY = re.compile(rb"<\s*!\s*ENTITY")
ARTIST = "x-artist"  #: the property that tools keep an artist's id in


class BadMemory(Refused):
    """A file that cannot be taken in: what was found, what was expected, what to do."""

    def __init__(self, name: str, found: str, expected: Text, todo: Text) -> None:
        super().__init__(
            Text(
                f"{name}: found {found}; expected {expected.en}. To do: {todo.en}",
                f"{name} に {found} があります。必要なのは{expected.ja}です。{todo.ja}",
            )
        )


def is_tmx(data: bytes) -> bool:
    """Whether a file's beginning looks like TMX."""
    return b"<tmx" in data[:4096].replace(b"\0", b"")


def entries(data: bytes, *, source: str, origin: str) -> Iterator[Entry]:
    """Every unit's translations out of `source` (a language); others are left out.

    Raises BadMemory: not well-formed, or with entities of its own.
    """
    if _ENTITY.search(data.replace(b"\0", b"")):
        raise BadMemory(origin, "<!ENTITY", _SAFE, _CLEAN)
    for unit in _units(data, origin):
        variants = dict(_variants(unit))
        original = _in(variants, source)
        if original is None:
            continue
        for language, text in variants.items():
            if language.partition("-")[0] != source and text and variants[original]:
                yield Entry(
                    variants[original], text, original, language, artist_id=_artist(unit),
                    origin=origin,
                )  # fmt: skip


def _units(data: bytes, origin: str) -> Iterator["_Element"]:
    from lxml import etree

    options: dict[str, Any] = {
        "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
    }  # fmt: skip
    try:
        for _, unit in etree.iterparse(BytesIO(data), tag="{*}tu", **options):
            yield unit
            unit.clear()
    except etree.XMLSyntaxError as error:
        raise BadMemory(origin, str(error)[:200], _WHOLE, _AGAIN) from error


def _variants(unit: "_Element") -> Iterator[tuple[str, str]]:
    for variant in unit.iterfind("{*}tuv"):
        given = variant.get(LANG) or variant.get("lang") or ""
        language, segment = canonical(given), variant.find("{*}seg")
        if language and segment is not None:
            yield language, "".join(_text(segment)).strip()


def _text(node: "_Element") -> Iterator[str]:
    yield node.text or ""
    for child in node:
        name = str(child.tag).rpartition("}")[2]
        if name not in CODES:
            yield from _text(child)
        yield child.tail or ""


def _in(variants: dict[str, str], source: str) -> str | None:
    """The variant's tag in the source language, whatever its region."""
    return next((tag for tag in variants if tag.partition("-")[0] == source), None)


def _artist(unit: "_Element") -> str:
    props = (each for each in unit.iterfind("{*}prop") if each.get("type") == ARTIST)
    return next((each.text or "" for each in props), "")


_SAFE = Text("TMX without entities of its own", "独自のエンティティを含まないTMX")
_CLEAN = Text(
    en="ask where the file comes from, or export it again from the translation tool",
    ja="ファイルの入手元を確認するか、翻訳ツールから書き出し直してください",
)
_WHOLE = Text("a whole, well-formed TMX file", "壊れていないTMXファイル")
_AGAIN = Text(
    en="export the memory again from the translation tool",
    ja="翻訳ツールから翻訳メモリを書き出し直してください",
)
