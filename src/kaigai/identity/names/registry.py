"""The registry of a workspace, from its tables: every form, and one row per subject."""

from collections.abc import Callable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.identity.names.current_artists import artists_now
from kaigai.identity.names.forms import forms, judged
from kaigai.identity.names.pivot import wide
from kaigai.identity.names.subjects import subjects


@dataclass(frozen=True, slots=True)
class Registry:
    """`forms` has every name with its source; `rows` one row per subject."""

    forms: ir.Table
    rows: ir.Table


def gathered(engine: Engine, language: str | None = None) -> Registry:
    """The registry; `language` adds the names in one more language."""
    every = all_forms(engine)
    return Registry(every, wide(every, subjects(engine, every), language))


def all_forms(engine: Engine) -> ir.Table:
    """Every form of every subject, kept by the engine."""
    if engine.has("name_forms"):
        return engine["name_forms"]
    one, decisions = _as_artists(artists_now(engine)), None
    if "name_decisions" in engine:
        # The log is small, and the script of a text is nothing that a query can tell.
        decisions = one(ibis.memtable(judged(engine["name_decisions"].to_pyarrow())))
    origins = engine["origins"] if "origins" in engine else engine.empty("origins")
    every = forms(one(engine["names"]), engine["deliveries"], origins, decisions)
    return engine.give("name_forms", every)


def _as_artists(artists: ir.Table) -> Callable[[ir.Table], ir.Table]:
    """Names of parties under the id of the artist that they are, so that all stand together."""
    members = artists.select(subject_id="party_id", artist_id="artist_id")

    def one(names: ir.Table) -> ir.Table:
        party = names.subject_kind == "party"
        joined = names.left_join(members, "subject_id")
        is_member = party & joined.artist_id.notnull()
        return joined.select(
            **{name: joined[name] for name in names.columns if name != "subject_id"},
            subject_id=is_member.ifelse(joined.artist_id, joined.subject_id),
        )

    return one
