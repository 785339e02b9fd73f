"""The values of a DDEX sales report's records: its head, the days of a use, what was used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from kaigai.formats.reports import dsr_columns as cells_of
from kaigai.formats.reports.cells import as_duration_ms, as_gtin, as_isrc
from kaigai.formats.reports.days import Period, a_day, a_month, last_day, span
from kaigai.formats.sheets.fault import SheetFault
from kaigai.terms.periods import parse_instant
from kaigai.terms.text import Text

Record = dict[str, str]

_ESCAPED: Final = re.compile(r"\\(.)")
_LIST: Final = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Head:
    """Who reports to whom, about which days, in which of how many files."""

    sender_id: str
    sender: str
    recipient_id: str
    recipient: str
    service: str
    file: str
    message_id: str
    created_at: datetime | None
    period: Period


def thing_of(record: Record) -> dict[str, Any]:
    """The recording or release that a use is of; a malformed ISRC is left out."""
    isrcs = _LIST.split(first(record, cells_of.ISRC) or "")
    try:
        isrc = as_isrc(isrcs[0])
    except ValueError:
        isrc = None
    return {
        "isrc": isrc,
        "gtin": as_gtin(first(record, cells_of.ICPN) or ""),
        "title": unescaped(first(record, cells_of.TITLE)),
        "artist": unescaped(first(record, cells_of.ARTIST)),
        "duration": as_duration_ms(record.get("Duration", "")),
    }


def head_of(record: Record) -> Head:
    try:
        period = span(
            _from(record.get("UsageStartDate", "")), _until(record.get("UsageEndDate", ""))
        )
    except ValueError as error:
        raise SheetFault("HEAD", str(error), *NO_HEAD) from error
    numbers = (record.get("FileNumber", "1"), record.get("NumberOfFiles", "1"))
    return Head(
        record.get("SenderPartyId", ""),
        record.get("SenderName") or record.get("SenderPartyId", ""),
        record.get("RecipientPartyId", ""),
        record.get("RecipientName", ""),
        record.get("ServiceDescription", ""),
        "of".join(numbers),
        record.get("MessageId", ""),
        _instant(record.get("MessageCreatedDateTime", "")),
        period,
    )


def _instant(text: str) -> datetime | None:
    try:
        return parse_instant(text)
    except ValueError:
        return None


def period_of(record: Mapping[str, str], summary: Mapping[str, str]) -> Period | None:
    """The days of one use; None where only the head says so."""
    start = first(record, cells_of.START) or first(summary, cells_of.START)
    end = first(record, cells_of.END) or first(summary, cells_of.END)
    return span(_from(start), _until(end or start)) if start else None


def _from(text: str) -> date:
    """The first day of `2015-10-01`, `20151001`, `2015-10` or `2015`."""
    if len(text) == 4:
        text = f"{text}-01"
    return a_month(text)[0] if len(text) == 7 else a_day(text)


def _until(text: str) -> date:
    """The last day of the same."""
    if len(text) == 4:
        text = f"{text}-12"
    return last_day(a_month(text)) if len(text) == 7 else a_day(text)


def first(record: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((record[name] for name in names if name in record), None)


def unescaped(text: str | None) -> str | None:
    """A text without the escapes that keep `|` from parting it."""
    return _ESCAPED.sub(r"\1", text) if text else None


NO_HEAD: Final = (
    Text(
        en="a HEAD record that names the days of the report",
        ja="集計期間のあるHEADレコード",
    ),
    Text(
        en="ask the service for the report again", ja="サービスにレポートの再送を依頼してください"
    ),
)
