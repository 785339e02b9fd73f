"""A sheet of answers to doubts: yes, no, or the id of another artist; bad rows are listed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from kaigai.formats.sheets.decoding import decode
from kaigai.formats.sheets.fault import SheetFault
from kaigai.formats.sheets.grid import Row, Sheet, text_sheet
from kaigai.formats.sheets.values import as_text
from kaigai.formats.sheets.workbook import OLE_MAGIC, ZIP_MAGIC, sheets
from kaigai.terms.digits import to_half_width
from kaigai.terms.text import Refused, Text

YES: Final = frozenset({"yes", "y", "true", "1", "はい", "○", "◯", "〇", "本人", "正しい"})
NO: Final = frozenset({"no", "n", "false", "0", "いいえ", "×", "✕", "別人", "違う"})
NEEDED: Final = ("credit", "artist_id", "answer")
LOOK: Final = 20  #: rows among which the header is sought


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be used."""

    place: str
    found: str
    expected: Text


@dataclass(slots=True)
class Decided:
    """Answers as rows of `identity_answers` without who and when; `bad` are left out."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    blank: int = 0


class NoSheet(Refused):
    """The file is no sheet of answers; the text says what was expected."""


def decided(
    content: bytes, asked: Collection[tuple[str, str]], artists: Collection[str]
) -> Decided:
    """The answers of a sheet; raises NoSheet.

    asked    the (credit, artist id) pairs that there are
    artists  the ids of artists that there are
    """
    found = Decided()
    for number, row in _rows(content):
        _take(found, f"row {number}", row, asked, artists)
    return found


def _take(
    found: Decided,
    place: str,
    row: Mapping[str, str],
    asked: Collection[tuple[str, str]],
    artists: Collection[str],
) -> None:
    answer = row["answer"]
    if not answer:
        found.blank += 1
        return
    credit, proposed = row["credit"], row["artist_id"]
    if (credit, proposed) not in asked:
        found.bad.append(Bad(place, f"{credit} / {proposed}", NOT_ASKED))
        return
    base = {"credit": credit, "title": row.get("title") or None}
    plain = to_half_width(answer).casefold()
    if plain in YES or plain in NO:
        said = "yes" if plain in YES else "no"
        found.answers.append({**base, "artist_id": proposed, "answer": said})
    elif answer in artists and answer != proposed and (credit, answer) in asked:
        found.answers.append({**base, "artist_id": proposed, "answer": "no"})
        found.answers.append({**base, "artist_id": answer, "answer": "yes"})
    else:
        found.bad.append(Bad(place, answer, NO_ANSWER))


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for sheet in _sheets(content):
            rows = iter(sheet.rows)
            header = _header(list(islice(rows, 1)))
            if header is None:
                continue
            for row in rows:
                if not row.is_blank:
                    yield row.number, _named(header, row)
            return
    except SheetFault as fault:
        raise NoSheet(fault.expected) from fault
    raise NoSheet(NO_HEADER)


def _sheets(content: bytes) -> Sequence[Sheet]:
    if content.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return list(sheets(content))
    return [text_sheet(decode(content))]


def _header(first: Sequence[Row]) -> list[str] | None:
    if not first:
        return None
    names = [as_text(cell).strip().lower() for cell in first[0].cells]
    return names if all(name in names for name in NEEDED) else None


def _named(header: Sequence[str], row: Row) -> dict[str, str]:
    cells = [_plain(as_text(cell)) for cell in row.cells]
    cells += [""] * (len(header) - len(cells))
    return dict(zip(header, cells, strict=False))


def _plain(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a text."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@＝＋－＠" else text


NOT_ASKED = Text(
    en="a name and an artist id as `kaigai whose --out` wrote them",
    ja="kaigai whose --out が書き出したままの名義とアーティストID",
)
NO_ANSWER = Text(
    en="yes, no, or the id of another artist who is listed under the same name",
    ja="はい・いいえ、または同じ名義で挙がっている別のアーティストのID",
)
NO_HEADER = Text(
    en="a sheet with the columns credit, artist_id and answer; `kaigai whose --out` writes one",
    ja="credit・artist_id・answer の列がある表(kaigai whose --out で書き出せます)",
)
