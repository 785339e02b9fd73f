"""Which artist a person means: by an id, a spelling, a reading, or a part of a name."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.formats.youtube.ids import channel_id
from kaigai.identity.letters import spelling, spelt
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.registry import party_forms
from kaigai.identity.names.slots import READING
from kaigai.terms import ipi, isni, mbid
from kaigai.terms.names import name_keys
from kaigai.terms.text import Refused, Text

NEAR: Final = 5  #: artists that are suggested
ALIKE: Final = 70  #: of 100
LISTED: Final = 10  #: artists that are listed where a name fits several
COMPARED: Final = 300_000  #: spellings that suggestions are chosen from

#: How a text fits an artist, the plainest first; what fits worse than the best does not count.
ID, SPELLING, SOUND, PART = range(4)
#: Parties that are no artist of anything: where a name fits an artist as well, that one is meant.
MINOR: Final = ("contributor", "label")
NUMBERS: Final = ("isni", "ipi", "mbid", "dpid", "proprietary_id")

_KATAKANA: Final = "".join(map(chr, range(0x30A1, 0x30F7)))
_HIRAGANA: Final = "".join(chr(ord(each) - 0x60) for each in _KATAKANA)
_TO_HIRAGANA: Final = str.maketrans(_KATAKANA, _HIRAGANA)

GIVEN: Final = pa.schema([("key", pa.string()), ("kind", pa.string())])
#: The beginning of the names under which an engine keeps what is asked.
KEPT: Final = "found_artist_"
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
    letters = _spelt(plain)
    rows = [*((each, "key") for each in keys), (letters, "spelling")]
    rows += [(each, "id") for each in sorted(_ids_of(text.strip()))]
    given = pa.Table.from_pylist(
        [{"key": key, "kind": kind} for key, kind in rows if key], schema=GIVEN
    )
    asked = asking.ask("find artist", _fitting, _tables(asking), {"given": given})
    found = [
        Fit(row["artist_id"], row["how"], _called(row), row["is_minor"])
        for row in asked.to_pylist()
    ]
    if not found or found[0].how > SPELLING:
        found += _among(others, letters, keys)
    best = min(((each.how, each.is_minor) for each in found), default=None)
    fits = [each for each in found if (each.how, each.is_minor) == best]
    return sorted(fits, key=lambda fit: (fit.name.ja, fit.artist_id))


def _spelt(text: str) -> str:
    """A text by its letters, whichever kana they are in."""
    return spelt(text).translate(_TO_HIRAGANA)


def _keys_of(text: str) -> set[str]:
    """The keys of a name, also with its words in another order: Shiomi Kanata, Kanata Shiomi."""
    words = text.replace("、", " ").replace(",", " ").split()
    turned = (" ".join(words[place:] + words[:place]) for place in range(1, len(words)))
    return {key.translate(_TO_HIRAGANA) for each in (text, *turned) for key in name_keys(each)}


def parties_of(asking: Warm, artist_id: str) -> list[str]:
    """The parties that are one artist, and its own id."""
    wanted = {"wanted": pa.table({"artist_id": [artist_id]})}
    tables = {"members": _tables(asking)["members"]}
    found = asking.ask("parties of artist", _members, tables, wanted)
    return sorted({artist_id, *found["party_id"].to_pylist()})


def _members(tables: Mapping[str, ir.Table]) -> ir.Table:
    return tables["members"].semi_join(tables["wanted"], "artist_id").select("party_id")


def _tables(asking: Warm) -> Mapping[str, ir.Table]:
    """What is asked, worked out once for the life of an engine."""
    return asking.once("artists to be found", lambda: _kept(asking.engine))


def _kept(engine: Engine) -> Mapping[str, ir.Table]:
    names = ("members", "known", "ids", "called")
    if not all(engine.has(KEPT + name) for name in names):
        for name, rows in _made(engine).items():
            engine.give(KEPT + name, rows)
    return {name: engine[KEPT + name] for name in names}


def _made(engine: Engine) -> Mapping[str, ir.Table]:
    members = artists_now(engine)
    parties = engine["parties"] if "parties" in engine else engine.empty("parties")
    channels = engine["channels"] if "channels" in engine else engine.empty("channels")
    made = {
        "members": members.select("party_id", "artist_id"),
        "known": _known(members, parties),
        "ids": _ids(members, parties, channels),
    }
    called = ibis.union(*(_shown(members, name) for name in ("artist", "artist_latin")))
    if "names" in engine:
        forms = party_forms(engine).select(*called.columns)
        called = ibis.union(forms, called.anti_join(forms, "subject_id"))
    return {**made, "called": _spellings(called)}


def _shown(members: ir.Table, name: str) -> ir.Table:
    """What the table of artists calls them, of which it may know more than is live."""
    rows = members.filter(members[name].notnull())
    return rows.select(
        subject_id="artist_id", text=name, key=ibis.literal(""), slot=ibis.literal("")
    )


def _known(members: ir.Table, parties: ir.Table) -> ir.Table:
    """Every artist once: what it is called, and whether it is nobody's artist."""
    kinds = parties.select("party_id", is_minor=parties.kind.isin(MINOR).fill_null(False))
    rows = members.left_join(kinds, "party_id")
    return rows.group_by("artist_id").agg(
        artist=rows.artist.max(),
        latin=rows.artist_latin.max(),
        is_minor=rows.is_minor.fill_null(False).min(),
    )


