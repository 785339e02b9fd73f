"""Every step finds the same of the example label on Spark as on DuckDB, over the same files."""

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pytest

from kaigai.desks.markets.inputs import gather
from kaigai.desks.measure.export_share import export_share
from kaigai.desks.measure.reach import reach
from kaigai.desks.measure.ties import by_credit, counts
from kaigai.desks.names.findability.name_rows import name_rows
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.rollup import home_and_overseas, owners
from kaigai.facts.store import Facts
from kaigai.findings.worth.plays import yearly
from kaigai.identity.artists import artists
from kaigai.identity.attribution import identified
from kaigai.identity.names.registry import all_forms
from kaigai.identity.names.registry import gathered as registry
from tests.conftest import NOON
from tests.engines.small_spark import URL, started

HOME = "JP"
DAY = NOON.date()


def _reach(engine: Engine) -> ir.Table:
    if engine.has("reach"):
        return engine["reach"]
    tables = (engine[name] for name in ("usage_monthly", "reported", "identities"))
    return engine.give("reach", reach(*tables))


def _ties(engine: Engine) -> ir.Table:
    tables = ("identities", "reported", "usage_monthly", "artists")
    rows = by_credit(*(engine[name] for name in tables))
    # Of things without a title one engine collects nothing, the other an empty list.
    return rows.mutate(titles=rows.titles.length().fill_null(0))


STEPS: Mapping[str, Callable[[Engine], Any]] = {
    "deliveries": lambda engine: engine["deliveries"],
    "artists": artists,
    "whose plays": lambda engine: identified(engine, home=HOME),
    "reach": _reach,
    "export share": lambda engine: export_share(_reach(engine), engine["usage_monthly"]),
    "ties": _ties,
    "ties counted": lambda engine: counts(engine["identities"], engine["reported"]),
    "home and overseas": lambda engine: home_and_overseas(
        engine["usage"], owners(engine["reported"], engine["identities"])
    ),
    "plays a year": lambda engine: yearly(engine["usage_monthly"], engine["identities"], DAY),
    "names": lambda engine: registry(engine, "en").rows,
    "forms": all_forms,
    "findability": lambda engine: name_rows(engine, all_forms(engine)),
    "markets": lambda engine: gather(engine, day=DAY, home=HOME),
}


@pytest.fixture(scope="module")
def engines(label: Path) -> tuple[Engine, Engine]:
    """The label on DuckDB and on Spark."""
    started()
    return tuple(Engine(Facts.open(label), url) for url in (DUCKDB, URL))  # type: ignore[return-value]


@pytest.mark.spark
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_the_same_on_both(step: str, engines: tuple[Engine, Engine]) -> None:
    on_duckdb, on_spark = (plain(STEPS[step](each)) for each in engines)
    assert on_duckdb
    assert on_spark == on_duckdb


def plain(found: Any) -> Any:
    """What was found as plain values in one order; floats as far as sums of them agree."""
    if isinstance(found, ir.Table):
        return plain(found.to_pyarrow().to_pylist())
    if isinstance(found, list):
        return sorted((plain(each) for each in found), key=repr)
    if isinstance(found, Mapping):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, float):
        return None if math.isnan(found) else float(f"{found:.9g}")
    if hasattr(found, "to_dicts"):
        return plain(found.to_dicts())
    if hasattr(found, "__dataclass_fields__"):
        return {name: plain(getattr(found, name)) for name in found.__dataclass_fields__}
    return found
