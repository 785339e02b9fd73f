"""What artists are called and numbered by: tables that an engine holds for who looks one up."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.identity.letters import spelling, spelt
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.forms import judged, strings

#: Parties that are no artist of anything.
MINOR: Final = ("contributor", "label")
NUMBERS: Final = ("isni", "ipi", "mbid", "dpid", "proprietary_id")
NO_NAMES: Final = ("description", "title_part")  #: roles of texts that are no name of a party
#: Named so that no other question of the same engine calls another table so.
TABLES: Final = ("artist_members", "artists_known", "artist_ids", "artist_names")
KEPT: Final = "index_"  #: the beginning of the names under which an engine keeps them

_KATAKANA: Final = "".join(map(chr, range(0x30A1, 0x30F7)))
_HIRAGANA: Final = "".join(chr(ord(each) - 0x60) for each in _KATAKANA)
_TO_HIRAGANA: Final = str.maketrans(_KATAKANA, _HIRAGANA)

Rows = Iterable[Mapping[str, Any]]


def artist_index(asking: Warm) -> Mapping[str, ir.Table]:
    """The tables by their names, worked out once for the life of an engine.

    artist_members  party_id, artist_id
    artists_known   artist_id once, artist, latin, is_minor: nobody's artist
    artist_ids      artist_id by every `id` that is said of one: ours, those of others, channels
    artist_names    artist_id, text, and the text by its letters (spelt) and by its sound (key),
                    in hiragana; is_reading, has_words
    """
    return asking.once("artist index", lambda: _kept(asking.engine))


def in_hiragana(text: str) -> str:
    """A text whose katakana are hiragana, as `artist_names` has it."""
    return text.translate(_TO_HIRAGANA)


def letters(text: str) -> str:
    """A text as the column `spelt` has it."""
    return in_hiragana(spelt(text))


def _kept(engine: Engine) -> Mapping[str, ir.Table]:
    if not all(engine.has(KEPT + name) for name in TABLES):
        for name, rows in _made(engine).items():
            engine.give(KEPT + name, rows)
    return {name: engine[KEPT + name] for name in TABLES}


def _made(engine: Engine) -> Mapping[str, ir.Table]:
    members = artists_now(engine)
    parties = engine["parties"] if "parties" in engine else engine.empty("parties")
    channels = engine["channels"] if "channels" in engine else engine.empty("channels")
    return {
        "artist_members": members.select("party_id", "artist_id"),
        "artists_known": _known(members, parties),
        "artist_ids": _ids(members, parties, channels),
        "artist_names": _called(engine, members),
    }


def _known(members: ir.Table, parties: ir.Table) -> ir.Table:
    kinds = parties.select("party_id", is_minor=parties.kind.isin(MINOR).fill_null(False))
    rows = members.left_join(kinds, "party_id")
    return rows.group_by("artist_id").agg(
        artist=rows.artist.max(),
        latin=rows.artist_latin.max(),
        is_minor=rows.is_minor.fill_null(False).min(),
    )


def _ids(members: ir.Table, parties: ir.Table, channels: ir.Table) -> ir.Table:
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


def _called(engine: Engine, members: ir.Table) -> ir.Table:
    """Names as delivered and as people decided; else what the table of artists calls them, which
    may know more than is live."""
    called = ibis.union(*(_shown(members, name) for name in ("artist", "artist_latin")))
    if "names" in engine:
        own = _named(engine, members)
        called = ibis.union(own, called.anti_join(own, "artist_id"))
    return called.select(
        "artist_id",
        "text",
        spelt=_hiragana(spelling(called.text)),
        key=_hiragana(called.key.fill_null("")),
        is_reading=called.role == "reading",
        has_words=called.text.strip().contains(" "),
    ).distinct()


def _shown(members: ir.Table, name: str) -> ir.Table:
    rows = members.filter(members[name].notnull())
    return rows.select("artist_id", text=name, key=ibis.literal(""), role=ibis.literal("display"))


def _named(engine: Engine, members: ir.Table) -> ir.Table:
    names = engine["names"]
    named = names.filter((names.subject_kind == "party") & names.role.notin(NO_NAMES))
    named = named.select("subject_id", "text", "key", "role")
    if "name_decisions" not in engine:
        return _of_artists(named, members)
    # The log is small, and the key of a text is nothing that a query can tell.
    newest = list(_newest(judged(engine["name_decisions"].to_pyarrow()).to_pylist()))
    said = {
        status: _table([row for row in newest if row["status"] == status])
        for status in ("approved", "rejected")
    }
    rejected = _of_artists(said["rejected"], members)
    kept = _of_artists(named, members).anti_join(rejected, ["artist_id", "text"])
    return ibis.union(kept, _of_artists(said["approved"], members))


def _newest(decisions: Rows) -> Rows:
    """The newest decision about each text of a party."""
    rows = [row for row in decisions if row["subject_kind"] == "party" and row["text"]]
    rows.sort(key=lambda row: row["at"])
    return {(row["subject_id"], row["text"]): row for row in rows}.values()


def _table(rows: Rows) -> ir.Table:
    columns = ("subject_id", "text", "key", "role")
    return ibis.memtable(
        pa.table({name: strings([row[name] for row in rows]) for name in columns})
    )


def _of_artists(named: ir.Table, members: ir.Table) -> ir.Table:
    """Names of parties as those of the artist that each is."""
    rows = named.left_join(members.select(subject_id="party_id", of="artist_id"), "subject_id")
    return rows.select("text", "key", "role", artist_id=rows.of.fill_null(rows.subject_id)).select(
        "artist_id", "text", "key", "role"
    )


def _hiragana(text: ir.StringValue) -> ir.StringValue:
    return text.re_search(f"[{_KATAKANA}]").ifelse(text.translate(_KATAKANA, _HIRAGANA), text)
