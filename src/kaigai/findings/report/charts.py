"""Tables as Altair charts: the world, the board, subtitles, findings by family, plays by month."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import altair as alt

from kaigai.findings.report.reported import Cell, Month, Place
from kaigai.pictures.ink import (
    ACCENT,
    GUTTER,
    INK,
    LINE,
    ON_INK,
    QUIET,
    TEXT,
    TINTS,
    UNKNOWN,
    WIDE,
    Size,
    cut,
    percent,
    step_of,
    width_of,
)
from kaigai.pictures.world import ink, plain, world_map
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language, Text

TOLD: Final = Text("{name}: {shown}", "{name}：{shown}")
NOT_KNOWN: Final = Text("not known", "不明")
OF: Final = Text("{share} of {n:,} recordings", "{n:,}録音中 {share}")


def world(places: Sequence[Place], home: str, language: Language) -> alt.LayerChart:
    """A world map of the share of recordings that can be heard in each territory."""
    told = {place.code: _told(place, language) for place in places}
    return world_map(told, home=home, language=language)


def heat(
    cells: Sequence[Cell],
    rows: Mapping[str | None, str],
    columns: Mapping[str, str],
    size: Size = WIDE,
    *,
    gaps: bool = False,
) -> alt.LayerChart:
    """A heat map: the stronger the ink, the more; with `gaps` a cell counts what is lacking.

    `rows` and `columns` give the order and the labels. Hatched is unknown, a dash has nothing.
    """
    size = size.fitting(rows.values())
    left, font = size.left, size.font
    values = [
        {"row": str(cell.row), "column": cell.column, **_cell(cell, gaps, size)}
        for cell in cells
        if cell.row in rows and cell.column in columns
    ]
    shown = {str(row): cut(label, left - GUTTER, font) for row, label in rows.items()}
    base = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X(
            "column:N",
            sort=list(columns),
            scale=alt.Scale(domain=list(columns), paddingInner=0.06, paddingOuter=0),
            axis=_labels(columns, "top", size),
        ),
        y=alt.Y(
            "row:N",
            sort=[str(row) for row in rows],
            scale=alt.Scale(domain=[str(row) for row in rows], paddingInner=0.12, paddingOuter=0),
            axis=_labels(shown, "left", size),
        ),
    )
    boxes = base.mark_rect(cornerRadius=2).encode(fill=ink("step"), description="told:N")
    figures = base.mark_text(fontSize=font - 1, baseline="middle").encode(
        text="shown:N", color=ink("step", ON_INK, QUIET)
    )
    right, top = (30, 52) if _too_wide(columns, size) else (2, 26)
    drawing = alt.layer(boxes, figures).properties(
        width=size.width - left - right, height=size.row * len(rows)
    )
    return plain(drawing, {"left": left, "right": right, "top": top, "bottom": 2})


def stacked(
    counts: Mapping[str, Mapping[str, int]], rows: Mapping[str, str], size: Size = WIDE
) -> alt.LayerChart:
    """Bars of findings per row, stacked by severity from the gravest."""
    order, size = list(TINTS), size.fitting(rows.values())
    values = [
        {"row": row, "severity": severity, "n": n, "place": order.index(severity)}
        for row, by_severity in counts.items()
        for severity, n in by_severity.items()
        if n and row in rows
    ]
    totals = [
        {
            "row": row,
            "n": sum(counts.get(row, {}).values()),
            "shown": f"{sum(counts[row].values()):,}",
        }
        for row in rows
        if counts.get(row)
    ]
    y = alt.Y(
        "row:N",
        sort=list(rows),
        scale=alt.Scale(domain=list(rows), paddingInner=0.38, paddingOuter=0.1),
        axis=_labels(rows, "left", size),
    )
    most = max((sum(counts.get(row, {}).values()) for row in rows), default=1) or 1
    x = alt.X("n:Q", axis=None, scale=alt.Scale(domain=[0, most]), stack="zero")
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            x=x,
            y=y,
            order="place:O",
            fill=alt.Fill(
                "severity:N",
                scale=alt.Scale(domain=order, range=list(TINTS.values())),
                legend=None,
            ),
        )
    )
    ends = (
        alt.Chart(alt.Data(values=totals))
        .mark_text(align="left", dx=6, fontSize=size.font, color=TEXT)
        .encode(x=alt.X("n:Q", axis=None, stack=None), y=y, text="shown:N")
    )
    right = 5 * size.font
    drawing = alt.layer(bars, ends).properties(
        width=size.width - size.left - right, height=(size.row + 4) * len(rows)
    )
    return plain(drawing, {"left": size.left, "right": right, "top": 2, "bottom": 2})


def months(series: Sequence[Month], language: Language, size: Size = WIDE) -> alt.LayerChart:
    """Plays per month, those abroad on top of those at home.

    A month not reported is hatched, one reported in part is pale.
    """
    keys = [f"{month.month:%Y-%m}" for month in series]
    values = [
        {"month": key, "where": where, "n": n, "place": place, "part": not month.is_whole}
        for key, month in zip(keys, series, strict=True)
        for place, (where, n) in enumerate((("home", month.home), ("abroad", month.abroad)))
        if n is not None
    ]
    most = max(((m.home or 0) + (m.abroad or 0) for m in series), default=1) or 1
    gaps = [{"month": k, "n": most} for k, m in zip(keys, series, strict=True) if m.total is None]
    x = alt.X(
        "month:O",
        scale=alt.Scale(domain=keys, paddingInner=0.25, paddingOuter=0.1),
        axis=_month_axis(keys, size),
    )
    y = alt.Y("n:Q", axis=_number_axis(language, size), scale=alt.Scale(domain=[0, most * 1.04]))
    where = alt.Scale(domain=["home", "abroad"], range=[INK[2], ACCENT])
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            x=x,
            y=y.stack("zero"),
            order="place:O",
            fill=alt.Fill("where:N", scale=where, legend=None),
            opacity=alt.condition("datum.part", alt.value(0.5), alt.value(1)),
        )
    )
    hatched = alt.Chart(alt.Data(values=gaps)).mark_bar(fill=UNKNOWN).encode(x=x, y=y.stack(None))
    width = min(size.width - 56, 62 * len(keys))
    drawing = alt.layer(hatched, bars).properties(width=width, height=size.row * 8)
    right = size.width - width - 50
    return plain(drawing, {"left": 50, "right": right, "top": 8, "bottom": 42})


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


def _told(place: Place, language: Language) -> dict[str, str]:
    share = place.share
    known = place.heard + place.closed
    shown = (
        NOT_KNOWN.to(language) if share is None else OF.to(language, share=percent(share), n=known)
    )
    name = name_of(place.code, language)
    return {"step": step_of(share), "told": TOLD.to(language, name=name, shown=shown)}


def _cell(cell: Cell, gaps: bool, size: Size) -> dict[str, str]:
    if not cell.of and cell.n is not None:
        return {"step": "-", "shown": "–", "told": "–"}
    share = cell.share
    if share is not None and gaps:
        share = 1 - share
    figure = percent(share)
    return {
        "step": step_of(share),
        "shown": figure if size.width == WIDE.width else figure.removesuffix("%"),
        "told": figure if cell.n is None else f"{figure} ({cell.n} / {cell.of})",
    }


def _labels(shown: Mapping[str, str], orient: str, size: Size) -> alt.Axis:
    """Labels flush with the left edge, or above the columns, slanted where there is no room."""
    place = {"labelAlign": "left", "labelPadding": size.left, "labelFontSize": size.font}
    if orient == "top":
        slanted = _too_wide(shown, size)
        place = {
            "labelAlign": "left" if slanted else "center",
            "labelAngle": -38 if slanted else 0,
            "labelPadding": 8,
            "labelFontSize": size.head,
        }
    return alt.Axis(
        title=None,
        orient=orient,
        domain=False,
        ticks=False,
        labelExpr=f"{json.dumps(dict(shown), ensure_ascii=False)}[datum.label]",
        labelLimit=0,
        labelOverlap=False,
        labelColor=TEXT,
        **place,
    )


def _too_wide(columns: Mapping[str, str], size: Size) -> bool:
    room = (size.width - size.left) / max(len(columns), 1)
    return any(width_of(label, size.head) > room for label in columns.values())
