"""Which artist a person means by a name in any spelling, or by an id."""

from collections.abc import Mapping
from typing import Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts.sql_cache import Ask, plainly
from kaigai.identity.letters import spelt
from kaigai.terms.names import fold, kana_key, latin_key
from kaigai.terms.text import Refused, Text

NEAR: Final = 5  #: spellings that are suggested
ALIKE: Final = 70  #: of 100


class NoArtist(Refused):
    """No artist is called so; the text has the nearest spellings."""


def artists_meant(
    tables: Mapping[str, ir.Table], text: str, ask: Ask = plainly
) -> tuple[str, ...]:
    """The ids of the artists of that id or name; raises NoArtist.

    Of a name, artists spelt so; where none is, those that sound so in Latin letters.
    """
    given = text.strip()
    keys = sorted({fold(given), latin_key(given), kana_key(given)} - {""})
    both = {name: tables[name] for name in ("names", "artists")}
    told = ask("meant", _meant, both, {"ids": _texts([given]), "keys": _texts(keys)}).to_pylist()
    of_id = {row["artist_id"] for row in told if row["text"] is None}
    exact = {
        row["artist_id"] for row in told if row["text"] and spelt(row["text"]) == spelt(given)
    }
    found = of_id or exact or {row["artist_id"] for row in told}
    if found:
        return tuple(sorted(found))
    raise NoArtist(_nobody(given, _near(both, given)))


def _meant(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Artists with the spelling that fits, or without one where the id does."""
    artists, ids = tables["artists"].select("party_id", "artist_id"), tables["ids"]
    names = tables["names"].filter(lambda t: t.subject_kind == "party")
    own = names.semi_join(tables["keys"], "key")
    named = own.inner_join(artists, own.subject_id == artists.party_id)
    by_id = [
        artists.semi_join(ids, artists[name] == ids.key).select(
            "artist_id", text=ibis.null("string")
        )
        for name in ("artist_id", "party_id")
    ]
    return ibis.union(named.select("artist_id", "text"), *by_id, distinct=True)


def _texts(values: list[str]) -> pa.Table:
    return pa.table({"key": pa.array(values, pa.string())})


def _near(tables: Mapping[str, ir.Table], given: str) -> list[str]:
    from rapidfuzz import fuzz, process

    from kaigai.identity.name_match import spelt_names

    names = spelt_names(tables["names"], tables["artists"])
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
