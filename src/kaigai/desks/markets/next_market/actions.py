"""Next: the territories where an artist is likely to chart next."""

from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.backtest.artists import KNOWN, by_artist, homes_known, names_of
from kaigai.desks.markets.backtest.sightings import no_service, services, sighted
from kaigai.desks.markets.closures import NEEDED as SHUT
from kaigai.desks.markets.closures import shut
from kaigai.desks.markets.next_market.obstacles import set_apart
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

    service  the one with most listeners, unless given: most plays where they are known of every
             service with charts, else most territories, else most rows
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
    name, until, chosen_by = _charts_of(running["usage"], service, day)
    whose = by_artist(running["usage"], tables, until=day, service=name)
    past = running.materialised(whose.filter(whose.day <= ibis.literal(until)))
    seen = sightings(sighted(past, name).to_pyarrow())
    if not seen.artists:
        raise NextError(NO_CHARTS)
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
    first, apart = set_apart(
        found,
        seen.between(None, until),
        service=name,
        names=called,
        shut=shut({each: running[each] for each in SHUT if each in running}).get(one, {}),
    )
    reached = tuple(code for code in seen.territories if code not in waiting)
    return NextMarkets(
        one,
        called.get(one, Text(one, one)),
        name,
        until,
        reached,
        by.until,
        by.own,
        first,
        home.get(one),
        apart,
        chosen_by,
    )


def _charts_of(
    usage: ir.Table, service: str | None, day: date | None
) -> tuple[str, date, Text | None]:
    """A service with charts by a day, the last day of these, and why it was taken."""
    known = usage if day is None else usage.filter(usage.day <= ibis.literal(day))
    spans = _spans(known)
    if not spans:
        raise NextError(TOO_LITTLE if day and _spans(usage) else NO_CHARTS)
    named = [each for each in spans if not service or each["service"].lower() == service.lower()]
    if service and not named:
        raise NextError(no_service([service], [each["service"] for each in spans]))
    plays = _plays(known)
    is_known = all(each["service"] in plays for each in named)
    chosen = max(
        named,
        key=lambda each: (
            plays[each["service"]] if is_known else 0.0, each["territories"], each["rows"]
        ),
    )  # fmt: skip
    why = None if len(named) == 1 else (BY_PLAYS if is_known else BY_TERRITORIES)
    return chosen["service"], chosen["last"], why


def _plays(usage: ir.Table) -> dict[str, float]:
    """The plays that each service reports."""
    rows = usage.filter(usage.measure.isin(["streams", "views"]))
    found = rows.group_by("service").agg(plays=rows.quantity.sum()).to_pyarrow().to_pydict()
    return dict(zip(found["service"], map(float, found["plays"]), strict=True))


def _spans(usage: ir.Table) -> list[dict[str, Any]]:
    """The services whose charts name artists; where none does, those whose things may be tied."""
    named: list[dict[str, Any]] = services(usage).to_pyarrow().to_pylist()
    things = usage.mutate(artist_id=ibis.coalesce(usage.subject_id, usage.title))
    return named or services(things).to_pyarrow().to_pylist()


BY_PLAYS = Text(
    "{service} is the service with most plays of those with charts; --service takes another.",
    "{service} はチャートのあるサービスのうち再生数が最も多いものです。--service で選べます。",
)
BY_TERRITORIES = Text(
    "Plays are not known of every service, so that {service} is the one with charts of most "
    "territories, then most rows; --service takes another.",
    "再生数が不明なサービスがあるため、チャートのある地域が最も多く、次に行数が最も多い "
    "{service} を選びました。--service で選べます。",
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
