"""Spark for tables of a few rows: one process for all tests, one task at a time."""

import logging
from typing import Any, Final

import pytest

from kaigai.facts.java import provide_java
from kaigai.facts.spark_backend import on_spark

URL: Final = "local[1]"

#: Compiling, compressing and parting cost more than a few rows are worth.
QUICK: Final = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.memory": "2g",
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.inMemoryColumnarStorage.compressed": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.rdd.compress": "false",
    "spark.shuffle.compress": "false",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def started() -> Any:
    """A connection to Spark, which `on_spark` finds from now on; skips where it is absent."""
    sql = pytest.importorskip("pyspark.sql")
    logging.getLogger("py4j").setLevel(logging.ERROR)
    provide_java()
    builder = sql.SparkSession.builder.master(URL)
    for name, value in QUICK.items():
        builder = builder.config(name, value)
    builder.getOrCreate()
    return on_spark(URL)
