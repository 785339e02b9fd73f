"""The terminal door of the backtest: `kaigai markets backtest`."""

import typer


def register(app: typer.Typer) -> None:
    """Add the backtest to the markets' commands."""
