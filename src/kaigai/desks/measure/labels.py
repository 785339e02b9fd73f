"""Which label an artist is with: the one that most of the artist's releases name."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir


def labels_of(tables: Mapping[str, ir.Table]) -> ir.Table | None:
    """Artists with their label: `artist_id`, `label`; None where no release was read."""
    if "releases" not in tables or "artists" not in tables:
        return None
    releases, artists = tables["releases"], tables["artists"]
    members = artists.select("party_id", "artist_id").distinct()
    named = releases.filter(releases.label.notnull()).select("party_id", "label")
    rows = named.inner_join(members, "party_id").group_by("artist_id", "label")
    counted = rows.agg(times=lambda t: t.count())
    order = [counted.times.desc(), counted.label]
    place = ibis.row_number().over(group_by=counted.artist_id, order_by=order)
    first = counted.mutate(place=place).filter(lambda t: t.place == 0)
    return first.select("artist_id", "label")
