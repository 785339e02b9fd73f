"""The terminal door of measure: `kaigai share` and `kaigai whose`."""

from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.out import write
from kaigai.cli.refusing import ENGINE, refusing
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts
from kaigai.terms.periods import parse_month
from kaigai.terms.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from kaigai.desks.measure.actions import Ties
    from kaigai.desks.measure.result import Answer

LIMIT = 30  #: lines on a screen
PICTURES = (".svg", ".png")

SHARE_HELP = Text(
    en="Show home and overseas side by side: plays, charts and money, by artist or otherwise.",
    ja="国内と海外を並べて示します。再生数・チャート・金額を、アーティスト別などで集計できます。",
)
WHOSE_HELP = Text(
    en="Show whose plays are whose and how sure that is, doubts first; take in answers to doubts.",
    ja="再生がどのアーティストのものか、その確かさと確認待ちを示します。回答の取り込みもできます。",
)
ARTIST = Text(
    "Only this artist, in any spelling, or by id.",
    "このアーティストだけ(どの表記でも、IDでも可)。",
)
BY = Text(
    en="Group by artist, home (the artists' home territory), label, service, territory or month.",
    ja="集計の単位(artist、home=アーティストの本国、label、service、territory、month)。",
)
HOME = Text(
    "Only artists of this home territory: a code or a name.",
    "この国・地域を本国とするアーティストだけ(コードまたは名前)。",
)
SERVICE = Text("Only this service; may be repeated.", "このサービスだけ(複数指定可)。")
MEASURE = Text(
    en="Only streams, views, downloads, rank, amount …; may be repeated.",
    ja="streams・views・downloads・rank・amount などの指標だけ(複数指定可)。",
)
FROM = Text("From this month on, as 2026-04.", "この月から(例: 2026-04)。")
UNTIL = Text("Up to this month.", "この月まで。")
AFTER = Text(
    en="The month of a campaign: how fast plays abroad halve from there on.",
    ja="施策の月。以後、海外の再生がどれだけの速さで半減するかを示します。",
)
LIMIT_HELP = Text("At most so many lines (else 30).", "最大行数(省略時は30)。")
OUT_SHARE = Text(
    en="Write to this file: .html a page, .svg .png a picture, .csv .xlsx .json .parquet a table.",
    ja="ファイルに書き出します。.html はページ、.svg .png は図、.csv .xlsx .json .parquet は表。",
)
OUT_WHOSE = Text(
    en="Write a sheet to fill in: .xlsx, .csv or .json.",
    ja="記入用の表を書き出します(.xlsx・.csv・.json)。",
)
DOUBTFUL = Text("Only what is in doubt.", "確認待ちだけを表示します。")
ANSWERS = Text(
    en="Take in a filled sheet: in the column answer yes, no, or another artist's id.",
    ja="記入済みの表を取り込みます。answer 列に「はい」「いいえ」か別のアーティストIDを書きます。",
)
WHO = Text("Who answered.", "回答した人の名前。")
WORKING = Text("adding up", "集計中")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the commands of this desk."""

    @app.command("share", help=say(SHARE_HELP))
    def share_(
        artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
        by: Annotated[str, typer.Option(help=say(BY))] = "artist",
        home: Annotated[str | None, typer.Option(help=say(HOME))] = None,
        service: Annotated[list[str] | None, typer.Option(help=say(SERVICE))] = None,
        measure: Annotated[list[str] | None, typer.Option(help=say(MEASURE))] = None,
        since: Annotated[str | None, typer.Option("--from", help=say(FROM))] = None,
        until: Annotated[str | None, typer.Option(help=say(UNTIL))] = None,
        after: Annotated[str | None, typer.Option(help=say(AFTER))] = None,
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT_HELP))] = LIMIT,
        out: Annotated[Path | None, typer.Option(help=say(OUT_SHARE))] = None,
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.measure import actions
        from kaigai.desks.measure.share_query import Wanted

        at = datetime.now(UTC)
        wanted = Wanted(
            by=by,  # type: ignore[arg-type]
            homes=_territory(home),
            services=tuple(service or ()),
            measures=tuple(measure or ()),
            since=_month(since),
            until=_month(until),
            most=_most(out, limit),
        )
        with refusing(engine) as address:
            facts = Facts.open(terminal.workspace_path(workspace))
            answer = actions.share(
                facts, at=at, artist=artist, wanted=wanted, after=_month(after), engine=address
            )
            if out:
                _deliver_share(answer, out, at)
            else:
                _screen(answer, limit)
        _share_steps(answer, out, workspace)

    @app.command("whose", help=say(WHOSE_HELP))
    def whose_(
        artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
        doubtful: Annotated[bool, typer.Option("--doubtful", help=say(DOUBTFUL))] = False,
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT_HELP))] = LIMIT,
        out: Annotated[Path | None, typer.Option(help=say(OUT_WHOSE))] = None,
        answers: Annotated[Path | None, typer.Option(help=say(ANSWERS))] = None,
        by: Annotated[str | None, typer.Option(help=say(WHO))] = None,
        engine: Annotated[str | None, typer.Option(help=say(ENGINE))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.measure import actions

        with refusing(engine) as address:
            facts = Facts.open(terminal.workspace_path(workspace))
            if answers:
                _take(facts, answers, by, workspace)
                return
            found = actions.whose(
                facts,
                at=datetime.now(UTC),
                artist=artist,
                doubtful=doubtful,
                limit=None if out else limit,
                engine=address,
            )
            _whose(found, doubtful, out, workspace)


def _screen(answer: "Answer", limit: int) -> None:
    from kaigai.desks.measure.pictured import sections_of

    sections.show(sections_of(answer, limit))


def _share_steps(answer: "Answer", out: Path | None, workspace: Path | None) -> None:
    steps: list[tuple[str, Text]] = []
    if not answer.shares:
        terminal.what_now(("kaigai whose", TIED), workspace=workspace)
        return
    if not answer.wanted.artists:
        first = next((each.group for each in answer.shares if each.group), None)
        if first and answer.wanted.by == "artist":
            steps.append((f"kaigai share --artist {quote(first)}", ONE))
        if answer.wanted.by != "home":
            steps.append(("kaigai share --by home", HOMES))
    if answer.wanted.by != "territory" and answer.wanted.artists:
        name = quote(answer.wanted.artists[0])
        steps.append((f"kaigai share --artist {name} --by territory", PLACES))
    if out is None:
        one = f" --artist {quote(answer.wanted.artists[0])}" if answer.wanted.artists else ""
        steps.append((f"kaigai share{one} --out share.html", PAGE))
    if answer.ties.get("doubt"):
        steps.append(("kaigai whose --doubtful --out doubts.xlsx", DOUBTS))
    terminal.what_now(*steps, workspace=workspace)


def _deliver_share(answer: "Answer", out: Path, at: datetime) -> None:
    from kaigai.desks.measure import pictured

    ending = out.suffix.lower()
    if ending == ".html":
        write(out, pictured.page(answer, terminal.LANGUAGE, at).encode())
    elif ending in PICTURES:
        drawn = pictured.picture(answer, terminal.LANGUAGE, "svg" if ending == ".svg" else "png")
        if not drawn:
            terminal.wrong(NO_PICTURE)
        write(out, drawn)
    else:
        _table(pictured.flat(answer, terminal.LANGUAGE), out, (".html", *PICTURES))
    terminal.show(WRITTEN, out=out, lines=f"{len(answer.shares):,}")


def _most(out: Path | None, limit: int) -> int | None:
    """How many lines are wanted of each series: a table for other tools has all."""
    from kaigai.desks.measure.pictured import LISTED

    if out is None:
        return limit
    return LISTED if out.suffix.lower() in (".html", *PICTURES) else None


def _table(rows: "pa.Table", out: Path, others: tuple[str, ...] = ()) -> None:
    from kaigai.facts.export import FORMATS, export, format_of

    format = format_of(out)
    if format is None:
        known = ", ".join((*others, *(f".{each}" for each in FORMATS)))
        terminal.wrong(NO_FORMAT, out=out, formats=known)
    export(rows.to_reader(), out, format)


def _whose(found: "Ties", doubtful: bool, out: Path | None, workspace: Path | None) -> None:
    from kaigai.desks.measure.ties import coverage_section, ties_section

    if out:
        _table(found.sheet(terminal.LANGUAGE), out)
        terminal.show(WRITTEN, out=out, lines=f"{len(found.rows):,}")
        terminal.what_now(
            (f"kaigai whose --answers {quote(str(out))} --by NAME", FILL), workspace=workspace
        )
        return
    listed = ties_section(found.rows, found.total, doubtful=doubtful)
    sections.show([coverage_section(found.counts), listed])
    steps = [("kaigai share", LOOK)]
    if any(row["state"] == "doubt" for row in found.counts):
        steps.insert(0, ("kaigai whose --doubtful --out doubts.xlsx", DOUBTS))
    terminal.what_now(*steps, workspace=workspace)


def _take(facts: Facts, sheet: Path, by: str | None, workspace: Path | None) -> None:
    from kaigai.desks.measure import actions
    from kaigai.desks.measure.ties import taken_section

    if not by or not by.strip():
        terminal.wrong(NO_NAME)
    try:
        content = sheet.read_bytes()
    except OSError as error:
        terminal.wrong(UNREADABLE, sheet=sheet, error=error.strerror or error)
    done = actions.answer(facts, content=content, by=by.strip(), at=datetime.now(UTC))
    sections.show([taken_section(done.taken, done.blank, done.bad)])
    terminal.what_now(
        ("kaigai whose --doubtful", LEFT), ("kaigai share", LOOK), workspace=workspace
    )
    raise typer.Exit(terminal.REFUSED if done.bad else terminal.DONE)


def _month(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return parse_month(text)
    except ValueError:
        terminal.wrong(NO_MONTH, given=text)


def _territory(text: str | None) -> tuple[str, ...]:
    from kaigai.terms.territories import name_to_code

    if not text:
        return ()
    code: Any = name_to_code(text)
    if code is None:
        terminal.wrong(NO_TERRITORY, given=text)
    return (code,)


ONE = Text("look at one artist: first territories, how long an audience lasts",
           "一組を詳しく見る(初登場の国・地域、聴衆の続き方)")  # fmt: skip
TIED = Text("see what is tied to whom", "結び付きを見る")
LOOK = Text("see home and overseas side by side", "国内と海外を並べて見る")
HOMES = Text("compare artists by their home", "本国別に比べる")
PLACES = Text("see where abroad", "海外のどこかを見る")
PAGE = Text("make a page with pictures", "図入りのページを作る")
DOUBTS = Text("write the doubts to a sheet, and answer them", "確認待ちを表に書き出して回答する")
FILL = Text("fill in the column answer, then read it back", "answer列を埋めてから取り込む")
LEFT = Text("see what is still in doubt", "残りの確認待ちを見る")
WRITTEN = Text("{out}: {lines} lines", "{out}: {lines}行を書き出しました")
UNREADABLE = Text(en="{sheet} cannot be read ({error})", ja="{sheet} を読めません({error})")
NO_FORMAT = Text(
    en="{out} ends in none of: {formats}",
    ja="{out} の拡張子は次のいずれかにしてください: {formats}",
)
NO_PICTURE = Text(
    en="there is nothing to draw: no share is known here",
    ja="比率が分かるものがないため、図を描けません",
)
NO_MONTH = Text(
    en="{given!r} is no month; write it as 2026-04",
    ja="{given!r} は月ではありません。2026-04 のように書いてください",
)
NO_TERRITORY = Text(
    en="{given} is no territory; write a code such as JP, or a name",
    ja="{given} という国・地域はありません。JP のようなコードか名前で指定してください",
)
NO_NAME = Text(en="say who answered: --by NAME", ja="回答した人の名前を --by で指定してください")
