"""Home and overseas by month: one small picture for each group, or one large one for all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import altair as alt

from kaigai.desks.measure import words
from kaigai.desks.measure.result import Shares
from kaigai.desks.measure.share_query import Share, series_of
from kaigai.desks.measure.sources import RANK
from kaigai.pictures.ink import ACCENT, INK, LINE, NARROW, QUIET, TEXT, UNKNOWN, WIDE, Size, cut
from kaigai.pictures.world import plain
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Screen

COLUMNS: Final = 3
WIDTH: Final = 250
HEIGHT: Final = 84
FONT: Final = 12
HOME_INK: Final = INK[2]
WHOLE: Final = 0.9  #: a month of which fewer days were counted is drawn pale
PLACES: Final = {"home": (0, HOME_INK), "overseas": (1, ACCENT)}  #: from the ground up


@dataclass(frozen=True, slots=True)
class Small:
    """One small picture: what it is called, and home and overseas by month; a hole is missing."""

    name: str
    share: str
    months: Mapping[date, Mapping[str, float]]


def share_chart(found: Shares, shares: Sequence[Share], language: Language, screen: Screen) -> Any:
    """A small picture for each of some shares."""
    pictures = [
        Small(_name(each, found, language), _told(each, language), _months(each, found))
        for each in shares
    ]
    return small_multiples(pictures, language, columns=1 if screen == "narrow" else COLUMNS)


def _name(each: Share, found: Shares, language: Language) -> str:
    if found.wanted.by in ("service", "territory"):
        return words.series(each).to(language)
    return found.names.get(each.group, Text(each.group, each.group)).to(language)


def _told(each: Share, language: Language) -> str:
    return ABROAD.to(language, share=words.percent(each.estimate), n=each.n_territories)


def _months(each: Share, found: Shares) -> dict[date, dict[str, float]]:
    rows = [
        row
        for row in found.months
        if row["is_known"]
        and (row["grouping"] or "") == each.group
        and series_of(row) == each.series
    ]
    return {row["month"]: _amounts(row) for row in rows}


def small_multiples(
    pictures: Sequence[Small], language: Language, *, columns: int = COLUMNS
) -> Any:
    """Stacked bars of home and overseas by month, each on its own scale; holes stay empty."""
    first = min(month for each in pictures for month in each.months)
    last = max(month for each in pictures for month in each.months)
    bars = _bars([f"{month:%Y-%m}" for month in _between(first, last)])
    charts = [_small(bars, each, language) for each in pictures]
    together = alt.concat(*charts, columns=columns, spacing={"row": 18, "column": 26})
    return together.properties(background="transparent").configure_view(stroke=None)


def _bars(months: Sequence[str]) -> alt.Chart:
    """What all small pictures have in common: made once, for making it takes a while."""
    ticks = [months[0], months[-1]] if len(months) > 1 else months
    inks = alt.Scale(domain=list(PLACES), range=[ink for _, ink in PLACES.values()])
    return (
        alt.Chart(width=WIDTH, height=HEIGHT)
        .mark_bar()
        .encode(
            x=alt.X(
                "month:N",
                scale=alt.Scale(domain=months, paddingInner=0.12),
                axis=alt.Axis(
                    title=None,
                    values=ticks,
                    labelAngle=0,
                    labelFontSize=FONT - 2,
                    labelColor=QUIET,
                    ticks=False,
                    domainColor=LINE,
                ),
            ),
            y=alt.Y("quantity:Q", stack="zero", axis=None),
            order=alt.Order("side:N"),
            fill=alt.Fill("side:N", scale=inks, legend=None),
            description="told:N",
        )
    )


def _small(bars: alt.Chart, each: Small, language: Language) -> alt.Chart:
    values = [
        {
            "month": f"{month:%Y-%m}",
            "side": side,
            "quantity": quantity,
            "told": f"{month:%Y-%m} {SIDES[side].to(language)}: {quantity:,.0f}",
        }
        for month, amounts in sorted(each.months.items())
        for side, quantity in amounts.items()
    ]
    title = alt.TitleParams(
        cut(each.name, WIDTH - 20, FONT),
        subtitle=each.share,
        anchor="start",
        fontSize=FONT,
        subtitleFontSize=FONT - 1,
        color=TEXT,
        subtitleColor=QUIET,
    )
    return bars.properties(data=alt.Data(values=values), title=title)


def _between(first: date, last: date) -> Sequence[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(start, start + count)]


def month_chart(
    rows: Sequence[Mapping[str, Any]], language: Language, screen: Screen
) -> alt.LayerChart:
    """Plays of one series by month, those overseas on top of those at home.

    A month that was not read, or not at home, is hatched; one that was counted in part is pale.
    """
    size = NARROW if screen == "narrow" else WIDE
    known = {row["month"]: row for row in rows if row["is_known"]}
    months = _between(min(row["month"] for row in rows), max(row["month"] for row in rows))
    keys = [f"{month:%Y-%m}" for month in months]
    values = [
        {"month": f"{month:%Y-%m}", **each}
        for month, row in known.items()
        for each in _sides(row, language)
    ]
    most = max((sum(_amounts(row).values()) for row in known.values()), default=1) or 1
    gaps = [{"month": f"{month:%Y-%m}", "n": most} for month in months if month not in known]
    x = alt.X(
        "month:O",
        scale=alt.Scale(domain=keys, paddingInner=0.25, paddingOuter=0.1),
        axis=_month_axis(keys, size),
    )
    y = alt.Y("n:Q", axis=_number_axis(language, size), scale=alt.Scale(domain=[0, most * 1.04]))
    inks = alt.Scale(domain=list(PLACES), range=[ink for _, ink in PLACES.values()])
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            x=x,
            y=y.stack("zero"),
            order="place:O",
            fill=alt.Fill("side:N", scale=inks, legend=None),
            opacity=alt.condition("datum.part", alt.value(0.5), alt.value(1)),
            description="told:N",
        )
    )
    hatched = alt.Chart(alt.Data(values=gaps)).mark_bar(fill=UNKNOWN).encode(x=x, y=y.stack(None))
    width = min(size.width - 56, 62 * len(keys))
    drawing = alt.layer(hatched, bars).properties(width=width, height=size.row * 8)
    right = size.width - width - 50
    return plain(drawing, {"left": 50, "right": right, "top": 8, "bottom": 42})


def _amounts(row: Mapping[str, Any]) -> dict[str, float]:
    """Home and overseas; weights grow with the days counted, so that they are told per day."""
    days = (row["n_days"] or 1) if row["measure"] == RANK else 1
    return {side: (row[side] or 0.0) / days for side in PLACES}


def _sides(row: Mapping[str, Any], language: Language) -> list[dict[str, Any]]:
    in_part = (row["n_days"] or 0) < WHOLE * row["month_days"]
    return [
        {
            "side": side,
            "n": n,
            "place": PLACES[side][0],
            "part": in_part,
            "told": f"{row['month']:%Y-%m} {SIDES[side].to(language)}: {n:,.0f}",
        }
        for side, n in _amounts(row).items()
    ]


def _month_axis(keys: Sequence[str], size: Size) -> alt.Axis:
    """Months by number, quarters where there is little room; the year below the first of each."""
    named = list(keys)
    if len(keys) > size.width // 36:
        named = [key for key in keys if int(key[5:]) % 3 == 1]
    first = json.dumps(named[0])
    return alt.Axis(
        title=None,
        domainColor=LINE,
        ticks=False,
        values=named,
        labelExpr=f"datum.label == {first} || slice(datum.label, 5) == '01'"
        " ? [+slice(datum.label, 5), slice(datum.label, 0, 4)] : +slice(datum.label, 5)",
        labelAngle=0,
        labelPadding=6,
        labelFontSize=size.font - 1,
        labelColor=QUIET,
    )


def _number_axis(language: Language, size: Size) -> alt.Axis:
    """Few round numbers, in 万 and 億 or in K and M."""
    units = [(1e8, "億"), (1e4, "万")] if language == "ja" else [(1e6, "M"), (1e3, "K")]
    (big, big_name), (small, small_name) = units
    shown = (
        f"datum.value >= {big} ? format(datum.value / {big}, ',.3~r') + '{big_name}' : "
        f"datum.value >= {small} ? format(datum.value / {small}, ',.4~r') + '{small_name}' : "
        "format(datum.value, ',.4~r')"
    )
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        tickCount=4,
        gridColor=LINE,
        labelExpr=shown,
        labelPadding=8,
        labelFontSize=size.font - 1,
        labelColor=QUIET,
    )


SIDES: Final = {"home": words.AT_HOME, "overseas": words.OVERSEAS}
ABROAD: Final = Text("{share} abroad, {n} territories", "海外 {share}、{n}か国・地域")
