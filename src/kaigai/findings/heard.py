"""Where each recording can be heard at all: its answers over services brought to one row."""

import ibis
import ibis.expr.types as ir

from kaigai.findings import masks
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
    ).inner_join(answers, "answer_id")
    # Few distinct combinations of answers serve many recordings: solve each once.
    groups = rows.group_by("subject_id").agg(
        streams=rows.answer_id.min(where=rows.use == "stream"),
        streams_last=rows.answer_id.max(where=rows.use == "stream"),
        downloads=rows.answer_id.min(where=rows.use == "download"),
        downloads_last=rows.answer_id.max(where=rows.use == "download"),
    )
    simple = (groups.streams.isnull() | (groups.streams == groups.streams_last)) & (
        groups.downloads.isnull() | (groups.downloads == groups.downloads_last)
    )
    return ibis.union(
        _from_pairs(groups.filter(simple), answers),
        _from_rows(rows.semi_join(groups.filter(~simple), "subject_id")),
    )


def possible(availability: ir.Table, answers: ir.Table) -> ir.Table:
    """Per recording and use, where any service opens it or may: `may0`…`may3`."""
    rows = availability.filter(availability.subject_kind == "recording").inner_join(
        answers, "answer_id"
    )
    mask = masks.either(masks.words(rows, "open"), masks.words(rows, "unknown"))
    grouped = rows.group_by("subject_id", "use").agg(**masks.union_of(mask, "may"))
    return grouped.rename(recording_id="subject_id")


def _from_pairs(groups: ir.Table, answers: ir.Table) -> ir.Table:
    """Recordings with one answer for streams and one for downloads: pick by pair of answers."""
    stream, download = answers.view(), answers.view()
    pairs = groups.select("streams", "downloads").distinct()
    joined = pairs.left_join(stream, pairs.streams == stream.answer_id, rname="{name}_s")
    joined = joined.left_join(
        download, joined.downloads == download.answer_id, lname="{name}", rname="{name}_d"
    )
    streamed = masks.size(_ahead(joined)).fill_null(0) > 0
    use_stream = streamed | joined.downloads.isnull() | (joined.n_open_d.fill_null(0) == 0)
    use_stream = use_stream & joined.streams.notnull()
    columns = {
        f"{reason}{i}": use_stream.ifelse(joined[f"{reason}{i}"], joined[f"{reason}{i}_d"])
        for reason in SHOWN
        for i in masks.WORDS
    }
    chosen = joined.select(
        "streams", "downloads", use=use_stream.ifelse("stream", "download"), **columns
    )
    matched = groups.inner_join(
        chosen,
        [
            groups.streams.fill_null(-1) == chosen.streams.fill_null(-1),
            groups.downloads.fill_null(-1) == chosen.downloads.fill_null(-1),
        ],
    )
    return _shown(matched)


def _from_rows(rows: ir.Table) -> ir.Table:
    """Recordings with different answers on different services: add them up."""
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
    return rows.select(recording_id="subject_id", use="use", **columns, **closed)


assert set(SHOWN) < set(REASONS)
