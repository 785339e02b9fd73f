"""Which territories are open, closed or unknown, per recording or video, service, use and day.

Few distinct sets of deals serve many recordings: each set is solved once, and a recording
with one set takes its set's answer. Pairs of recording and territory are never made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from kaigai.findings import masks
from kaigai.terms.territories import WORLD

#: The masks of an answer. A territory in none of them is closed because no contract opens it.
REASONS = ("open", "unknown", "early", "ended", "takedown", "blocked")
MASKS = tuple(f"{reason}{i}" for reason in REASONS for i in masks.WORDS)
ANY = "any"  #: the service or use of a deal that names none


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
    parts: list[Solved] = []
    if "tracks" in tables:
        parts.append(_recordings(tables, day))
    if "videos" in tables:
        parts.append(_videos(tables, day))
    if not parts:
        raise ValueError("availability needs tracks or videos")
    answers = ibis.union(*(part.answers for part in parts)) if len(parts) > 1 else parts[0].answers
    rows = (
        ibis.union(*(part.availability for part in parts))
        if len(parts) > 1
        else parts[0].availability
    )
    return Solved(rows, answers.distinct(on="answer_id", keep="first"))


def _recordings(tables: Mapping[str, ir.Table], day: date) -> Solved:
    per_set = _with_ids(_set_answers(tables, day), ("deal_set_id", "service", "use"))
    held = _held(tables["tracks"], tables["deliveries"]).cache()
    single = held.filter(held.first == held.last).inner_join(
        per_set, held.first == per_set.deal_set_id
    )
    several = _several(tables, held, per_set)
    keys = ("recording_id", "service", "use", "answer_id")
    rows = ibis.union(single.select(*keys), several.select(*keys)).select(
        subject_kind=ibis.literal("recording"),
        subject_id="recording_id",
        service="service",
        use="use",
        day=ibis.literal(day),
        answer_id="answer_id",
    )
    answers = ibis.union(per_set.select("answer_id", *MASKS), several.select("answer_id", *MASKS))
    return Solved(rows, _counted(answers.distinct(on="answer_id", keep="first")))


UNKNOWN_SET = -1  #: stands for "no deal list was delivered" while sets are compared


def track_sets(tracks: ir.Table, deliveries: ir.Table) -> ir.Table:
    """Recording and deal set; a withdrawn release has the empty set, an unstated one -1."""
    withdrawn = deliveries.filter(deliveries.withdrawn).select("delivery_id", "withdrawn")
    marked = tracks.left_join(withdrawn, "delivery_id")
    missing = marked.withdrawn.fill_null(False).ifelse(0, UNKNOWN_SET)
    return marked.select("recording_id", deal_set_id=marked.deal_set_id.fill_null(missing))


def _held(tracks: ir.Table, deliveries: ir.Table) -> ir.Table:
    """Per recording the lowest and highest of its deal sets; what is stated beats -1."""
    sets = track_sets(tracks, deliveries)
    stated = sets.deal_set_id.nullif(UNKNOWN_SET)
    grouped = sets.group_by("recording_id").agg(first=stated.min(), last=stated.max())
    return grouped.mutate(
        first=grouped.first.fill_null(UNKNOWN_SET), last=grouped.last.fill_null(UNKNOWN_SET)
    )


def _several(tables: Mapping[str, ir.Table], held: ir.Table, per_set: ir.Table) -> ir.Table:
    """Recordings with more than one deal set: their answers added up."""
    many = held.filter(held.first != held.last).select("recording_id")
    sets = track_sets(tables["tracks"], tables["deliveries"])
    sets = sets.filter(sets.deal_set_id != UNKNOWN_SET).distinct()
    rows = sets.semi_join(many, "recording_id").inner_join(per_set, "deal_set_id")
    unions: dict[str, ir.Value] = {}
    for reason in REASONS:
        unions |= masks.union_of(masks.words(rows, reason), reason)
    added = _settled(rows.group_by("recording_id", "service", "use").agg(**unions))
    return _with_ids(added, ("recording_id", "service", "use"))


def _set_answers(tables: Mapping[str, ir.Table], day: date) -> ir.Table:
    """Per deal set, service and use: the masks of its answer."""
    fixed = ibis.memtable(_fixed_sets())
    if "deals" not in tables or "territory_sets" not in tables:
        return fixed
    deals = _spread(tables["deals"])
    rows = deals.inner_join(tables["territory_sets"].drop("n", "given"), "territory_set_id")
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
    unions: dict[str, ir.Value] = {}
    for reason, condition in where.items():
        unions |= masks.union_of(masks.words(rows, "m"), reason, condition)
    solved = rows.group_by("deal_set_id", "service", "use").agg(**unions)
    taken = masks.minus(masks.words(solved, "open"), masks.words(solved, "takedown"))
    solved = solved.mutate(**masks.named("open", taken), **masks.named("blocked", masks.empty()))
    return ibis.union(_settled(solved).select(*fixed.columns), fixed)


def _fixed_sets() -> pa.Table:
    """The two sets that need no deals: nothing granted, and nothing known."""
    rows = [
        {"deal_set_id": 0, "service": ANY, "use": "stream", **_masks({})},
        {
            "deal_set_id": UNKNOWN_SET,
            "service": ANY,
            "use": "stream",
            **_masks({"unknown": WORLD}),
        },
    ]
    return pa.Table.from_pylist(rows)


def _masks(given: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    return {
        f"{reason}{i}": given.get(reason, (0, 0, 0, 0))[i]
        for reason in REASONS
        for i in masks.WORDS
    }


def _spread(deals: ir.Table) -> ir.Table:
    """Deals with a service and a use each: one that names none holds for streams, for downloads
    and for what other deals of its set name, too."""
    return _named(_named(deals, "service", (ANY,)), "use", ("stream", "download"))


def _named(deals: ir.Table, column: str, always: Sequence[str]) -> ir.Table:
    """Deals that name nothing in a column, once for each of `always` and of their set's names."""
    given = deals[column].nullif(ANY)
    unnamed = deals.filter(given.isnull()).drop(column)
    others = deals.filter(given.notnull() & given.notin(always))
    names = others.select("deal_set_id", column).distinct()
    spread = [
        unnamed.inner_join(names, "deal_set_id").select(*unnamed.columns, column),
        *(unnamed.mutate(**{column: ibis.literal(name)}) for name in always),
    ]
    own = deals.filter(given.notnull())
    return ibis.union(own, *(part.select(*own.columns) for part in spread))


