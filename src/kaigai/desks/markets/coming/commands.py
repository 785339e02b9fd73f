"""The terminal door of what comes next: `kaigai markets next`."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from kaigai.cli import sections, terminal, when
from kaigai.cli.groups import group
from kaigai.cli.terminal import say
from kaigai.desks.markets.group import ABOUT, NAME, ArtistOrCommand
from kaigai.facts.store import Facts, StoreError
from kaigai.terms.text import Text

HELP = Text(
    en="Rank the territories where an artist is likely to chart next, with reasons.",
    ja="アーティストが次にチャート入りしそうな国・地域を、理由とともに並べます。",
)
ARTIST = Text("The artist or channel, as the charts write it.", "チャート上のアーティスト名。")
SERVICE = Text(
    en="This service's charts (else the one with most days).",
    ja="このサービスのチャート(省略時は日数が最も多いもの)。",
)
AS_OF = Text("From what was known by this day.", "この日までの情報で判断します。")
REFIT = Text(
    en="Learn from your own charts first; takes a minute or two.",
    ja="先に手元のチャートから学習します(1〜2分かかります)。",
)
LIMIT = Text("At most so many territories.", "最大件数。")
OUT = Text(
    "Write to this file: .csv, .xlsx, .json or .parquet.",
    "ファイルに書き出します(.csv・.xlsx・.json・.parquet)。",
)
WORKING = Text("ranking", "順位付け")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the ranking of what comes next to the markets' commands."""

    markets = group(app, NAME, cls=ArtistOrCommand, help=say(ABOUT))

    @markets.command("next", help=say(HELP))
    def next_(
        artist: Annotated[str, typer.Argument(help=say(ARTIST))],
        service: Annotated[str | None, typer.Option(help=say(SERVICE))] = None,
        as_of: Annotated[str | None, typer.Option(help=say(AS_OF))] = None,
        refit: Annotated[bool, typer.Option("--refit", help=say(REFIT))] = False,
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT))] = 15,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.markets.coming import actions
        from kaigai.facts.export import FORMATS, ExportError, export, format_of

        day = when.day(as_of)
        format = format_of(out) if out else None
        if out and not format:
            terminal.wrong(NO_FORMAT, out=out, known=" ".join(f".{each}" for each in FORMATS))
        try:
            with terminal.progress(WORKING):
                found = actions.coming(
                    Facts.open(terminal.workspace_path(workspace)),
                    artist=artist,
                    service=service,
                    day=day,
                    refit=refit,
                )
            if out and format:
                export(found.table.to_reader(), out, format)
        except (StoreError, actions.NextError, ExportError) as error:
            terminal.wrong(error.text)
        sections.show([found.section(limit)])
        if out:
            terminal.show(WRITTEN, out=out, rows=len(found.territories))
        terminal.what_now(
            (f"kaigai markets {quote(found.artist)}", WORTH),
            ("kaigai markets backtest --cutoff DATE", PROOF),
            workspace=workspace,
        )


NO_FORMAT = Text(
    en="{out} ends in none of: {known}", ja="{out} の拡張子は使えません。使えるのは {known} です"
)
WRITTEN = Text("{out}: {rows} rows", "{out}: {rows}行")
WORTH = Text("what each market would be worth", "市場ごとに見込まれる再生数を見る")
PROOF = Text("how often such rankings were right", "過去の的中率を確かめる")
