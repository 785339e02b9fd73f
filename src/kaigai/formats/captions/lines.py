"""A text file as numbered lines, whichever program saved it, and what all text formats refuse."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kaigai.formats.captions.model import CaptionFault, Fault
from kaigai.formats.sheets.decoding import BROKEN, encoding_of
from kaigai.terms.control_signs import writable
from kaigai.terms.text import Text

MAX_BYTES: Final = 20 * 1024**2
MAX_CUES: Final = 20_000
MAX_TEXT: Final = 10_000  #: characters of one cue, markup included
KOREAN: Final = 0.9  #: of the letters beyond ASCII, Hangul
SHOWN: Final = 60  #: characters of what was found that are repeated to people

Numbered = tuple[int, str]

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The characters of a captions file, without its mark, with `\\n` for every line break
    and without control characters, which no caption shows.

    `encoding` is for files that say it neither by a mark nor by their letters (CP949, Big5 …).
    Raises CaptionFault for what is no text, or too much of it.
    """
    if len(data) > MAX_BYTES:
        raise CaptionFault(0, f"{len(data):,} bytes", TOO_BIG, SPLIT)
    if not data.strip():
        raise CaptionFault(0, "", NOT_EMPTY, EXPORT_AGAIN)
    known = encoding or _encoding(data)
    try:
        text = data.decode(known, errors="replace") if known else BROKEN * 99
    except LookupError as error:
        raise CaptionFault(0, known or "", ENCODING, KNOWN_ENCODINGS) from error
    signals = len(_CONTROL.findall(text))
    if signals > 0.02 * len(text) or text.count(BROKEN) > max(8, 0.05 * len(text)):
        raise CaptionFault(0, repr(data[:16]), NOT_TEXT, EXPORT_AGAIN)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return writable(text.replace("\x0b", " ")) if signals else text


def _encoding(data: bytes) -> str | None:
    """As for sheets; and Korean of old Windows, which nothing but its letters shows."""
    found = encoding_of(data)
    if found not in ("cp932", "cp1252"):
        return found
    try:
        letters = [each for each in data.decode("euc-kr") if not each.isascii()]
    except UnicodeDecodeError:
        return found
    korean = sum("가" <= each <= "힣" for each in letters)
    return "cp949" if korean >= max(4, KOREAN * len(letters)) else found


def numbered(text: str) -> list[Numbered]:
    """Lines with their numbers."""
    return list(enumerate(text.split("\n"), start=1))


def blocks(lines: Sequence[Numbered], *, blank_is_empty: bool = False) -> Iterator[list[Numbered]]:
    """Lines between blank ones; in WebVTT a line of spaces belongs to its cue."""
    block: list[Numbered] = []
    for line in lines:
        if line[1] if blank_is_empty else line[1].strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def too_long(line: int, text: str) -> Fault | None:
    """What is said of a cue that is too long to be one."""
    if len(text) <= MAX_TEXT:
        return None
    return Fault(line, short(text[: SHOWN + 1]), TOO_LONG, TOO_LONG_TODO)


def short(text: str) -> str:
    """What was found, as far as it helps."""
    flat = " / ".join(text.split("\n"))
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


TOO_LONG: Final = Text(en="a cue of at most 10,000 characters", ja="1つのキューは10,000文字まで")
TOO_LONG_TODO: Final = Text(
    en="look for times that are missing above this line; the cue was left out",
    ja="この行より上に時刻の抜けがないか確認してください(このキューは除外しました)",
)
TOO_MANY: Final = Text("at most 20,000 cues", "20,000件以下のキュー")
TOO_BIG: Final = Text("a captions file of at most 20 MB", "20MB以下の字幕ファイル")
SPLIT: Final = Text(
    "check that this is the right file", "ファイルを取り違えていないか確認してください"
)
NOT_EMPTY: Final = Text("a file with captions in it", "字幕が入っているファイル")
ENCODING: Final = Text("the name of an encoding", "文字コードの名前")
KNOWN_ENCODINGS: Final = Text(
    en="write it as utf-8, cp932, cp949, gb18030 or big5",
    ja="utf-8、cp932、cp949、gb18030、big5 のように書いてください",
)
NOT_TEXT: Final = Text(
    en="text in UTF-8, UTF-16 or Shift_JIS (CP932)",
    ja="UTF-8・UTF-16・Shift_JIS(CP932)のいずれかのテキスト",
)
EXPORT_AGAIN: Final = Text(
    en="export the captions again, as UTF-8", ja="字幕をUTF-8で書き出し直してください"
)
