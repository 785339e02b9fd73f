"""How many listeners each further language reaches: at least, and at most."""

from typing import Any, Final

import altair as alt

from kaigai.desks.captions.languages.result import Reached
from kaigai.desks.captions.languages.words import between, name, names
from kaigai.pictures.ink import ACCENT, GUTTER, INK, LINE, QUIET, TEXT, WIDE, Size, cut
from kaigai.pictures.world import plain
from kaigai.terms.text import Language, Text

NOW: Final = Text("now: {names}", "今: {names}")
ADDED: Final = Text("+ {name}", "+ {name}")


def curve(reached: Reached, language: Language, size: Size = WIDE) -> alt.LayerChart:
    """One bar for what is there and one for each language added, with the most it may be."""
    values = _values(reached, language)
    size = size.fitting(str(each["label"]) for each in values)
    for each in values:
        each["label"] = cut(str(each["label"]), size.left - GUTTER, size.font)
    order = [each["label"] for each in values]
    axis: dict[str, Any] = {"domain": False, "ticks": False, "title": None}
    y = alt.Y("label:N", sort=order, axis=alt.Axis(
        labelFontSize=size.font, labelColor=TEXT, labelLimit=size.left, **axis))  # fmt: skip
    shares = alt.Axis(format="%", gridColor=LINE, labelColor=QUIET, labelFontSize=size.head,
                      tickCount=5, **axis)  # fmt: skip
    x = alt.X("low:Q", scale=alt.Scale(domain=[0, 1]), axis=shares)
    data = alt.Data(values=values)
    bars = (
        alt.Chart(data)
        .mark_bar()
        .encode(
            y=y,
            x=x,
            fill=alt.Fill("added:N", legend=None, scale=alt.Scale(
                domain=[False, True], range=[INK[2], ACCENT])),
            description="told:N",
        )
    )  # fmt: skip
    spans = alt.Chart(data).mark_rule(color=TEXT).encode(y=y, x="low:Q", x2="high:Q")
    words = (
        alt.Chart(data)
        .mark_text(align="left", dx=6, fontSize=size.head, color=TEXT)
        .encode(y=y, x="high:Q", text="share:N")
    )
    room = 9 * size.head
    drawing = alt.layer(bars, spans, words).properties(
        width=size.width - size.left - room, height=size.row * len(values)
    )
    return plain(drawing, {"left": size.left, "right": room, "top": 8, "bottom": 26})


def _values(reached: Reached, language: Language) -> list[dict[str, object]]:
    now = NOW.to(language, names=names(reached.have).to(language))
    rows = [(now, reached.low, reached.high, False)]
    rows += [
        (ADDED.to(language, name=name(step.language).to(language)), step.low, step.high, True)
        for step in reached.steps
    ]
    return [
        {"label": label, "low": low, "high": high, "added": added, "share": between(low, high),
         "told": f"{label}: {between(low, high)}"}
        for label, low, high, added in rows
    ]  # fmt: skip
