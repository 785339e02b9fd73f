"""Counts as Altair charts: the world, heat maps of artists, findings by family."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import altair as alt

from kaigai.findings.overview.result import Cell, Place
from kaigai.pictures.ink import (
    GUTTER,
    ON_INK,
    QUIET,
    TEXT,
    TINTS,
    WIDE,
    Size,
    cut,
    step_of,
    width_of,
)
from kaigai.pictures.world import ink, plain, world_map
from kaigai.terms.section import percent
from kaigai.terms.territories import name_of
from kaigai.terms.text import Language, Text

TOLD: Final = Text("{name}: {shown}", "{name}：{shown}")
UNKNOWN: Final = "?"
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
    figure = UNKNOWN if share is None else percent(share)
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
