"""What a call got wrong is said in words; and the option --engine, whose address may be wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from kaigai.cli import terminal
from kaigai.terms.text import Refused, Text

ENGINE = Text(
    en="The engine that does the work, for example spark://HOST:7077 (else DuckDB, here).",
    ja="計算を実行するエンジン。例: spark://HOST:7077(既定はこの端末のDuckDB)。",
)
BAD_ENGINE = Text(
    en="the engine {engine} cannot be used: {error}",
    ja="エンジン {engine} を使えません: {error}",
)


@contextmanager
def refusing(engine: str | None = None) -> Iterator[str]:
    """Whatever is refused is said, without a traceback, and the status is that of a wrong call.

    Gives the address of the engine that the call named, or DuckDB's; what goes wrong on one that
    it named is said as well.
    """
    from kaigai.facts.engine import DUCKDB

    try:
        yield engine or DUCKDB
    except Refused as error:
        terminal.wrong(error.text)
    except (typer.Exit, KeyboardInterrupt):
        raise
    except Exception as error:
        if engine is None:
            raise
        terminal.wrong(BAD_ENGINE, engine=engine, error=str(error).split("\n")[0] or error)
