"""Spark as Kaigai asks it through Ibis: where Ibis goes through pandas or forgets to compute.

Replaced as Ibis 12 and PySpark 4 have it: how tables are kept, how tables in memory are told to
Spark, and how answers come back.
"""

from functools import partial
from typing import Any

import ibis
import ibis.expr.types as ir

from kaigai.facts.java import NoJava, provide_java


class UnknownEngine(ValueError):
    """An engine's address that is neither DuckDB's nor Spark's, or Spark is not installed."""


def on_spark(url: str) -> Any:
    """A connection to Spark: `spark://host:port`, or `local[2]` for one machine.

    Raises UnknownEngine where the address is none of Spark's or the extra is not installed.
    """
    if not url.startswith(("spark://", "local", "yarn", "k8s://")):
        raise UnknownEngine(url)
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UnknownEngine(f"{url}: install kaigai[spark]") from error
    try:
        provide_java()
    except NoJava as error:
        raise UnknownEngine(f"{url}: install kaigai[spark], or Java 17") from error
    session = SparkSession.getActiveSession() or _new_session(url)
    session.sparkContext.setLogLevel("ERROR")
    connection = ibis.pyspark.connect(session)
    connection._create_cached_table = partial(_checkpointed, connection)
    # Ibis goes through pandas, which has no whole numbers beside nothing; Spark 4 knows Arrow.
    connection._register_in_memory_table = partial(_registered, connection)
    connection.to_pyarrow = partial(_collected, connection)
    return connection


def _registered(connection: Any, operation: Any) -> None:
    """A table in memory, told to Spark under its name."""
    from ibis.backends.pyspark.datatypes import PySparkSchema

    rows = operation.data.to_pyarrow(operation.schema)
    columns = PySparkSchema.from_ibis(operation.schema)
    connection._session.createDataFrame(rows, columns).createOrReplaceTempView(operation.name)


def _collected(connection: Any, asked: ir.Expr, /, **options: Any) -> Any:
    """What an expression comes to, as Arrow."""
    from ibis.formats.pyarrow import PyArrowData

    connection._run_pre_execute_hooks(asked)
    rows = asked.as_table()
    found = connection._session.sql(connection.compile(rows, **options)).toArrow()
    return asked.__pyarrow_result__(PyArrowData.convert_table(found, rows.schema()))


def _new_session(url: str) -> Any:
    """Spark started anew; a session that this process has, on whatever it runs, is kept."""
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master(url)
        .appName("kaigai")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4" if url.startswith("local") else "200")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )


def _checkpointed(connection: Any, name: str, rows: ir.Table) -> ir.Table:
    """What Ibis keeps, computed at once, with the plan that led to it forgotten.

    Ibis' own way is to remember the plan, which then grows with every view made of another, and
    it does not tell Spark of tables in memory. Spark's own checkpoints keep statistics of the
    old plan, which joins of a view with itself then trip over: so the rows are taken anew.
    """
    from ibis.backends.pyspark.datatypes import PySparkSchema
    from ibis.expr.operations import DatabaseTable
    from pyspark.sql import DataFrame

    connection._register_in_memory_tables(rows)
    session = connection._session
    # Spark holds a literal 0 for a smaller number than Ibis does.
    columns = PySparkSchema.from_ibis(rows.schema())
    found = session.sql(connection.compile(rows)).to(columns)._jdf
    # Views made of views have the parts of all of them, and each part is a task.
    found = found.coalesce(int(session.conf.get("spark.sql.shuffle.partitions")))
    anew = session._jsparkSession.createDataFrame(found.toJavaRDD(), found.schema())
    frame = DataFrame(anew, session).cache()
    frame.count()
    frame.createOrReplaceTempView(name)
    connection._cached_dataframes[name] = frame
    # Asked for its columns, Spark would not say of which zone an instant is.
    return DatabaseTable(name, rows.schema(), source=connection).to_expr()
