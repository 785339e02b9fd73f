"""Rank markets: what each artist would be played where, kept in the table `demand`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from kaigai.desks.markets.demand_rows import demand_rows
from kaigai.desks.markets.inputs import Gathered, asked_for, gather, near_names
from kaigai.desks.markets.label_ranking import measured_in, models, ranking
from kaigai.desks.markets.result import Ranking
from kaigai.desks.markets.territory_rows import territory_rows
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Change, Facts
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    from kaigai.desks.markets.demand_cells import Unit


class MarketsError(Refused):
    """Markets cannot be ranked as asked; the text says what to do."""


def rank(
    facts: Facts,
    *,
    at: datetime,
    as_of: date | None = None,
    artist: str | None = None,
    services: Sequence[str] = (),
    measure: "Unit | None" = None,
    seed: int = 1,
    engine: str = DUCKDB,
    watch: Watch = silent,
) -> Ranking:
    """Rank the markets of the label's artists, or of one artist in any spelling.

    as_of     nothing later is looked at: months that were not over on that day do not count
    services  only what these report
    measure   streams, views or weight (of chart ranks); without one, what is known best
    engine    gathers what is known; the model is fitted here

    The whole label's ranking is kept in `demand`, with its day, unless a service narrows it;
    what is asked of one artist is only returned. Raises MarketsError where no plays or charts were
    read or nobody is called so; StoreError.
    """
    if "usage_monthly" not in facts:
        raise MarketsError(NO_USAGE)
    running = Engine(facts, engine)
    day = as_of or at.date()
    known = gather(running, day=day, services=services, home=facts.settings.home)
    if known.cells.played is None and known.cells.ranked is None:
        raise MarketsError(_no_service(services) if services else NO_MONTH)
    asked = asked_for(running, known, artist)
    if not asked:
        raise MarketsError(_nobody(known, artist) if artist else NO_CATALOGUE)
    by = models(known, asked, day=day, seed=seed, watch=watch)
    found = ranking(known, by, asked, day=day)
    if artist is None and not services:
        _keep(facts, found, at)
    return measured_in(found, measure)


def _keep(facts: Facts, found: Ranking, at: datetime) -> None:
    with facts.writing() as writing:
        writing.write(Change("demand", demand_rows(found), "replace"))
        writing.write(Change("territories", territory_rows(facts.settings.home), "replace"))
        writing.commit(at=at, what=f"markets of {len(found.artists)} artists")


def _nobody(known: Gathered, artist: str) -> Text:
    near = near_names(known, artist)
    en = f"no artist here is called {artist}."
    ja = f"{artist} というアーティストはいません。"
    if near:
        en += f" Did you mean: {', '.join(near)}?"
        ja += f"もしかして: {'、'.join(near)}"
    return Text(en, ja)


def _no_service(services: Sequence[str]) -> Text:
    named = ", ".join(services)
    return Text(
        en=f"nothing was reported by {named}; `kaigai share --by service` lists what was",
        ja=f"{named} の報告はありません。kaigai share --by service で一覧できます",
    )


NO_USAGE = Text(
    en="no plays or charts were read yet; read a report, a chart or a list of plays first: "
    "kaigai read PATH",
    ja="再生数やチャートがまだ読み込まれていません。"
    "先に kaigai read PATH でレポートなどを読み込んでください",
)
NO_MONTH = Text(
    en="no month of plays or charts was over on that day; give a later --as-of",
    ja="その日までに終わった月の再生数やチャートがありません。"
    "--as-of にもっと後の日付を指定してください",
)
NO_CATALOGUE = Text(
    en="no catalogue was read, so that there are no artists of your own; name one: "
    "kaigai markets ARTIST",
    ja="カタログが読み込まれていないため、自社のアーティストがわかりません。"
    "kaigai markets ARTIST のように指定してください",
)
