"""What was measured as rows of the tables `findability` and `fan_queries`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from kaigai.desks.names.findability.score import Measured
from kaigai.facts.table import TABLES

MISSED = 8  #: queries kept as examples of those that find nothing


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose recording it is, and what the catalogue calls it."""

    subject: str | None
    artist_id: str | None
    artist: str | None
    latin: str | None = None  #: the artist in Latin letters


@dataclass(frozen=True, slots=True)
class Findability:
    """Both tables of one measurement."""

    recordings: pa.Table
    queries: pa.Table


def to_arrow(measured: Iterable[Measured], owners: Mapping[str, Owner], day: date) -> Findability:
    """Both tables of some recordings."""
    recordings: list[dict[str, Any]] = []
    tried: list[dict[str, Any]] = []
    for each in measured:
        recordings.append(_recording(each, owners[each.names.recording_id], day))
        tried += _queries(each)
    return Findability(
        pa.Table.from_pylist(recordings, TABLES["findability"].arrow_schema()),
        pa.Table.from_pylist(tried, TABLES["fan_queries"].arrow_schema()),
    )


def joined(parts: Iterable[Findability]) -> Findability:
    """Several measurements as one; none at all as empty tables."""
    every = [to_arrow((), {}, date.min), *parts]
    return Findability(
        pa.concat_tables([part.recordings for part in every]),
        pa.concat_tables([part.queries for part in every]),
    )


def _recording(each: Measured, owner: Owner, day: date) -> dict[str, Any]:
    return {
        "subject_kind": "recording",
        "subject_id": each.names.recording_id,
        "subject": owner.subject or each.names.native,
        "artist_id": owner.artist_id,
        "artist": owner.artist,
        "artist_latin": owner.latin,
        "basis": each.basis,
        "n_queries": len(each.tried),
        "hits_before": sum(one.before for one in each.tried),
        "hits_approved": sum(one.approved for one in each.tried),
        "hits_after": sum(one.after for one in each.tried),
        "missed": [one.query.text for one in each.tried if not one.before][:MISSED],
        "suggested": list(each.suggested),
        "as_of": day,
    }


def _queries(each: Measured) -> Iterable[dict[str, Any]]:
    return (
        {
            "subject_kind": "recording",
            "subject_id": each.names.recording_id,
            "kind": one.query.kind,
            "query": one.query.text,
            "hits_before": one.before,
            "hits_approved": one.approved,
            "hits_after": one.after,
        }
        for one in each.tried
    )
