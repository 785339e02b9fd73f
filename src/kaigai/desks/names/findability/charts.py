"""The share of queries that hit, as bars: published, then what approval and suggestions add."""

import json
from collections.abc import Mapping
from typing import Final

import altair as alt

from kaigai.desks.names.findability.queries import KINDS
from kaigai.desks.names.findability.summary import (
    AFTER,
    ALL,
    APPROVED,
    BEFORE,
    Counted,
    Summary,
)
from kaigai.pictures.ink import ACCENT, GUTTER, INK, LINE, QUIET, TEXT, WIDE, Size, cut
from kaigai.pictures.world import plain
from kaigai.terms.section import percent
from kaigai.terms.text import Language, Text

#: What each part of a bar is, and its colour.
PARTS: Final[tuple[tuple[Text, str], ...]] = (
    (BEFORE, INK[4]),
    (APPROVED, INK[2]),
    (AFTER, ACCENT),
)
TOLD: Final = Text("{label}, {part}: {share}", "{label}、{part}: {share}")


def bars(summary: Summary, language: Language, size: Size = WIDE) -> alt.LayerChart:
    """One bar for every way of typing and one for all, from nothing to all queries."""
    counted: dict[str, Counted] = {ALL.to(language): summary.total}
    counted |= {KINDS[kind].to(language): each for kind, each in summary.by_kind.items()}
    size = size.fitting(counted)
    labels = {label: cut(label, size.left - GUTTER, size.font) for label in counted}
    values = [value for label, each in counted.items() for value in _parts(label, each, language)]
    colours = {part.to(language): colour for part, colour in PARTS}
    y = alt.Y(
        "label:N",
        sort=list(labels),
        scale=alt.Scale(domain=list(labels), paddingInner=0.3, paddingOuter=0.1),
        axis=_axis(labels, size),
    )
    shown = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("from:Q", scale=alt.Scale(domain=[0, 1]), axis=_shares(size)),
            x2="to:Q",
            fill=alt.Fill(
                "part:N",
                scale=alt.Scale(domain=list(colours), range=list(colours.values())),
                legend=_legend(size),
            ),
            description="told:N",
        )
    )
    ends = _ends(counted, y, size)
    drawing = alt.layer(shown, ends).properties(
        width=size.width - size.left - _room(size), height=size.row * len(counted)
    )
    top = 40 if _is_wide(size) else 78  # for what the colours mean
    return plain(drawing, {"left": size.left, "right": _room(size), "top": top, "bottom": 26})


def _ends(counted: Mapping[str, Counted], y: alt.Y, size: Size) -> alt.Chart:
    """From what share to what share, beside each bar."""
    values = [{"label": label, "at": 1, "shown": _lift(each)} for label, each in counted.items()]
    return (
        alt.Chart(alt.Data(values=values))
        .mark_text(align="left", dx=6, fontSize=size.head, color=TEXT)
        .encode(y=y, x="at:Q", text="shown:N")
    )


def _lift(counted: Counted) -> str:
    before, _, after = map(percent, counted.shares)
    return before if before == after else f"{before} → {after}"


def _room(size: Size) -> int:
    """Pixels at the right of the bars for their shares."""
    return 7 * size.head


def _is_wide(size: Size) -> bool:
    return size.width > WIDE.width // 2


def _parts(label: str, counted: Counted, language: Language) -> list[dict[str, object]]:
    """The parts of one bar, each from where the one before ends."""
    begin, parts = 0.0, []
    for (part, _), share in zip(PARTS, counted.shares, strict=True):
        told = TOLD.to(language, label=label, part=part.to(language), share=percent(share))
        parts.append(
            {"label": label, "part": part.to(language), "from": begin, "to": share, "told": told}
        )
        begin = share
    return [part for part in parts if part["to"] != part["from"]]


def _axis(labels: dict[str, str], size: Size) -> alt.Axis:
    """Labels flush with the left edge."""
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelExpr=f"{json.dumps(labels, ensure_ascii=False)}[datum.label]",
        labelAlign="left",
        labelPadding=size.left,
        labelFontSize=size.font,
        labelLimit=0,
        labelColor=TEXT,
    )


def _shares(size: Size) -> alt.Axis:
    return alt.Axis(
        format="%",
        values=[0, 0.25, 0.5, 0.75, 1],
        title=None,
        domain=False,
        ticks=False,
        gridColor=LINE,
        labelColor=QUIET,
        labelFontSize=size.head,
    )


def _legend(size: Size) -> alt.Legend:
    return alt.Legend(
        orient="top",
        title=None,
        direction="horizontal" if _is_wide(size) else "vertical",
        labelColor=TEXT,
        labelFontSize=size.head + 1,
        labelLimit=size.width,
        symbolType="square",
    )
