"""An answer as a file, by the ending of its name: a page, text, a picture, rows, or its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from kaigai.terms.text import Language, Refused, Text
from kaigai.verbs.answer import Answer, Rows
from kaigai.verbs.verb import PICTURES, TABLES, Verb


class NotWritten(Refused):
    """The file cannot be written as asked; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a file: `rows` is None where it holds no table."""

    size: int
    rows: int | None = None


def check_ending(out: str, verb: Verb) -> None:
    """Before the work: whether an answer can be written so; raises NotWritten."""
    if Path(out).suffix.lower() not in verb.endings:
        raise NotWritten(_no_ending(out, verb))


def check_input(out: Path, given: Iterable[Path]) -> None:
    """An answer is never written over a file that it was made of; raises NotWritten."""
    # The files are compared, not their names: disks that know no case have two for one.
    if out.exists() and any(each.exists() and out.samefile(each) for each in given):
        raise NotWritten(
            Text(
                f"{out} is the file itself; give another --out",
                f"{out} は元のファイルです。別の --out を指定してください",
            )
        )


def write(answer: Answer, out: Path, *, language: Language, at: datetime) -> Written:
    """Write an answer; the file appears whole or not at all. Raises NotWritten, ExportError."""
    ending = out.suffix.lower()
    if answer.file is not None:
        return write_bytes(out, answer.file.content)
    if ending == ".html":
        from kaigai.doors.page.page import page

        return write_bytes(out, page(answer, language, at).encode())
    if ending == ".md":
        from kaigai.doors.page.markdown import markdown

        return write_bytes(out, markdown(answer, language).encode())
    if ending in PICTURES:
        from kaigai.doors.page.page import picture

        drawn = picture(answer, language, "svg" if ending == ".svg" else "png")
        if not drawn:
            raise NotWritten(NO_PICTURE)
        return write_bytes(out, drawn)
    if ending not in TABLES:
        raise NotWritten(NOT_MADE)
    rows = write_rows(answer, out, ending.removeprefix("."), language)
    return Written(out.stat().st_size, rows)


def write_rows(answer: Answer, out: Path | BinaryIO, format: str, language: Language) -> int:
    """All rows of an answer to a file or a stream; returns how many. Raises ExportError."""
    from kaigai.facts.export import FORMATS, export

    if answer.sheet is not None and format in ("csv", "xlsx"):
        sheet = answer.sheet(language)
        content = sheet.file(f"sheet.{format}")
        write_bytes(out, content) if isinstance(out, Path) else out.write(content)
        return len(sheet.rows)
    chosen = next(each for each in FORMATS if each == format)
    return export(_stream(answer.rows(language)), out, chosen)


def write_bytes(out: Path, content: bytes) -> Written:
    """Write a file whole, or raise NotWritten and leave what was there."""
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise NotWritten(
            Text(
                f"{out} cannot be written ({why}); give another --out",
                f"{out} に書き込めません({why})。--out で別の場所を指定してください",
            )
        ) from error
    return Written(len(content))


def _stream(rows: Rows) -> Any:
    """An Arrow table as a stream; what streams already, as it is."""
    return rows.to_reader() if hasattr(rows, "to_reader") else rows


def _no_ending(out: str, verb: Verb) -> Text:
    known = " ".join(verb.endings)
    return Text(
        f"{out}: its name must end in one of {known}",
        f"{out}: ファイル名の末尾は次のいずれかにしてください: {known}",
    )


NOT_MADE = Text(
    "no such file was made; name it when asking: out=FILE",
    "そのファイルは作られていません。書き出すファイルは実行時に out= で指定してください",
)
NO_PICTURE = Text("there is nothing to draw here", "ここには図にできるものがありません")
