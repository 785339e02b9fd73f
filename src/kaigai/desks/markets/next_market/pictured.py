"""What comes next as a page with pictures, or as the pictures alone: a map and bars of chances."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from kaigai.desks.markets.next_market.result import Coming, percent
from kaigai.terms.territory_names import name_of
from kaigai.terms.text import Language, Text

if TYPE_CHECKING:
    import altair as alt

    from kaigai.pictures.ink import Size

#: Parts of the highest chance from which on a stronger ink is used.
STEPS: Final = (0.05, 0.15, 0.3, 0.5, 0.75)
BARS: Final = 15
LISTED: Final = 40
MAP: Final = Text("Where it would come next", "次に届きそうな地域")
CHANCES: Final = Text("The likeliest territories", "見込みの高い国・地域")
LEDE: Final = Text(
    "The chance of a first chart place on {service} within {weeks} weeks, as of {day}.",
    "{service} で{weeks}週間以内に初めてチャート入りする確率です({day} 時点)。",
)
SOURCE: Final = Text(
    "From the charts of {service} until {day}. The stronger the ink, the higher the chance; "
    "white: charted there already ({reached}); hatched: no charts known. How often such chances "
    "came true: kaigai markets backtest.",
    "{day} までの {service} のチャートによる。色が濃いほど確率が高く、"
    "白はすでにチャート入りした国・地域({reached})、斜線はチャートが不明な地域です。"
    "的中率は kaigai markets backtest で確かめられます。",
)
TOLD: Final = Text("{name}: {chance}", "{name}: {chance}")
REACHED: Final = Text("{name}: charted there already", "{name}: すでにチャート入り")


def page(coming: Coming, language: Language, at: datetime) -> str:
    """The page as HTML: the map, the chances as bars, the list with its reasons."""
    from kaigai.pictures.drawing import svg
    from kaigai.pictures.ink import NARROW, WIDE
    from kaigai.pictures.page import Block, Picture, build

    source = _filled(SOURCE, coming)
    title, about = coming.title.to(language), source.to(language)
    drawn = svg(_map(coming, language), id="next-map", title=title, about=about)
    blocks: list[Block] = [Picture(MAP, drawn, "", source)]
    if coming.territories:
        wide, narrow = (
            svg(_bars(coming, language, size), id=f"next-{name}", title=title, about=about)
            for name, size in (("wide", WIDE), ("narrow", NARROW))
        )
        blocks.append(Picture(CHANCES, wide, narrow))
    blocks.append(coming.section(LISTED))
    return build(coming.title, blocks, language=language, lede=_filled(LEDE, coming), at=at)


def picture(coming: Coming, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The map alone, as a file of its own."""
    from kaigai.pictures.drawing import standalone

    return standalone(_map(coming, language).properties(title=coming.title.to(language)), kind)


def _filled(text: Text, coming: Coming) -> Text:
    given = {
        "service": coming.service,
        "day": coming.day,
        "reached": len(coming.reached),
        "weeks": coming.weeks,
    }
    return Text(text.to("en", **given), text.to("ja", **given))


def _map(coming: Coming, language: Language) -> "alt.LayerChart":
    from kaigai.pictures.world import world_map

    most = max((each.chance for each in coming.territories), default=1.0)
    told = {}
    for each in coming.territories:
        step = str(sum(each.chance >= part * most for part in STEPS))
        name = name_of(each.territory, language)
        words = TOLD.to(language, name=name, chance=percent(each.chance))
        told[each.territory] = {"step": step, "told": words}
    for code in coming.reached:
        words = REACHED.to(language, name=name_of(code, language))
        told[code] = {"step": "-", "told": words}
    return world_map(told, home=coming.home or "JP", language=language)


def _bars(coming: Coming, language: Language, size: "Size") -> "alt.LayerChart":
    """A bar for each of the likeliest territories, with its chance beside it."""
    import altair as alt

    from kaigai.desks.markets.charts import labels_axis
    from kaigai.pictures.ink import GUTTER, INK, cut
    from kaigai.pictures.world import plain

    first = coming.territories[:BARS]
    labels = {each.territory: name_of(each.territory, language) for each in first}
    size = size.fitting(labels.values())
    values: list[dict[str, Any]] = [
        {
            "code": each.territory,
            "chance": each.chance,
            "said": percent(each.chance),
            "told": TOLD.to(language, name=labels[each.territory], chance=percent(each.chance)),
        }
        for each in first
    ]
    shown = {code: cut(label, size.left - GUTTER, size.font) for code, label in labels.items()}
    most = max(each.chance for each in first)
    x = alt.X("chance:Q", scale=alt.Scale(domain=[0, most * 1.15]), axis=None)
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("code:N", sort=list(labels), axis=labels_axis(shown, size)),
        x=x,
        description="told:N",
    )
    layers = [
        base.mark_bar(color=INK[3], height=size.row * 0.5),
        _numbers(base, size),
    ]
    drawing = alt.layer(*layers).properties(
        width=size.width - size.left - 24, height=size.row * len(values)
    )
    return plain(drawing, {"left": size.left, "right": 24, "top": 4, "bottom": 4})


def _numbers(base: "alt.Chart", size: "Size") -> "alt.Chart":
    from kaigai.pictures.ink import TEXT

    return base.mark_text(align="left", dx=6, color=TEXT, fontSize=size.font).encode(text="said:N")
