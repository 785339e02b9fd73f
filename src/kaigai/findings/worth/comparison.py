"""What songs and videos without a gap get abroad that those with it do not, within one artist."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.findings.worth.ratios import HALF

LEAST: Final = 8  #: subjects with the gap, and as many without, before they are compared


def compared(findings: ir.Table, plays: ir.Table, artists_of: ir.Table, *, home: str) -> ir.Table:
    """`finding_id` and gain columns for findings of what is lacking that surely make a difference.

    Compared is the logarithm of plays abroad for each play at home, less the mean of its artist:
    songs with the gap against those without. Where the 90 % interval of the difference leaves
    out zero, a finding is worth its plays abroad times what the others have more. That is what
    was seen in this catalogue, not an experiment: other things may differ with the gap.
    """
    sizes = _sizes(plays, artists_of, home=home)
    gaps = findings.filter(findings.worth == "lacking").select(
        "finding_id", "check", "subject_kind", "subject_id"
    )
    kinds = gaps.select("check", "subject_kind").distinct()
    every = sizes.inner_join(kinds, "subject_kind")
    marked = every.left_join(gaps, ["check", "subject_kind", "subject_id"])
    marked = marked.mutate(has_gap=marked.finding_id.notnull())
    effects = _effects(marked)
    rows = marked.filter(marked.has_gap).inner_join(effects, "check")
    return rows.select(
        "finding_id",
        gain=rows.abroad * (rows.effect.exp() - 1),
        gain_low=rows.abroad * (rows.effect_low.exp() - 1),
        gain_high=rows.abroad * (rows.effect_high.exp() - 1),
        gain_measure="measure",
        gain_method=ibis.literal("compared"),
    )


def _sizes(plays: ir.Table, artists_of: ir.Table, *, home: str) -> ir.Table:
    """Every subject with its plays abroad, and how they stand to those of its artist's others."""
    rows = plays.inner_join(artists_of, ["subject_kind", "subject_id"])
    key = ["subject_kind", "subject_id", "measure", "artist_id"]
    sums = rows.group_by(*key).agg(
        abroad=rows.plays.sum(where=rows.territory != home).fill_null(0.0),
        here=rows.plays.sum(where=rows.territory == home).fill_null(0.0),
    )
    known = sums.filter(sums.here > 0)
    level = ((known.abroad + 1) / (known.here + 1)).ln()
    window = ibis.window(group_by=[known.artist_id, known.measure])
    return known.mutate(level=level - level.mean().over(window))


def _effects(marked: ir.Table) -> ir.Table:
    """Per check the difference in level, without less with, where it is surely above zero."""
    groups = marked.group_by("check").agg(
        n_with=marked.has_gap.sum(),
        n_without=(~marked.has_gap).sum(),
        with_=marked.level.mean(where=marked.has_gap),
        without=marked.level.mean(where=~marked.has_gap),
        var_with=marked.level.var(where=marked.has_gap),
        var_without=marked.level.var(where=~marked.has_gap),
    )
    enough = groups.filter((groups.n_with >= LEAST) & (groups.n_without >= LEAST))
    effect = enough.without - enough.with_
    error = (enough.var_with / enough.n_with + enough.var_without / enough.n_without).sqrt()
    rows = enough.select(
        "check",
        effect=effect,
        effect_low=effect - HALF * error,
        effect_high=effect + HALF * error,
    )
    return rows.filter(rows.effect_low > 0)
