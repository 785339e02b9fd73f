"""What comes next as an answer: a map, the likeliest territories as bars, the list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kaigai.desks.markets.next_market.sections import TITLE, apart, filled, section, table
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Chart, Legend, Screen, Step

if TYPE_CHECKING:
    import altair as alt

    from kaigai.desks.markets.next_market.result import NextMarkets


def next_markets(found: "NextMarkets", limit: int | None) -> Answer:
    """Where an artist is likely to chart next."""
    return Answer(
        filled(TITLE, found),
        tuple(_blocks(found, limit)),
        found,
        lambda language: table(found),
        (
            Step("markets", WORTH, {"artist": found.name.en}),
            Step("markets backtest", PROOF),
        ),
        lede=filled(LEDE, found) if found.territories else None,
    )


def _blocks(found: "NextMarkets", limit: int | None) -> Iterator[Block]:
    source = filled(SOURCE, found)
    legend = Legend(ramp=(Text("unlikely", "確率が低い"), Text("likely", "高い")))

    def world(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.desks.markets.next_market.charts import chance_map

        return chance_map(found, language)

    def bars(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.desks.markets.next_market.charts import chance_bars

        return chance_bars(found, language, screen)

    yield Chart("map", MAP, world, source, source, legend, single=True, is_map=True)
    if found.territories:
        yield Chart("bars", CHANCES, bars, filled(LEDE, found))
    yield section(found, limit)
    if found.apart:
        yield apart(found)


LEDE: Final = Text(
    "The chance of a first chart place on {service} within {weeks} weeks, as of {day}.",
    "{service} で{weeks}週間以内に初めてチャート入りする確率です({day} 時点)。",
)
MAP: Final = Text("Where it would come next", "次に届きそうな地域")
CHANCES: Final = Text("The likeliest territories", "見込みの高い国・地域")
SOURCE: Final = Text(
    "From the charts of {service} until {day}. The stronger the ink, the higher the chance; "
    "no colour: charted there already ({reached}); hatched: no charts known. How often such "
    "chances came true: kaigai markets backtest.",
    "{day} までの {service} のチャートによる。色が濃いほど確率が高く、"
    "無色はすでにチャート入りした国・地域({reached})、斜線はチャートが不明な地域です。"
    "的中率は kaigai markets backtest で確かめられます。",
)
WORTH: Final = Text("what each market would be worth", "市場ごとに見込まれる再生数を見る")
PROOF: Final = Text("how often such rankings were right", "過去の的中率を確かめる")
