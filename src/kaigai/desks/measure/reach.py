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
#: What reports of one month are told apart by.
_SERIES: Final = ("month", "service", "chart", "measure", "currency")


def reach(usage_monthly: ir.Table, reported: ir.Table, identities: ir.Table) -> ir.Table:
    """The table `reach`, of what is tied to an artist.

    Sources are settled for each recording (or video, release, unnamed thing), then songs are
    added up, then the song by song, release and artist totals are settled: the largest counts.
    Months of which one source alone speaks have nothing to settle, and most months are such.
    """
    rows = _tied(usage_monthly, reported, identities)
    told = _told(rows).cache()
    alone = told.filter(told.is_alone).select(*_SERIES)
    settled_rows = _of_artists(_of_things(rows.anti_join(alone, _SERIES)))
    kinds = told.is_alone.value_counts().to_pyarrow().to_pydict()["is_alone"]
    if True not in kinds:
        return settled_rows
    # Computed by itself: an engine would else keep the many rows that both parts begin with.
    summed = _summed(rows.semi_join(alone, _SERIES))
    return ibis.union(summed.cache(), settled_rows) if False in kinds else summed


def _tied(usage_monthly: ir.Table, reported: ir.Table, identities: ir.Table) -> ir.Table:
    """Rows of one quantity each with the artists whose they are."""
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
    return counted(usage_monthly).inner_join(things, "reported_id")


def _told(rows: ir.Table) -> ir.Table:
    """Months of each series, and whether one source alone speaks of it, on one level."""
    service = rows.is_service.cast("int64")
    one = (rows.source.min() == rows.source.max()) & (rows.level.min() == rows.level.max())
    found = rows.group_by(*_SERIES).agg(is_alone=one & (service.min() == service.max()))
    return found.mutate(is_alone=found.is_alone & found.service.notnull())  # nothing joins null


def _summed(rows: ir.Table) -> ir.Table:
    """Songs added up, of one source each."""
    found = rows.group_by("home_territory", *_KEY).agg(
        quantity=rows.q.sum(),
        part=(rows.q / rows.n_artists).sum(),
        n_days=rows.days.max(),
        first_day=rows.first_day.min(),
        last_day=rows.last_day.max(),
        best=rows.best.min(),
        source=rows.source.min(),
    )
    one = {"n_sources": ibis.literal(1, "int64"), "differs": ibis.literal(0.0)}
    return found.mutate(**one).select(*COLUMNS)


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
