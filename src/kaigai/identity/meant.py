"""Which artist a person means by a name in any spelling, or by an id."""

from collections.abc import Mapping
from typing import Final

import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts.prepared import Ask, plainly
from kaigai.identity.letters import spelt
from kaigai.identity.named import spelt_names
from kaigai.terms.names import fold, kana_key, latin_key
from kaigai.terms.text import Refused, Text

NEAR: Final = 5  #: spellings that are suggested
ALIKE: Final = 70  #: of 100


class NoArtist(Refused):
    """No artist is called so; the text has the nearest spellings."""


def artists_meant(
    tables: Mapping[str, ir.Table], text: str, ask: Ask = plainly
) -> tuple[str, ...]:
    """The ids of the artists of that name or id; raises NoArtist."""
    given = text.strip()
    artists = {"artists": tables["artists"]}
    by_id = ask("by id", _by_id, artists, {"meant": _texts([given])})["artist_id"].to_pylist()
    found = tuple(sorted(by_id)) or _named(tables, given, ask)
    if found:
        return found
    raise NoArtist(_nobody(given, _near(spelt_names(tables["names"], tables["artists"]), given)))


def _by_id(tables: Mapping[str, ir.Table]) -> ir.Table:
    artists, meant = tables["artists"], tables["meant"]
    own = artists.inner_join(meant, artists.artist_id == meant.key)
    party = artists.inner_join(meant, artists.party_id == meant.key)
    return own.select("artist_id").union(party.select("artist_id"), distinct=True)


def _named(tables: Mapping[str, ir.Table], given: str, ask: Ask) -> tuple[str, ...]:
    """Artists spelt so; where none is, those that sound so in Latin letters."""
    keys = sorted({fold(given), latin_key(given), kana_key(given)} - {""})
    both = {name: tables[name] for name in ("names", "artists")}
    told = ask("by name", _by_name, both, {"meant": _texts(keys)}).to_pylist()
    exact = {row["artist_id"] for row in told if spelt(row["text"]) == spelt(given)}
    return tuple(sorted(exact or {row["artist_id"] for row in told}))


def _by_name(tables: Mapping[str, ir.Table]) -> ir.Table:
    names = tables["names"].filter(lambda t: t.subject_kind == "party")
    own = names.semi_join(tables["meant"], "key")
    members = tables["artists"].select("party_id", "artist_id")
    rows = own.inner_join(members, own.subject_id == members.party_id)
    return rows.select("artist_id", "text").distinct()


def _texts(values: list[str]) -> pa.Table:
    return pa.table({"key": pa.array(values, pa.string())})


def _near(names: ir.Table, given: str) -> list[str]:
    from rapidfuzz import fuzz, process

    known = names.select("text", "key").distinct().limit(300_000).to_pyarrow().to_pydict()
    spellings = dict(zip(known["key"], known["text"], strict=True))
    found = process.extract(
        spelt(given), list(spellings), scorer=fuzz.ratio, limit=NEAR, score_cutoff=ALIKE
    )
    return [spellings[key] for key, _, _ in found]


def _nobody(given: str, near: list[str]) -> Text:
    en = f"no artist is called {given}."
    ja = f"{given} というアーティストはいません。"
    if near:
        en += f" Did you mean: {', '.join(near)}?"
        ja += f"もしかして: {'、'.join(near)}"
    return Text(en, ja)
