"""Where an artist's recordings are closed now, by the last audit's answers."""

from collections.abc import Mapping
from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.desks.markets.reasons import Shut
from kaigai.facts.engine import bit_or
from kaigai.terms.territories import codes_of, complement, union

NEEDED: Final = ("availability", "answers", "recordings", "artists")
_WORDS: Final = range(4)


def shut(tables: Mapping[str, ir.Table]) -> dict[str, dict[str, Shut]]:
    """Per artist and territory how many recordings are closed; nothing before an audit.

    A recording is open where any service opens it, and what is unknown is not counted closed.
    """
    if any(name not in tables for name in NEEDED):
        return {}
    of: dict[str, int] = {}
    closed: dict[str, dict[str, int]] = {}
    for row in _alike(tables).to_pyarrow().to_pylist():
        artist, n = row["artist_id"], row["n"]
        of[artist] = of.get(artist, 0) + n
        masks = [tuple(row[f"{name}{i}"] for i in _WORDS) for name in ("open", "unknown")]
        counted = closed.setdefault(artist, {})
        for code in codes_of(complement(union(*masks))):
            counted[code] = counted.get(code, 0) + n
    return {
        artist: {code: Shut(n, of[artist]) for code, n in counted.items()}
        for artist, counted in closed.items()
    }


def _alike(tables: Mapping[str, ir.Table]) -> ir.Table:
    """Recordings counted by artist and by what is open and unknown over all services."""
    rows = tables["availability"].filter(
        lambda t: (t.subject_kind == "recording") & t.use.isin(["stream", "download"])
    )
    names = [f"{name}{i}" for name in ("open", "unknown") for i in _WORDS]
    answered = rows.inner_join(tables["answers"], "answer_id")
    each = answered.group_by(recording_id=answered.subject_id).agg(
        **{name: bit_or(answered[name].cast("int64")) for name in names}
    )
    own = tables["recordings"].select("recording_id", "party_id")
    artists = tables["artists"].select("party_id", "artist_id").distinct()
    placed = each.inner_join(own, "recording_id").inner_join(artists, "party_id")
    return (
        placed.group_by("artist_id", *names)
        .agg(n=placed.count())
        .order_by("artist_id", *(ibis.asc(name) for name in names))
    )
