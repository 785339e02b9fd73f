"""What ranking markets asks of a workspace: cells, artists with homes and names, what is shut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import ibis.expr.types as ir

from kaigai.desks.markets.closures import shut
from kaigai.desks.markets.demand_cells import Cells, cells, whose
from kaigai.desks.markets.reasons import Shut
from kaigai.desks.markets.tie_effect import Effect, effect
from kaigai.desks.markets.tie_ins import NEEDED as TIES
from kaigai.desks.markets.tie_ins import Tie, tied
from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.identity.artists import artists
from kaigai.identity.attribution import homes_of, identified
from kaigai.identity.find_artist import find_artist
from kaigai.terms.text import Text


@dataclass(frozen=True)
class Gathered:
    """All that is known; `own` are the artists of the catalogue, `homes` those of others.

    `ties` are the tie-ins of each artist that were out by the day or whose start is unknown;
    `effect` is what such works did to plays.
    """

    cells: Cells
    own: Mapping[str, str | None]
    homes: Mapping[str, str]
    names: Mapping[str, Text]
    shut: Mapping[str, Mapping[str, Shut]]
    ties: Mapping[str, Sequence[Tie]] = field(default_factory=dict)
    effect: Effect = Effect()  # noqa: RUF009 - it never changes


def gather(engine: Engine, *, day: date, services: Sequence[str] = (), home: str) -> Gathered:
    """Read it, with nothing that was played or charted after `day`."""
    tables: dict[str, ir.Table] = {
        name: engine[name] for name in ("usage_monthly", "reported") if name in engine
    }
    has_artists = _has_artists(engine)
    if "identities" in engine:
        tables["identities"] = engine["identities"]
    elif has_artists:
        tables["identities"] = engine.give("identities", identified(engine, home=home))
    found = cells(tables, day=day, services=services)
    ties = tied({name: engine[name] for name in TIES if name in engine})
    learned = effect(tables["usage_monthly"], whose(tables), ties, day=day) if ties else Effect()
    if not has_artists:
        return Gathered(found, {}, {}, {}, {}, _out_by(ties, day), learned)
    homes = {
        row["artist_id"]: row["home_territory"]
        for row in homes_of(_homed(engine), home).to_pyarrow().to_pylist()
    }
    own = {artist: homes.get(artist, home) for artist in _own(engine)}
    asked = ("availability", "answers", "recordings", "artists")
    return Gathered(
        found,
        own,
        {artist: code for artist, code in homes.items() if code and artist not in own},
        _names(engine["artists"]),
        shut({name: engine[name] for name in asked if name in engine}),
        _out_by(ties, day),
        learned,
    )


def _has_artists(engine: Engine) -> bool:
    """Whether there are artists; they are worked out where only parties were read."""
    if "artists" not in engine and "parties" in engine:
        engine.give("artists", artists(engine))
    return "artists" in engine


def _out_by(ties: Sequence[Tie], day: date) -> dict[str, list[Tie]]:
    """Per artist the tie-ins that a person on that day could know to be out."""
    found: dict[str, list[Tie]] = {}
    for each in ties:
        if (each.first is None or each.first <= day) and not each.is_over(day):
            found.setdefault(each.artist_id, []).append(each)
    return found


def _homed(engine: Engine) -> dict[str, ir.Table]:
    return {name: engine[name] for name in ("artists", "recordings", "releases") if name in engine}


def _own(engine: Engine) -> list[str]:
    """Artists whose recordings, releases or videos the catalogue holds."""
    known = engine["artists"].select("party_id", "artist_id")
    found: set[str] = set()
    for name in ("recordings", "releases"):
        if name in engine:
            held = known.semi_join(engine[name], "party_id").select("artist_id").distinct()
            found.update(held.to_pyarrow()["artist_id"].to_pylist())
    return sorted(found)


def _names(known: ir.Table) -> dict[str, Text]:
    rows = known.select("artist_id", "artist", "artist_latin").distinct().to_pyarrow().to_pylist()
    return {
        row["artist_id"]: Text(
            row["artist_latin"] or row["artist"] or row["artist_id"],
            row["artist"] or row["artist_latin"] or row["artist_id"],
        )
        for row in rows
    }


def asked_for(asking: Warm, known: Gathered, artist: str | None) -> dict[str, str | None]:
    """The artists that are meant, with their homes; raises NoArtist, SeveralArtists.

    One that no list of the workspace has may still be named by charts.
    """
    if artist is None:
        return dict(known.own)
    charted = {each: name for each, name in known.cells.names.items() if name}
    one = find_artist(asking, artist, charted)
    return {one: known.own.get(one) or known.homes.get(one)}
