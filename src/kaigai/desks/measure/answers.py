"""Shares and ties as answers: what people look at, rows for tools, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from kaigai.desks.measure import words
from kaigai.desks.measure.expansion import abroad_sections
from kaigai.desks.measure.sections import rests_on, share_sections
from kaigai.desks.measure.share_query import Share, series_of
from kaigai.desks.measure.sources import RANK
from kaigai.desks.measure.territories import territory_section
from kaigai.desks.measure.ties import coverage_section, taken_section, ties_section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Block, Chart, Legend, Screen, Step

if TYPE_CHECKING:
    import altair as alt

    from kaigai.desks.measure.actions import Answered, Ties
    from kaigai.desks.measure.result import Shares

PICTURES: Final = 12  #: small pictures on a page
SERIES: Final = 3  #: of which a picture shows every month
MONTHS: Final = 36  #: in such a picture

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


def share(found: "Shares", limit: int | None) -> Answer:
    """Home and overseas: the pictures first, then the lines and their grounds."""
    return Answer(
        TITLE,
        tuple(_blocks(found, limit or max(len(found.shares), len(found.places), 1))),
        found,
        lambda language: flat(found, language),
        tuple(_steps(found)),
    )


def _blocks(found: "Shares", limit: int) -> Iterator[Block]:
    if found.wanted.by == "month":
        yield from _by_month(found, limit)
    elif pictured := _pictured(found):
        yield Chart(
            "share",
            _heading(pictured[0]),
            lambda language, screen: _chart(found, pictured, language, screen),
            LEGEND,
            _source(pictured[0]),
            Legend((("home", words.AT_HOME), ("high", words.OVERSEAS))),
        )
    if found.wanted.by == "territory":
        yield territory_section(list(found.places), limit)
    if found.wanted.by != "month" or not found.shares:
        yield from share_sections(found, limit)
    if found.abroad:
        yield from abroad_sections(found.abroad, found.after)
    if found.shares:
        yield rests_on(found.shares[:limit], found.ties)


def _by_month(found: "Shares", limit: int) -> Iterator[Block]:
    """A picture and a list of each series, the fullest first."""
    series = list(dict.fromkeys(each.series for each in found.shares))
    for place, (key, section) in enumerate(
        zip(series, share_sections(found, limit) if series else (), strict=True)
    ):
        rows = [row for row in found.months if series_of(row) == key]
        months = sorted({row["month"] for row in rows})[-MONTHS:]
        shown = [row for row in rows if row["month"] in months]
        if place < SERIES and any(row["is_known"] for row in shown):
            yield Chart(
                f"share-{place}",
                section.title,
                partial(_month_chart, shown),
                BY_MONTH,
                _source_of(shown),
                MONTH_LEGEND,
            )
        yield section


def _month_chart(
    rows: Sequence[Mapping[str, Any]], language: Language, screen: Screen
) -> "alt.LayerChart":
    from kaigai.desks.measure.charts import month_chart

    return month_chart(rows, language, screen)


def _source_of(rows: Sequence[Mapping[str, Any]]) -> Text:
    """What a picture of months is made of, and how its gaps look."""
    names = {row["source"] for row in rows}
    source = words.source(names.pop() if len(names) == 1 else "several")
    daily = any(row["measure"] == RANK for row in rows)
    return Text(
        f"From {source.en}{', weight per day counted' * daily}. Nothing is filled in: a hatched "
        "month was not read, a pale one only in part.",
        f"{source.ja}による{'(集計1日あたりの重み)' * daily}。補完はしていません。"
        "斜線の月はデータがなく、色の薄い月は一部の日のみです。",
    )


def _chart(
    found: "Shares", pictured: Sequence[Share], language: Language, screen: Screen
) -> "alt.LayerChart":
    from kaigai.desks.measure.charts import share_chart

    return share_chart(found, pictured, language, screen)


def _pictured(found: "Shares") -> Sequence[Share]:
    """The largest groups of the fullest series."""
    known = [each for each in found.shares if each.estimate.share is not None]
    if not known:
        return []
    same = [each for each in known if each.series == known[0].series]
    return (same if len(same) > 1 else known)[:PICTURES]


def _heading(first: Share) -> Text:
    said = words.series(first)
    return Text(f"Home and overseas by month: {said.en}", f"月別の国内と海外: {said.ja}")


def _source(first: Share) -> Text:
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


def _steps(found: "Shares") -> Iterator[Step]:
    wanted = found.wanted
    if not found.shares:
        yield Step("whose", TIED)
        return
    if not wanted.artists:
        first = next((each.group for each in found.shares if each.group), None)
        if first and wanted.by == "artist":
            yield Step("share", ONE, {"artist": first})
        if wanted.by != "home":
            yield Step("share", HOMES, {"by": "home"})
    elif wanted.by != "territory":
        yield Step("share", PLACES, {"artist": wanted.artists[0], "by": "territory"})
    if found.ties.get("doubt"):
        yield Step("whose", DOUBTS, {"doubtful": True}, out="doubts.xlsx")


def flat(found: "Shares", language: Language) -> pa.Table:
    """The lines as a table: money in units of its currency, shares from 0 to 1."""
    if found.wanted.by == "territory":
        return pa.Table.from_pylist(list(found.places))
    return pa.Table.from_pylist([_flat(each, found, language) for each in found.shares], FLAT)


def _flat(each: Share, found: "Shares", language: Language) -> dict[str, Any]:
    name = found.names.get(each.group)
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


def whose(found: "Ties", *, doubtful: bool, out: str) -> Answer:
    """What is tied to whom; its rows are a sheet that a person fills in."""
    listed = ties_section(found.rows, found.total, doubtful=doubtful)
    steps = [Step("share", LOOK)]
    if out:
        steps = [Step("whose import", FILL, {"sheet": Blank(out)})]
    elif any(row["state"] == "doubt" for row in found.counts):
        steps.insert(0, Step("whose", DOUBTS, {"doubtful": True}, out="doubts.xlsx"))
    return Answer(
        WHOSE,
        (coverage_section(found.counts), listed),
        found,
        lambda language: found.sheet(language).table(),
        steps,
        sheet=found.sheet,
    )


def answered(done: "Answered") -> Answer:
    """What became of a sheet of answers."""
    return Answer(
        WHOSE,
        (taken_section(done.taken, done.blank, done.bad),),
        done,
        steps=(Step("whose", LEFT, {"doubtful": True}), Step("share", LOOK)),
        refused=bool(done.bad),
    )


TITLE = Text("Home and overseas", "国内と海外")
WHOSE = Text("Whose plays", "誰の再生か")
BY_MONTH = Text(
    "Bars per month, overseas on top of home; the list has the figures.",
    "月ごとの棒グラフ(下が国内、上が海外)。数字は表にあります。",
)
MONTH_LEGEND = Legend(
    (("home", words.AT_HOME), ("high", words.OVERSEAS), ("unknown", Text("unknown", "不明")))
)
LEGEND = Text("Grey-blue is home, red is overseas.", "青灰は国内、赤は海外です。")
ONE = Text(
    "look at one artist: first territories, how long an audience lasts",
    "一組を詳しく見る(初登場の国・地域、聴衆の続き方)",
)
TIED = Text("see what is tied to whom", "結び付きを見る")
LOOK = Text("see home and overseas side by side", "国内と海外を並べて見る")
HOMES = Text("compare artists by their home", "本国別に比べる")
PLACES = Text("see where abroad", "海外のどこかを見る")
DOUBTS = Text("write the doubts to a sheet, and answer them", "確認待ちを表に書き出して回答する")
FILL = Text("fill in the column answer, then take it back in", "answer列を埋めてから取り込む")
LEFT = Text("see what is still in doubt", "残りの確認待ちを見る")
