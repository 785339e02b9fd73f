"""The group `kaigai localise`, which several doors of this desk add their commands to."""

import typer

from kaigai.cli import groups
from kaigai.terms.text import Text

NAME = "localise"
ABOUT = Text(
    en="Names and subtitles abroad: suggestions, reviewers' sheets, memory and glossary.",
    ja="海外向けの名称と字幕。案の作成、確認用シート、翻訳メモリ、用語集。",
)


def group(app: typer.Typer, about: str) -> typer.Typer:
    """The group, made by whoever asks first."""
    return groups.group(app, NAME, help=about, no_args_is_help=True)
