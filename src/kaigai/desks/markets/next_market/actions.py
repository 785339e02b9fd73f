"""Next: the territories where an artist is likely to chart next."""

from collections.abc import Mapping, Set
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kaigai.desks.markets.backtest.artists import KNOWN, by_artist, homes_known, names_of
from kaigai.desks.markets.backtest.sightings import no_service, services, sighted
from kaigai.desks.markets.next_market.ranker import guide, ranked
from kaigai.desks.markets.next_market.result import NextMarkets
from kaigai.desks.markets.panel import sightings
from kaigai.desks.markets.tie_ins import tied
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts
from kaigai.identity.find_artist import NoArtist, artists_meant
from kaigai.identity.letters import spelt
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

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

    Raises NextError where no chart was read, the artist is on none, or too little is known.
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
    one = _meant(artist, tables, set(seen.artists), called)
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


def _meant(
    artist: str, tables: "Mapping[str, ir.Table]", seen: Set[str], called: Mapping[str, Text]
) -> str:
    """The id of the artist that is meant, in any spelling; raises NextError."""
    if artist.strip() in seen:
        return artist.strip()
    if "artists" in tables and "names" in tables:
        try:
            meant = set(artists_meant(tables, artist)) & seen
        except NoArtist:
            meant = set()
        if meant:
            return min(meant)
    known = {name: each for each in sorted(seen) if each in called for name in _both(called[each])}
    spelling = {spelt(name): each for name, each in known.items()}
    if spelt(artist) in spelling:
        return spelling[spelt(artist)]
    near = get_close_matches(artist, known, n=3, cutoff=0.6)
    near += [name for name in known if artist.casefold() in name.casefold()][:3]
    given = {"artist": artist, "near": ", ".join(dict.fromkeys(near))}
    text = NEAR if near else NOBODY
    raise NextError(Text(text.to("en", **given), text.to("ja", **given)))


def _both(name: Text) -> tuple[str, str]:
    return name.en, name.ja


NO_CHARTS = Text(
    en="no ranks by territory with the artist's name were read; read a chart: kaigai read CHART",
    ja="アーティスト名のある地域別の順位がありません。"
    "チャートを読み込んでください: kaigai read CHART",
)
TOO_LITTLE = Text(
    en="there is too little before this day to learn from; give a later --as-of",
    ja="この日以前の実績が少なく、学習できません。--as-of でより後の日付を指定してください",
)
NEAR = Text(
    en="{artist} is on none of these charts; did you mean {near}?",
    ja="{artist} はこのチャートにありません。もしかして: {near}",
)
NOBODY = Text(
    en="{artist} is on none of these charts; read one that has it: kaigai read CHART",
    ja="{artist} はこのチャートにありません。載っているチャートを読み込んでください: "
    "kaigai read CHART",
)
