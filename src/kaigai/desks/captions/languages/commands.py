"""The terminal door of the languages to caption: `kaigai captions languages`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.out import write
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.desks.captions.group import ABOUT, group
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.captions.languages.result import Reached

HELP = Text(
    en="Which languages to caption first: the fewest that reach the most listeners abroad.",
    ja="どの言語の字幕から作るべきか。少ない言語で多くの海外リスナーに届く順に示します。",
)
ARTIST = Text(
    en="Only this artist, in any spelling, or by id.",
    ja="このアーティストだけ(どの表記でも、IDでも可)。",
)
HAVE = Text(
    en="A language that is there already; may be repeated.",
    ja="すでに字幕がある言語(複数指定可)。",
)
AFRESH = Text(
    en="Count no captions as there yet, only the language that is sung.",
    ja="既存の字幕を数えず、歌われている言語だけがあるものとして計算します。",
)
COUNT = Text("So many languages at most.", "最大の言語数。")
OUT = Text(
    en="Write to this file: .html a page, .svg .png a picture, .csv .xlsx .json the steps.",
    ja="ファイルに書き出します。.html はページ、.svg .png は図、.csv .xlsx .json は表。",
)

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @group(app, say(ABOUT)).command("languages", help=say(HELP))
    def languages_(
        artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
        have: Annotated[list[str] | None, typer.Option(help=say(HAVE))] = None,
        afresh: Annotated[bool, typer.Option("--afresh", help=say(AFRESH))] = False,
        count: Annotated[int, typer.Option(min=1, max=20, help=say(COUNT))] = 8,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.captions.languages import actions
        from kaigai.desks.captions.languages.shown import lede, sections_of

        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace))
            reached = actions.rank(
                facts, artist=artist, have=have or (), afresh=afresh, count=count
            )
        if out is not None:
            _deliver(reached, out)
        else:
            terminal.show(lede(reached))
            sections.show(sections_of(reached))
        terminal.what_now(
            ("kaigai captions languages --out languages.html", PAGE),
            ("kaigai clearances", CLEAR),
            ("kaigai captions check FILE", CHECK),
            workspace=workspace,
        )


def _deliver(reached: "Reached", out: Path) -> None:
    from kaigai.desks.captions.languages.pictured import page, picture
    from kaigai.desks.captions.languages.shown import told
    from kaigai.facts.export import ExportError, export, format_of

    ending, format = out.suffix.lower(), format_of(out)
    if ending == ".html":
        write(out, page(reached, terminal.LANGUAGE, datetime.now(UTC)).encode())
    elif ending in (".svg", ".png"):
        kind = "svg" if ending == ".svg" else "png"
        write(out, picture(reached, terminal.LANGUAGE, kind))  # type: ignore[arg-type]
    elif format is None:
        terminal.wrong(NO_FORMAT, out=out)
    else:
        try:
            export(told(reached, terminal.LANGUAGE).to_reader(), out, format)
        except ExportError as error:
            terminal.wrong(error.text)
    terminal.show(WRITTEN, out=out, count=len(reached.steps))


PAGE = Text("see it as a page, with the curve", "曲線の付いたページで見る")
CLEAR = Text("see which lyrics are cleared in these languages", "これらの言語の歌詞の許諾を見る")
CHECK = Text("check captions that came back", "届いた字幕を検査する")
NO_FORMAT = Text(
    en="{out}: write to .html, .svg, .png, .csv, .xlsx, .json or .parquet",
    ja="{out}: .html・.svg・.png・.csv・.xlsx・.json・.parquet のいずれかにしてください",
)
WRITTEN = Text("{out}: {count} languages", "{out}: {count}言語")
