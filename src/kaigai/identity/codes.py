"""Ties by a code: an ISRC, a video's id or own channel, a GTIN."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

COLUMNS = ("reported_id", "party_id", "recording_id", "video_id", "release_id", "method", "score")

Tables = Mapping[str, ir.Table]


def by_code(reported: ir.Table, tables: Tables) -> ir.Table | None:
    """Reported things whose code is in the catalogue; the surest code wins. None: no catalogue."""
    found = []
    if "recordings" in tables:
        found.append(_by_isrc(reported, tables["recordings"]))
    if "videos" in tables:
        found.append(_by_video(reported, tables))
    if "releases" in tables:
        found.append(_by_gtin(reported, tables["releases"]))
    if not found:
        return None
    rows = ibis.union(*found) if len(found) > 1 else found[0]
    order = [rows.score.desc(), rows.method, rows.party_id]
    place = ibis.row_number().over(group_by=rows.reported_id, order_by=order)
    return rows.mutate(place=place).filter(lambda t: t.place == 0).drop("place")


def _row(rows: ir.Table, method: str, score: float, **columns: ir.Value) -> ir.Table:
    missing = {name: ibis.null("string") for name in ("recording_id", "video_id", "release_id")}
    return rows.select(
        reported_id=rows.reported_id,
        party_id=rows.party_id,
        **(missing | columns),
        method=ibis.literal(method),
        score=ibis.literal(score),
    ).select(*COLUMNS)


def _by_isrc(reported: ir.Table, recordings: ir.Table) -> ir.Table:
    is_one = reported.subject_kind == "recording"
    asked = reported.select(
        "reported_id", isrc=reported.isrc.fill_null(is_one.ifelse(reported.subject_id, ""))
    )
    known = recordings.filter(recordings.isrc.notnull() & recordings.party_id.notnull())
    known = known.select("isrc", "recording_id", "party_id").distinct(on="isrc", keep="first")
    rows = asked.inner_join(known, "isrc")
    return _row(rows, "isrc", 1.0, recording_id=rows.recording_id)


def _by_video(reported: ir.Table, tables: Tables) -> ir.Table:
    asked = reported.filter(reported.subject_kind == "video")
    asked = asked.select("reported_id", video_id="subject_id")
    rows = asked.inner_join(placed(tables), "video_id")
    said = _row(
        rows.filter(rows.linked.notnull()).mutate(party_id="linked"),
        "video",
        1.0,
        recording_id=rows.recording_id,
        video_id=rows.video_id,
    )
    own = rows.filter(rows.linked.isnull() & rows.channel_party.notnull())
    own = own.mutate(party_id="channel_party")
    return ibis.union(said, _row(own, "channel", 0.95, video_id=own.video_id))


def placed(tables: Tables) -> ir.Table:
    """Videos with the party that is said (`linked`), and that whose channel it is."""
    rows = tables["videos"].select("video_id", "channel_id")
    if "video_links" in tables:
        links = tables["video_links"].select("video_id", "recording_id", "party_id")
        if "recordings" in tables:
            sung = tables["recordings"].select("recording_id", singer="party_id")
            links = links.left_join(sung, "recording_id").drop("recording_id_right")
            links = links.mutate(party_id=links.party_id.fill_null(links.singer)).drop("singer")
        links = links.rename(linked="party_id")
        rows = rows.left_join(links, "video_id").drop("video_id_right")
    else:
        rows = rows.mutate(recording_id=ibis.null("string"), linked=ibis.null("string"))
    if "channels" not in tables:
        return rows.mutate(channel_party=ibis.null("string"))
    own = tables["channels"]
    own = own.filter(own.is_official.fill_null(False) & own.party_id.notnull())
    own = own.select("channel_id", channel_party="party_id")
    return rows.left_join(own, "channel_id").drop("channel_id_right")


def _by_gtin(reported: ir.Table, releases: ir.Table) -> ir.Table:
    is_one = reported.subject_kind == "release"
    asked = reported.select(
        "reported_id", gtin=reported.gtin.fill_null(is_one.ifelse(reported.subject_id, ""))
    )
    known = releases.filter(releases.gtin.notnull() & releases.party_id.notnull())
    known = known.select("gtin", "release_id", "party_id").distinct(on="gtin", keep="first")
    rows = asked.inner_join(known, "gtin")
    return _row(rows, "gtin", 0.95, release_id=rows.release_id)
