"""Which artist a person means: by an id, a spelling, a reading, or a part of a name."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts.sql_cache import Warm
from kaigai.formats.youtube.ids import channel_id
from kaigai.identity.artist_index import artist_index, in_hiragana, letters
from kaigai.identity.names.forms import strings
from kaigai.terms import ipi, isni, mbid
from kaigai.terms.names import name_keys
from kaigai.terms.text import Refused, Text

NEAR: Final = 5  #: artists that are suggested
ALIKE: Final = 70  #: of 100
LISTED: Final = 10  #: artists that are listed where a name fits several
COMPARED: Final = 300_000  #: spellings that suggestions are chosen from

#: How a text fits an artist, the plainest first; what fits worse than the best does not count.
ID, SPELLING, SOUND, PART = range(4)
NO_OTHERS: Final[Mapping[str, str]] = MappingProxyType({})


class NoArtist(Refused):
    """No artist is called so; the text has the nearest names."""


class SeveralArtists(Refused):
    """A name or a part of one fits several artists; the text lists them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An artist whom a text fits, how (ID to PART), and what it is called."""

    artist_id: str
    how: int
    name: Text
    is_minor: bool = False


def find_artist(asking: Warm, text: str, others: Mapping[str, str] = NO_OTHERS) -> str:
    """The id of the artist that is meant.

    others  ids and names of artists whom the tables do not know, as charts have them; where
            a name fits one of the tables as well, that one is meant

    Raises NoArtist where nobody is called so, SeveralArtists where several are.
    """
    found = fitting(asking, text, others)
    if not found:
        raise NoArtist(_nobody(text.strip(), _near(asking, text, others)))
    if len(found) > 1:
        raise SeveralArtists(_several(text.strip(), found))
    return found[0].artist_id


def fitting(asking: Warm, text: str, others: Mapping[str, str] = NO_OTHERS) -> list[Fit]:
    """The artists whom a text fits best, all in the same way, by name; nobody: none.

    Who is only credited, or a label, is meant where no artist fits so well.
    """
    plain = unicodedata.normalize("NFKC", text.strip())
    keys = sorted(_keys_of(plain))
    own = letters(plain)
    rows = [*((each, "key") for each in keys), (own, "spelling")]
    rows += [(each, "id") for each in sorted(_ids_of(text.strip()))]
    said, kinds = ([row[place] for row in rows if row[0]] for place in (0, 1))
    given = pa.table({"key": strings(said), "kind": strings(kinds)})
    asked = asking.ask("find artist", _fitting, artist_index(asking), {"given": given})
    found = [
        Fit(row["artist_id"], row["how"], _called(row), row["is_minor"])
        for row in asked.to_pylist()
    ]
    if not found or found[0].how > SPELLING:
        found += _among(others, own, keys)
    best = min(((each.how, each.is_minor) for each in found), default=None)
    fits = [each for each in found if (each.how, each.is_minor) == best]
    return sorted(fits, key=lambda fit: (fit.name.ja, fit.artist_id))


def _keys_of(text: str) -> set[str]:
    """The keys of a name, also with its words in another order: Shiomi Kanata, Kanata Shiomi."""
    words = text.replace("、", " ").replace(",", " ").split()
    turned = (" ".join(words[place:] + words[:place]) for place in range(1, len(words)))
    return {in_hiragana(key) for each in (text, *turned) for key in name_keys(each)}


def parties_of(asking: Warm, artist_id: str) -> list[str]:
    """The parties that are one artist, and its own id."""
    wanted = {"wanted": pa.table({"artist_id": strings([artist_id])})}
    tables = {"artist_members": artist_index(asking)["artist_members"]}
    found = asking.ask("parties of artist", _members, tables, wanted)
    return sorted({artist_id, *found["party_id"].to_pylist()})


def _members(tables: Mapping[str, ir.Table]) -> ir.Table:
    return tables["artist_members"].semi_join(tables["wanted"], "artist_id").select("party_id")


def _fitting(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Artists whom something given fits, and the plainest way in which it does."""
    called, given = tables["artist_names"], tables["given"]
    pairs = called.cross_join(given.filter(given.kind != "id").rename(said="key"))
    is_spelling = pairs.kind == "spelling"
    own = is_spelling.ifelse(pairs.spelt, pairs.key)
    # A name without spaces may have its words in another order: it is the other name, turned.
    is_turned = (
        pairs.has_words
        & (own.length() == pairs.said.length())
        & (own.concat(own)).contains(pairs.said)
    )
    how = ibis.cases(
        ((own == pairs.said) & is_spelling & ~pairs.is_reading, SPELLING),
        ((own == pairs.said) | is_turned, SOUND),
        (own.contains(pairs.said), PART),
    )
    named = pairs.select("artist_id", how=how.cast("int64")).filter(lambda t: t.how.notnull())
    ids = tables["artist_ids"].semi_join(given.filter(given.kind == "id").select(id="key"), "id")
    every = ibis.union(named, ids.select("artist_id", how=ibis.literal(ID, "int64")))
    best = every.group_by("artist_id").agg(how=every.how.min())
    best = best.mutate(best=best.how.min().over(ibis.window()))
    rows = best.filter(best.how == best.best).left_join(tables["artists_known"], "artist_id")
    return rows.select(
        "artist_id", "how", "artist", "latin", is_minor=rows.is_minor.fill_null(False)
    )


