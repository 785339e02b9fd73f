"""Where each recording can be heard at all: its answers over services brought to one row."""

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.availability import REASONS, exclusive

SHOWN = ("open", "unknown", "early", "ended", "takedown")


def heard(availability: ir.Table, answers: ir.Table) -> ir.Table:
    """One row per recording: `recording_id`, `use`, and masks `open0`…`takedown3`.

    Streaming is what counts. Downloads stand in where no service streams the recording anywhere,
    none is going to, and none might (unknown). A territory is open when any service opens it,
    and `closed` where none does although the deals are known. `closed` aside, a territory is
    in one mask at most: open before unknown before early before ended before takedown.
    """
    rows = availability.filter(
        (availability.subject_kind == "recording") & availability.use.isin(["stream", "download"])
    ).select("subject_id", "use", "answer_id")
    # Few distinct combinations of answers serve many recordings: one example of each is solved.
    alike = _combinations(rows).cache()
    examples = alike.group_by(*COMBINATION).agg(example=alike.subject_id.min()).cache()
    few = rows.semi_join(examples, rows.subject_id == examples.example)
    solved = _added(few.inner_join(answers, "answer_id"))
    held = alike.inner_join(examples, COMBINATION).select("subject_id", "example")
    joined = held.inner_join(solved, held.example == solved.solved_id)
    return joined.drop("example", "solved_id").rename(recording_id="subject_id")


#: Combinations that agree in these are the same, but for a chance of one in a million million.
COMBINATION = ("lowest", "highest", "n", "streams", "downloads")
LOW_BITS = (1 << 40) - 1  #: of an id; the sum of eight million such ids still fits 64 bits


def _combinations(rows: ir.Table) -> ir.Table:
    """Per recording what its answers for streams and for downloads come to."""
    streams = rows.use == "stream"
    signed = rows.select(
        "subject_id",
        answer=streams.ifelse(rows.answer_id, -1 - rows.answer_id),
        # Added up apart: a service often has one answer for both uses, and the sum of the two
        # must not cancel out, whichever answer it is.
        streamed=streams.ifelse(rows.answer_id & LOW_BITS, 0),
        downloaded=streams.ifelse(0, rows.answer_id & LOW_BITS),
    )
    return signed.group_by("subject_id").agg(
        lowest=signed.answer.min(),
        highest=signed.answer.max(),
        n=signed.count(),
        streams=signed.streamed.sum().cast("int64"),
        downloads=signed.downloaded.sum().cast("int64"),
    )


def possible(availability: ir.Table, answers: ir.Table) -> ir.Table:
    """Per recording and use, where any service opens it or may: `may0`…`may3`."""
    rows = availability.filter(availability.subject_kind == "recording").inner_join(
        answers, "answer_id"
    )
    mask = masks.either(masks.words(rows, "open"), masks.words(rows, "unknown"))
    grouped = rows.group_by("subject_id", "use").agg(**masks.union_of(mask, "may"))
    return grouped.rename(recording_id="subject_id")


def _added(rows: ir.Table) -> ir.Table:
    """The answers of each subject over its services, for the use that counts."""
    unions: dict[str, ir.Value] = {}
    for reason in SHOWN:
        unions |= masks.union_of(masks.words(rows, reason), reason)
    by_use = rows.group_by("subject_id", "use").agg(**unions)
    streamed = (by_use.use == "stream") & (masks.size(_ahead(by_use)) > 0)
    opened = masks.size(masks.words(by_use, "open")) > 0
    first = by_use.mutate(
        place=ibis.row_number().over(
            group_by=by_use.subject_id,
            order_by=[streamed.desc(), opened.desc(), by_use.use.desc()],
        )
    )
    return _shown(first.filter(first.place == 0))


def _ahead(rows: ir.Table) -> list[ir.IntegerValue]:
    """Where a use is open, will be, or may be for all that is known."""
    opened, unknown, early = (masks.words(rows, reason) for reason in ("open", "unknown", "early"))
    return masks.either(masks.either(opened, unknown), early)


def _shown(rows: ir.Table) -> ir.Table:
    """Exclusive masks, and what is closed: neither open nor unknown."""
    settled = rows.mutate(**exclusive(rows, SHOWN))
    known = masks.either(masks.words(settled, "open"), masks.words(settled, "unknown"))
    columns = {name: settled[name] for name in (f"{r}{i}" for r in SHOWN for i in masks.WORDS)}
    closed = masks.named("closed", masks.minus(masks.everywhere(), known))
    rows = settled
    return rows.select(solved_id="subject_id", use="use", **columns, **closed)


assert set(SHOWN) < set(REASONS)
