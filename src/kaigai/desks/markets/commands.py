"""The terminal door of markets: `kaigai markets`, `markets ARTIST` and `markets backtest`."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kaigai.cli import sections, terminal, when
from kaigai.cli.groups import group
from kaigai.cli.out import write
from kaigai.cli.refusing import ENGINE, refusing
from kaigai.cli.terminal import say
from kaigai.desks.markets.group import ABOUT, ARTIST, ArtistOrCommand
from kaigai.desks.markets.group import NAME as GROUP
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from kaigai.desks.markets.result import Ranking

LIMIT = 15  #: markets on a screen

ARTIST_HELP = Text(
    en="The markets of one artist (`kaigai markets NAME`), or of all without a name.",
    ja="アーティストひと組の市場(kaigai markets 名前)。名前がなければ全アーティスト。",
)
NAME = Text(
    "An artist in any spelling, or its id; else the label's artists.",
    "アーティスト(どの表記でも、IDでも可)。省略時は自社の全アーティスト。",
)
DAY = Text(
    "Only what was known on this day (else today); months not over by then do not count.",
    "この日までの情報だけを使います(省略時は今日)。終わっていない月は数えません。",
)
SERVICE = Text(
    "Only this service's plays or charts; may be repeated.", "このサービスだけ(複数指定可)。"
)
MEASURE = Text(
    "In streams, views or weight (of chart ranks), else in what is known best.",
    "単位(streams・views・weight=チャート重み)。省略時は最もよくわかるもの。",
)
LIMIT_HELP = Text("At most so many lines (else 15).", "最大行数(省略時は15)。")
SEED = Text("Seed of all that is drawn at random.", "乱数の種。")
OUT = Text(
    en="Write to this file: .html a page, .svg .png a map, .csv .xlsx .json .parquet all markets.",
    ja="ファイルに書き出します。.html はページ、.svg .png は地図、"
    ".csv .xlsx .json .parquet は全市場の表。",
)
WORKING = Text("weighing markets", "市場を比較中")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the commands of this desk."""
    markets = group(app, GROUP, cls=ArtistOrCommand, help=say(ABOUT))

    @markets.command(ARTIST, help=say(ARTIST_HELP))
    def artist_(
        name: Annotated[str | None, typer.Argument(help=say(NAME))] = None,
        as_of: Annotated[str | None, typer.Option(help=say(DAY))] = None,
        service: Annotated[list[str] | None, typer.Option(help=say(SERVICE))] = None,
        measure: Annotated[str | None, typer.Option(help=say(MEASURE))] = None,
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT_HELP))] = LIMIT,
        seed: Annotated[int, typer.Option(help=say(SEED))] = 1,
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.markets import actions

        at, day = datetime.now(UTC), when.day(as_of)
        check(out)
        with refusing(engine) as address, terminal.progress(WORKING) as watch:
            facts = Facts.open(terminal.workspace_path(workspace))
            ranking = actions.rank(
                facts,
                at=at,
                as_of=day,
                artist=name,
                services=service or (),
                measure=measure,
                seed=seed,
                engine=address,
                watch=watch,
            )
        if out is None:
            _screen(ranking, limit, workspace)
        else:
            _deliver(ranking, out, at)
            _steps(ranking, workspace, out)


def check(out: Path | None) -> None:
    """Before anything is computed: whether `--out` names something that can be written."""
    from kaigai.facts.export import FORMATS, format_of

    pictures = (".html", ".svg", ".png")
    if out and out.suffix.lower() not in pictures and format_of(out) is None:
        known = ", ".join((*pictures, *(f".{each}" for each in FORMATS)))
        terminal.wrong(NO_FORMAT, out=out, formats=known)


def deliver(
    out: Path,
    *,
    page: Callable[[], str],
    picture: Callable[[Literal["svg", "png"]], bytes],
    table: Callable[[], "pa.Table"],
) -> None:
    """Write a page, a picture or a table, as the ending of `out` says (see `check`)."""
    from kaigai.facts.export import export, format_of

    ending = out.suffix.lower()
    if ending == ".html":
        write(out, page().encode())
    elif ending in (".svg", ".png"):
        write(out, picture("svg" if ending == ".svg" else "png"))
    elif format := format_of(out):
        with refusing():
            export(table().to_reader(), out, format)


def _screen(ranking: "Ranking", limit: int, workspace: Path | None) -> None:
    from kaigai.desks.markets.listing import sections_of

    sections.show(sections_of(ranking, limit))
    _steps(ranking, workspace, None)


def _steps(ranking: "Ranking", workspace: Path | None, out: Path | None) -> None:
    if len(ranking.artists) > 1:
        steps = [(f"kaigai markets {quote(ranking.artists[0])}", ONE), ("kaigai audit", WORTH)]
        name = "markets"
    else:
        artist = ranking.artists[0]
        steps = [(f"kaigai findings --artist {quote(artist)}", FINDINGS), ("kaigai markets", ALL)]
        name = f"markets {quote(artist)}"
    if out is None:
        steps.append((f"kaigai {name} --out markets.html", PAGE))
    terminal.what_now(*steps, workspace=workspace)


def _deliver(ranking: "Ranking", out: Path, at: datetime) -> None:
    from kaigai.desks.markets.pictured import page, picture

    deliver(
        out,
        page=lambda: page(ranking, terminal.LANGUAGE, at),
        picture=lambda kind: picture(ranking, terminal.LANGUAGE, kind),
        table=ranking.table,
    )
    terminal.show(WRITTEN, out=out, n=f"{len(ranking.artists):,}")


NO_FORMAT = Text(
    en="{out}: its name must end in one of {formats}",
    ja="{out}: ファイル名の末尾は {formats} のいずれかにしてください",
)
WRITTEN = Text("{out}: markets, artists: {n}", "{out}: 市場(アーティスト{n}組)")
ONE = Text("one artist, with the reasons", "ひと組の市場を理由つきで見る")
WORTH = Text("weigh every finding by these markets", "この見込みで課題の価値を見積もる")
FINDINGS = Text("what keeps this artist from being heard", "聴かれるのを妨げている課題を見る")
ALL = Text("all artists of the label side by side", "自社の全アーティストを並べて見る")
PAGE = Text("have it as a page with a map", "地図入りのページにする")
