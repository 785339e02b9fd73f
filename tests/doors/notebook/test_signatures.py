"""The stub says what a verb's method takes, and is as fresh as the verbs."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from tools.reference import STUB, methods

from kaigai.doors.notebook.signatures import stub
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.verb import Call, Param, verb

SAID = Text("Try it.", "試す。")


@verb("try it", SAID, "find")
def attempt(
    call: Call,
    names: Annotated[tuple[str, ...], Param(SAID, word=True, many=True)],
    by: Annotated[Literal["a", "b"], Param(SAID)] = "a",
    day: Annotated[date | None, Param(SAID, date.fromisoformat)] = None,
    sheet: Annotated[File | None, Param(SAID)] = None,
    kinds: Annotated[tuple[str, ...], Param(SAID, many=True)] = (),
) -> Answer:
    """Try."""
    raise AssertionError


@verb("keep", SAID, "fix", kind="decide")
def keep(
    call: Call,
    sheet: Annotated[File, Param(SAID, word=True)],
    folder: Annotated[Path | None, Param(SAID)] = None,
) -> Answer:
    """Keep."""
    raise AssertionError


def test_a_method_has_the_types_of_the_verb() -> None:
    written = stub([attempt, keep])
    compile(written, "workspace.pyi", "exec")
    for line in (
        "def try_it(",
        "*names: str,",
        'by: Literal["a", "b"] = ...,',
        "day: str | date | None = ...,",
        "sheet: File | Path | str | bytes | None = ...,",
        "kinds: str | Sequence[str] = ...,",
        "sheet: File | Path | str | bytes,",
        "folder: Path | str | None = ...,",
        "by: str,",
        '"""Try it."""',
    ):
        assert line in written, line


def test_the_stub_is_fresh() -> None:
    assert STUB.read_text(encoding="utf-8") == methods(), "stale: run `make docs`"
