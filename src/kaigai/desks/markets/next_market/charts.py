"""Chances of charting next as pictures: a map of the world, and the likeliest as bars."""

from typing import Final

import altair as alt

from kaigai.desks.markets.charts import STOPPED, labels_axis
from kaigai.desks.markets.next_market.result import NextMarkets
from kaigai.desks.markets.next_market.sections import chance
from kaigai.pictures.ink import GUTTER, INK, NARROW, TEXT, WIDE, cut
from kaigai.pictures.world import plain, world_map
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Screen

#: Parts of the highest chance from which on a stronger ink is used.
STEPS: Final = (0.05, 0.15, 0.3, 0.5, 0.75)
BARS: Final = 15
REACHED: Final = Text("{name}: charted there already", "{name}: すでにチャート入り")


def chance_map(found: NextMarkets, language: Language) -> alt.LayerChart:
    """The stronger the ink, the higher the chance; a dash was reached."""
    most = max((each.chance for each in found.territories), default=1.0)
    told = {}
    for each in found.territories:
        step = str(sum(each.chance >= part * most for part in STEPS))
        said = f"{name_of(each.territory, language)}: {chance(each.chance)}"
        told[each.territory] = {"step": step, "told": said}
    for each in found.apart:
        said = STOPPED.to(language, name=name_of(each.territory, language))
        told[each.territory] = {"step": "-", "told": said}
    for code in found.reached:
        told[code] = {"step": "-", "told": REACHED.to(language, name=name_of(code, language))}
    return world_map(told, home=found.home or "JP", language=language)


def chance_bars(found: NextMarkets, language: Language, screen: Screen) -> alt.LayerChart:
    """A bar for each of the likeliest territories, with its chance beside it."""
    first = found.territories[:BARS]
    labels = {each.territory: name_of(each.territory, language) for each in first}
    size = (NARROW if screen == "narrow" else WIDE).fitting(labels.values())
    values = [
        {
            "code": each.territory,
            "chance": each.chance,
            "said": chance(each.chance),
            "told": f"{labels[each.territory]}: {chance(each.chance)}",
        }
        for each in first
    ]
    shown = {code: cut(label, size.left - GUTTER, size.font) for code, label in labels.items()}
    most = max(each.chance for each in first)
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("code:N", sort=list(labels), axis=labels_axis(shown, size)),
        x=alt.X("chance:Q", scale=alt.Scale(domain=[0, most * 1.15]), axis=None),
        description="told:N",
    )
    figures = base.mark_text(align="left", dx=6, color=TEXT, fontSize=size.font)
    drawing = alt.layer(
        base.mark_bar(color=INK[3], height=size.row * 0.5), figures.encode(text="said:N")
    ).properties(width=size.width - size.left - 24, height=size.row * len(values))
    return plain(drawing, {"left": size.left, "right": 24, "top": 4, "bottom": 4})
