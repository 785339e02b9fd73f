"""How fast each cue must be read, along the film, against what people can read."""

from typing import Any, Final

import altair as alt

from kaigai.desks.captions.measures import harmless, moment, number, speed
from kaigai.desks.captions.track import Track
from kaigai.pictures.ink import ACCENT, INK, LINE, QUIET, TEXT, WIDE, Size
from kaigai.pictures.world import plain
from kaigai.terms.text import Language, Text

CEILING: Final = 3.0  #: times the limit, where the picture ends
HEIGHT: Final = 220
LIMIT: Final = Text("- - {most} a second can be read", "- - 毎秒{most}文字まで読めます")
TOLD: Final = Text(
    "{number}, {at}: {found} a second. {text}", "{number}番 {at}: 毎秒{found}文字。{text}"
)


def reading(track: Track, language: Language, size: Size = WIDE) -> alt.LayerChart:
    """One bar for each cue: as wide as it is shown long, as high as it must be read fast."""
    most = track.limits.per_second
    top = most * CEILING
    values = [_bar(track, place, language, top) for place in range(len(track.cues))]
    axis: dict[str, Any] = {"domainColor": LINE, "tickColor": LINE, "labelColor": QUIET,
                            "labelFontSize": size.head, "title": None}  # fmt: skip
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar()
        .encode(
            x=alt.X("from:Q", axis=alt.Axis(grid=False, tickCount=8, labelExpr=_MINUTES, **axis)),
            x2="to:Q",
            y=alt.Y("found:Q", scale=alt.Scale(domain=[0, top]),
                    axis=alt.Axis(grid=False, tickCount=4, **axis)),
            y2="floor:Q",
            fill=alt.Fill("over:N", legend=None, scale=alt.Scale(
                domain=[False, True], range=[INK[3], ACCENT])),
            description="told:N",
        )
    )  # fmt: skip
    line = alt.Data(values=[{"y": most, "label": LIMIT.to(language, most=number(most))}])
    rule = alt.Chart(line).mark_rule(color=TEXT, strokeDash=[4, 3]).encode(y="y:Q")
    words = (
        alt.Chart(line)
        .mark_text(align="right", dx=-4, dy=-7, fontSize=size.head, color=TEXT)
        .encode(y=alt.value(8), x=alt.value(size.width - 70), text="label:N")
    )
    drawing = alt.layer(bars, rule, words).properties(width=size.width - 70, height=HEIGHT)
    return plain(drawing, {"left": 44, "right": 26, "top": 14, "bottom": 28})


_MINUTES: Final = (
    "floor(datum.value / 60) + ':' + (datum.value % 60 < 10 ? '0' : '') + floor(datum.value % 60)"
)


def _bar(track: Track, place: int, language: Language, top: float) -> dict[str, object]:
    cue = track.cues[place]
    found = speed(cue, track.limits)
    return {
        "from": cue.start_ms / 1000,
        "to": max(cue.end_ms, cue.start_ms) / 1000,
        "found": min(found, top),
        "floor": 0,
        "over": found > track.limits.per_second,
        "told": TOLD.to(language, number=track.numbers[place], at=moment(cue.start_ms),
                        found=number(min(found, 999)), text=" ".join(harmless(cue.text).split())),
    }  # fmt: skip