def _ids_of(text: str) -> set[str]:
    """The ids that a text may be, as the tables write them."""
    channel = channel_id(text)
    ways = (isni.normalise(text), ipi.normalise(text), mbid.normalise(text))
    return {text, *filter(None, ways), *([f"youtube:{channel}"] if channel else [])}


def _among(others: Mapping[str, str], spelling: str, keys: Sequence[str]) -> Iterator[Fit]:
    """Those of other artists whom a text fits."""
    for artist_id, name in others.items():
        own, sounds = letters(name), name_keys(name)
        if own == spelling:
            how = SPELLING
        elif not sounds.isdisjoint(keys):
            how = SOUND
        elif spelling and (spelling in own or any(key in each for each in sounds for key in keys)):
            how = PART
        else:
            continue
        yield Fit(artist_id, how, Text(name, name), is_minor=True)


def _called(row: Mapping[str, Any]) -> Text:
    name = row["artist"] or row["latin"] or row["artist_id"]
    return Text(row["latin"] or name, name)


def _near(asking: Warm, text: str, others: Mapping[str, str]) -> list[str]:
    """Names that are written or sound almost so, one of each artist."""
    from rapidfuzz import fuzz, process

    names = (
        artist_index(asking)["artist_names"]
        .select("artist_id", "text", "spelt", "key")
        .limit(COMPARED)
    )
    known = {letters(name): (artist_id, name) for artist_id, name in others.items()}
    for row in names.to_pyarrow().to_pylist():
        known |= dict.fromkeys((row["spelt"], row["key"]), (row["artist_id"], row["text"]))
    known.pop("", None)
    plain = unicodedata.normalize("NFKC", text.strip())
    found = [
        (-score, *known[key])
        for each in {letters(plain), *_keys_of(plain)} - {""}
        for key, score, _ in process.extract(
            each, list(known), scorer=fuzz.ratio, limit=NEAR, score_cutoff=ALIKE
        )
    ]
    nearest: dict[str, str] = {}
    for _, artist_id, name in sorted(found):
        nearest.setdefault(artist_id, name)
    return list(nearest.values())[:NEAR]


def _nobody(given: str, near: Sequence[str]) -> Text:
    en, ja = f"Did you mean: {', '.join(near)}?", f"もしかして: {'、'.join(near)}"
    if not near:
        en, ja = "`kaigai names` lists who there is", "kaigai names で一覧できます"
    return Text(
        f"no artist is called {given}. {en}", f"{given} というアーティストはいません。{ja}"
    )


def _several(given: str, found: Sequence[Fit]) -> Text:
    en = ", ".join(f"{each.name.en} ({each.artist_id})" for each in found[:LISTED])
    ja = "、".join(f"{each.name.ja} ({each.artist_id})" for each in found[:LISTED])
    more = len(found) - LISTED
    if more > 0:
        en, ja = f"{en} and {more} more", f"{ja}、ほか{more}組"
    return Text(
        f"{given} fits several artists: {en}. Write more of the name, or the id in brackets",
        f"{given} に当てはまるアーティストが複数います: {ja}。"
        "名前をもう少し長く書くか、括弧内のIDを指定してください",
    )
