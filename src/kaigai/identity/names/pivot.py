"""The registry one subject a row: what it is called in each slot, and whether that is locked."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from kaigai.identity.letters import has_kanji, has_native
from kaigai.identity.names.forms import REFERENCE
from kaigai.identity.names.slots import (
    ENGLISH,
    LATIN,
    ORIGINAL,
    SHORT,
    SLOTS,
    TRANSLATED,
)
from kaigai.terms.names import name_keys

JOINT = "; "  #: between several short forms in one cell
KIND_ORDER = ("party", "release", "recording", "work")


def wide(forms: ir.Table, subjects: ir.Table, language: str | None = None) -> ir.Table:
    """One row per subject: `original`, `reading`, `latin`, `english`, `short`, each with
    `…_source`, `…_official` and `…_locked`; with `language`, its own in `translated`.

    `subjects` has subject_kind, subject_id, title, artist_id and artist.
    """
    # A public database's name is a suggestion; it only shows what nothing else names at all.
    official = (forms.weight > REFERENCE) | (forms.slot == ORIGINAL)
    first = forms.filter((forms.place == 0) & official)
    slots = {name: name for name in SLOTS if name != SHORT}
    if language:
        slots["translated"] = TRANSLATED + language
    columns: dict[str, ir.Value] = {}
    for name, slot in slots.items():
        here = first.slot == slot
        columns |= {
            name: first.text.max(where=here),
            f"{name}_source": first.source.max(where=here),
            f"{name}_official": first.is_official.max(where=here),
            f"{name}_locked": first.is_locked.max(where=here),
        }
    chosen = first.group_by("subject_kind", "subject_id").agg(
        **columns, script=first.script.max(where=first.slot == ORIGINAL)
    )
    rows = subjects.left_join(chosen, ["subject_kind", "subject_id"]).drop(
        "subject_kind_right", "subject_id_right"
    )
    for more in (_short(forms), _referred(forms)):
        rows = rows.left_join(more, ["subject_kind", "subject_id"]).drop(
            "subject_kind_right", "subject_id_right"
        )
    return rows.mutate(original=rows.original.fill_null(rows.title)).drop("title")


def _short(forms: ir.Table) -> ir.Table:
    """All short forms and other spellings of a subject in one cell."""
    known = forms.filter((forms.slot != SHORT) & (forms.place == 0))
    short = forms.filter((forms.slot == SHORT) & (forms.weight > REFERENCE))
    rows = short.anti_join(known, ["subject_kind", "subject_id", "text"])
    # Spark joins no texts in an order of its own.
    placed = ibis.struct({"place": rows.place, "text": rows.text})
    each = rows.group_by("subject_kind", "subject_id").agg(texts=placed.collect())
    texts = each.texts.sort().map(lambda one: one.text)
    return each.select("subject_kind", "subject_id", short=texts.join(JOINT))


def _referred(forms: ir.Table) -> ir.Table:
    """What a public database calls a subject in Latin letters: `referred`."""
    rows = forms.filter(
        (forms.weight == REFERENCE)
        & forms.slot.isin([LATIN, ENGLISH, SHORT])
        & (forms.script == "Latn")
    )
    order = ibis.cases((rows.slot == LATIN, 0), (rows.slot == ENGLISH, 1), else_=2)
    return rows.group_by("subject_kind", "subject_id").agg(referred=rows.text.argmin(order))


def wanted(
    rows: ir.Table,
    forms: ir.Table,
    *,
    what: str | None = None,
    artists: Collection[str] = (),
    kind: str | None = None,
    missing: str | None = None,
) -> ir.Table:
    """The rows that are asked for: by id or name, those of `artists` with them; by kind, by what
    they lack."""
    if kind:
        rows = rows.filter(rows.subject_kind == kind)
    if what:
        rows = _about(rows, forms, what, artists)
    match missing:
        case None:
            pass
        case "latin":
            native = has_native(rows.original).fill_null(False)
            rows = rows.filter(rows.latin.isnull() & rows.english.isnull() & native)
        case "reading":
            kanji = has_kanji(rows.original).fill_null(False)
            rows = rows.filter(rows.reading.isnull() & kanji)
        case "english":
            native = has_native(rows.original).fill_null(False)
            rows = rows.filter(rows.english.isnull() & native)
        case _:
            raise KeyError(missing)
    return rows


def _about(rows: ir.Table, forms: ir.Table, what: str, artists: Collection[str]) -> ir.Table:
    """Rows with that id, a name that says so in any spelling, or one of the artists."""
    ids = _said(forms, what).select("subject_kind", "subject_id").distinct()
    named = rows.semi_join(ids, ["subject_kind", "subject_id"])
    own = rows.filter((rows.subject_id == what) | rows.artist_id.isin([*artists] or ["-"]))
    return ibis.union(named, own, distinct=True)


def _said(forms: ir.Table, what: str) -> ir.Table:
    """The forms that have a text in them, in any spelling."""
    keys = [key for key in sorted(name_keys(what)) if len(key) > 1] or [what]
    return forms.filter(
        (forms.subject_id == what)
        | forms.text.lower().contains(what.lower())
        | ibis.or_(*(forms.key.contains(key) for key in keys))
    )


def in_order(rows: ir.Table) -> ir.Table:
    """By artist, then artists before releases before recordings before works, then by name."""
    place = ibis.cases(*((rows.subject_kind == kind, n) for n, kind in enumerate(KIND_ORDER)))
    return rows.order_by(rows.artist.isnull(), rows.artist, place, rows.original, rows.subject_id)
