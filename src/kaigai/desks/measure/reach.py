"""Where each artist is heard, by month: every play counted once, whoever reports it."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure.sources import SAME, counted, settled
from kaigai.facts.table import TABLES

COLUMNS: Final = tuple(TABLES["reach"].columns)

#: Reports of songs, of whole releases and of the artist as a whole tell of the same plays.
LEVELS: Final = {"artist": "artist", "channel": "artist", "release": "release"}
SEVERAL: Final = "several"

_KEY: Final = ("artist_id", *SAME)


def reach(usage_monthly: ir.Table, reported: ir.Table, identities: ir.Table) -> ir.Table:
    """The table `reach`, of what is tied to an artist.

    Sources are settled for each recording (or video, release, unnamed thing), then songs are
    added up, then the song by song, release and artist totals are settled: the largest counts.
    """
    tied = identities.filter((identities.state == "tied") & identities.home_territory.notnull())
    kinds = reported.select("reported_id", level=_level(reported.subject_kind))
    things = tied.select(
        "reported_id",
        "artist_id",
        "home_territory",
        thing=ibis.coalesce(tied.recording_id, tied.video_id, tied.release_id, tied.reported_id),
    ).inner_join(kinds, "reported_id")
    among = things.group_by("reported_id").agg(n_artists=things.artist_id.nunique())
    things = things.inner_join(among, "reported_id")
    rows = counted(usage_monthly).inner_join(things, "reported_id")
    return _of_artists(_of_things(rows))


def _level(kind: ir.StringValue) -> ir.StringValue:
    return ibis.cases(*((kind == name, level) for name, level in LEVELS.items()), else_="song")


def _of_things(rows: ir.Table) -> ir.Table:
    """One count per thing: the wordings of one source added up, its sources settled."""
    by = ("artist_id", "home_territory", "level", "thing", *SAME)
    each = rows.group_by(*by, "source", "is_service").agg(
        q=rows.q.sum(),
        part=(rows.q / rows.n_artists).sum(),
        days=rows.days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
        best=rows.best.min(),
    )
    return settled(each, by)


def _of_artists(rows: ir.Table) -> ir.Table:
    by = ("artist_id", "home_territory", "level", *SAME)
    one = rows.source.nunique() == 1
    each = rows.group_by(*by).agg(
        q=rows.q.sum(),
        part=rows.part.sum(),
        days=rows.days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
        best=rows.best.min(),
        source=one.ifelse(rows.source.min(), SEVERAL),
        is_service=rows.is_service.any(),
        n_sources=rows.n_sources.max(),
        differs=rows.differs.max(),
    )
    # Of songs, releases and the artist's own total the largest is the least incomplete.
    whole = settled(each.mutate(is_service=ibis.literal(False), days=ibis.literal(0)), _KEY)
    days = each.group_by(*_KEY).agg(n_days=each.days.max())
    found = whole.inner_join(days, list(_KEY))
    return found.select(
        *(name for name in COLUMNS if name not in ("quantity", "n_days")),
        quantity=found.q,
        n_days=found.n_days,
    ).select(*COLUMNS)
