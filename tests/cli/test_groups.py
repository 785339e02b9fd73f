"""A group of commands is made once, by whichever door comes first."""

import typer

from kaigai.cli.groups import group


def test_the_second_who_asks_gets_the_first_ones_group() -> None:
    app = typer.Typer()
    first = group(app, "captions", help="Subtitles.")
    assert group(app, "captions", help="Something else.") is first
    assert [each.name for each in app.registered_groups] == ["captions"]


def test_groups_of_two_names_are_two() -> None:
    app = typer.Typer()
    assert group(app, "markets") is not group(app, "captions")
