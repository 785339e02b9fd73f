"""Ties to recordings of the catalogue: by title, artist and duration; nearly so for doubts."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.identity.letters import spelling
from kaigai.identity.name_match import held

#: Two lengths this near, in milliseconds, are one recording's.
NEAR_MS = 3_000
#: How alike two titles must be (0 to 100) to be shown to a person.
ALIKE = 90
MOST = 20_000  #: doubts that are compared letter by letter

_GUESTS = r"(?i)\s*[\(\[（](feat|ft|with|prod)[.\s][^)\]）]*[\)\]）]"
_ROLES = ("display", "formal", "english", "latin", "translated", "alias")


def catalogue_titles(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Every spelling of every recording's title: `artist_id`, `key`, `recording_id`."""
    recordings, names, artists = (tables[name] for name in ("recordings", "names", "artists"))
    members = artists.select("party_id", "artist_id")
    sung = recordings.inner_join(members, "party_id")
    sung = sung.select("recording_id", "artist_id", "title", length="duration_ms")
    told = names.filter((names.subject_kind == "recording") & names.role.isin(_ROLES))
    other = told.select("text", recording_id="subject_id").inner_join(sung, "recording_id")
    rows = ibis.union(
        sung.select("recording_id", "artist_id", "length", text="title"),
        other.select("recording_id", "artist_id", "length", "text"),
    )
    keyed = rows.mutate(key=_key(rows.text)).filter(lambda t: t.key.notnull() & (t.key != ""))
    return keyed.select("artist_id", "recording_id", "length", title_key="key").distinct()


def in_catalogue(rows: ir.Table, tables: Mapping[str, ir.Table]) -> ir.Table:
    """Ties by name with the recording that their title means, where the catalogue has it."""
    titles = catalogue_titles(tables).cache()
    asked = rows.select("reported_id", "artist_id", "duration_ms", title_key=_key(rows.title))
    pairs = asked.inner_join(titles, ["artist_id", "title_key"])
    apart = (pairs.duration_ms - pairs.length).abs()
    pairs = pairs.filter(apart.fill_null(0) <= NEAR_MS)
    timed = (pairs.duration_ms - pairs.length).abs().notnull()
    found = pairs.mutate(timed=timed).group_by("reported_id", "artist_id")
    each = found.agg(
        n=lambda t: t.recording_id.nunique(),
        one=lambda t: t.recording_id.min(),
        timed=lambda t: t.timed.any(),
    )
    joined = rows.left_join(each, ["reported_id", "artist_id"])
    joined = joined.drop("reported_id_right", "artist_id_right")
    is_ours = joined.n.notnull() & (joined.reason != "other-spelling")
    tied = joined.mutate(
        # Two recordings of one title stay two: which is meant, nobody can tell.
        recording_id=(is_ours & (joined.n == 1)).ifelse(joined.one, ibis.null("string")),
        method=is_ours.ifelse(
            joined.timed.ifelse("title-artist-duration", "title-artist"), joined.method
        ),
        reason=is_ours.ifelse("in-catalogue", joined.reason),
        score=is_ours.ifelse(joined.timed.ifelse(0.97, 0.93), joined.score),
        state=is_ours.ifelse("tied", joined.state),
    )
    return _nearly(tied.cache(), titles, tables)


def _nearly(rows: ir.Table, titles: ir.Table, tables: Mapping[str, ir.Table]) -> ir.Table:
    """Doubts with the recording whose title is nearly theirs, for a person to look at."""
    doubts = rows.filter((rows.state == "doubt") & rows.title.notnull())
    asked = doubts.select("artist_id", title_key=_key(doubts.title)).distinct()
    pairs = asked.inner_join(titles.rename(known="title_key"), "artist_id")
    near = held(near_titles(pairs.limit(MOST).to_pyarrow()))
    keyed = rows.mutate(title_key=_key(rows.title), is_doubt=rows.state == "doubt")
    joined = keyed.left_join(near, ["artist_id", "title_key"])
    is_near = joined.is_doubt & joined.near_id.notnull()
    return joined.mutate(
        recording_id=is_near.ifelse(joined.near_id, joined.recording_id),
        method=is_near.ifelse("near-title", joined.method),
        reason=is_near.ifelse("near-title", joined.reason),
        score=is_near.ifelse(0.6, joined.score),
    )


NEARLY = pa.schema(
    [("artist_id", pa.string()), ("title_key", pa.string()), ("near_id", pa.string())]
)


def near_titles(pairs: pa.Table) -> pa.Table:
    """The likest recording of each doubtful title, of pairs with `title_key` and `known`."""
    from rapidfuzz import fuzz

    best: dict[tuple[str, str], tuple[float, str]] = {}
    for row in pairs.to_pylist():
        alike = fuzz.ratio(row["title_key"], row["known"], score_cutoff=ALIKE)
        key = (row["artist_id"], row["title_key"])
        if alike and (alike, row["recording_id"]) > best.get(key, (0.0, "")):
            best[key] = (alike, row["recording_id"])
    rows = [
        {"artist_id": artist, "title_key": key, "near_id": found}
        for (artist, key), (_, found) in best.items()
    ]
    return pa.Table.from_pylist(rows, schema=NEARLY)


def _key(text: ir.StringValue) -> ir.StringValue:
    """A title to compare: without guests, case, width, signs."""
    return spelling(text.re_replace(_GUESTS, ""))
