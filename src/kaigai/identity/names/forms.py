"""The reading registry: every name of every subject, where it is from, and which one counts.

A view over the delivered names and over what people decided. Of the names in one slot these
count first: what a person decided and locked; an official form (a delivery's before a
service's before the label's list's); a person's unlocked decision; what a public database says.
What a person rejected is not seen.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.identity.names.slots import SHORT, slot_of
from kaigai.terms.kana import kana_to_latin
from kaigai.terms.names import fold, latin_key
from kaigai.terms.scripts import script_of

PUBLISHED: Final = 2  #: from this standing on a service has the name: seen there, or delivered
LOCKED, DECIDED, OFFICIAL, REFERENCE = 40, 5, 10, 0

SUBJECT: Final = ("subject_kind", "subject_id")
KINDS: Final = ("party", "release", "recording", "work")

FORMS: Final[Mapping[str, str]] = {
    "subject_kind": "string",
    "subject_id": "string",
    "slot": "string",
    "text": "string",
    "language": "string",
    "script": "string",
    "role": "string",
    "key": "string",
    "is_romaji": "boolean",
    "is_official": "boolean",
    "is_locked": "boolean",
    "standing": "int64",
    "source": "string",
    "by": "string",
    "at": "timestamp('UTC')",
    "weight": "int64",
}


def judged(decisions: pa.Table) -> pa.Table:
    """Decisions with the script and the comparison key of each text."""
    texts = decisions.column("text").to_pylist()
    scripts = [script_of(text) if text else None for text in texts]
    keys = [_key(text, script) for text, script in zip(texts, scripts, strict=True)]
    return decisions.append_column("script", strings(scripts)).append_column("key", strings(keys))


def strings(values: Sequence[str | None]) -> pa.StringArray:
    """An array of texts; `pa.array` would load pandas, only to see whether these are its own."""
    building = pa.lib.StringBuilder()
    building.append_values(values)
    return building.finish()


def _key(text: str | None, script: str | None) -> str | None:
    if not text:
        return None
    if script == "Latn":
        return latin_key(text)
    return latin_key(kana_to_latin(text)) if script in ("Hira", "Kana") else fold(text)


def forms(
    names: ir.Table, deliveries: ir.Table, origins: ir.Table, decisions: ir.Table | None
) -> ir.Table:
    """Every form of every subject, with `place`: 0 is the one of its slot that counts.

    `decisions` as `judged` gives them; None where nobody decided anything.
    """
    every = _delivered(names, deliveries, origins)
    if decisions is not None:
        latest = _latest(decisions)
        rejected = latest.filter(latest.status == "rejected")
        kept = every.anti_join(rejected, [*SUBJECT, "slot", "text"])
        every = ibis.union(kept, _approved(latest))
    every = every.filter(every.slot.notnull())
    order = [every.weight.desc(), every.at.desc(), every.text]
    place = ibis.row_number().over(
        group_by=[every[column] for column in (*SUBJECT, "slot")], order_by=order
    )
    return every.mutate(place=place)


def _latest(decisions: ir.Table) -> ir.Table:
    """The newest decision about each text of each slot."""
    rows = decisions.mutate(slot=slot_of(decisions)).filter(lambda t: t.slot.notnull())
    same = [rows[column] for column in (*SUBJECT, "slot", "text")]
    ranked = rows.mutate(
        place=ibis.row_number().over(group_by=same, order_by=[rows["at"].desc(), rows.status])
    )
    return ranked.filter(ranked.place == 0).drop("place")


def _approved(latest: ir.Table) -> ir.Table:
    """What people approved: the newest of each slot, and every short form."""
    rows = latest.filter(latest.status == "approved")
    order = rows["at"].desc()
    slots = [rows[column] for column in (*SUBJECT, "slot")]
    ranked = rows.mutate(place=ibis.row_number().over(group_by=slots, order_by=order))
    chosen = ranked.filter((ranked.place == 0) | (ranked.slot == SHORT))
    locked = chosen.is_locked.fill_null(False)
    return chosen.select(
        *SUBJECT,
        "slot",
        "text",
        "language",
        "script",
        "role",
        "key",
        is_romaji=ibis.literal(False),
        is_official=ibis.literal(True),
        is_locked=locked,
        standing=ibis.null("int64"),
        source=chosen.origin,
        by=chosen.by,
        at=chosen["at"].cast(FORMS["at"]),
        weight=locked.ifelse(LOCKED, DECIDED).cast("int64"),
    )


def _delivered(names: ir.Table, deliveries: ir.Table, origins: ir.Table) -> ir.Table:
    """Names as they came, each once per slot: from the highest standing, newest."""
    told = deliveries.select("delivery_id", "standing", "delivered_at")
    rows = names.filter(names.subject_kind.isin(KINDS)).inner_join(told, "delivery_id")
    rows = rows.left_join(origins.select("origin_id", "path"), "origin_id").drop("origin_id_right")
    official = rows.is_official.fill_null(True)
    shown = (rows.role == "display").cast("int64") + rows.is_default.fill_null(False).cast("int64")
    rows = rows.mutate(
        slot=slot_of(rows),
        weight=official.ifelse(OFFICIAL + rows.standing * 5 + shown, REFERENCE).cast("int64"),
        is_official=official,
    )
    same = [rows[column] for column in (*SUBJECT, "slot", "text")]
    newest = [rows.weight.desc(), rows.delivered_at.desc(), rows.path]
    order = [*newest, rows.role, rows.language]
    ranked = rows.mutate(again=ibis.row_number().over(group_by=same, order_by=order))
    first = ranked.filter(ranked.again == 0)
    return first.select(
        *SUBJECT,
        "slot",
        "text",
        "language",
        "script",
        "role",
        "key",
        "is_romaji",
        "is_official",
        is_locked=ibis.literal(False),
        standing="standing",
        source="path",
        by=ibis.null("string"),
        at=first.delivered_at.cast(FORMS["at"]),
        weight="weight",
    )
