"""Where each artist is heard, by month: every play counted once, whoever reports it."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.measure.sources import SAME, counted, outlined, settled
from kaigai.facts.table import TABLES

COLUMNS: Final = tuple(TABLES["reach"].columns)

#: Reports of songs, of whole releases and of the artist as a whole tell of the same plays.
LEVELS: Final = {"artist": "artist", "channel": "artist", "release": "release"}
SEVERAL: Final = "several"

_KEY: Final = ("artist_id", *SAME)
#: What reports of one month are told apart by.
_SERIES: Final = ("month", "service", "chart", "measure", "currency")


def reach(usage_monthly: ir.Table, reported: ir.Table, identities: ir.Table) -> ir.Table:
    """The table `reach`, of what is tied to an artist.

    What is dear of it is computed at once, for the table is asked for twice.

    Sources are settled for each recording (or video, release, unnamed thing), then songs are
    added up, then the song by song, release and artist totals are settled: the largest counts.
    Months of which one source alone speaks have nothing to settle, and most months are such.
    """
    things = _things(reported, identities).cache()
    told = _told(usage_monthly, reported).cache()
    kinds = told.select("is_alone").distinct().to_pyarrow()["is_alone"].to_pylist()
    rows, alone = counted(usage_monthly), told.filter(told.is_alone)
    if False not in kinds:
        return _summed(rows, things, alone)
    several = rows.anti_join(alone, _SERIES).inner_join(things, "reported_id")
    settled_rows = _of_artists(_of_things(several)).order_by("artist_id", "month").cache()
    if True not in kinds:
        return settled_rows
    return ibis.union(_summed(rows, things, alone), settled_rows)


def _things(reported: ir.Table, identities: ir.Table) -> ir.Table:
    """Whose each reported thing is, and on which level it is told of."""
    tied = identities.filter((identities.state == "tied") & identities.home_territory.notnull())
    kinds = reported.select("reported_id", level=_level(reported.subject_kind))
    things = tied.select(
        "reported_id",
        "artist_id",
        "home_territory",
        thing=ibis.coalesce(tied.recording_id, tied.video_id, tied.release_id, tied.reported_id),
    ).inner_join(kinds, "reported_id")
    among = things.group_by("reported_id").agg(n_artists=things.artist_id.nunique())
    return things.inner_join(among, "reported_id")


def _told(usage_monthly: ir.Table, reported: ir.Table) -> ir.Table:
    """Months of each series, and whether one source alone speaks of it, on one level."""
    levels = reported.select("reported_id", level=_level(reported.subject_kind))
    rows = counted(outlined(usage_monthly.inner_join(levels, "reported_id"), "level"))
    service = rows.is_service.cast("int64")
    one = (rows.source.min() == rows.source.max()) & (rows.level.min() == rows.level.max())
    found = rows.group_by(*_SERIES).agg(
        source=rows.source.min(), is_alone=one & (service.min() == service.max())
    )
    return found.mutate(is_alone=found.is_alone & found.service.notnull())  # nothing joins null


def _summed(rows: ir.Table, things: ir.Table, alone: ir.Table) -> ir.Table:
    """Songs added up, of months with one source each.

    Artists and months of a series are numbered: the many rows are grouped by numbers then.
    """
    series = alone.mutate(series=ibis.row_number()).cache()
    own = things.select("artist_id", "home_territory").distinct()
    artists = own.mutate(artist=ibis.row_number().over(order_by=own.artist_id)).cache()
    whose = things.inner_join(artists.select("artist_id", "artist"), "artist_id")
    rows = rows.inner_join(whose.select("reported_id", "artist", "n_artists"), "reported_id")
    rows = rows.inner_join(series.select(*_SERIES, "series"), _SERIES)
    cells = rows.group_by("artist", "series", "territory").agg(
        quantity=rows.q.sum(),
        part=(rows.q / rows.n_artists).sum(),
        n_days=rows.days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
        best=rows.best.min(),
    )
    found = cells.order_by("artist", "series").cache()
    named = found.inner_join(artists, "artist").inner_join(series, "series")
    one = {"n_sources": ibis.literal(1, "int64"), "differs": ibis.literal(0.0)}
    return named.mutate(**one).select(*COLUMNS)


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
