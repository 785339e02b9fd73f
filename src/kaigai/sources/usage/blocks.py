"""A text file in blocks of whole rows: cut at line ends that stand in no quotation."""

from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO, Final

import numpy as np

BLOCK_BYTES: Final = 24 * 1024**2  #: of text that is worked on together
LONGEST_LINE: Final = 1024**2
MOST_BYTES: Final = 4 * 1024**3  #: of a block that no line end closes


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """A stream in blocks of about BLOCK_BYTES.

    A quotation that is never closed leaves all that follows in one block.
    """
    held = b""
    while block := _lines(stream):
        if len(block) < BLOCK_BYTES:  # the end
            block += stream.read()
            yield held + block
            return
        block = held + block if held else block
        whole = block.endswith(b"\n") and b'"' not in block
        at = len(block) if whole or len(block) > MOST_BYTES else _cut(block)
        held = b"" if at == len(block) else block[at:]
        if at:
            yield block if at == len(block) else block[:at]
    if held:
        yield held


def _lines(stream: BinaryIO) -> bytes:
    """The next BLOCK_BYTES and the rest of the line in which they end."""
    if not isinstance(stream, BufferedReader):
        block = stream.read(BLOCK_BYTES)
        return block + stream.readline(LONGEST_LINE) if len(block) == BLOCK_BYTES else block
    # A file is asked for its line end first: so much text is not copied once more.
    start = stream.tell()
    stream.seek(start + BLOCK_BYTES)
    rest = stream.readline(LONGEST_LINE)
    stream.seek(start)
    return stream.read(BLOCK_BYTES + len(rest))


def _cut(data: bytes) -> int:
    """The place behind the last line end outside of quotations; 0 where there is none."""
    if b'"' not in data:
        newline = b"\n" if b"\n" in data else b"\r"
        # A carriage return at the very end may be half of a line end.
        end = len(data) if newline == b"\n" else len(data) - 1
        return data.rfind(newline, 0, end) + 1
    codes = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(codes == ord("\n"))
    if not len(ends):
        ends = np.flatnonzero(codes[:-1] == ord("\r"))
    quotes = np.searchsorted(np.flatnonzero(codes == ord('"')), ends)
    outside = ends[quotes % 2 == 0]
    return int(outside[-1]) + 1 if len(outside) else 0
