"""The label at a glance: what was read and found, counted for whoever asks."""

from collections.abc import Collection
from datetime import date

import ibis.expr.types as ir

from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.sql_cache import Warm, warm
from kaigai.facts.store import Facts
from kaigai.findings.check import CHECKS
from kaigai.findings.overview import catalogue, groups
from kaigai.findings.overview.last_audit import last_audit
from kaigai.findings.overview.origins import BEHIND, files_read, source_of
from kaigai.findings.overview.result import (
    Artist,
    Availability,
    Board,
    Gaps,
    LastAudit,
    Overview,
    Roster,
    Source,
    Todo,
)
from kaigai.findings.subjects import official, subjects
from kaigai.findings.wording import FAMILY_WORDS
from kaigai.identity.find_artist import find_artist
from kaigai.terms.text import Refused, Text


class OverviewError(Refused):
    """What was asked cannot be answered; the text says what to do."""


def overview(facts: Facts, *, engine: str = DUCKDB) -> Overview:
    """What was read, and the figures that sum it up. Raises OverviewError before an audit."""
    asking = _asking(facts, engine)
    return asking.once("overview", lambda: _overview(asking, facts))


def _overview(asking: Warm, facts: Facts) -> Overview:
    running, settings, placed = asking.engine, facts.settings, _placed(asking)
    heard = catalogue.heard_on(running, None)
    return Overview(
        _audit(asking),
        settings.home,
        settings.markets,
        catalogue.count_rows(running),
        _total(asking),
        files_read(running),
        {name: found for name in BEHIND if (found := _source(asking, name))},
        None if heard is None else catalogue.count_heard(heard, settings),
        None if placed is None else catalogue.count_videos(running, placed, settings),
        {each.check: each.n for each in groups.by_check(_standing(asking), CHECKS)},
        catalogue.played(running),
    )


def availability(
    facts: Facts, *, day: date | None = None, artist: str | None = None, engine: str = DUCKDB
) -> Availability:
    """Where recordings can be heard: of one artist in any spelling, or all.

    day  else that of the last audit, whose answers are read and not computed again

    Raises NoArtist, SeveralArtists, and OverviewError before an audit where no day is given.
    """
    asking = _asking(facts, engine)
    running, settings = asking.engine, facts.settings
    judged = day or _audit(asking).day
    heard = catalogue.heard_on(running, day)
    whose = (find_artist(asking, artist),) if artist else ()
    if heard is not None and whose:
        heard = heard.semi_join(_recordings_of(running, whose), "recording_id")
    return Availability(
        judged,
        settings.home,
        settings.markets,
        None if heard is None else catalogue.count_heard(heard, settings),
        _source(asking, "tracks"),
        next(iter(_listed(asking, 1, whose)), None) if whose else None,
    )


def gaps(facts: Facts, *, engine: str = DUCKDB) -> Gaps:
    """How many findings each check has. Raises OverviewError before an audit."""
    asking = _asking(facts, engine)
    return Gaps(_audit(asking), groups.by_check(_standing(asking), CHECKS))


def todo(
    facts: Facts, *, artist: str | None = None, limit: int | None = None, engine: str = DUCKDB
) -> Todo:
    """What to do first, for everybody or for one artist; raises OverviewError, NoArtist,
    SeveralArtists."""
    asking = _asking(facts, engine)
    only = (find_artist(asking, artist),) if artist else None
    found = groups.first(_standing(asking), CHECKS, _table(asking.engine, "artists"), limit, only)
    return Todo(found, facts.settings.markets)


def board(facts: Facts, *, limit: int | None = None, engine: str = DUCKDB) -> Board:
    """Artists by what keeps them from being heard; raises OverviewError before an audit."""
    asking = _asking(facts, engine)
    listed, audit = _listed(asking, limit), _audit(asking)
    cells = groups.board(_standing(asking), listed, CHECKS, audit.ran)
    return Board(cells, listed, _total(asking), tuple(FAMILY_WORDS), audit)


def subtitles(facts: Facts, *, limit: int | None = None, engine: str = DUCKDB) -> Board:
    """Artists by the languages of their subtitles; raises OverviewError before an audit."""
    asking = _asking(facts, engine)
    running, settings, placed = asking.engine, facts.settings, _placed(asking)
    listed = _listed(asking, limit)
    languages = catalogue.caption_languages(settings)
    cells = (
        ()
        if placed is None
        else catalogue.captioned(running, placed, _table(running, "artists"), listed, settings)
    )
    return Board(cells, listed, _total(asking), languages, _source(asking, "captions"))


def artists(
    facts: Facts, *, artist: str | None = None, limit: int | None = None, engine: str = DUCKDB
) -> Roster:
    """Artists with their findings by check, or one of them; raises OverviewError, NoArtist,
    SeveralArtists."""
    asking = _asking(facts, engine)
    listed = _listed(asking, limit, (find_artist(asking, artist),) if artist else None)
    found = groups.groups(_standing(asking), listed)
    return Roster(listed, _total(asking), found, facts.settings.markets)


def _asking(facts: Facts, url: str) -> Warm:
    """An engine of an audited workspace; raises OverviewError before the first audit."""
    asking = warm(facts, url)
    if _last(asking) is None:
        raise OverviewError(NOT_AUDITED)
    return asking


def _last(asking: Warm) -> LastAudit | None:
    facts = asking.engine.facts
    return asking.once("last audit", lambda: last_audit(asking.engine, facts.history()))


def _audit(asking: Warm) -> LastAudit:
    audit = _last(asking)
    assert audit is not None, "asked before"
    return audit


def _standing(asking: Warm) -> ir.Table:
    engine = asking.engine
    return asking.once(
        "standing findings", lambda: engine.materialised(groups.standing(engine["findings"]))
    )


def _subjects(asking: Warm) -> ir.Table:
    engine = asking.engine
    if "artists" not in engine:
        engine.give("artists", engine.empty("artists"))
    return asking.once("subjects", lambda: engine.materialised(subjects(engine, _placed(asking))))


def _placed(asking: Warm) -> ir.Table | None:
    engine = asking.engine
    if "videos" not in engine:
        return None
    return asking.once("placed videos", lambda: engine.materialised(official(engine)))


def _total(asking: Warm) -> int:
    return asking.once("artists counted", lambda: groups.count_artists(_subjects(asking)))


def _listed(
    asking: Warm, limit: int | None, only: Collection[str] | None = None
) -> tuple[Artist, ...]:
    key = ("listed", limit, None if only is None else tuple(only))
    return asking.once(
        key,
        lambda: groups.artists(
            _standing(asking), _subjects(asking), _table(asking.engine, "artists"), limit, only
        ),
    )


def _source(asking: Warm, table: str) -> Source | None:
    return asking.once(("source", table), lambda: source_of(asking.engine, table))


def _table(engine: Engine, name: str) -> ir.Table:
    return engine[name] if name in engine else engine.empty(name)


def _recordings_of(engine: Engine, artists: Collection[str]) -> ir.Table:
    known = _table(engine, "artists")
    return _table(engine, "recordings").semi_join(
        known.filter(known.artist_id.isin(list(artists))), "party_id"
    )


NOT_AUDITED = Text(
    en="there is nothing to show yet; run the checks first: kaigai audit",
    ja="まだ表示できる内容がありません。先に kaigai audit を実行してください",
)
