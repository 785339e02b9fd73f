"""Home and overseas by month, one small picture for each artist or group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import altair as alt

from kaigai.pictures.ink import ACCENT, INK, LINE, QUIET, TEXT, cut
from kaigai.terms.text import Language, Text

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


SIDES: Final = {"home": Text("home", "国内"), "overseas": Text("overseas", "海外")}
