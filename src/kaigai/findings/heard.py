"""Where each recording can be heard at all: its answers over services brought to one row."""

import ibis
import ibis.expr.types as ir

from kaigai.findings import masks
from kaigai.findings.availability import REASONS

SHOWN = ("open", "unknown", "early", "ended", "takedown")


def heard(availability: ir.Table, answers: ir.Table) -> ir.Table:
    """One row per recording: `recording_id`, `use`, and masks `open0`…`takedown3`.

    Streaming is what counts; where no service streams the recording anywhere, its downloads do.
    A territory is open when any service opens it, and `closed` where none does although the
    deals are known.
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


def _from_pairs(groups: ir.Table, answers: ir.Table) -> ir.Table:
    """Recordings with one answer for streams and one for downloads: pick by pair of answers."""
    stream, download = answers.view(), answers.view()
    pairs = groups.select("streams", "downloads").distinct()
    joined = pairs.left_join(stream, pairs.streams == stream.answer_id, rname="{name}_s")
    joined = joined.left_join(
        download, joined.downloads == download.answer_id, lname="{name}", rname="{name}_d"
    )
    streamed = joined.n_open.fill_null(0) > 0
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
    by_use = rows.group_by("subject_id", "use").agg(**unions, n_open=rows.n_open.max())
    first = by_use.mutate(
        place=ibis.row_number().over(
            group_by=by_use.subject_id,
            order_by=[(by_use.n_open > 0).desc(), by_use.use.desc()],
        )
    )
    return _shown(first.filter(first.place == 0))


def _shown(rows: ir.Table) -> ir.Table:
    """Exclusive masks, and what is closed: neither open nor unknown."""
    opened = masks.words(rows, "open")
    columns = masks.named("open", opened)
    for reason in SHOWN[1:]:
        columns |= masks.named(reason, masks.minus(masks.words(rows, reason), opened))
    known = masks.either(opened, [columns[f"unknown{i}"] for i in masks.WORDS])
    closed = masks.named("closed", masks.minus(masks.everywhere(), known))
    return rows.select(recording_id="subject_id", use="use", **columns, **closed)


assert set(SHOWN) < set(REASONS)
