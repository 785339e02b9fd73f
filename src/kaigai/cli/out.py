"""Writes what a person asked for with `--out`: the file appears whole or not at all."""

from pathlib import Path

from kaigai.cli import terminal
from kaigai.terms.text import Text


def write(out: Path, content: bytes) -> None:
    """Write the file; where it cannot be written, say so and end with status 2."""
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        terminal.wrong(UNWRITABLE, out=out, error=error.strerror or error)


UNWRITABLE = Text(
    en="{out} cannot be written ({error}); give another --out",
    ja="{out} に書き込めません({error})。--out で別の場所を指定してください",
)
