"""Whose a chart's rows are: as identities tie them, else as their artist line is credited."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.desks.markets.backtest.sightings import homes
from kaigai.desks.markets.demand_cells import NAMED
from kaigai.identity.attribution import UNLISTED, homes_of
from kaigai.identity.credits import credits_of
from kaigai.identity.letters import spelling, spelt
from kaigai.identity.name_match import held
from kaigai.terms.text import Text

#: What tells reported things apart, in `usage` and in `reported` alike.
THING: Final = (
    "subject_kind", "subject_id", "title", "artist", "isrc", "gtin", "album", "duration_ms",
)  # fmt: skip
#: What is asked of a chart's rows.
TOLD: Final = ("service", "day", "territory", "measure", "quantity", "title", "artist")
#: Tables that say who is who; any may be absent.
KNOWN: Final = ("identities", "reported", "artists", "recordings", "releases")
LINES: Final = pa.schema(
    [
        ("artist", pa.string()),
        ("artist_id", pa.string()),
        ("key", pa.string()),
        ("several", pa.bool_()),
    ]
)

Tables = Mapping[str, ir.Table]


def by_artist(
    usage: ir.Table, tables: Tables, *, until: date | None = None, service: str | None = None
) -> ir.Table:
    """Ranks with the `artist_id` of whoever made the thing, for each of several artists.

    Where `identities` has tied a thing, its artists are taken; the rest of its line, and things
    that nobody tied, go by their credits. `A & B` is taken apart where A and B chart on their
    own as well and have at least as many songs each; so `King & Prince` stays one.

    Nothing of the future is in it: identities say who is who, which no day changes, and not who
    is heard where. What charts on its own is asked of the days `until` a day alone, and of every
    service where only rows of one `service` are wanted.
    """
    ranks = usage.filter(usage.measure == "rank")
    tied = _tied(tables)
    known = ranks if until is None else ranks.filter(ranks.day <= ibis.literal(until))
    if service is not None:
        ranks = ranks.filter(ranks.service == service)
    lines = held(_lines(ranks, known, tied))
    whose = _by_line(ranks, lines)
    if tied is not None:
        whose = _with_ties(ranks, lines, tied, tables["reported"])
    keyed = ranks.mutate(**{_key(name): _plain(ranks, name) for name in THING})
    joined = keyed.inner_join(whose.cache(), [_key(name) for name in THING])
    return joined.select(*TOLD, "artist_id")


def names_of(charted: ir.Table, tables: Tables) -> dict[str, Text]:
    """What the artists of `by_artist` are called: as listed, else as their charts write it."""
    lines = charted.filter(charted.artist.notnull()).group_by("artist_id", "artist")
    counted = lines.agg(n=lambda t: t.count()).order_by(ibis.desc("n"), "artist")
    found: dict[str, Text] = {}
    for row in counted.to_pyarrow().to_pylist():
        name = _written(row["artist_id"], row["artist"])
        if name is not None:
            found.setdefault(row["artist_id"], Text(name, name))
    return {**found, **_listed(tables)}


def homes_known(past: ir.Table, tables: Tables, home: str) -> dict[str, str]:
    """Homes as lists give them (`home` is that of the catalogue's own others), else as the
    letters of the artist's titles and its chart at home make evident."""
    evident = homes(past).to_pyarrow().to_pydict()
    found = dict(zip(evident["artist_id"], evident["home"], strict=True))
    if "artists" not in tables:
        return found
    rows = homes_of(tables, home).to_pyarrow().to_pylist()
    listed = {row["artist_id"]: row["home_territory"] for row in rows if row["home_territory"]}
    return found | listed


def _key(name: str) -> str:
    return f"thing_{name}"


def _plain(rows: ir.Table, name: str) -> ir.Value:
    """A column to compare by: nothing is equal to nothing."""
    return rows[name].cast("string").fill_null("") if name in rows.columns else ibis.literal("")


def _tied(tables: Tables) -> ir.Table | None:
    """`reported_id`, `artist_id`, `key`: how the credit that ties is spelt; null of a code.

    A credit is one artist's: of several whom a list calls so, the likeliest is taken.
    """
    if "identities" not in tables or "reported" not in tables:
        return None
    rows = tables["identities"]
    rows = rows.filter((rows.state == "tied") & ~rows.artist_id.startswith(UNLISTED))
    rows = rows.select("reported_id", "artist_id", "score", key=spelling(rows.credit))
    same = ibis.window(
        group_by=[rows.reported_id, rows.key], order_by=[rows.score.desc(), rows.artist_id]
    )
    first = rows.mutate(place=ibis.row_number().over(same)).filter(lambda t: t.place == 0)
    return first.select("reported_id", "artist_id", "key")


def _lines(ranks: ir.Table, known: ir.Table, tied: ir.Table | None) -> pa.Table:
    """The credits of each distinct line, taken apart outside the engine: lines are few."""
    every = ranks.filter(ranks.artist.notnull()).select("artist").distinct()
    songs = known.filter(known.artist.notnull()).group_by("artist")
    counted = songs.agg(n=lambda t: t.title.nunique()).to_pyarrow().to_pydict()
    alone: dict[str, int] = {}
    written: dict[str, list[str]] = {}
    for line, n in sorted(zip(counted["artist"], counted["n"], strict=True)):
        key = spelt(line)
        alone[key] = max(alone.get(key, 0), n)
        written.setdefault(key, []).append(line)
    listed: set[str] = set()
    if tied is not None:
        keys = tied.filter(tied.key.notnull()).select("key").distinct()
        listed = set(keys.to_pyarrow()["key"].to_pylist())
    parts = cache(lambda line: _parts(line, alone, listed))
    rows: list[dict[str, Any]] = []
    for line in every.to_pyarrow()["artist"].to_pylist():
        single: dict[str, None] = {}
        for key in parts(line):
            # `A, B & C` may have `B & C` for one name, which is taken apart where it stands alone
            # by then.
            lines = (parts(each) for each in written.get(key, ()))
            apart = next((keys for keys in lines if len(keys) > 1), [key])
            single |= dict.fromkeys(each for each in apart if each)
        rows += [
            {"artist": line, "artist_id": NAMED + key, "key": key, "several": len(single) > 1}
            for key in single
        ]
    return pa.Table.from_pylist(rows, schema=LINES)


def _parts(line: str, alone: Mapping[str, int], listed: set[str]) -> Sequence[str]:
    """The spellings of a line's artists; the whole line where it is an act of its own."""
    whole = spelt(line)
    if whole in listed:
        return [whole]
    names = credits_of(
        line, lambda name: spelt(name) != whole and (spelt(name) in alone or spelt(name) in listed)
    )
    parts = list(dict.fromkeys(spelt(each.name) for each in names))
    own = alone.get(whole, 1)
    if all(part in listed or alone.get(part, 0) >= own for part in parts):
        return parts
    return [whole]


def _by_line(ranks: ir.Table, lines: ir.Table) -> ir.Table:
    """Each thing's keys with the artists of its line."""
    things = ranks.filter(ranks.artist.notnull())
    things = things.select("artist", **{_key(name): _plain(things, name) for name in THING})
    rows = things.distinct().inner_join(lines, "artist")
    return rows.select(*map(_key, THING), "artist_id").distinct()


def _with_ties(ranks: ir.Table, lines: ir.Table, tied: ir.Table, reported: ir.Table) -> ir.Table:
    """The same, with ties first: a line's other credits stay where a name tied, not a code."""
    things = ranks.select(
        line=ranks.artist.fill_null(""), **{_key(name): _plain(ranks, name) for name in THING}
    ).distinct()
    known = reported.select(
        "reported_id", **{_key(name): _plain(reported, name) for name in THING}
    )
    each = things.left_join(known, [_key(name) for name in THING])
    each = each.select("line", *map(_key, THING), "reported_id")
    ties = each.inner_join(tied, "reported_id").select(*map(_key, THING), "artist_id")
    of_thing = tied.group_by("reported_id").agg(coded=lambda t: t.key.isnull().any())
    said = each.left_join(of_thing, "reported_id").drop("reported_id_right")
    said = said.inner_join(lines.rename(line="artist"), "line")
    left = said.filter(said.coded.isnull() | (~said.coded & said.several))
    spelt_so = tied.filter(tied.key.notnull()).select("reported_id", "key").distinct()
    left = left.anti_join(spelt_so, ["reported_id", "key"])
    return ibis.union(ties, left.select(*map(_key, THING), "artist_id"), distinct=True)


def _written(artist_id: str, line: str) -> str | None:
    """A name of no list as a line writes it, alone or among others."""
    key = artist_id.removeprefix(NAMED)
    if spelt(line) == key:
        return line
    names = credits_of(line, lambda name: spelt(name) == key)
    return next((each.name for each in names if spelt(each.name) == key), None)


def _listed(tables: Tables) -> dict[str, Text]:
    if "artists" not in tables:
        return {}
    rows = tables["artists"].select("artist_id", "artist", "artist_latin").distinct()
    return {
        row["artist_id"]: Text(
            row["artist_latin"] or row["artist"] or row["artist_id"],
            row["artist"] or row["artist_latin"] or row["artist_id"],
        )
        for row in rows.to_pyarrow().to_pylist()
    }
