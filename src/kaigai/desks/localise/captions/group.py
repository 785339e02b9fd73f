"""The group `kaigai captions`, which several doors add their commands to."""

import typer

from kaigai.terms.text import Text

NAME = "captions"
ABOUT = Text(
    en="Subtitles: check, fix and convert them, and which languages to make first.",
    ja="字幕の検査・修正・変換と、どの言語から作るべきか。",
)


def group(app: typer.Typer, about: str) -> typer.Typer:
    """The group, made by whoever asks first."""
    for known in app.registered_groups:
        if known.name == NAME and known.typer_instance is not None:
            return known.typer_instance
    made = typer.Typer(help=about, no_args_is_help=True)
    app.add_typer(made, name=NAME)
    return made
