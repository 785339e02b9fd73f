"""The findings counted: by check, by artist, by family, and the first of each."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.findings.check import KINDS, SEVERITIES, Check
from kaigai.findings.overview.result import Artist, Cell, CheckCount, Group, Row
from kaigai.findings.worth.gain import COLUMNS as GAIN

SHOWN: Final = 20  #: findings of one check at one artist that are written out
FIRST: Final = 10  #: groups of findings in "what to do first"
SAME: Final = 2  #: of these, groups of one check
RECORDED: Final = ("recording", "release", "video")  #: what makes a party an artist here


def standing(findings: ir.Table) -> ir.Table:
    """Findings that are not fixed, with the place of their severity (0 is the gravest)."""
    rows = findings.filter(findings.state.fill_null("new") != "fixed")
    ranks = [(rows.severity == name, rank) for rank, name in enumerate(SEVERITIES)]
    return rows.mutate(rank=ibis.cases(*ranks, else_=len(SEVERITIES)))


def by_check(findings: ir.Table, checks: Mapping[str, Check]) -> tuple[CheckCount, ...]:
    """How many findings each check has, those of the gravest and then the most first."""
    counted = findings.group_by("check", "severity").agg(n=findings.count()).to_pyarrow()
    found: dict[str, dict[str, int]] = {}
    for row in counted.to_pylist():
        found.setdefault(row["check"], {})[row["severity"]] = row["n"]
    counts = [
        CheckCount(name, checks[name].family if name in checks else "", severities)
        for name, severities in found.items()
    ]
    return tuple(sorted(counts, key=lambda each: (*_gravity(each.severities), each.check)))


def _gravity(severities: Mapping[str, int]) -> list[int]:
    return [-severities.get(name, 0) for name in SEVERITIES]


def artists(
    findings: ir.Table,
    subjects: ir.Table,
    known: ir.Table,
    limit: int | None,
    only: Collection[str] | None = None,
) -> tuple[Artist, ...]:
    """The first artists, with what they have and what was found: most grave findings first.

    Those of whom nothing is known but findings come last, together, with no id. `only` these
    artists, if any are given.
    """
    ranked = _ranked_artists(findings, subjects)
    if only is not None:
        ranked = ranked.filter(ranked.artist_id.isin(list(only)))
    ranked = ranked if limit is None else ranked.limit(limit)
    latin = known.select("artist_id", "artist", "artist_latin").distinct(on="artist_id")
    joined = ranked.left_join(latin, "artist_id").drop("artist_id_right")
    rows = joined.order_by(*(ibis.desc(name) for name in SEVERITIES), "artist_id").to_pyarrow()
    listed = [
        Artist(
            row["artist_id"],
            row["artist"],
            row["artist_latin"],
            {kind: row[kind] for kind in (*RECORDED, "party")},
            {name: row[name] for name in SEVERITIES},
        )
        for row in rows.to_pylist()
    ]
    nobody = None if only is not None else _nobody(findings)
    return (*listed, nobody) if nobody and nobody.n else tuple(listed)


def count_artists(subjects: ir.Table) -> int:
    """How many artists have a recording, release or video."""
    named = subjects.filter(subjects.subject_kind.isin(RECORDED))
    return int(named.artist_id.nunique().execute())


def _ranked_artists(findings: ir.Table, subjects: ir.Table) -> ir.Table:
    """Every artist with a recording, release or video: counts of subjects and of findings."""
    kinds = {
        kind: (subjects.subject_kind == kind).sum().fill_null(0) for kind in (*RECORDED, "party")
    }
    having = subjects.filter(subjects.artist_id.notnull()).group_by("artist_id").agg(**kinds)
    having = having.filter(having.recording + having.release + having.video > 0)
    having = having.mutate(party=(having.party > 0).cast("int64"))
    found = findings.group_by("artist_id").agg(
        **{name: (findings.severity == name).sum() for name in SEVERITIES}
    )
    joined = having.left_join(found, "artist_id").drop("artist_id_right")
    filled = joined.mutate(**{name: joined[name].fill_null(0) for name in SEVERITIES})
    return filled.order_by(*(ibis.desc(name) for name in SEVERITIES), "artist_id")


def _nobody(findings: ir.Table) -> Artist:
    """Findings that belong to no known artist."""
    rows = findings.filter(findings.artist_id.isnull())
    counted = rows.group_by("severity").agg(n=rows.count()).to_pyarrow().to_pylist()
    return Artist(None, None, None, {}, {row["severity"]: row["n"] for row in counted})


def groups(findings: ir.Table, listed: Sequence[Artist]) -> tuple[Group, ...]:
    """Findings of the listed artists, by check: what is worth most, then the gravest, first."""
    wanted = [each.artist_id for each in listed if each.artist_id is not None]
    named = findings.artist_id.isin(wanted) if wanted else ibis.literal(False)
    nobody = findings.artist_id.isnull() & ibis.literal(any(not a.artist_id for a in listed))
    rows = findings.filter(named | nobody)
    counted = _counted(rows).order_by(
        ibis.desc(ibis._.gain.fill_null(-1.0)), "rank", ibis.desc("n"), "check"
    )
    return _grouped(rows, counted.to_pyarrow().to_pylist(), SHOWN, listed)


def first(
    findings: ir.Table,
    checks: Mapping[str, Check],
    known: ir.Table,
    limit: int | None = FIRST,
    only: Collection[str] | None = None,
) -> tuple[Group, ...]:
    """What to do first: groups of one check at one artist, of `only` these artists if given.

    Ordered by what they are worth; where that is not known by severity, then by how many
    there are. At most SAME of one check; notes and what needs no action are left out.
    """
    rows = findings.filter((findings.severity != "note") & (findings.fix != "none"))
    if only is not None:
        rows = rows.filter(rows.artist_id.isin(list(only)))
    counted = _counted(rows.filter(rows.check.isin(list(checks) or ["-"])))
    place = ibis.row_number().over(group_by=counted.check, order_by=_order(counted))
    best = counted.mutate(place=place).filter(lambda t: t.place < SAME)
    top = best.order_by(_order(best)).limit(limit).cache()
    latin = known.select("artist_id", "artist_latin", shown="artist").distinct(on="artist_id")
    named = top.left_join(latin, "artist_id").drop("artist_id_right")
    listed = named.order_by(_order(named)).to_pyarrow().to_pylist()
    # Rows of nobody join nothing, so they are taken as a whole; few are shown.
    named_rows = rows.semi_join(top, ["check", "artist_id"])
    examples = ibis.union(named_rows, rows.filter(rows.artist_id.isnull()))
    people = [Artist(r["artist_id"], r["shown"], r["artist_latin"], {}, {}) for r in listed]
    return _grouped(examples, listed, 1, people)


def _order(rows: ir.Table) -> list[Any]:
    return [
        rows.gain.fill_null(-1.0).desc(),
        rows["rank"],
        rows.n.desc(),
        rows.spread.desc(),
        rows.check,
        rows.artist_id.fill_null("").asc(),
    ]


def _counted(rows: ir.Table) -> ir.Table:
    """Per check and artist: how many, the gravest severity, and all territories concerned."""
    return rows.group_by("check", "artist_id").agg(
        n=rows.count(),
        rank=rows["rank"].min(),
        spread=rows.n_territories.sum().fill_null(0),
        gain=rows.gain.sum(),
        gain_low=rows.gain_low.sum(),
        gain_high=rows.gain_high.sum(),
        gain_measure=rows.gain_measure.max(),
        gain_method=rows.gain_method.max(),
        **masks.union_of(masks.words(rows, "m"), "m"),
    )


def _grouped(
    findings: ir.Table, counted: Sequence[Row], most: int, people: Sequence[Artist]
) -> tuple[Group, ...]:
    """Counted groups, in their order, with the first `most` findings of each."""
    order = [
        findings.gain.fill_null(-1.0).desc(),
        findings["rank"],
        findings.n_territories.desc(),
        findings.subject,
        "finding_id",
    ]
    place = ibis.row_number().over(group_by=["check", "artist_id"], order_by=order)
    shown = findings.mutate(place=place).filter(lambda t: t.place < most)
    rows: dict[tuple[str, str | None], list[Row]] = {}
    for row in shown.order_by("place").to_pyarrow().to_pylist():
        rows.setdefault((row["check"], row["artist_id"]), []).append(row)
    names = {each.artist_id: each for each in people}
    return tuple(
        Group(
            each["check"],
            each["artist_id"],
            SEVERITIES[min(each["rank"], len(SEVERITIES) - 1)],
            each["n"],
            (each["m0"], each["m1"], each["m2"], each["m3"]),
            tuple(rows.get((each["check"], each["artist_id"]), ())),
            names[each["artist_id"]].name,
            names[each["artist_id"]].latin,
            worth={name: each[name] for name in GAIN},
        )
        for each in counted
    )


def board(
    findings: ir.Table,
    listed: Sequence[Artist],
    checks: Mapping[str, Check],
    ran: Collection[str],
) -> tuple[Cell, ...]:
    """Per artist and family: subjects with a finding, of those that its checks look at.

    Notes do not count. A family none of whose checks ran is unknown.
    """
    kinds: dict[str, set[str]] = {}
    for name in set(ran) & set(checks):
        kinds.setdefault(checks[name].family, set()).add(KINDS[checks[name].about][0])
    found = _with_finding(findings, checks)
    cells = []
    for artist in listed:
        if artist.artist_id is None:
            continue
        for family in {each.family for each in checks.values()}:
            of = sum(artist.subjects.get(kind, 0) for kind in kinds.get(family, ()))
            n = found.get((artist.artist_id, family), 0) if family in kinds else None
            cells.append(Cell(artist.artist_id, family, n if n is None else min(n, of), of))
    return tuple(sorted(cells, key=lambda cell: (cell.row or "", cell.column)))


def _with_finding(
    findings: ir.Table, checks: Mapping[str, Check]
) -> Mapping[tuple[str, str], int]:
    families = {name: each.family for name, each in checks.items()}
    known = findings.filter((findings.severity != "note") & findings.check.isin(list(families)))
    counted = known.mutate(family=known.check.substitute(families))
    subject = counted.subject_kind + ":" + counted.subject_id
    rows = counted.group_by("artist_id", "family").agg(n=subject.nunique()).to_pyarrow()
    return {(row["artist_id"], row["family"]): row["n"] for row in rows.to_pylist()}
