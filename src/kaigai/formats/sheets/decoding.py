"""Bytes of a text file into characters, whichever program saved them."""

import re
from codecs import (
    BOM_UTF8,
    BOM_UTF16_BE,
    BOM_UTF16_LE,
    BOM_UTF32_BE,
    BOM_UTF32_LE,
    getincrementaldecoder,
)
from typing import Final

from kaigai.formats.sheets.fault import FILE, SheetFault
from kaigai.terms.text import Text

#: The character that stands where a byte could not be read.
BROKEN: Final = "\ufffd"

_MARKS: Final = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's mark, so it is asked first
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 4096
_WORST: Final = 0.02  #: broken characters to others beside ASCII
# Kana, two Japanese characters together, or one that no Latin letter touches.
_JAPANESE: Final = re.compile(
    "[\u3041-\u30ff]|[\u4e00-\u9fff\uff01-\uff9f]{2,}|(?<![A-Za-z])[\u4e00-\u9fff](?![A-Za-z])"
)
_SIGNAL: Final = re.compile("[\x00-\x08\x0e-\x1f]")  #: control characters that no table has
_ODD: Final = re.compile("[^\x00-\x7f]+")


def encoding_of(data: bytes, *, whole: bool = True) -> str | None:
    """The Python name of the encoding of a table's bytes; None when it is no text.

    Knows UTF-8, UTF-16 and UTF-32 by their marks, UTF-16 without one by its zero bytes, UTF-8
    and CP932 (Japanese Windows) by their rules, and CP1252 (Western Windows) as what is left.
    `whole` off: the end may cut a character in two.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data[:_SAMPLE]:
        return _by_zeros(data[:_SAMPLE])
    if _decodes(data, "utf-8", whole):
        return "utf-8"
    return _by_sense(data)


def decode(data: bytes) -> str:
    """The characters of a text file, without its mark.

    A few broken bytes become U+FFFD, so that the cells with them can be named.
    Raises SheetFault when the bytes are no text that tables come in.
    """
    encoding = encoding_of(data)
    if encoding is not None:
        text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
        beyond_ascii = sum(map(len, _ODD.findall(text)))
        signals = len(_SIGNAL.findall(text))
        if text.count(BROKEN) <= max(1, _WORST * beyond_ascii) and signals <= _WORST * len(text):
            return text
    raise SheetFault(FILE, repr(data[:24]), _EXPECTED, _TODO)


def decode_head(head: bytes) -> str:
    """As much of a file's beginning as is text; an empty text when none of it is."""
    encoding = encoding_of(head, whole=False)
    if encoding is None:
        return ""
    text: str = getincrementaldecoder(encoding)(errors="replace").decode(head)
    return text.removeprefix("\ufeff")


def _by_zeros(sample: bytes) -> str | None:
    """UTF-16 without a mark: in ASCII parts every other byte is zero."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd) or max(even, odd) * 10 < len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decodes(data: bytes, encoding: str, whole: bool) -> bool:
    try:
        getincrementaldecoder(encoding)().decode(data, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _by_sense(data: bytes) -> str:
    """CP932 accepts many Western bytes too: its kana and kanji must stand like Japanese."""
    text = data.decode("cp932", errors="replace")
    runs = _ODD.findall(text)
    sensible = sum(bool(_JAPANESE.search(text, *found.span())) for found in _ODD.finditer(text))
    broken = text.count(BROKEN)
    if sensible * 2 >= len(runs) and broken <= max(1, _WORST * sum(map(len, runs))):
        return "cp932"
    utf8 = data.decode("utf-8", errors="replace")
    lost = utf8.count(BROKEN)
    if lost <= _WORST * sum(map(len, _ODD.findall(utf8))):
        return "utf-8"
    return "cp1252"


_EXPECTED: Final = Text(
    en="text in UTF-8, UTF-16 or Shift_JIS (CP932)",
    ja="UTF-8・UTF-16・Shift_JIS(CP932)のいずれかのテキスト",
)
_TODO: Final = Text(
    en="save the table again as “CSV UTF-8”, or give the workbook itself (.xlsx)",
    ja="「CSV UTF-8」形式で保存し直すか、元のブック(.xlsx)をお使いください",
)
