"""A recording that most of what fans abroad would type does not find is not found abroad."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.terms.text import Text

FOUND: Final = 0.4  #: of one: a recording that this share of the queries finds can be found
HARDLY: Final = 0.1  #: below this share it is as good as not there
FEWEST: Final = 3  #: queries from which on a share says anything


@check(
    "unfindable",
    about="recordings",
    severity="medium",
    family="found",
    fix="localise",
    worth="lacking",
    ja="海外のファンが入力しそうな検索語の大半で見つからない録音は、海外では存在しないのと同じです。",
    say=Text(
        en="“{title}”: {hits} of {n_queries} queries of a fan abroad find it; {hits_after} would "
        "with the missing names. In vain: {missed}.",
        ja="「{title}」は、海外のファンの検索語{n_queries}件中{hits}件でしか見つかりません"
        "(表記を補えば{hits_after}件)。見つからない例: {missed}。",
    ),
    todo=Text(
        en="Approve a Latin form and an English title (kaigai names --missing latin) and deliver "
        "them; then measure again (kaigai findability).",
        ja="ローマ字表記と英題を決めて(kaigai names --missing latin)納品し、"
        "kaigai findability で測り直してください。",
    ),
)
def unfindable(recordings: ir.Table, findability: ir.Table) -> ir.Table:
    """Recordings of which less than two queries in five hit, as `kaigai findability` measured."""
    measured = findability.filter(
        (findability.subject_kind == "recording") & (findability.n_queries >= FEWEST)
    )
    rows = measured.select(
        recording_id="subject_id",
        hits="hits_before",
        n_queries="n_queries",
        hits_after="hits_after",
        missed=measured.missed[:2],
        share=measured.hits_before / measured.n_queries,
    )
    known = recordings.select("recording_id", "title")
    bad = known.inner_join(rows.filter(rows.share < FOUND), "recording_id")
    hardly = ibis.cases((bad.share < HARDLY, "high"), else_="medium")
    return bad.mutate(severity=hardly).drop("share")
