"""Which artist a person means by a name in any spelling, or by an id."""

from collections.abc import Mapping
from typing import Final

import ibis.expr.types as ir

from kaigai.identity.letters import spelt
from kaigai.identity.named import spelt_names
from kaigai.terms.names import fold, kana_key, latin_key
from kaigai.terms.text import Text

NEAR: Final = 5  #: spellings that are suggested
ALIKE: Final = 70  #: of 100


class NoArtist(Exception):
    """No artist is called so; the text has the nearest spellings."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def artists_meant(tables: Mapping[str, ir.Table], text: str) -> tuple[str, ...]:
    """The ids of the artists of that name or id; raises NoArtist."""
    artists = tables["artists"]
    given = text.strip()
    by_id = artists.filter((artists.artist_id == given) | (artists.party_id == given))
    found = by_id.select("artist_id").distinct().to_pyarrow().column(0).to_pylist()
    if found:
        return tuple(sorted(found))
    found = _named(tables["names"], artists, given)
    if found:
        return found
    raise NoArtist(_nobody(given, _near(spelt_names(tables["names"], artists), given)))


def _named(names: ir.Table, artists: ir.Table, given: str) -> tuple[str, ...]:
    """Artists spelt so; where none is, those that sound so in Latin letters."""
    keys = sorted({fold(given), latin_key(given), kana_key(given)} - {""})
    own = names.filter((names.subject_kind == "party") & names.key.isin(keys))
    members = artists.select("party_id", "artist_id")
    rows = own.inner_join(members, own.subject_id == members.party_id)
    told = rows.select("artist_id", "text").distinct().to_pyarrow().to_pylist()
    exact = {row["artist_id"] for row in told if spelt(row["text"]) == spelt(given)}
    return tuple(sorted(exact or {row["artist_id"] for row in told}))


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
