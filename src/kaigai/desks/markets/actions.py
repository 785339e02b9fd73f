"""Rank markets: what each artist would be played where, kept in the table `demand`."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from kaigai.desks.markets.inputs import Gathered, asked_for, gather
from kaigai.desks.markets.kept_tables import demand_rows, territory_rows
from kaigai.desks.markets.label_ranking import Models, measured_in, models, ranking
from kaigai.desks.markets.result import Ranking
from kaigai.facts.commits import Commit
from kaigai.facts.engine import DUCKDB, Engine, arrow
from kaigai.facts.sql_cache import Remembered, warm
from kaigai.facts.store import Change, Facts
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    from kaigai.desks.markets.demand_cells import Unit

#: Tables of markets; whether they hold a ranking is seen by their versions.
KEPT: Final = ("demand", "territories")
WORKED_OUT: Final = 4  #: days, services or states of the facts of which the work is remembered

_known: Remembered[Gathered] = Remembered(WORKED_OUT)
_models: Remembered[Models] = Remembered(WORKED_OUT)
_labels: "Remembered[_Label]" = Remembered(WORKED_OUT)


class MarketsError(Refused):
    """Markets cannot be ranked as asked; the text says what to do."""


@dataclass
class _Label:
    """The whole label's ranking, and the versions of the tables in which it stands."""

    ranking: Ranking
    kept: tuple[int | None, ...] | None = None


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
    what is asked of one artist is only returned. What was worked out of the same facts before is
    remembered. Raises MarketsError where no plays or charts were read, NoArtist, SeveralArtists,
    StoreError.
    """
    facts = facts.pinned()
    if "usage_monthly" not in facts:
        raise MarketsError(NO_USAGE)
    asking = warm(facts, engine)
    day, services = as_of or facts.settings.day(at), tuple(sorted(set(services)))
    home = facts.settings.home
    of = (*_made_of(facts), engine, day, services, home)
    known = _known.get(of, lambda: gather(asking.engine, day=day, services=services, home=home))
    absent = [each for each in services if each not in known.cells.services]
    if absent:
        raise MarketsError(_no_service(absent))
    if known.cells.played is None and known.cells.ranked is None:
        raise MarketsError(NO_MONTH)
    asked = asked_for(asking, known, artist)
    if not asked:
        raise MarketsError(NO_CATALOGUE)

    def fit() -> Models:
        return models(known, asked, day=day, seed=seed, watch=watch)

    # The models know all artists of the label; another's are asked for once.
    by = _models.get((*of, seed), fit) if asked.keys() <= known.own.keys() else fit()
    if artist is not None:
        return measured_in(ranking(known, by, asked, day=day), measure)
    label = _labels.get((*of, seed), lambda: _Label(ranking(known, by, asked, day=day)))
    if not services and label.kept != _versions(facts.commit):
        label.kept = _keep(facts, asking.engine, label.ranking, at)
    return measured_in(label.ranking, measure)


def _made_of(facts: Facts) -> tuple[Hashable, ...]:
    """The state of all facts but what is kept of markets, which is made of the others."""
    versions = facts.commit.versions.items()
    return facts.root.resolve(), tuple(sorted(each for each in versions if each[0] not in KEPT))


def _versions(commit: Commit) -> tuple[int | None, ...]:
    return tuple(commit.versions.get(name) for name in KEPT)


def _keep(facts: Facts, engine: Engine, found: Ranking, at: datetime) -> tuple[int | None, ...]:
    """Keep a ranking in its tables, unless it stands there; in which of their versions it does."""
    made = {"demand": demand_rows(found), "territories": territory_rows(facts.settings.home)}
    new = [
        Change(name, rows, "replace")
        for name, rows in made.items()
        if name not in facts or not arrow(engine.view(name)).equals(rows)
    ]
    if not new:
        return _versions(facts.commit)
    with facts.writing() as writing:
        for each in new:
            writing.write(each)
        return _versions(writing.commit(at=at, what=f"markets of {len(found.artists)} artists"))


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
