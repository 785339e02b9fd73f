"""The artists that people look for: those whose name stands on a recording or release."""

import ibis
import ibis.expr.types as ir


def main_artists(
    artists: ir.Table, recordings: ir.Table, releases: ir.Table | None = None
) -> ir.Table:
    """One row per artist with recordings or releases: `artist_id`, `artist`, `artist_latin`."""
    signed = [recordings.select("party_id")]
    if releases is not None:
        signed.append(releases.select("party_id"))
    parties = ibis.union(*signed, distinct=True) if len(signed) > 1 else signed[0].distinct()
    rows = artists.semi_join(parties, "party_id")
    return rows.select("artist_id", "artist", "artist_latin").distinct()


def spellings(artists: ir.Table, names: ir.Table) -> ir.Table:
    """Every name of every party, with the `artist_id` that it belongs to."""
    own = names.filter(names.subject_kind == "party")
    members = artists.select("party_id", "artist_id")
    return own.inner_join(members, own.subject_id == members.party_id)
