"""What the registry has names for: artists, releases, recordings and works."""

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine


def subjects(engine: Engine) -> ir.Table:
    """One row per subject: subject_kind, subject_id, title, artist_id (a party) and artist."""
    parts = [
        engine[table].select(
            subject_kind=ibis.literal(kind),
            subject_id=f"{kind}_id",
            title="title",
            artist_id="party_id",
            artist="artist",
        )
        for kind, table in (("release", "releases"), ("recording", "recordings"))
        if table in engine
    ]
    names = engine["names"]
    alone = names.filter(names.subject_kind.isin(["party", "work"]))
    named = alone.filter(alone.role.isin(["display", "formal", "latin", "english", "alias"]))
    grouped = named.group_by("subject_kind", "subject_id").agg(
        title=named.text.min(where=named.role == "display")
    )
    party = grouped.subject_kind == "party"
    parts.append(
        grouped.select(
            "subject_kind",
            "subject_id",
            "title",
            artist_id=party.ifelse(grouped.subject_id, ibis.null("string")),
            artist=party.ifelse(grouped.title, ibis.null("string")),
        )
    )
    return ibis.union(*parts)
