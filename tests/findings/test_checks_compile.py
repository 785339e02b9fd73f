"""Every check compiles on both engines, and its sentences name only what its rows have."""

from collections.abc import Iterator
from string import Formatter

import ibis
import ibis.expr.types as ir
import pytest
from ibis.config import Config
from ibis.expr import datatypes

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.check import CHECKS, KINDS
from tests.conftest import NOON, table

#: What the frame fills in beside a check's evidence.
FILLED = {"n_territories", "territories"}


class SparkOptions(Config):  # type: ignore[misc]
    """What Spark's backend says of itself."""

    treat_nan_as_null: bool = False


def asked(name: str) -> ir.Table:
    return CHECKS[name].run(table, settings=DEFAULTS, day=NOON.date())


@pytest.mark.parametrize("name", sorted(CHECKS))
@pytest.mark.parametrize("engine", ["duckdb", "pyspark"])
def test_compiles(name: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Ibis sets this when it connects to Spark, which compiling does without.
    monkeypatch.setattr(ibis.options, "pyspark", SparkOptions())
    assert ibis.to_sql(asked(name), dialect=engine)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_rows_name_their_subject_and_fill_the_sentences(name: str) -> None:
    check, rows = CHECKS[name], asked(name)
    assert KINDS[check.about][1] in rows.columns
    for sentence in (check.say.en, check.say.ja):
        assert set(_fields(sentence)) <= {*rows.columns, *FILLED}
    masks = [column for column in rows.columns if column in ("m0", "m1", "m2", "m3")]
    assert masks in ([], ["m0", "m1", "m2", "m3"])
    assert all(rows[column].type() == datatypes.int64 for column in masks)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_nothing_is_found_in_nothing(name: str) -> None:
    assert asked(name).count().to_pyarrow().as_py() == 0


def _fields(sentence: str) -> Iterator[str]:
    return (field for _, field, _, _ in Formatter().parse(sentence) if field)
