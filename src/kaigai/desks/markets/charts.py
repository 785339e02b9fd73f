"""Latent demand as pictures: a map of the world, and bars of now beside what is expected."""

import json
from collections.abc import Sequence
from typing import Final

import altair as alt

from kaigai.desks.markets.listing import interval, number, territory
from kaigai.desks.markets.ranking import Market
from kaigai.pictures.ink import ACCENT, GUTTER, INK, LINE, QUIET, TEXT, WIDE, Size, cut
from kaigai.pictures.world import plain, world_map
from kaigai.terms.text import Language, Text

#: Parts of the largest from which on a stronger ink is used.
STEPS: Final = (0.02, 0.07, 0.2, 0.4, 0.7)
SHOWN: Final = 9
PLAYED: Final = 4  #: others, in which the artist is played most
TOLD: Final = Text(
    "{name}: latent {latent}, expected {expected}", "{name}: 潜在 {latent}、見込み {expected}"
)
STOPPED: Final = Text("{name}: not recommended", "{name}: 推奨しない")


def world(markets: Sequence[Market], home: str, language: Language) -> alt.LayerChart:
    """Where demand is latent: the stronger the ink, the more; a dash is not recommended."""
    weights = {each.territory: _weight(each) for each in markets if each.is_recommended}
    most = max(weights.values(), default=0.0) or 1.0
    told = {}
    for each in markets:
        name = territory(each.territory).to(language)
        if not each.is_recommended:
            told[each.territory] = {"step": "-", "told": STOPPED.to(language, name=name)}
            continue
        share = weights[each.territory] / most
        step = "?" if each.latent is None else str(sum(share >= part for part in STEPS))
        latent = number(each.latent[1]) if each.latent else "?"
        words = TOLD.to(language, name=name, latent=latent, expected=interval(each.expected))
        told[each.territory] = {"step": step, "told": words}
    return world_map(told, home=home, language=language)


def _weight(market: Market) -> float:
    return (market.latent[1] if market.latent else 0.0) * (market.chance or 0.0)


def bars(markets: Sequence[Market], language: Language, size: Size = WIDE) -> alt.LayerChart:
    """The first markets, and others where most is played: a bar of what is played now, a point
    for what is expected, a line for its 90 % interval."""
    known = [each for each in markets if each.is_recommended and each.expected]
    played = sorted(known[SHOWN:], key=lambda each: -(each.now or 0.0))[:PLAYED]
    first = [*known[:SHOWN], *(each for each in played if each.now)]
    labels = {each.territory: territory(each.territory).to(language) for each in first}
    size = size.fitting(labels.values())
    values = [
        {
            "code": each.territory,
            "now": each.now or 0.0,
            "low": max(each.expected[0], 0.0),
            "middle": each.expected[1],
            "high": each.expected[2],
            "told": f"{labels[each.territory]}: {number(each.now)} → {interval(each.expected)}",
        }
        for each in first
        if each.expected
    ]
    most = max((each.expected[2] for each in first if each.expected), default=1.0)
    shown = {code: cut(label, size.left - GUTTER, size.font) for code, label in labels.items()}
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("code:N", sort=list(labels), axis=labels_axis(shown, size)),
        description="told:N",
    )
    scale = alt.Scale(domain=[0, most * 1.02])
    axis = alt.Axis(
        title=None, domain=False, ticks=False, grid=True, gridColor=LINE, tickCount=4,
        format="~s", labelColor=QUIET, labelFontSize=size.font - 2, orient="top",
    )  # fmt: skip
    x = alt.X("now:Q", scale=scale, axis=axis)
    layers = [
        base.mark_bar(color=INK[3], height=size.row * 0.4).encode(x=x),
        base.mark_rule(color=ACCENT, strokeWidth=2).encode(
            x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
        ),
        base.mark_point(color=ACCENT, filled=True, size=60, opacity=1).encode(
            x=alt.X("middle:Q", scale=scale, axis=axis)
        ),
    ]
    drawing = alt.layer(*layers).properties(
        width=size.width - size.left - 24, height=max(size.row * len(values), size.row)
    )
    return plain(drawing, {"left": size.left, "right": 24, "top": 24, "bottom": 4})


def labels_axis(shown: dict[str, str], size: Size) -> alt.Axis:
    """Names of territories down the side, from their codes."""
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelExpr=f"{json.dumps(shown, ensure_ascii=False)}[datum.label]",
        labelLimit=0,
        labelAlign="left",
        labelPadding=size.left,
        labelFontSize=size.font,
        labelColor=TEXT,
    )
