"""The registry of a workspace, from its tables: every form, and one row per subject."""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kaigai.desks.localise.names.registry import forms, judged
from kaigai.desks.localise.names.subjects import subjects
from kaigai.desks.localise.names.wide import wide
from kaigai.facts.engine import Engine


@dataclass(frozen=True, slots=True)
class Registry:
    """`forms` has every name with its source; `rows` one row per subject."""

    forms: ir.Table
    rows: ir.Table


def gathered(engine: Engine, language: str | None = None) -> Registry:
    """The registry; `language` adds the names in one more language."""
    every = all_forms(engine)
    return Registry(every, wide(every, subjects(engine), language))


def all_forms(engine: Engine) -> ir.Table:
    """Every form of every subject, kept by the engine."""
    if engine.has("name_forms"):
        return engine["name_forms"]
    is_there = "name_decisions" in engine
    decisions = engine["name_decisions"] if is_there else engine.empty("name_decisions")
    # The log is small, and the script of a text is nothing that a query can tell.
    table = decisions.to_pyarrow()
    return engine.give(
        "name_forms",
        forms(
            engine["names"],
            engine["deliveries"],
            engine["origins"],
            ibis.memtable(judged(table)),
        ),
    )
