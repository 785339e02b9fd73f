"""The option --engine of every command: where set-based work is done."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from kaigai.cli import terminal
from kaigai.terms.text import Text

ENGINE = Text(
    en="The engine that does the work, for example spark://HOST:7077 (else DuckDB, here).",
    ja="計算を実行するエンジン。例: spark://HOST:7077(既定はこの端末のDuckDB)。",
)
BAD_ENGINE = Text(
    en="the engine {engine} cannot be used: {error}",
    ja="エンジン {engine} を使えません: {error}",
)


@contextmanager
def running_on(engine: str | None) -> Iterator[str]:
    """The engine's address; what goes wrong on one that the call named is said in words."""
    from kaigai.facts.engine import DUCKDB

    try:
        yield engine or DUCKDB
    except (typer.Exit, KeyboardInterrupt):
        raise
    except Exception as error:
        if engine is None:
            raise
        terminal.wrong(BAD_ENGINE, engine=engine, error=str(error).split("\n")[0] or error)
