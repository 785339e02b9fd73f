"""Where each slot stands: suggested, decided, stale or in conflict; asked of the tables."""

import ibis
import ibis.expr.types as ir

from kaigai.desks.review.rows import SLOT
from kaigai.desks.review.subjects import SUBJECT, standing_forms
from kaigai.facts.engine import Engine
from kaigai.identity.names.registry import gathered
from kaigai.identity.names.slots import ORIGINAL, slot_of

CHANGED = "reviewer"  #: the origin of a form that is a reviewer's own


def originals(engine: Engine) -> ir.Table:
    """Every subject's original as it is now: subject_kind, subject_id, original."""
    forms = gathered(engine).forms
    first = forms.filter((forms.place == 0) & (forms.slot == ORIGINAL))
    rows = first.select(*SUBJECT, original="text")
    titled = gathered(engine).rows.select(*SUBJECT, "original")
    rows = ibis.union(rows, titled.anti_join(rows, [*SUBJECT]))
    if "videos" not in engine:
        return rows
    videos = engine["videos"].select(
        subject_kind=ibis.literal("video"), subject_id="video_id", original="title"
    )
    return ibis.union(rows, videos)


def decisions(engine: Engine) -> ir.Table:
    """The newest decision of every slot that people decided about, with the original as it is
    now, and whether the one it was made for was another (`is_stale`)."""
    given = (
        engine["name_decisions"] if "name_decisions" in engine else engine.empty("name_decisions")
    )
    rows = given.mutate(slot=slot_of(given)).filter(lambda t: t.slot.notnull())
    order = [rows["at"].desc(), rows.status, rows.text]
    age = ibis.row_number().over(group_by=[rows[name] for name in SLOT], order_by=order)
    newest = rows.mutate(age=age).filter(lambda t: t.age == 0).drop("age")
    joined = newest.left_join(originals(engine), list(SUBJECT)).drop(
        "subject_kind_right", "subject_id_right"
    )
    changed = joined.based_on.notnull() & joined.original.notnull()
    changed &= joined.based_on != joined.original
    return joined.mutate(is_stale=changed.fill_null(False))


def stale_slots(engine: Engine) -> set[tuple[str, str, str]]:
    """Slots whose approved form was made for another original than there is now."""
    rows = decisions(engine)
    found = rows.filter(rows.is_stale & (rows.status == "approved")).select(*SLOT).to_pyarrow()
    return {tuple(row.values()) for row in found.to_pylist()}


def board(engine: Engine) -> ir.Table:
    """One row per slot that was suggested for or decided about, with its state.

    Columns: the slot, artist_id, artist, language, source_text (that the newest suggestion was
    made for), original (now), text and by and at (of the newest decision), now (what counts),
    is_final, state.
    """
    asked = _asked(engine)
    decided = decisions(engine).select(
        *SLOT, "text", "status", "by", "at", "origin", "is_stale", decided_language="language"
    )
    rows = asked.outer_join(decided, list(SLOT))
    rows = rows.mutate(**{name: ibis.coalesce(rows[name], rows[f"{name}_right"]) for name in SLOT})
    rows = rows.drop(*(f"{name}_right" for name in SLOT))
    for table, on in (
        (originals(engine), SUBJECT),
        (_now(engine), SLOT),
        (_clashes(engine), SLOT),
    ):
        rows = rows.left_join(table, list(on)).drop(*(f"{name}_right" for name in on))
    rows = rows.mutate(
        language=ibis.coalesce(rows.language, rows.decided_language),
        is_final=rows.is_final.fill_null(False),
    )
    return rows.mutate(state=_state(rows)).drop("decided_language", "is_stale", "clash_at")


def _state(rows: ir.Table) -> ir.StringValue:
    clash = rows.clash_at.notnull() & (rows["at"].isnull() | (rows.clash_at > rows["at"]))
    moved = rows.status.isnull() & (rows.source_text != rows.original)
    stale = ((rows.status == "approved") & rows.is_stale) | moved
    return ibis.cases(
        (clash.fill_null(False), "conflict"),
        (stale.fill_null(False), "stale"),
        ((rows.status == "approved") & (rows.origin == CHANGED), "changed"),
        (rows.status == "approved", "approved"),
        (rows.status == "rejected", "rejected"),
        else_="suggested",
    )


def _asked(engine: Engine) -> ir.Table:
    """The slots that there are suggestions for, with what the newest was made for."""
    rows = engine["suggestions"] if "suggestions" in engine else engine.empty("suggestions")
    rows = rows.filter(rows.subject_kind != "cue")
    order = [rows["at"].desc(), rows.suggestion_id]
    age = ibis.row_number().over(group_by=[rows[name] for name in SLOT], order_by=order)
    newest = rows.mutate(age=age).filter(lambda t: t.age == 0)
    return newest.select(*SLOT, "artist_id", "artist", "language", "source_text")


def _now(engine: Engine) -> ir.Table:
    rows = standing_forms(engine)
    return rows.select(*SLOT, now="text", now_by="by", is_final="is_official")


def _clashes(engine: Engine) -> ir.Table:
    """Slots where a reviewer's word met another decision, and when."""
    rows = engine["reviews"] if "reviews" in engine else engine.empty("reviews")
    rows = rows.filter(rows.outcome == "conflict")
    return rows.group_by(*SLOT).agg(clash_at=rows["at"].max())
