"""A row of a report that cannot be used: where, what stood there, what was expected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kaigai.terms.text import Text

MOST: Final = 1_000  #: rows of one report that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Bad:
    """One row, or one cell of it, and why it could not be used."""

    place: str
    found: str
    expected: Text
    todo: Text


Reason = tuple[Text, Text]

KEPT_OUT: Final = Text(
    en="correct the cell and read the file again; the other rows were kept",
    ja="セルを直して読み直してください。ほかの行は読み込みました",
)
SHIFTED: Final = (
    Text(en="no more cells than the header has", ja="見出しより多くないセル"),
    Text(
        en="put quotation marks around the cell that has the separator in it",
        ja="区切り文字を含むセルを引用符で囲んでください",
    ),
)
NOBODY: Final = (
    Text(
        en="an ISRC, a UPC, a video or a title that says what was played",
        ja="何が再生されたかを示すISRC・JAN・動画・曲名のいずれか",
    ),
    KEPT_OUT,
)
ISRC: Final = (
    Text(en="an ISRC of twelve characters, as JPPO02300001", ja="JPPO02300001のような12桁のISRC"),
    Text(
        en="the row was kept under its title; correct the ISRC where the release was delivered",
        ja="行は曲名で読み込みました。納品元のISRCを直してください",
    ),
)
EXPECTED: Final = {
    "period": Text(en="a day or month of the report", ja="レポートの日付または月"),
    "territory": Text(en="a territory's code or name", ja="国・地域のコードか名前"),
    "number": Text(en="a number", ja="数値"),
    "video": Text(en="a video's id of eleven characters", ja="11文字の動画ID"),
    "currency": Text(en="a currency's code, as JPY", ja="JPYのような通貨コード"),
}


def capped(faults: Iterable[Bad], before: int) -> Iterator[Bad]:
    """Those of the faults that are still named, after `before` others."""
    for number, bad in enumerate(faults, start=before):
        if number < MOST:
            yield bad


def beyond(count: int) -> Bad:
    """Says that there were more faults than are named."""
    more = count - MOST
    return Bad(
        "file",
        f"{more:,}",
        Text(
            en=f"rows that can be used; {more:,} more than those named could not",
            ja=f"使える行(このほかに使えない行が{more:,}行あります)",
        ),
        Text(
            en="look for one cause that they share: separator, decimal mark, dates",
            ja="区切り文字・小数点・日付など、共通の原因がないか確認してください",
        ),
    )
