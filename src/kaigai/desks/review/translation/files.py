"""A door to the disk: reads the sheets and captions that people name, writes what they ask for."""

import os
from pathlib import Path

from kaigai.terms.text import Refused, Text

MOST_BYTES = 256 * 1024**2


class FileError(Refused):
    """A file that cannot be read or written; the text says what to do."""


def read(path: Path) -> bytes:
    """A file's content; raises FileError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError(_too_big(path))
        return path.read_bytes()
    except OSError as error:
        raise FileError(_unreadable(path, error)) from error


def write(path: Path, content: bytes) -> None:
    """A file appears whole or not at all; raises FileError."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FileError(_unwritable(path, error)) from error


def _too_big(path: Path) -> Text:
    return Text(
        en=f"{path} is larger than 256 MB; no sheet of reviewers is",
        ja=f"{path} は256 MBを超えています。確認用のシートではないようです",
    )


def _unreadable(path: Path, error: OSError) -> Text:
    why = error.strerror or error
    return Text(
        en=f"{path} cannot be read ({why}); check the name",
        ja=f"{path} を読めません({why})。ファイル名を確かめてください",
    )


def _unwritable(path: Path, error: OSError) -> Text:
    why = error.strerror or error
    return Text(
        en=f"{path} cannot be written ({why}); give another --to or --out",
        ja=f"{path} に書き込めません({why})。--to や --out で別の場所を指定してください",
    )