def _settled(rows: ir.Table) -> ir.Table:
    """Masks made exclusive: open before unknown before early before ended before takedown."""
    return rows.mutate(**exclusive(rows, REASONS))


def exclusive(rows: ir.Table, reasons: Sequence[str]) -> dict[str, ir.Value]:
    """The masks of `reasons`, each without what those before it have."""
    columns: dict[str, ir.Value] = {}
    seen: masks.Words = masks.empty()
    for reason in reasons:
        own = masks.words(rows, reason)
        columns |= masks.named(reason, masks.minus(own, seen))
        seen = masks.either(seen, own)
    return columns


def _videos(tables: Mapping[str, ir.Table], day: date) -> Solved:
    videos = tables["videos"]
    empty = {"territory_set_id": "int64", **{f"m{i}": "int64" for i in masks.WORDS}}
    sets = tables.get("territory_sets")
    if sets is None:
        sets = ibis.memtable(pa.table({name: pa.array([], pa.int64()) for name in empty}))
    distinct = videos.select("territory_set_id").distinct()
    joined = distinct.left_join(sets.select(*empty), "territory_set_id")
    world = masks.everywhere()
    opened = [joined[f"m{i}"].fill_null(world[i]) for i in masks.WORDS]
    blank = {
        f"{reason}{i}": ibis.literal(0, "int64")
        for reason in ("unknown", "early", "ended", "takedown")
        for i in masks.WORDS
    }
    masked = joined.select(
        set_id=joined.territory_set_id.fill_null(UNKNOWN_SET),
        **masks.named("open", opened),
        **blank,
        **masks.named("blocked", masks.minus(world, opened)),
    )
    ids = _with_ids(masked, ("set_id",))
    rows = videos.inner_join(
        ids.select("set_id", "answer_id"),
        videos.territory_set_id.fill_null(UNKNOWN_SET) == ids.set_id,
    )
    availability = rows.select(
        subject_kind=ibis.literal("video"),
        subject_id="video_id",
        service="service",
        use=ibis.literal("video"),
        day=ibis.literal(day),
        answer_id="answer_id",
    )
    return Solved(availability, _counted(ids.select("answer_id", *MASKS)))


def _with_ids(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """Rows with a stable id of their masks: the same answer has the same id in every run."""
    fetched = rows.select(*keys, *MASKS).to_pyarrow()
    ids = answer_ids([fetched.column(name).to_numpy() for name in MASKS])
    return ibis.memtable(fetched.append_column("answer_id", pa.array(ids, pa.int64())))


def answer_ids(words: Sequence["np.ndarray[Any, np.dtype[np.int64]]"]) -> "np.ndarray[Any, Any]":
    """Stable non-negative 63-bit ids of answers, given their masks word by word (MASKS).

    Each word is scrambled by the splitmix64 finaliser, then weighed and added modulo 2^64:
    a million distinct answers collide with a chance of about one in ten million.
    """
    total = np.zeros(len(words[0]), np.uint64)
    with np.errstate(over="ignore"):
        for place, word in enumerate(words, start=1):
            z = word.astype(np.uint64) + np.uint64(place) * np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            total = total * np.uint64(31) + (z ^ (z >> np.uint64(31)))
    return (total >> np.uint64(1)).astype(np.int64)


def _counted(answers: ir.Table) -> ir.Table:
    opened = masks.size(masks.words(answers, "open"))
    unknown = masks.size(masks.words(answers, "unknown"))
    world = masks.size(masks.everywhere())
    return answers.select(
        "answer_id",
        n_open=opened,
        n_closed=world - opened - unknown,
        n_unknown=unknown,
        **{name: answers[name] for name in MASKS},
    )
