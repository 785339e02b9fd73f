"""Home and overseas by month, one small picture for each artist or group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import altair as alt

from kaigai.desks.measure import words
from kaigai.desks.measure.result import Shares
from kaigai.desks.measure.share_query import Share
from kaigai.desks.measure.sources import RANK
from kaigai.pictures.ink import ACCENT, INK, LINE, QUIET, TEXT, cut
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Screen

COLUMNS: Final = 3
WIDTH: Final = 250
HEIGHT: Final = 84
FONT: Final = 12
HOME_INK: Final = INK[2]


@dataclass(frozen=True, slots=True)
class Small:
    """One small picture: what it is called, and home and overseas by month; a hole is missing."""

    name: str
    share: str
    months: Mapping[date, tuple[float, float]]


def share_chart(found: Shares, shares: Sequence[Share], language: Language, screen: Screen) -> Any:
    """A small picture for each of some shares."""
    pictures = [
        Small(_name(each, found, language), _told(each, language), _months(each, found))
        for each in shares
    ]
    return small_multiples(pictures, language, columns=1 if screen == "narrow" else COLUMNS)


def _name(each: Share, found: Shares, language: Language) -> str:
    if found.wanted.by in ("service", "territory", "month"):
        return words.series(each).to(language)
    return found.names.get(each.group, Text(each.group, each.group)).to(language)


def _told(each: Share, language: Language) -> str:
    return ABROAD.to(language, share=words.percent(each.estimate), n=each.n_territories)


def _months(each: Share, found: Shares) -> dict[date, tuple[float, float]]:
    by_month = found.wanted.by == "month"
    rows = [
        row
        for row in found.months
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


def small_multiples(
    pictures: Sequence[Small], language: Language, *, columns: int = COLUMNS
) -> Any:
    """Stacked bars of home and overseas by month, each on its own scale; holes stay empty."""
    first = min(month for each in pictures for month in each.months)
    last = max(month for each in pictures for month in each.months)
    charts = [_small(each, (first, last), language) for each in pictures]
    rows = [
        alt.hconcat(*charts[at : at + columns], spacing=26)
        for at in range(0, len(charts), columns)
    ]
    return alt.vconcat(*rows, spacing=18).configure_view(stroke=None)


def _small(each: Small, ends: tuple[date, date], language: Language) -> alt.LayerChart:
    values = [
        {
            "month": f"{month:%Y-%m}",
            "side": side,
            "quantity": quantity,
            "told": f"{month:%Y-%m} {SIDES[side].to(language)}: {quantity:,.0f}",
        }
        for month, (home, overseas) in sorted(each.months.items())
        for side, quantity in (("home", home), ("overseas", overseas))
    ]
    months = [f"{month:%Y-%m}" for month in _between(*ends)]
    ticks = [months[0], months[-1]] if len(months) > 1 else months
    bars = (
        alt.Chart(alt.Data(values=values))
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
            fill=alt.Fill(
                "side:N",
                scale=alt.Scale(domain=["home", "overseas"], range=[HOME_INK, ACCENT]),
                legend=None,
            ),
            description="told:N",
        )
    )
    title = alt.TitleParams(
        cut(each.name, WIDTH - 20, FONT),
        subtitle=each.share,
        anchor="start",
        fontSize=FONT,
        subtitleFontSize=FONT - 1,
        color=TEXT,
        subtitleColor=QUIET,
    )
    return alt.layer(bars).properties(width=WIDTH, height=HEIGHT, title=title)


def _between(first: date, last: date) -> Sequence[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(start, start + count)]


SIDES: Final = {"home": words.AT_HOME, "overseas": words.OVERSEAS}
ABROAD: Final = Text("{share} abroad, {n} territories", "海外 {share}、{n}か国・地域")
