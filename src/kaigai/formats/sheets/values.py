"""What a cell says: text, days, durations, counts and codes, as spreadsheets twist them."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from kaigai.formats.sheets.decoding import BROKEN
from kaigai.formats.sheets.grid import Cell
from kaigai.formats.sheets.headers import plain
from kaigai.terms import periods

#: Where a spreadsheet counts its days from.
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
_SERIALS: Final = range(20_000, 80_000)  #: 1954 to 2119 as a spreadsheet counts days
_MOST_SECONDS: Final = 20_000  #: a longer plain number of a duration is milliseconds
_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
_NOTHING: Final = frozenset(
    {"", "-", "–", "—", "ー", "―", "/", "n/a", "na", "none", "null", "nil", "tbd", "tba", "未定",
     "なし", "無し", "不明", "未入力", "未登録", "未取得", "該当なし", "?", "×", "x"}
)  # fmt: skip
_WITH_CLOCK: Final = re.compile(r"(\S+)[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?")
_COUNT: Final = re.compile(
    r"(?:#|[A-Za-z]{1,6}[-.\s#]{0,2})?(\d{1,9})(?:\.0+)?(?:\s*[/／]\s*\d+)?\D{0,2}"
)
_SHORTENED: Final = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d{1,2}")
_YES: Final = frozenset(
    {"true", "yes", "y", "1", "○", "◯", "〇", "●", "有", "あり", "はい", "有り", "✓", "✔"}
)
_SPLIT: Final = re.compile(
    r"[、;；／|｜\n\r]|\s/\s|/(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])/"  # not AC/DC
)


class Shortened(ValueError):
    """A long number of which the spreadsheet kept only the first digits."""


def as_text(cell: Cell) -> str:
    """The cell as its keeper sees it, outer spaces off; empty for an empty or faulty one."""
    if cell is None or isinstance(cell, str):
        text = (cell or "").strip()
        return "" if text in _ERRORS else text
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_error(cell: Cell) -> bool:
    """Whether a formula failed here, or bytes that no encoding explains stood here."""
    return isinstance(cell, str) and (cell.strip() in _ERRORS or BROKEN in cell)


def is_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say; never ask this of a name."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in _NOTHING


def as_day(cell: Cell) -> date:
    """The day of a cell, a spreadsheet's serial number included; ValueError when it is none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _SERIALS:
        return (_EPOCH + timedelta(days=int(cell))).date()
    text = as_text(cell)
    clocked = _WITH_CLOCK.fullmatch(unicodedata.normalize("NFKC", text))
    return periods.parse_day(clocked.group(1) if clocked else text)


def as_duration_ms(cell: Cell) -> int:
    """Milliseconds of a track's length; ValueError when the cell tells none, or less than none.

    `3:45` typed into a spreadsheet becomes 3 h 45 min 0 s there: read back as minutes and
    seconds. A plain number is seconds, or milliseconds when it is too long for a track.
    """
    if isinstance(cell, datetime):
        cell = cell - _EPOCH
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second,
                         microseconds=cell.microsecond)  # fmt: skip
    if isinstance(cell, float) and 0 < cell < 1:
        cell = timedelta(days=cell)
    if isinstance(cell, timedelta):
        return _of_clock(round(cell / timedelta(milliseconds=1)))
    text = as_text(cell)
    duration = periods.parse_duration_ms(text)
    digits = text.replace(".", "", 1).replace(",", "", 1)
    if digits.isdecimal() and duration > _MOST_SECONDS * 1000:
        duration //= 1000
    return _positive(duration, text)


def _of_clock(duration_ms: int) -> int:
    if duration_ms >= 3_600_000 and duration_ms % 60_000 == 0:
        duration_ms //= 60
    return _positive(duration_ms, str(timedelta(milliseconds=duration_ms)))


def _positive(duration_ms: int, text: str) -> int:
    if not 0 < duration_ms < 1_000 * 3_600_000:
        raise ValueError(f"{text!r} is no length of a track")
    return duration_ms


def as_count(cell: Cell) -> int:
    """A whole number from zero on (`3`, `０３`, `Tr.03`, `3/12`, `3曲`); ValueError for others."""
    found = _COUNT.fullmatch(unicodedata.normalize("NFKC", as_text(cell)).strip())
    if not found:
        raise ValueError(f"{as_text(cell)!r} is no number")
    return int(found.group(1))


def as_code(cell: Cell) -> str:
    """A long code as text; Shortened when only its first digits are left (`4.98801E+12`)."""
    text = as_text(cell)
    if isinstance(cell, float) and not cell.is_integer():
        raise Shortened(text)
    narrow = unicodedata.normalize("NFKC", text)
    if _SHORTENED.fullmatch(narrow):
        number = float(narrow)
        digits = narrow.upper().partition("E")[0].replace(".", "")
        if len(digits) < len(str(int(number))):
            raise Shortened(text)
        return str(int(number))
    return narrow.removesuffix(".0") if re.fullmatch(r"\d+\.0", narrow) else text


def as_flag(cell: Cell) -> bool | None:
    """Yes (`○`, `有`, `TRUE`, `1`), no, or None where the cell is empty."""
    text = unicodedata.normalize("NFKC", as_text(cell)).strip().casefold()
    return (text in _YES) if text else None


def as_list(cell: Cell) -> list[str]:
    """Several names in one cell, parted by 、 ; / | or a new line.

    A comma parts only full names or Japanese ones: `Lennon, John` is one person.
    """
    pieces: list[str] = []
    for piece in _SPLIT.split(as_text(cell)):
        names = [name.strip() for name in re.split("[,，]", piece)]
        whole = len(names) > 1 and not all(_is_full(name) for name in names)
        pieces += [piece.strip()] if whole else names
    return [piece for piece in pieces if piece]


def _is_full(name: str) -> bool:
    return " " in name or not name.isascii()


_RELEASE_TYPES: Final = {
    "Album": "album|アルバム|フルアルバム|full album|LP|AL|配信アルバム|ベストアルバム|ベスト|"
    "コンピレーション|compilation|オムニバス",
    "Single": "single|シングル|配信シングル|デジタルシングル|digital single|SG",
    "MaxiSingle": "maxi single|マキシシングル|maxi",
    "MiniAlbum": "mini album|ミニアルバム|mini",
    "EP": "EP",
    "Video": "video|ビデオ|映像|映像作品|DVD|Blu-ray",
    "VideoSingle": "video single|映像シングル|ビデオシングル|ミュージックビデオ|music video|MV",
}


@lru_cache(maxsize=256)
def as_release_type(cell: str) -> str | None:
    """DDEX's word for a kind of release where it is known, else the cell's own."""
    for kind, spellings in _RELEASE_TYPES.items():
        if plain(cell) in map(plain, spellings.split("|")):
            return kind
    return cell or None
