"""The methods of a notebook's workspace as a stub: what editors and type checkers read."""

from collections.abc import Iterator
from typing import Final

from kaigai.verbs.verb import Asked, Takes, Verb

#: What a program may give where a person would type text.
TYPES: Final[dict[Takes, str]] = {
    "text": "str",
    "flag": "bool",
    "int": "int",
    "float": "float",
    "file": "File | Path | str | bytes",
    "path": "Path | str",
}
OF_ALL: Final = (
    "limit: int | None = ...",
    "engine: str | None = ...",
    "out: str | Path | None = ...",
)
HEAD: Final = '''\
"""A label's workspace in a notebook: every verb as a method. Written by `make docs`."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from kaigai.doors.notebook.answer import NotebookAnswer
from kaigai.doors.notebook.asking import Asking
from kaigai.terms.text import Language
from kaigai.verbs.answer import File

class Workspace(Asking):
'''
FOOT: Final = """
def open(folder: str | Path = ..., *, language: Language | None = ...) -> Workspace: ...
"""


def stub(verbs: Iterator[Verb] | list[Verb]) -> str:
    """The stub of `Workspace` with a method for each verb."""
    return HEAD + "\n".join(map(_method, verbs)) + FOOT


def _method(verb: Verb) -> str:
    words = [each for each in verb.asked.values() if each.param.word]
    first = words or list(verb.asked.values())[:1]
    named = [each for each in verb.asked.values() if each not in first]
    many = bool(words) and words[-1].param.many
    lines = ["self", *(_parameter(each) for each in (first[:-1] if many else first))]
    if many:
        lines.append(f"*{first[-1].name}: {_one(first[-1])}")
    else:
        lines.append("*")
    lines += [_parameter(each) for each in sorted(named, key=lambda each: not each.required)]
    if verb.kind == "decide":
        lines.append("by: str")
    inner = "".join(f"        {each},\n" for each in (*lines, *OF_ALL))
    about = f'        """{verb.about.en}"""\n'
    return f"    def {verb.method}(\n{inner}    ) -> NotebookAnswer:\n{about}"


def _parameter(asked: Asked) -> str:
    kind = _one(asked)
    if asked.param.many:
        kind = f"{kind} | Sequence[{kind}]"
    if not asked.required and asked.default is None:
        kind += " | None"
    return f"{asked.name}: {kind}" + " = ..." * (not asked.required)


def _one(asked: Asked) -> str:
    if asked.choices:
        return f"Literal[{', '.join(map(_quoted, asked.choices))}]"
    if asked.takes == "text" and asked.gives in ("date", "datetime"):
        return f"str | {asked.gives}"
    return TYPES[asked.takes]


def _quoted(choice: str) -> str:
    return f'"{choice}"'
