"""Which territories are open, closed or unknown, per recording or video, service, use and day.

Few distinct sets of deals serve many recordings: each set is solved once, and a recording
with one set takes its set's answer. Pairs of recording and territory are never made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from kaigai.facts import masks
from kaigai.facts.engine import bit_xor
from kaigai.findings.deal_sets import (
    ANY,
    MASKS,
    NOTHING,
    REASONS,
    UNKNOWN_SET,
    Answers,
    Ints,
    answer_ids,
    counted,
    ids_of,
    listed,
    mixed,
    solved,
)

__all__ = ["ANY", "MASKS", "REASONS", "Solved", "answer_ids", "exclusive", "solve", "track_sets"]


@dataclass(frozen=True, slots=True)
class Solved:
    """The tables `availability` and `answers`, as expressions."""

    availability: ir.Table
    answers: ir.Table


def solve(tables: Mapping[str, ir.Table], *, day: date) -> Solved:
    """Solve availability on `day` from tracks, deals, territory sets, deliveries and videos.

    Tables that are absent from the mapping count as empty. A recording whose every track came
    without a deal list is unknown everywhere; where any track had one, that one counts.
    """
    parts: list[_Part] = []
    if "tracks" in tables:
        parts.append(_recordings(tables, day))
    if "videos" in tables:
        parts.append(_videos(tables, day))
    if not parts:
        raise ValueError("availability needs tracks or videos")
    rows = [part for part, _, _ in parts]
    ids = np.concatenate([each for _, each, _ in parts])
    answers = counted(ids, np.concatenate([words for _, _, words in parts], axis=1))
    return Solved(ibis.union(*rows) if len(rows) > 1 else rows[0], ibis.memtable(answers))


#: Rows of `availability`, and the ids and masks of every answer they may have.
_Part = tuple[ir.Table, Ints, Ints]


def _recordings(tables: Mapping[str, ir.Table], day: date) -> _Part:
    """What recordings add."""
    per_set = solved(_deals(tables, day).to_pyarrow())
    sets = track_sets(tables["tracks"], tables["deliveries"])
    held = _held(sets).cache()
    pairs, combined = _several(sets, held)
    both = _mixed(pairs, combined, per_set)
    answered = ibis.memtable(pa.concat_tables([per_set.table(), both.table()]))
    single = held.filter(held.first == held.last).select("recording_id", set_id="first")
    rows = ibis.union(single, combined).inner_join(answered, "set_id")
    availability = rows.select(
        subject_kind=ibis.literal("recording"),
        subject_id="recording_id",
        service="service",
        use="use",
        day=ibis.literal(day),
        answer_id="answer_id",
    )
    ids = np.concatenate([per_set.ids, both.ids])
    return availability, ids, np.concatenate([per_set.words, both.words], axis=1)


def track_sets(tracks: ir.Table, deliveries: ir.Table) -> ir.Table:
    """Recording and deal set; a withdrawn release has the empty set, an unstated one -1."""
    withdrawn = deliveries.filter(deliveries.withdrawn).select("delivery_id", "withdrawn")
    marked = tracks.left_join(withdrawn, "delivery_id")
    missing = marked.withdrawn.fill_null(False).ifelse(0, UNKNOWN_SET)
    return marked.select("recording_id", deal_set_id=marked.deal_set_id.fill_null(missing))


def _held(sets: ir.Table) -> ir.Table:
    """Per recording the lowest and highest of its deal sets; what is stated beats -1."""
    stated = sets.deal_set_id.nullif(UNKNOWN_SET)
    grouped = sets.group_by("recording_id").agg(first=stated.min(), last=stated.max())
    return grouped.mutate(
        first=grouped.first.fill_null(UNKNOWN_SET), last=grouped.last.fill_null(UNKNOWN_SET)
    )


#: Ids of sets that several make together are below UNKNOWN_SET and must fit 64 bits.
MIXED_BITS = (1 << 62) - 1
#: What NOTHING counts as in such an id: xor would not tell a set from the same with NOTHING.
NOTHING_BITS = 0x1E3779B97F4A7C15


def _several(sets: ir.Table, held: ir.Table) -> tuple[ir.Table, ir.Table]:
    """Recordings with more than one deal set: each with its sets, and with one id for them all.

    Ids of deal sets are hashes, so that two combinations share an id about as seldom as two
    answers do.
    """
    many = held.filter(held.first != held.last).select("recording_id")
    stated = sets.filter(sets.deal_set_id != UNKNOWN_SET)
    pairs = stated.semi_join(many, "recording_id").distinct().cache()
    bits = (pairs.deal_set_id == NOTHING).ifelse(NOTHING_BITS, pairs.deal_set_id).cast("int64")
    grouped = pairs.group_by("recording_id").agg(bits=bit_xor(bits))
    combined = grouped.select("recording_id", set_id=UNKNOWN_SET - 1 - (grouped.bits & MIXED_BITS))
    return pairs, combined.cache()


def _mixed(pairs: ir.Table, combined: ir.Table, per_set: Answers) -> Answers:
    """The answers of each distinct combination of deal sets."""
    members = combined.inner_join(pairs, "recording_id").select("set_id", "deal_set_id")
    fetched = members.distinct().to_pyarrow()
    sets, parts = (fetched.column(name).to_numpy() for name in fetched.column_names)
    return mixed(sets, parts, per_set)


def _deals(tables: Mapping[str, ir.Table], day: date) -> ir.Table:
    """Each deal with its territories and what it counts for on the day, by reason."""
    if "deals" not in tables or "territory_sets" not in tables:
        return ibis.memtable(DEALS.empty_table())
    mask = [f"m{i}" for i in masks.WORDS]
    sets = tables["territory_sets"].select("territory_set_id", *mask)
    rows = tables["deals"].inner_join(sets, "territory_set_id")
    started = rows.start_day.isnull() | (rows.start_day <= ibis.literal(day))
    over = (rows.end_day < ibis.literal(day)).fill_null(False)
    grant = ~rows.takedown & ~rows.is_preorder & ~rows.is_elsewhere
    where = {
        "open": grant & started & ~over,
        "unknown": rows.is_elsewhere,
        "early": grant & ~started,
        "ended": grant & over,
        "takedown": rows.takedown & started,
    }
    return rows.select(
        "deal_set_id",
        service=rows.service.fill_null(ANY),
        use=rows.use.fill_null(ANY),
        **{name: rows[name] for name in mask},
        **{reason: holds.fill_null(False) for reason, holds in where.items()},
    )


DEALS = pa.schema(
    [("deal_set_id", pa.int64()), ("service", pa.string()), ("use", pa.string())]
    + [(f"m{i}", pa.int64()) for i in masks.WORDS]
    + [(reason, pa.bool_()) for reason in REASONS[:-1]]
)


def exclusive(rows: ir.Table, reasons: Sequence[str]) -> dict[str, ir.Value]:
    """The masks of `reasons`, each without what those before it have."""
    columns: dict[str, ir.Value] = {}
    seen: masks.Words = masks.empty()
    for reason in reasons:
        own = masks.words(rows, reason)
        columns |= masks.named(reason, masks.minus(own, seen))
        seen = masks.either(seen, own)
    return columns


def _videos(tables: Mapping[str, ir.Table], day: date) -> _Part:
    """What videos add: open where the list says, or everywhere."""
    videos = tables["videos"]
    empty = {"territory_set_id": "int64", **{f"m{i}": "int64" for i in masks.WORDS}}
    sets = tables.get("territory_sets")
    if sets is None:
        sets = ibis.memtable(pa.table({name: pa.array([], pa.int64()) for name in empty}))
    distinct = videos.select("territory_set_id").distinct()
    joined = distinct.left_join(sets.select(*empty), "territory_set_id")
    world = masks.everywhere()
    opened = [joined[f"m{i}"].fill_null(world[i]) for i in masks.WORDS]
    set_id = joined.territory_set_id.fill_null(UNKNOWN_SET)
    fetched = joined.select(set_id=set_id, **masks.named("m", opened)).to_pyarrow()
    given, *columns = (fetched.column(name).to_numpy() for name in fetched.column_names)
    words = listed(np.stack(columns, axis=1))
    ids = ids_of(words)
    answered = ibis.memtable(pa.table({"set_id": pa.array(given), "answer_id": ids}))
    known = videos.territory_set_id.fill_null(UNKNOWN_SET)
    rows = videos.inner_join(answered, known == answered.set_id)
    availability = rows.select(
        subject_kind=ibis.literal("video"),
        subject_id="video_id",
        service="service",
        use=ibis.literal("video"),
        day=ibis.literal(day),
        answer_id="answer_id",
    )
    return availability, ids, words
