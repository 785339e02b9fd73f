"""A step as a command: how the terminal and pages say what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shlex import quote
from types import MappingProxyType
from typing import Any

from kaigai.verbs.answer import Blank, Step
from kaigai.verbs.verb import Asked, Verb


def as_command(
    step: Step,
    verbs: Mapping[str, Verb],
    workspace: Path | None,
    paths: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """A step as a command.

    workspace  the one that this call named
    paths      files by name as they were typed: verbs know no folders
    """
    verb = verbs[step.verb]
    words, options = [], []
    for name, asked in verb.asked.items():
        if name in step.given:
            typed = list(_typed(step.given[name], paths if asked.takes == "file" else {}))
            if asked.param.word:
                words += typed
            elif asked.takes == "flag":
                options += [f"--{asked.option}"] if step.given[name] else []
            else:
                options += [part for each in typed for part in (f"--{asked.option}", each)]
        elif asked.required:
            options += [] if asked.param.word else [f"--{asked.option}", _blank(asked)]
            words += [_blank(asked)] if asked.param.word else []
    if step.out:
        options += ["--out", quote(step.out)]
    if verb.kind == "decide":
        options += ["--by", "NAME"]
    if workspace and verb.stands != "none":
        options += ["--workspace", quote(str(workspace))]
    return " ".join(["kaigai", step.verb, *words, *options])


def _typed(value: Any, paths: Mapping[str, str]) -> Iterator[str]:
    several: Sequence[Any] = value if isinstance(value, list | tuple) else [value]
    for each in several:
        name = str(each)
        yield (
            each if isinstance(each, Blank) and name not in paths else quote(paths.get(name, name))
        )


def _blank(asked: Asked) -> str:
    return asked.param.shown or asked.name.upper()
