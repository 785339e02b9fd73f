"""What people decided of a doubt wins over what was computed."""

import ibis
import ibis.expr.types as ir


def answered(rows: ir.Table, reported: ir.Table, answers: ir.Table) -> ir.Table:
    """Ties with people's answers in them: of a title first, else of all of a credit.

    Where a person chose one of several artists of a credit, the others are rejected.
    """
    newest = _newest(answers)
    titled = rows.left_join(reported.select("reported_id", "title"), "reported_id")
    titled = titled.drop("reported_id_right")
    of_title = newest.filter(newest.title.notnull())
    of_title = of_title.select("credit", "title", "artist_id", first="answer")
    of_credit = newest.filter(newest.title.isnull())
    of_credit = of_credit.select("credit", "artist_id", second="answer")
    joined = titled.left_join(of_title, ["credit", "title", "artist_id"])
    joined = joined.drop("credit_right", "title_right", "artist_id_right")
    joined = joined.left_join(of_credit, ["credit", "artist_id"])
    said = joined.mutate(said=joined.first.fill_null(joined.second))
    chosen = (said.said == "yes").fill_null(False).cast("int64")
    chosen = chosen.max().over(group_by=[said.reported_id, said.credit])
    said = said.mutate(chosen=chosen)
    other = said.said.isnull() & (said.chosen == 1) & said.credit.notnull()
    settled = said.said.notnull() | other
    yes = (said.said == "yes").fill_null(False)
    result = said.mutate(
        method=settled.ifelse("answer", said.method),
        reason=settled.ifelse("answered", said.reason),
        score=settled.ifelse(yes.ifelse(1.0, 0.0), said.score),
        state=settled.ifelse(yes.ifelse("tied", "rejected"), said.state),
    )
    return result.select(*rows.columns)


def _newest(answers: ir.Table) -> ir.Table:
    """The newest answer to each question."""
    asked = [answers.credit, answers.title.fill_null(""), answers.artist_id]
    place = ibis.row_number().over(group_by=asked, order_by=[answers.at.desc(), answers.answer])
    return answers.mutate(place=place).filter(lambda t: t.place == 0).drop("place")
