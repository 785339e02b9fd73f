"""Markets as one page with pictures, or as the map alone."""

from datetime import datetime
from typing import Final, Literal

from kaigai.desks.markets.demand_cells import Unit
from kaigai.desks.markets.listing import UNIT_WORDS, sections_of, title_of
from kaigai.desks.markets.ranking import Market
from kaigai.desks.markets.result import Ranking
from kaigai.pictures.page import Picture, build
from kaigai.terms.text import Language, Text

MULTIPLES: Final = 12  #: artists that have a picture each on a label's page
LISTED: Final = 40
MAP = Text("Latent demand in the world", "潜在需要の世界地図")
LABEL = Text("Where the label's artists would be heard", "自社アーティストが聴かれうる市場")
NOW = Text("played now, and expected", "現在の数と見込み")
LEDE: Final = Text(
    "In {unit}. Bars are what is played now, points what would be, were the artist as present as "
    "in like markets; lines are 90 % intervals.",
    "単位は{unit}。棒は現在、点は似た市場と同じくらい浸透した場合の見込み、線は90%区間です。",
)


def page(ranking: Ranking, language: Language, at: datetime) -> str:
    """The page as HTML: the map, now beside expected for each artist, the tables."""
    if not ranking.artists:
        return build(LABEL, sections_of(ranking), language=language, at=at)
    one = len(ranking.artists) == 1
    unit = _unit(ranking)
    source = _source(ranking, unit)
    blocks = [_map(ranking, unit, language, source)]
    for place, artist in enumerate(ranking.artists[:MULTIPLES]):
        picture = _bars(ranking, artist, language, place)
        if picture:
            blocks.append(picture)
    title = title_of(ranking, ranking.artists[0]) if one else LABEL
    words = UNIT_WORDS[unit]
    lede = Text(LEDE.to("en", unit=words.en), LEDE.to("ja", unit=words.ja))
    return build(
        title, [*blocks, *sections_of(ranking, LISTED)], language=language, lede=lede, at=at
    )


def picture(ranking: Ranking, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The map alone, as a file of its own."""
    from kaigai.desks.markets.charts import world
    from kaigai.pictures.drawing import standalone

    unit = _unit(ranking)
    return standalone(world(_together(ranking, unit), _home(ranking), language), kind)


def _unit(ranking: Ranking) -> Unit:
    return ranking.unit_of(ranking.artists[0]) or "streams"


def _home(ranking: Ranking) -> str:
    homes = list(ranking.homes.values())
    return max(homes, key=homes.count) if homes else "JP"


def _map(ranking: Ranking, unit: Unit, language: Language, source: Text) -> Picture:
    from kaigai.desks.markets.charts import world
    from kaigai.pictures.drawing import svg

    drawn = world(_together(ranking, unit), _home(ranking), language)
    title = MAP.to(language)
    about = source.to(language)
    return Picture(MAP, svg(drawn, id="markets-map", title=title, about=about), "", source)


def _bars(ranking: Ranking, artist: str, language: Language, place: int) -> Picture | None:
    from kaigai.desks.markets.charts import bars
    from kaigai.pictures.drawing import svg
    from kaigai.pictures.ink import NARROW

    unit = ranking.unit_of(artist)
    markets = ranking.markets[artist, unit] if unit else ()
    if unit is None or not any(each.expected for each in markets):
        return None
    name = ranking.names.get(artist, Text(artist, artist))
    title = Text(f"{name.en}: {NOW.en}", f"{name.ja}: {NOW.ja}")
    about = UNIT_WORDS[unit].to(language)
    wide, narrow = (
        svg(
            bars(markets, language, **size),
            id=f"markets-{place}-{which}",
            title=title.to(language),
            about=about,
        )
        for which, size in (("wide", {}), ("narrow", {"size": NARROW}))
    )
    return Picture(title, wide, narrow, UNIT_WORDS[unit])


def _together(ranking: Ranking, unit: Unit) -> list[Market]:
    """One artist's markets; of several, each market with all that is latent there."""
    every = [ranking.markets.get((artist, unit), ()) for artist in ranking.artists]
    if len(every) == 1:
        return list(every[0])
    found: dict[str, list[Market]] = {}
    for markets in every:
        for each in markets:
            found.setdefault(each.territory, []).append(each)
    return [_summed(each) for each in found.values()]


def _summed(markets: list[Market]) -> Market:
    """What is latent for all, weighed by chance; the first stands for the rest."""
    known = [each for each in markets if each.latent and each.is_recommended]
    first = known[0] if known else markets[0]
    latent = tuple(sum(each.latent[part] for each in known if each.latent) for part in range(3))
    expected = tuple(
        sum(each.expected[part] for each in known if each.expected) for part in range(3)
    )
    chances = [each.chance or 0.0 for each in known]
    return Market(
        first.artist_id,
        first.territory,
        first.unit,
        first.rank,
        sum(each.now or 0.0 for each in markets),
        expected if known else None,  # type: ignore[arg-type]
        latent if known else None,  # type: ignore[arg-type]
        sum(chances) / len(chances) if chances else None,
        first.n_known,
        first.reasons,
        first.flags,
    )


def _source(ranking: Ranking, unit: Unit) -> Text:
    period = ranking.cells.ranked if unit == "weight" else ranking.cells.played
    when = f"{period[0]} – {period[1]}" if period else "?"
    named = ", ".join(ranking.cells.services)
    return Text(
        f"From {named}, {when}; the stronger the ink, the more is latent.",
        f"{named}、{when}。色が濃いほど潜在需要が大きい市場です。",
    )
