"""Measure findability: try every query on every recording, and keep what finds it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kaigai.desks.names.findability.score import Measured, measured, names_of
from kaigai.desks.names.findability.tables import Findability, Owner, joined, to_arrow
from kaigai.desks.names.suggestions import speak
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Change, Facts
from kaigai.identity.find_artist import find_artist
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

BATCH = 2_000  #: recordings between two steps of progress
ROWS = 50_000  #: names held at a time


class FindabilityError(Refused):
    """Nothing can be measured; the text says what to do."""


def measure(
    facts: Facts,
    *,
    at: datetime,
    artist: str | None = None,
    engine: str = DUCKDB,
    watch: Watch = silent,
) -> Findability:
    """Try what fans abroad would type on all recordings, and keep the result.

    artist  whose recordings are given back: a name in any spelling, or an id
    engine  gathers the names; queries are tried here

    Raises FindabilityError where no recordings with names were read, or none of that artist;
    NoArtist, SeveralArtists, StoreError.
    """
    from kaigai.desks.names.findability.name_rows import name_rows
    from kaigai.identity.names.registry import all_forms

    if "recordings" not in facts or "names" not in facts:
        raise FindabilityError(NOTHING_READ)
    running = Engine(facts, engine)
    ids = (find_artist(warm(facts), artist),) if artist else ()
    owners = _owners(running)
    every = _each(name_rows(running, all_forms(running)))
    parts, done, day = [], 0, facts.settings.day(at)
    while batch := list(islice(every, BATCH)):
        parts.append(to_arrow(batch, owners, day))
        done += len(batch)
        watch(done, len(owners), "")
    found = joined(parts)
    with facts.writing() as writing:
        writing.write(Change("findability", found.recordings, "replace"))
        writing.write(Change("fan_queries", found.queries, "replace"))
        writing.commit(at=at, what=f"findability of {done} recordings")
    return _of_artists(found, ids, artist) if artist else found


def _of_artists(found: Findability, ids: Sequence[str], artist: str) -> Findability:
    from kaigai.desks.names.findability.summary import of_artists

    own = of_artists(found, ids)
    if not own.recordings.num_rows:
        raise FindabilityError(_no_recordings(artist))
    return own


def _owners(engine: Engine) -> dict[str, Owner]:
    """Whose each recording is, all parties of an artist under one id."""
    from kaigai.identity.names.current_artists import artists_now

    rows = engine["recordings"].select("recording_id", "title", "party_id", credited="artist")
    known = artists_now(engine).select("party_id", "artist_id", "artist", "artist_latin")
    joined_ = rows.left_join(known, "party_id")
    return {
        row["recording_id"]: Owner(
            row["title"],
            row["artist_id"] or row["party_id"],
            row["artist"] or row["credited"],
            row["artist_latin"],
        )
        for row in joined_.to_pyarrow().to_pylist()
    }


def _each(rows: "ir.Table") -> Iterator[Measured]:
    by_recording = groupby(_rows(rows), key=itemgetter("recording_id"))
    return (measured(names_of(recording_id, own), speak) for recording_id, own in by_recording)


def _rows(rows: "ir.Table") -> Iterator[Mapping[str, Any]]:
    for batch in rows.to_pyarrow_batches(chunk_size=ROWS):
        yield from batch.to_pylist()


def _no_recordings(artist: str) -> Text:
    return Text(
        en=f"no recordings by {artist} were read", ja=f"{artist} の録音は読み込まれていません"
    )


NOTHING_READ = Text(
    en="no recordings with names were read yet; read files first: kaigai read PATH",
    ja="名称のある録音がまだ読み込まれていません。先に kaigai read PATH で読み込んでください",
)
