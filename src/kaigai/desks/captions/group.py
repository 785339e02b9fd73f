"""The group `kaigai captions`, which several doors add their commands to."""

import typer

from kaigai.cli import groups
from kaigai.terms.text import Text

NAME = "captions"
ABOUT = Text(
    en="Subtitles: check, fix and convert them, and which languages to make first.",
    ja="字幕の検査・修正・変換と、どの言語から作るべきか。",
)


def group(app: typer.Typer, about: str) -> typer.Typer:
    """The group, made by whoever asks first."""
    return groups.group(app, NAME, help=about, no_args_is_help=True)
