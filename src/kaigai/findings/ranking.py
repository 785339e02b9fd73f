"""Open findings counted by artist and by kind: what is worth most, then the gravest, first."""

from collections.abc import Mapping
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.check import SEVERITIES, Check
from kaigai.findings.finding_query import OPEN, gravity, worth_first
from kaigai.findings.overview import groups
from kaigai.findings.result import Ranking, Row

ARTISTS: Final = 20  #: artists that are listed
RANKED: Final = SEVERITIES[:3]  #: notes do not count against anybody


def ranking(findings: ir.Table, known: ir.Table, checks: Mapping[str, Check]) -> Ranking:
    """Artists and kinds of findings in order, and what to begin with; `known` are the artists."""
    rows = findings.filter(findings.state.isin(OPEN))
    counted = _per_artist(rows)
    common = _most_common(rows)
    # The report begins with the same.
    first = groups.first(groups.standing(findings), checks, known, 1)
    return Ranking(
        tuple(
            each | {"common": common.get(each["artist_id"])} for each in _artists(counted, known)
        ),
        int(counted.count().execute()),
        tuple(_kinds(rows)),
        (first[0].check, first[0].artist_id) if first else None,
    )


def _per_artist(rows: ir.Table) -> ir.Table:
    counts = {name: (rows.severity == name).sum() for name in RANKED}
    grouped = rows.group_by("artist_id").agg(
        artist=rows.artist.max(), gain=rows.gain.sum(), **counts
    )
    return grouped.filter(grouped.high + grouped.medium + grouped.low > 0)


def _artists(counted: ir.Table, known: ir.Table) -> list[dict[str, Any]]:
    """The first artists, with their Latin names."""
    order = (*(ibis.desc(name) for name in RANKED), "artist_id")
    top = counted.order_by(worth_first(counted), *order).limit(ARTISTS)
    latin = known.select("artist_id", "artist_latin").distinct(on="artist_id")
    named = top.left_join(latin, "artist_id").drop("artist_id_right")
    found: list[dict[str, Any]] = (
        named.order_by(worth_first(named), *order).to_pyarrow().to_pylist()
    )
    return found


def _most_common(rows: ir.Table) -> dict[str | None, str]:
    """Each artist's most common check; the graver, then the first, where two tie."""
    counted = rows.group_by("artist_id", "check").agg(n=rows.count(), place=gravity(rows).min())
    order = [
        counted.place == len(SEVERITIES) - 1,
        ibis.desc(counted.n),
        counted.place,
        counted.check,
    ]
    ranked = counted.mutate(
        rank=ibis.row_number().over(group_by=counted.artist_id, order_by=order)
    )
    best = ranked.filter(ranked["rank"] == 0).to_pyarrow().to_pylist()
    return {row["artist_id"]: row["check"] for row in best}


def _kinds(rows: ir.Table) -> list[Row]:
    """Checks by severity with how many subjects, artists and territories each concerns."""
    counted = rows.group_by("check", "severity").agg(
        subject_kind=rows.subject_kind.max(),
        n=rows.count(),
        artists=rows.artist_id.nunique(),
        gain=rows.gain.sum(),
        **masks.union_of(masks.words(rows, "m"), "m"),
    )
    territories = masks.size(masks.words(counted, "m"))
    ordered = counted.mutate(territories=territories).order_by(
        worth_first(counted), ibis.desc("n"), "check"
    )
    found: list[Row] = ordered.to_pyarrow().to_pylist()
    return found