def _ids(members: ir.Table, parties: ir.Table, channels: ir.Table) -> ir.Table:
    """`artist_id` by every id that is said of one: ours, those of others, channels."""
    numbers = [parties.select("party_id", id=parties[name]) for name in NUMBERS]
    own = channels.filter(channels.is_official.fill_null(False))
    by_party = ibis.union(
        members.select("party_id", id="party_id"),
        *numbers,
        own.select("party_id", id="channel_id"),
    )
    joined = members.select("party_id", "artist_id").inner_join(by_party, "party_id")
    ours = members.select("artist_id", id="artist_id")
    every = ibis.union(ours, joined.select("artist_id", "id"))
    return every.filter(every.id.notnull() & (every.id != "")).distinct()


def _spellings(forms: ir.Table) -> ir.Table:
    """`artist_id`, and a name by its letters (`spelt`) and by its sound (`key`)."""
    return forms.select(
        artist_id="subject_id",
        text="text",
        spelt=_in_hiragana(spelling(forms.text)),
        key=_in_hiragana(forms.key.fill_null("")),
        is_reading=(forms.slot == READING).fill_null(False),
        has_words=forms.text.strip().contains(" "),
    ).distinct()


def _in_hiragana(text: ir.StringValue) -> ir.StringValue:
    return text.re_search(f"[{_KATAKANA}]").ifelse(text.translate(_KATAKANA, _HIRAGANA), text)


def _fitting(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Artists whom something given fits, and the plainest way in which it does."""
    called, given = tables["called"], tables["given"]
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
    ids = tables["ids"].semi_join(given.filter(given.kind == "id").select(id="key"), "id")
    every = ibis.union(named, ids.select("artist_id", how=ibis.literal(ID, "int64")))
    best = every.group_by("artist_id").agg(how=every.how.min())
    best = best.mutate(best=best.how.min().over(ibis.window()))
    rows = best.filter(best.how == best.best).left_join(tables["known"], "artist_id")
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
        own, sounds = _spelt(name), name_keys(name)
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

    names = _tables(asking)["called"].select("artist_id", "text", "spelt", "key").limit(COMPARED)
    known = {_spelt(name): (artist_id, name) for artist_id, name in others.items()}
    for row in names.to_pyarrow().to_pylist():
        known |= dict.fromkeys((row["spelt"], row["key"]), (row["artist_id"], row["text"]))
    known.pop("", None)
    plain = unicodedata.normalize("NFKC", text.strip())
    found = [
        (-score, *known[key])
        for each in {_spelt(plain), *_keys_of(plain)} - {""}
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
