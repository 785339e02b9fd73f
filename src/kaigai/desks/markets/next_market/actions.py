"""Next: the territories where an artist is likely to chart next."""

from datetime import date

from kaigai.desks.markets.backtest.artists import KNOWN, by_artist, homes_known, names_of
from kaigai.desks.markets.backtest.sightings import no_service, services, sighted
from kaigai.desks.markets.next_market.ranker import guide, ranked
from kaigai.desks.markets.next_market.result import NextMarkets
from kaigai.desks.markets.panel import sightings
from kaigai.desks.markets.tie_ins import tied
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Facts
from kaigai.identity.find_artist import find_artist
from kaigai.terms.text import Refused, Text

SEED = 20260401


class NextError(Refused):
    """Nothing can be ranked as asked; the text says what to do."""


def next_markets(
    facts: Facts,
    *,
    artist: str,
    service: str | None = None,
    day: date | None = None,
    refit: bool = False,
    seed: int = SEED,
    engine: str = DUCKDB,
) -> NextMarkets:
    """Rank the territories an artist has not charted in yet.

    service  the one with most days of charts, unless given
    day      what was known by then; else by the last day of its charts
    refit    learn from the workspace's own charts, which takes a minute or two
    engine   what reads the charts: DuckDB here, or Spark by its address

    Raises NextError where no chart was read, the artist is on none, or too little is known;
    NoArtist, SeveralArtists.
    """
    running = Engine(facts, engine)
    if "usage" not in running:
        raise NextError(NO_CHARTS)
    tables = {name: running[name] for name in (*KNOWN, "names", "tie_ins") if name in running}
    charted = running.materialised(by_artist(running["usage"], tables, until=day))
    spans = services(charted).to_pyarrow().to_pylist()
    named = [span for span in spans if not service or span["service"].lower() == service.lower()]
    if not named:
        raise NextError(
            no_service([service], [span["service"] for span in spans])
            if service and spans
            else NO_CHARTS
        )
    span = max(named, key=lambda each: each["days"])
    until = min(day or span["last"], span["last"])
    past = charted.filter(charted.service == span["service"], charted.day <= until)
    seen = sightings(sighted(past, span["service"]).to_pyarrow())
    called = names_of(past, tables)
    charted_as = {each: called[each].ja for each in seen.artists if each in called}
    one = find_artist(warm(facts), artist, charted_as)
    if one not in set(seen.artists):
        named_so = {"artist": artist}
        raise NextError(Text(NOT_CHARTED.to("en", **named_so), NOT_CHARTED.to("ja", **named_so)))
    by = guide(seen, until, refit=refit, seed=seed)
    if by is None:
        raise NextError(TOO_LITTLE)
    home = homes_known(past, tables, facts.settings.home)
    found = ranked(seen, until, one, by, home, tied(tables))
    waiting = {each.territory for each in found}
    reached = tuple(code for code in seen.territories if code not in waiting)
    return NextMarkets(
        one,
        called.get(one, Text(one, one)),
        span["service"],
        until,
        reached,
        by.until,
        by.own,
        tuple(found),
        home.get(one),
    )


NO_CHARTS = Text(
    en="no ranks by territory with the artist's name were read; read a chart: kaigai read CHART",
    ja="アーティスト名のある地域別の順位がありません。"
    "チャートを読み込んでください: kaigai read CHART",
)
TOO_LITTLE = Text(
    en="there is too little before this day to learn from; give a later --as-of",
    ja="この日以前の実績が少なく、学習できません。--as-of でより後の日付を指定してください",
)
NOT_CHARTED = Text(
    en="{artist} is on none of these charts; read one that has it: kaigai read CHART",
    ja="{artist} はこのチャートにありません。載っているチャートを読み込んでください: "
    "kaigai read CHART",
)
