"""The four figures as dots with their intervals: the model and the baselines side by side."""

import json
from collections.abc import Sequence
from dataclasses import replace
from math import isnan
from typing import Any, Final

import altair as alt

from kaigai.desks.markets.backtest.result import MODEL, Row
from kaigai.desks.markets.backtest.sections import LABELS, METHODS
from kaigai.pictures.ink import ACCENT, GUTTER, INK, LINE, NARROW, QUIET, TEXT, WIDE, Size, cut
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Screen

ROOM: Final = 0.08  #: of the span, left free at both ends
#: On small screens the names need more room than the labels of most charts.
SMALL: Final = replace(NARROW, left=138)
GAP: Final = 22  #: pixels between two figures
TOLD: Final = Text(
    "{method}, {figure}: {value} ({low}–{high})", "{method}、{figure}: {value}({low}〜{high})"
)


def dots(rows: Sequence[Row], language: Language, screen: Screen) -> Any:
    """One small picture for each figure, each on its own scale; the names stand at the left.

    A dot is the figure, a line its 90 % interval; the model has the accent.
    """
    size, columns = (SMALL, 1) if screen == "narrow" else (WIDE, len(LABELS))
    names = {row.method: METHODS[row.method].to(language) for row in rows}
    size = size.fitting(names.values())
    width = (size.width - size.left - GAP * columns) // columns
    pictures = [
        _figure(rows, at, names, language, size, width, is_named=at % columns == 0)
        for at in range(len(LABELS))
    ]
    lines = [
        alt.hconcat(*pictures[at : at + columns], spacing=GAP)
        for at in range(0, len(pictures), columns)
    ]
    return alt.vconcat(*lines, spacing=12).configure_view(stroke=None)


def column(titled: Sequence[tuple[str, Sequence[Row]]], language: Language) -> Any:
    """Several of them below each other, each with its title."""
    drawn = []
    for title, rows in titled:
        chart = dots(rows, language, "wide")
        chart.config = alt.Undefined  # of the whole alone
        drawn.append(chart.properties(title=title))
    return alt.vconcat(*drawn, spacing=36).configure_view(stroke=None)


def _figure(
    rows: Sequence[Row],
    at: int,
    names: dict[str, str],
    language: Language,
    size: Size,
    width: int,
    *,
    is_named: bool,
) -> alt.LayerChart:
    values = [_told(row, at, names[row.method], language) for row in rows]
    values = [each for each in values if not isnan(each["value"])]
    ends = [each[end] for each in values for end in ("low", "high")] or [0.0, 1.0]
    room = (max(ends) - min(ends)) * ROOM or 0.01
    domain = [max(min(ends) - room, 0.0), min(max(ends) + room, 1.0)]
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    axis = alt.Axis(
        title=None, domain=False, ticks=False, grid=True, gridColor=LINE, tickCount=3,
        labelColor=QUIET, labelFontSize=size.head, orient="bottom",
    )  # fmt: skip
    shown = {
        method: cut(name, size.left - GUTTER, size.font) if is_named else ""
        for method, name in names.items()
    }
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y(
            "method:N",
            sort=list(names),
            scale=alt.Scale(domain=list(names)),
            axis=_labels(shown, size, is_named=is_named),
        ),
        color=alt.Color(
            "is_model:N",
            scale=alt.Scale(domain=[True, False], range=[ACCENT, INK[4]]),
            legend=None,
        ),
        description="told:N",
    )
    layers = [
        base.mark_rule(strokeWidth=2).encode(
            x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
        ),
        base.mark_point(filled=True, size=70, opacity=1).encode(
            x=alt.X("value:Q", scale=scale, axis=axis)
        ),
    ]
    title = alt.TitleParams(
        LABELS[at], anchor="start", fontSize=size.font, color=TEXT, frame="group"
    )
    return alt.layer(*layers).properties(width=width, height=size.row * len(names), title=title)


def _told(row: Row, at: int, name: str, language: Language) -> dict[str, Any]:
    figure = row.figures[at]
    numbers = {
        part: f"{getattr(figure, part):.3f}" for part in ("value", "low", "high")
    }  # as the table beside it says them
    return {
        "method": row.method,
        "is_model": row.method == MODEL,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "told": TOLD.to(language, method=name, figure=LABELS[at], **numbers),
    }


def _labels(shown: dict[str, str], size: Size, *, is_named: bool) -> alt.Axis:
    room = size.left if is_named else 0
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labels=is_named,
        labelExpr=f"{json.dumps(shown, ensure_ascii=False)}[datum.label]",
        labelLimit=0,
        labelAlign="left",
        labelPadding=room,
        labelFontSize=size.font,
        labelColor=TEXT,
        minExtent=room,
        maxExtent=room,
    )
