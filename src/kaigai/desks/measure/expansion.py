"""One artist abroad: which territories came first, and how long an audience stays."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import ibis.expr.types as ir

from kaigai.desks.measure import words
from kaigai.desks.measure.retention import HalfLife, Lasting, Seen, half_life, lasting
from kaigai.desks.measure.share_query import SERIES, Wanted, narrowed
from kaigai.terms.section import Section
from kaigai.terms.territory_codes import EVERYWHERE
from kaigai.terms.text import Text

SHOWN: Final = 12

Key = tuple[str, ...]  #: of SERIES


class First(NamedTuple):
    """The first appearance in a territory; `is_open`: it was there when the data begins."""

    territory: str
    day: date
    service: str
    measure: str
    quantity: float
    months: int
    is_open: bool


class Abroad(NamedTuple):
    """What is known of an artist abroad."""

    first: tuple[First, ...]
    lasting: Lasting
    half_life: HalfLife
    series: Key


def abroad_rows(tables: Mapping[str, ir.Table], wanted: Wanted) -> ir.Table:
    """Rows of `reach` abroad, a month and territory each, the artists `chosen` together."""
    rows = narrowed(tables["reach"], wanted, tables.get("chosen"))
    rows = rows.filter((rows.territory != rows.home_territory) & (rows.territory != EVERYWHERE))
    rows = rows.filter(rows.quantity > 0)
    return rows.group_by(*SERIES, "territory", "month").agg(
        quantity=rows.quantity.sum(), first_day=rows.first_day.min()
    )


def abroad(
    rows: Sequence[Mapping[str, Any]],
    months: Mapping[Key, Sequence[date]],
    after: date | None = None,
) -> Abroad:
    """First territories over all series, and how long an audience lasts in the fullest series.

    months  the months that each series covers at all
    """
    by_series: dict[Key, dict[str, dict[date, float]]] = {}
    keyed = [(_key(row), row) for row in rows]
    for key, row in keyed:
        places = by_series.setdefault(key, {})
        places.setdefault(row["territory"], {})[row["month"]] = row["quantity"]
    if not by_series:
        return Abroad((), lasting([]), half_life([]), ())
    fullest = max(by_series, key=lambda key: (sum(map(len, by_series[key].values())), key))
    covered = months.get(fullest, [])
    seen = [_seen(place, known, covered) for place, known in sorted(by_series[fullest].items())]
    first = tuple(_firsts(keyed, months))
    return Abroad(first, lasting(seen), half_life(seen, after), fullest)


def _key(row: Mapping[str, Any]) -> Key:
    return (
        row["service"] or "",
        row["chart"] or "",
        row["measure"] or "",
        row["currency"] or "",
    )


def _seen(place: str, known: Mapping[date, float], covered: Sequence[date]) -> Seen:
    filled = {month: known.get(month, 0.0) for month in covered}
    return Seen(place, filled, is_new=bool(covered) and min(known) > min(covered))


def _firsts(
    rows: Iterable[tuple[Key, Mapping[str, Any]]], months: Mapping[Key, Sequence[date]]
) -> list[First]:
    """The earliest appearance per territory, the earliest territory first."""
    begins = {key: min(covered) for key, covered in months.items() if covered}
    found: dict[str, tuple[Key, Mapping[str, Any]]] = {}
    present: dict[str, set[date]] = {}
    for key, row in rows:
        place = row["territory"]
        present.setdefault(place, set()).add(row["month"])
        if place not in found or _order(row) < _order(found[place][1]):
            found[place] = (key, row)
    return [
        First(
            place,
            row["first_day"],
            row["service"],
            row["measure"],
            row["quantity"],
            len(present[place]),
            is_open=row["month"] == begins.get(key),
        )
        for place, (key, row) in sorted(found.items(), key=lambda each: _order(each[1][1]))
    ]


def _order(row: Mapping[str, Any]) -> tuple[date, float]:
    """The earlier first, of one day the larger."""
    return (row["first_day"], -row["quantity"])


def abroad_sections(found: Abroad, after: date | None = None) -> list[Section]:
    """The same for people."""
    rows = tuple(
        (
            words.territory(each.territory),
            AT_LEAST_SINCE if each.is_open else "",
            each.day,
            each.service,
            words.amount(each.quantity, each.measure),
            words.MEASURES.get(each.measure, each.measure),
            each.months,
        )
        for each in found.first[:SHOWN]
    )
    columns = (
        Text("territory", "国・地域"),
        Text("", ""),
        Text("first day", "最初の日"),
        Text("service", "サービス"),
        Text("first month", "初月の数"),
        Text("counted", "指標"),
        Text("months present", "登場月数"),
    )
    left = len(found.first) - len(rows)
    note = Text(f"… and {left} more.", f"… ほか{left}の国・地域。") if left > 0 else None
    first = Section(FIRST, columns, rows, right=(4, 6), note=note or (None if rows else NOWHERE))
    return [first, _lasting_section(found, after)]


def _lasting_section(found: Abroad, after: date | None) -> Section:
    stay, half = found.lasting, found.half_life
    since = (
        Text(f"half-life after {after:%Y-%m}", f"{after:%Y-%m} 以降の半減期")
        if after
        else Text("half-life after the peak", "ピーク後の半減期")
    )
    rows = (
        (
            Text("first stay in a territory (median)", "最初に続けて登場した期間(中央値)"),
            _months(stay.median, stay.low, stay.high),
            _followed(stay),
        ),
        (
            since,
            _months(half.months, half.low, half.high),
            Text(f"fitted to {half.n} months", f"{half.n}点から推定"),
        ),
    )
    columns = (Text("", ""), Text("months", "か月"), Text("from", "根拠"))
    service, chart, measure, _ = found.series or ("", "", "", "")
    counted = words.MEASURES.get(measure, Text(measure, measure))
    note = Text(
        f"Of {service}{' ' + chart if chart else ''} {counted.en}. 90 % intervals; unknown: the "
        "data is too short, or nothing falls.",
        f"{service}{' ' + chart if chart else ''} {counted.ja}による。かっこ内は90%区間。"
        "「不明」はデータが短いか、減少が見られないことを示します。",
    )
    return Section(LASTING, columns, rows, note=note if found.series else NOWHERE)


def _followed(stay: Lasting) -> Text:
    if not stay.n:
        return NONE_NEW
    return Text(
        f"{stay.n} territories followed, {stay.ended} of the stays ended",
        f"{stay.n}の国・地域を追跡、うち{stay.ended}で途切れ",
    )


def _months(value: float | None, low: float | None, high: float | None) -> Text:
    if value is None and low is None:
        return UNKNOWN
    middle = "?" if value is None else f"{value:.1f}".removesuffix(".0")
    ends = ["?" if each is None else f"{each:.1f}".removesuffix(".0") for each in (low, high)]
    said = f"{middle} ({ends[0]}–{ends[1]})"
    return Text(said, said)


FIRST = Text("First abroad", "海外での初登場")
LASTING = Text("How long an audience abroad lasts", "海外の聴衆はどれだけ続くか")
NOWHERE = Text("Nothing abroad yet.", "海外での再生・チャート入りはまだありません。")
AT_LEAST_SINCE = Text("before", "以前から")
NONE_NEW = Text(
    "no territory is new: all were there in the first month",
    "新しい国・地域なし(すべて最初の月から登場)",
)
UNKNOWN = Text("unknown", "不明")
