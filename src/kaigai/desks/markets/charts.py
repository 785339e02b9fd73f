"""Latent demand as pictures: a map of the world, and bars of now beside what is expected."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import altair as alt

from kaigai.desks.markets.result import Market, Ranking
from kaigai.desks.markets.sections import interval, number, span, territory
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
TOGETHER: Final = Text(
    "{name}: latent {latent} ({span}), artists: {artists}",
    "{name}: 潜在 {latent}({span})、{artists}組",
)
STOPPED: Final = Text("{name}: not recommended", "{name}: 推奨しない")


def market_map(markets: Sequence[Market], home: str, language: Language) -> alt.LayerChart:
    """Where an artist would be heard: the ink is what is latent, weighed by its chance."""
    advised = [each for each in markets if each.is_recommended]
    words = {
        each.territory: TOLD.to(
            language,
            name=territory(each.territory).to(language),
            latent=number(each.latent[1]) if each.latent else "?",
            expected=interval(each.expected),
        )
        for each in advised
    }
    weights = {each.territory: _weight(each) for each in advised if each.latent}
    stopped = {each.territory for each in markets if not each.is_recommended}
    return _world(weights, words, stopped, home, language)


def label_map(ranking: Ranking, home: str, language: Language) -> alt.LayerChart:
    """Where all artists together would be heard: the ink is what is latent."""
    words = {
        each.territory: TOGETHER.to(
            language,
            name=territory(each.territory).to(language),
            latent=number(each.latent),
            span=span(each.low, each.high),
            artists=each.artists,
        )
        for each in ranking.latent
    }
    every = [each for markets in ranking.markets.values() for each in markets]
    advised = {each.territory for each in every if each.is_recommended}
    stopped = {each.territory for each in every} - advised
    weights = {each.territory: each.latent for each in ranking.latent}
    return _world(weights, words, stopped, home, language)


def _world(
    weights: Mapping[str, float],
    words: Mapping[str, str],
    stopped: Collection[str],
    home: str,
    language: Language,
) -> alt.LayerChart:
    most = max(weights.values(), default=0.0) or 1.0
    told = {}
    for code, said in words.items():
        share = weights[code] / most if code in weights else None
        step = "?" if share is None else str(sum(share >= part for part in STEPS))
        told[code] = {"step": step, "told": said}
    for code in stopped:
        said = STOPPED.to(language, name=territory(code).to(language))
        told[code] = {"step": "-", "told": said}
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
