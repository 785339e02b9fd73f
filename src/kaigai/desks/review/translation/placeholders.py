"""Words that must not be translated: marked before a text is sent, put back when it returns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape

from kaigai.desks.review.translation.glossary import Occurrence
from kaigai.desks.review.translation.provider import Marks

_TAG = re.compile(r"<x\s+id=[\"']?(\d+)[\"']?[^>]*?(?:/>|>.*?</x\s*>)", re.DOTALL)
_SIGN = re.compile(r"⟦\s*(\d+)\s*⟧")
_STRAY = re.compile(r"⟦\s*\d*\s*⟧?|</?x\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Protected:
    """A text as it is sent, and what stands for its protected words afterwards."""

    text: str
    forms: tuple[str, ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Restored:
    """A text that came back, its words put in again, and what went wrong with them."""

    text: str
    lost: tuple[str, ...] = ()  #: words that are missing, or stand there twice


def protect(text: str, found: Sequence[Occurrence], marks: Marks) -> Protected:
    """The text with every found term marked; `found` in order and without overlaps."""
    parts, place = [], 0
    for number, each in enumerate(found):
        parts += [_plain(text[place : each.start], marks), _mark(number, each.form, marks)]
        place = each.end
    parts.append(_plain(text[place:], marks))
    return Protected("".join(parts), tuple(each.form for each in found), marks)


def restore(reply: str, sent: Protected) -> Restored:
    """The reply with the words in place of their marks; one lost or doubled is told."""
    pattern = _TAG if sent.marks == "xml" else _SIGN
    seen = [int(found.group(1)) for found in pattern.finditer(reply)]
    lost = [form for number, form in enumerate(sent.forms) if seen.count(number) != 1]
    pieces, place = [], 0
    for found in pattern.finditer(reply):
        number = int(found.group(1))
        form = sent.forms[number] if number < len(sent.forms) else ""
        pieces += [_bare(reply[place : found.start()], sent.marks), form]
        place = found.end()
    pieces.append(_bare(reply[place:], sent.marks))
    return Restored("".join(pieces).strip(), tuple(lost))


def _plain(text: str, marks: Marks) -> str:
    return escape(text, quote=False) if marks == "xml" else text


def _mark(number: int, form: str, marks: Marks) -> str:
    if marks == "plain":
        return f"⟦{number}⟧"
    # The form itself stays inside: the service sees what kind of word stands there.
    return f'<x id="{number}" translate="no">{escape(form, quote=False)}</x>'


def _bare(text: str, marks: Marks) -> str:
    """Text between marks, without stray halves of them."""
    bare = _STRAY.sub("", text)
    return unescape(bare) if marks == "xml" else bare
