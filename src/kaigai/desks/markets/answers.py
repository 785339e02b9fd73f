"""Markets as an answer: a map, now beside expected, the lists, and what to do next."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from kaigai.desks.markets.demand_cells import Unit
from kaigai.desks.markets.sections import (
    UNIT_WORDS,
    artist_sections,
    label_sections,
    name_of_artist,
    title_of,
)
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Chart, Legend, Screen, Step

if TYPE_CHECKING:
    import altair as alt

    from kaigai.desks.markets.result import Market, Ranking

MULTIPLES: Final = 12  #: artists that have a picture each on a label's page


def markets(found: "Ranking", limit: int | None) -> Answer:
    """Of one artist all there is to say; of several where all of them, and each, should look."""
    from kaigai.desks.markets.kept_tables import demand_rows

    blocks = _label(found, limit) if len(found.artists) > 1 else _artist(found, limit)
    one = found.artists[0] if len(found.artists) == 1 else None
    return Answer(
        title_of(found, one) if one else LABEL,
        tuple(blocks),
        found,
        lambda language: demand_rows(found),
        tuple(_steps(found, one)),
    )


def _artist(found: "Ranking", limit: int | None) -> Iterator[Block]:
    artist = found.artists[0]
    unit = found.unit_of(artist)
    if unit is not None:
        yield _map(found, unit)
        yield from _bars(found, [artist])
    yield from artist_sections(found, artist, limit)


def _label(found: "Ranking", limit: int | None) -> Iterator[Block]:
    sections = list(label_sections(found, limit))
    if found.latent:
        yield _map(found, found.latent[0].unit)
        yield sections.pop(0)
    yield from islice(_bars(found, found.artists), MULTIPLES)
    yield from sections


def _map(found: "Ranking", unit: Unit) -> Chart:
    period, services = found.grounds[unit].period, ", ".join(found.services)
    when = f"{period[0]} – {period[1]}" if period else "?"
    words = UNIT_WORDS[unit]
    source = Text(
        f"In {words.en}, from {services}, {when}. Outlined: home; no colour: not recommended; "
        "hatched: unknown.",
        f"単位は{words.ja}。{services}、{when}。枠線は本国、無色は推奨しない市場、斜線は不明。",
    )

    def draw(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.desks.markets.charts import label_map, market_map

        if found.latent:
            return label_map(found, _home(found), language)
        return market_map(found.markets[found.artists[0], unit], _home(found), language)

    return Chart("map", MAP, draw, MAP_ABOUT, source, Legend(ramp=(LITTLE, MUCH)), True, True)


def _home(found: "Ranking") -> str:
    homes = list(found.homes.values())
    return max(homes, key=homes.count) if homes else "JP"


def _bars(found: "Ranking", artists: Sequence[str]) -> Iterator[Chart]:
    """A picture for each artist of whom anything is expected."""
    for place, artist in enumerate(artists):
        unit = found.unit_of(artist)
        shown = found.markets[artist, unit] if unit else ()
        if unit and any(each.expected for each in shown):
            name, words = name_of_artist(found, artist), UNIT_WORDS[unit]
            yield Chart(
                f"bars-{place}",
                Text(f"{name.en}: played now, and expected", f"{name.ja}: 現在の数と見込み"),
                _drawing(shown),
                Text(f"{BARS.en} In {words.en}.", f"{BARS.ja}単位は{words.ja}。"),
                Text(f"In {words.en}.", f"単位: {words.ja}。"),
                LEGEND,
            )


def _drawing(shown: "Sequence[Market]") -> "Callable[[Language, Screen], alt.LayerChart]":
    def draw(language: Language, screen: Screen) -> "alt.LayerChart":
        from kaigai.desks.markets.charts import bars
        from kaigai.pictures.ink import NARROW, WIDE

        return bars(shown, language, NARROW if screen == "narrow" else WIDE)

    return draw


def _steps(found: "Ranking", one: str | None) -> Iterator[Step]:
    if one:
        yield Step("findings", FINDINGS, {"artist": one})
        yield Step("markets", ALL)
    else:
        yield Step("markets", ONE, {"artist": found.artists[0]})
        yield Step("audit", WORTH)


LABEL = Text("Where the label's artists would be heard", "自社アーティストが聴かれうる市場")
MAP = Text("Latent demand in the world", "潜在需要の世界地図")
MAP_ABOUT = Text(
    "A world map of latent demand; the lists have the figures.",
    "潜在需要の世界地図。数値は表にあります。",
)
LITTLE, MUCH = Text("little is latent", "潜在需要が小さい"), Text("much", "大きい")
BARS = Text(
    "Markets with what is played now beside what would be, were the artist as present there as "
    "in like markets.",
    "各市場の現在の数と、似た市場と同じくらい浸透した場合の見込み。",
)
LEGEND = Legend(
    (
        ("s3", Text("now", "現在")),
        (
            "high",
            Text("expected, as in like markets; line: 90 %", "似た市場なみの見込み、線は90%区間"),
        ),
    )
)
ONE = Text("one artist, with the reasons", "ひと組の市場を理由つきで見る")
WORTH = Text("weigh every finding by these markets", "この見込みで課題の価値を見積もる")
FINDINGS = Text("what keeps this artist from being heard", "聴かれるのを妨げている課題を見る")
ALL = Text("all artists of the label side by side", "自社の全アーティストを並べて見る")
