"""Commands that stand below one word, such as `kaigai captions`: several doors add to a group."""

from typing import Any

import typer


def group(app: typer.Typer, name: str, **made_with: Any) -> typer.Typer:
    """The group of that name, made by whoever asks first, with what Typer takes (`help` …)."""
    for known in app.registered_groups:
        if known.name == name and known.typer_instance is not None:
            return known.typer_instance
    made = typer.Typer(**made_with)
    app.add_typer(made, name=name)
    return made
