"""Where files are found: folders are walked, zips are opened, and nothing is unpacked to disk."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from kaigai.formats.sheets.decoding import encoding_of
from kaigai.sources.reader import RefusedFile, Source
from kaigai.terms.text import Text

ZIP_MAGIC = b"PK\x03\x04"
MAX_MEMBERS = 100_000
MAX_UNPACKED = 8 * 1024**3  #: bytes of a zip's members together
MAX_RATIO = 200  #: unpacked to packed; XML packs to a twentieth at best
RATIO_FLOOR = 10 * 1024**2  #: members smaller than this may pack as well as they like
LONG_AGO = datetime.min.replace(tzinfo=UTC)
UTF8_NAMES = 0x800  #: the flag of a zip's member whose name is UTF-8
OFFICE = ("xl/workbook.xml", "[Content_Types].xml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file or a zip member, light enough to be sent to another process."""

    path: str
    member: str | None = None
    size: int = 0
    modified_at: datetime = LONG_AGO
    options: Mapping[str, Any] = field(default_factory=dict)
    member_name: str = ""  #: the member's as people know it

    @property
    def name(self) -> str:
        """The path as people know it."""
        path = readable(self.path)
        return f"{path}!/{self.member_name or self.member}" if self.member else path

    def source(self) -> Source:
        """What a reader is given."""
        return Source(self.name, self.size, self._open, self.modified_at, self.options)

    def _open(self) -> BinaryIO:
        if self.member is None:
            return open(self.path, "rb")
        return ZipFile(self.path).open(self.member)  # type: ignore[return-value]


def readable(path: str) -> str:
    """A path whose parts may be in another encoding than UTF-8, as in archives from Japan."""
    if path.isascii():
        return path
    return "/".join(map(_decoded, os.fsencode(path).split(b"/")))


def _decoded(name: bytes) -> str:
    return name.decode(encoding_of(name) or "utf-8", errors="replace")


def _member_name(info: ZipInfo) -> str:
    """A member's name. Zips without the flag are read as if they were of the first PCs."""
    if info.filename.isascii() or info.flag_bits & UTF8_NAMES:
        return info.filename
    try:
        return _decoded(info.filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.filename


def find(
    paths: Iterable[str | Path], options: Mapping[str, Any]
) -> Iterator[Found | tuple[str, RefusedFile]]:
    """Every file under the paths, in a stable order; hidden files are passed over.

    A path that is not there, or a zip that must not be opened, comes as a refusal with its name.
    """
    for path in map(Path, paths):
        if not path.exists():
            yield readable(str(path)), _missing(path)
        for file in sorted(_files(path)):
            yield from _opened(file, options)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in path.rglob("*"):
            hidden = any(part.startswith(".") for part in child.relative_to(path).parts)
            if child.is_file() and not hidden:
                yield child


def _opened(file: Path, options: Mapping[str, Any]) -> Iterator[Found | tuple[str, RefusedFile]]:
    try:
        status = file.stat()
        with file.open("rb") as stream:
            zipped = stream.read(4) == ZIP_MAGIC
        modified = datetime.fromtimestamp(status.st_mtime, UTC)
        whole = Found(str(file), None, status.st_size, modified, options)
        yield from _members(whole) if zipped else [whole]
    except RefusedFile as refusal:
        yield readable(str(file)), refusal
    except OSError as error:
        yield readable(str(file)), _unreadable(error)


def _members(archive: Found) -> Iterator[Found]:
    try:
        with ZipFile(archive.path) as opened:
            infos = opened.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise _broken_zip(error) from error
    if {info.filename for info in infos}.intersection(OFFICE):
        yield archive
        return
    _guard(infos)
    for info in infos:
        if not info.is_dir() and not Path(info.filename).name.startswith("."):
            yield replace(
                archive, member=info.filename, size=info.file_size, member_name=_member_name(info)
            )


def _guard(infos: list[ZipInfo]) -> None:
    """Refuse zips that would unpack to more than any delivery does."""
    unpacked = sum(info.file_size for info in infos)
    bombs = [
        info.filename
        for info in infos
        if info.file_size > RATIO_FLOOR and info.file_size > MAX_RATIO * info.compress_size
    ]
    if len(infos) > MAX_MEMBERS or unpacked > MAX_UNPACKED or bombs:
        raise RefusedFile(
            bombs[0] if bombs else "zip directory",
            f"{len(infos)} members, {unpacked} bytes unpacked",
            Text(
                en="a zip of ordinary files, not one that unpacks to many times its size",
                ja="通常のZIP。展開すると極端に大きくなるものは読みません",
            ),
            Text(
                en="unpack it yourself, look at what it holds, and read the folder",
                ja="ご自身で展開し、中身を確かめてからフォルダを指定してください",
            ),
        )


def _missing(path: Path) -> RefusedFile:
    return RefusedFile(
        readable(str(path)),
        "nothing",
        Text(en="a file or folder", ja="ファイルまたはフォルダ"),
        Text(en="check the path", ja="パスを確認してください"),
    )


def _unreadable(error: OSError) -> RefusedFile:
    return RefusedFile(
        "file",
        error.strerror or str(error),
        Text(en="a file that may be read", ja="読み取りできるファイル"),
        Text(en="check its permissions", ja="読み取り権限を確認してください"),
    )


def _broken_zip(error: Exception) -> RefusedFile:
    return RefusedFile(
        "zip directory",
        str(error),
        Text(en="a whole zip file", ja="壊れていないZIPファイル"),
        Text(
            en="fetch it again, or unpack it and read the folder",
            ja="取得し直すか、展開してフォルダを指定してください",
        ),
    )
