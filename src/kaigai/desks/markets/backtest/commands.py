"""The terminal door of the backtest: `kaigai markets backtest`."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
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
    from kaigai.desks.markets.backtest.actions import Backtests

HELP = Text(
    en="Hold the ranking of markets to the past: did the ones ranked first come?",
    ja="過去の日付で市場を順位付けし、その後の実績とどれだけ合ったかを確かめます。",
)
CUTOFF = Text(
    en="Rank on this day, from what was known by then, as 2026-04-05.",
    ja="この日までの情報だけで順位付けします(例: 2026-04-05)。",
)
HORIZON = Text(
    en="Compare with so many weeks (8w) or days (56d) after it.",
    ja="その後どれだけの期間と照合するか。週(8w)または日(56d)。",
)
SERVICE = Text(
    en="Only this service's charts, else each one's; may be repeated.",
    ja="このサービスのチャートだけ(省略時は全サービス、複数指定可)。",
)
SEED = Text("Seed of all that is drawn at random.", "乱数の種。")
DRAWS = Text(
    en="How often artists are drawn again for the intervals.",
    ja="区間を求めるためにアーティストを再抽出する回数。",
)
OUT = Text(
    en="Write to this file: .html a page, .svg .png the figures drawn, "
    ".csv .xlsx .json .parquet a table.",
    ja="ファイルに書き出します。.html はページ、.svg .png は指標の図、"
    ".csv .xlsx .json .parquet は表。",
)
WORKING = Text("ranking and comparing", "順位付けと照合")

_SPAN = re.compile(r"(\d{1,3})\s*([wd])", re.IGNORECASE)
WEEK = 7

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the backtest to the markets' commands."""

    markets = group(app, NAME, cls=ArtistOrCommand, help=say(ABOUT))

    @markets.command("backtest", help=say(HELP))
    def backtest_(
        cutoff: Annotated[str, typer.Option(help=say(CUTOFF))],
        horizon: Annotated[str, typer.Option(help=say(HORIZON))] = "8w",
        service: Annotated[list[str] | None, typer.Option(help=say(SERVICE))] = None,
        seed: Annotated[int, typer.Option(help=say(SEED))] = 20260401,
        draws: Annotated[int, typer.Option(min=0, max=10_000, help=say(DRAWS))] = 100,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        day = when.day(cutoff)
        if day is None:
            terminal.wrong(when.NO_DAY, given=cutoff)
        _run(day, _days(horizon), service or [], seed, draws, out, engine, workspace)


def _run(
    cutoff: date,
    horizon: int,
    service: list[str],
    seed: int,
    draws: int,
    out: Path | None,
    engine: str | None,
    workspace: Path | None,
) -> None:
    from kaigai.desks.markets.backtest import actions

    check(out)
    at = datetime.now(UTC)
    with refusing(engine) as address, terminal.progress(WORKING) as watch:
        done = actions.backtest(
            Facts.open(terminal.workspace_path(workspace)),
            cutoff=cutoff,
            horizon=horizon,
            service=service,
            seed=seed,
            draws=draws,
            engine=address,
            watch=watch,
        )
    sections.show(done.sections)
    for name, why in done.skipped:
        terminal.show(SKIPPED, service=name, why=say(why))
    steps = [("kaigai markets ARTIST", ASK)]
    if out:
        _deliver(done, out, at)
    else:
        steps.append((f"kaigai markets backtest --cutoff {cutoff} --out backtest.html", KEEP))
    terminal.what_now(*steps, workspace=workspace)


def _deliver(done: "Backtests", out: Path, at: datetime) -> None:
    from kaigai.desks.markets.backtest.pictured import page, picture

    deliver(
        out,
        page=lambda: page(done.tests, terminal.LANGUAGE, at),
        picture=lambda kind: picture(done.tests, terminal.LANGUAGE, kind),
        table=lambda: done.table,
    )
    terminal.show(WRITTEN, out=out, n=len(done.tests))


def _days(text: str) -> int:
    found = _SPAN.fullmatch(text.strip())
    days = int(found[1]) * (WEEK if found[2].lower() == "w" else 1) if found else 0
    if not days:
        terminal.wrong(NO_SPAN, given=text)
    return days


NO_SPAN = Text(
    en="{given!r} is no length of time; write weeks as 8w or days as 56d",
    ja="{given!r} は期間ではありません。8w(週)または 56d(日)のように書いてください",
)
SKIPPED = Text("Passed over: {service}: {why}.", "対象外: {service}。{why}。")
WRITTEN = Text("{out}: services held to the past: {n}", "{out}: 検証したサービス {n}")
ASK = Text("where an artist would be heard", "アーティストがどこで聴かれうるかを見る")
KEEP = Text("have it as a page with pictures", "図入りのページにする")
