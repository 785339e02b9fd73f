"""The terminal door of what comes next: `kaigai markets next`."""

from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal, when
from kaigai.cli.groups import group
from kaigai.cli.refusing import ENGINE, refusing
from kaigai.cli.terminal import say
from kaigai.desks.markets.commands import check, deliver
from kaigai.desks.markets.group import ABOUT, NAME, ArtistOrCommand
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.markets.next_market.result import Coming

HELP = Text(
    en="Rank the territories where an artist is likely to chart next, with reasons.",
    ja="アーティストが次にチャート入りしそうな国・地域を、理由とともに並べます。",
)
ARTIST = Text(
    "The artist or channel, in any spelling.", "アーティストまたはチャンネル(どの表記でも可)。"
)
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
    en="Write to this file: .html a page, .svg .png a map, .csv .xlsx .json .parquet a table.",
    ja="ファイルに書き出します。.html はページ、.svg .png は地図、"
    ".csv .xlsx .json .parquet は表。",
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
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.markets.next_market import actions

        day, at = when.day(as_of), datetime.now(UTC)
        check(out)
        with refusing(engine) as address, terminal.progress(WORKING):
            found = actions.coming(
                Facts.open(terminal.workspace_path(workspace)),
                artist=artist,
                service=service,
                day=day,
                refit=refit,
                engine=address,
            )
        if out:
            _deliver(found, out, at)
        else:
            sections.show([found.section(limit)])
        name = quote(say(found.name))
        steps = [
            (f"kaigai markets {name}", WORTH),
            ("kaigai markets backtest --cutoff DATE", PROOF),
        ]
        if not out:
            steps.append((f"kaigai markets next {name} --out next.html", PAGE))
        terminal.what_now(*steps, workspace=workspace)


def _deliver(found: "Coming", out: Path, at: datetime) -> None:
    from kaigai.desks.markets.next_market.pictured import page, picture

    deliver(
        out,
        page=lambda: page(found, terminal.LANGUAGE, at),
        picture=lambda kind: picture(found, terminal.LANGUAGE, kind),
        table=lambda: found.table,
    )
    terminal.show(WRITTEN, out=out, rows=len(found.territories))


WORTH = Text("what each market would be worth", "市場ごとに見込まれる再生数を見る")
PROOF = Text("how often such rankings were right", "過去の的中率を確かめる")
PAGE = Text("have it as a page with a map", "地図入りのページにする")
WRITTEN = Text("{out}: {rows} territories", "{out}: {rows}の国・地域")
