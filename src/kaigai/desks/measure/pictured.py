"""An answer as a page, a picture, or a table for other tools."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

import pyarrow as pa

from kaigai.desks.measure import words
from kaigai.desks.measure.expansion import abroad_sections
from kaigai.desks.measure.result import Answer
from kaigai.desks.measure.sections import rests_on, share_sections
from kaigai.desks.measure.share_query import Share
from kaigai.desks.measure.sources import RANK
from kaigai.desks.measure.territories import territory_section
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text

PICTURES: Final = 12  #: small pictures on a page
LISTED: Final = 100  #: lines on a page, of each series

FLAT: Final = pa.schema(
    [
        ("group", pa.string()),
        ("name", pa.string()),
        ("service", pa.string()),
        ("chart", pa.string()),
        ("measure", pa.string()),
        ("currency", pa.string()),
        ("home", pa.float64()),
        ("overseas", pa.float64()),
        ("share_abroad", pa.float64()),
        ("share_low", pa.float64()),
        ("share_high", pa.float64()),
        ("n_artists", pa.int64()),
        ("n_territories", pa.int64()),
        ("months", pa.int64()),
        ("months_without_home", pa.int64()),
        ("months_missing", pa.list_(pa.string())),
        ("days_counted", pa.int64()),
        ("days", pa.int64()),
        ("first_day", pa.date32()),
        ("last_day", pa.date32()),
        ("source", pa.string()),
        ("n_sources", pa.int64()),
        ("sources_differ", pa.float64()),
    ]
)


def sections_of(answer: Answer, limit: int) -> list[Section]:
    """What people are shown, whichever the door."""
    found = []
    if answer.wanted.by == "territory":
        found.append(territory_section(list(answer.places), limit))
    found += share_sections(answer, limit)
    if answer.abroad:
        found += abroad_sections(answer.abroad, answer.after)
    if answer.shares:
        found.append(rests_on(answer.shares[:limit], answer.ties))
    return found


def flat(answer: Answer, language: Language) -> pa.Table:
    """The lines as a table: money in units of its currency, shares from 0 to 1."""
    if answer.wanted.by == "territory":
        return pa.Table.from_pylist(list(answer.places))
    return pa.Table.from_pylist([_flat(each, answer, language) for each in answer.shares], FLAT)


def _flat(each: Share, answer: Answer, language: Language) -> dict[str, Any]:
    name = answer.names.get(each.group)
    return {
        "group": each.group,
        "name": name.to(language) if name else each.group,
        "service": each.service,
        "chart": each.chart,
        "measure": each.measure,
        "currency": each.currency,
        "home": words.amount(each.home, each.measure),
        "overseas": words.amount(each.overseas, each.measure),
        "share_abroad": each.estimate.share,
        "share_low": each.estimate.low,
        "share_high": each.estimate.high,
        "n_artists": each.n_artists,
        "n_territories": each.n_territories,
        "months": each.months,
        "months_without_home": each.without_home,
        "months_missing": [f"{month:%Y-%m}" for month in each.holes],
        "days_counted": each.n_days,
        "days": each.month_days,
        "first_day": each.first_day,
        "last_day": each.last_day,
        "source": each.source,
        "n_sources": each.n_sources,
        "sources_differ": each.differs,
    }


def picture(answer: Answer, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The small multiples of the fullest series as a file of their own."""
    from kaigai.pictures.drawing import standalone

    chart = _chart(answer, language)
    if chart is None:
        return b""
    heading = f"{_heading(answer).to(language)}. {LEGEND.to(language)}"
    return standalone(chart.properties(title=heading), kind)


def page(answer: Answer, language: Language, at: datetime, *, label: str = "") -> str:
    """The answer as one HTML page: the pictures first, then the lines and their grounds."""
    from kaigai.pictures.drawing import svg
    from kaigai.pictures.page import Block, Picture, build

    blocks: list[Block] = []
    chart = _chart(answer, language)
    if chart is not None:
        drawn = svg(chart, id="share", title=TITLE.to(language), about=LEGEND.to(language))
        narrow = svg(
            _chart(answer, language, columns=1),
            id="share-narrow",
            title=TITLE.to(language),
            about=LEGEND.to(language),
        )
        blocks.append(Picture(_heading(answer), drawn, narrow, _source(answer)))
    blocks += sections_of(answer, LISTED)
    return build(TITLE, blocks, language=language, lede=LEGEND, at=at)


def _chart(answer: Answer, language: Language, columns: int = 3) -> Any:
    from kaigai.desks.measure.charts import Small, small_multiples

    pictures = [
        Small(_name(each, answer, language), _told(each, language), _months(each, answer))
        for each in _drawn(answer)
    ]
    if not pictures:
        return None
    return small_multiples(pictures, language, columns=columns)


def _drawn(answer: Answer) -> Sequence[Share]:
    """The largest groups of the fullest series; by month, all months are one picture."""
    known = [each for each in answer.shares if each.estimate.share is not None]
    if not known:
        return []
    first = known[0]
    same = [each for each in known if each.series == first.series]
    if answer.wanted.by == "month":
        return same[:1]
    return (same if len(same) > 1 else known)[:PICTURES]


def _name(each: Share, answer: Answer, language: Language) -> str:
    name = answer.names.get(each.group, Text(each.group, each.group)).to(language)
    if answer.wanted.by in ("service", "territory", "month"):
        return words.series(each).to(language)
    return name


def _told(each: Share, language: Language) -> str:
    return ABROAD.to(language, share=words.percent(each.estimate), n=each.n_territories)


def _months(each: Share, answer: Answer) -> dict[Any, tuple[float, float]]:
    by_month = answer.wanted.by == "month"
    rows = [
        row
        for row in answer.months
        if row["is_known"]
        and (by_month or (row["grouping"] or "") == each.group)
        and row["service"] == each.service
        and (row["chart"] or "") == each.chart
        and row["measure"] == each.measure
        and (row["currency"] or "") == each.currency
    ]
    # Weights grow with the days counted, which differ from month to month; plays do not.
    days = {row["month"]: row["n_days"] if each.measure == RANK else 1 for row in rows}
    return {
        row["month"]: (
            (row["home"] or 0.0) / (days[row["month"]] or 1),
            (row["overseas"] or 0.0) / (days[row["month"]] or 1),
        )
        for row in rows
    }


def _heading(answer: Answer) -> Text:
    first = _drawn(answer)[0]
    said = words.series(first)
    return Text(f"Home and overseas by month: {said.en}", f"月別の国内と海外: {said.ja}")


def _source(answer: Answer) -> Text:
    first = _drawn(answer)[0]
    source, period = words.source(first.source), words.period(first.first_day, first.last_day)
    daily = first.measure == RANK
    return Text(
        f"From {source.en}, {period}; {words.days(first)} days counted"
        f"{', weight per day counted' * daily}. A month without bars was not read. "
        "Each picture has its own scale.",
        f"{source.ja}による。{period}、集計日数 {words.days(first)}"
        f"{'、集計1日あたりの重み' * daily}。棒のない月はデータがありません。"
        "縦軸は図ごとに異なります。",
    )


TITLE = Text("Home and overseas", "国内と海外")
LEGEND = Text("Grey-blue is home, red is overseas.", "青灰は国内、赤は海外です。")
ABROAD = Text("{share} abroad, {n} territories", "海外 {share}、{n}か国・地域")
