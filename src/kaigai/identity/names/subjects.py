"""What the registry has names for: artists, releases, recordings and works."""

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.slots import ORIGINAL


def subjects(engine: Engine, forms: ir.Table) -> ir.Table:
    """One row per subject: subject_kind, subject_id, title, artist_id and artist."""
    known = artists_now(engine).select("party_id", "artist_id")
    parts = [
        _catalogued(engine[table], kind, known)
        for kind, table in (("release", "releases"), ("recording", "recordings"))
        if table in engine
    ]
    return ibis.union(_named(forms), *parts)


def _catalogued(rows: ir.Table, kind: str, artists: ir.Table) -> ir.Table:
    """Releases or recordings, with the artist under one id."""
    joined = rows.left_join(artists, "party_id")
    return joined.select(
        subject_kind=ibis.literal(kind),
        subject_id=f"{kind}_id",
        title="title",
        artist_id=joined.artist_id.fill_null(joined.party_id),
        artist="artist",
    )


def _named(forms: ir.Table) -> ir.Table:
    """Artists and works: whatever has a name."""
    rows = forms.filter(forms.subject_kind.isin(["party", "work"]))
    grouped = rows.group_by("subject_kind", "subject_id").agg(
        shown=rows.text.max(where=(rows.slot == ORIGINAL) & (rows.place == 0)),
        other=rows.text.argmax(rows.weight),
    )
    party = grouped.subject_kind == "party"
    title = grouped.shown.fill_null(grouped.other)
    return grouped.select(
        "subject_kind",
        "subject_id",
        title=title,
        artist_id=party.ifelse(grouped.subject_id, ibis.null("string")),
        artist=party.ifelse(title, ibis.null("string")),
    )
