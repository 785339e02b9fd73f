"""The terminal door of the audit: `kaigai audit`, `findings`, `show`, `checks`, `report`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import terminal
from kaigai.cli.out import write
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts
from kaigai.terms.text import Language, Text

if TYPE_CHECKING:
    pass

LIMIT = 50  #: findings on a screen
FORMATS = ("table", "csv", "json")
OPENERS = {"darwin": "open", "win32": "start"}  #: what shows a file to people

AUDIT_HELP = Text(
    en="Run the checks, and rank what they find by artist and by kind.",
    ja="検査を実行し、見つかった課題をアーティスト別・種類別に並べます。",
)
FINDINGS_HELP = Text("List findings, the gravest first.", "課題を重大な順に一覧します。")
SHOW_HELP = Text(
    en="Show one artist, recording, release, video, finding or file.",
    ja="アーティスト、録音、リリース、動画、課題、ファイルのいずれかを表示します。",
)
CHECKS_HELP = Text("List the checks.", "検査を一覧します。")
REPORT_HELP = Text(
    en="Write one page that opens anywhere: pictures first, printable, no network needed.",
    ja="図を中心とした一枚のレポートを書き出します。印刷でき、ネットワークも不要です。",
)
DAY = Text(
    en="Judge on this day (else today, or for `show` the last audit's day).",
    ja="この日付で判定します(省略時は今日。show では前回の監査の日付)。",
)
CHECK = Text("Only this check; may be repeated.", "この検査だけ(複数指定可)。")
ARTIST = Text(
    "Only this artist, in any spelling, or by id.",
    "このアーティストだけ(どの表記でも、IDでも可)。",
)
TERRITORY = Text(
    "Only what concerns this territory: a code or a name.",
    "この国・地域に関わるものだけ(コードまたは名前)。",
)
SEVERITY = Text(
    "Only high, medium, low or note; may be repeated.",
    "high・medium・low・note のいずれかだけ(複数指定可)。",
)
STATE = Text(
    "Only new, remaining or fixed (else new and remaining).",
    "new・remaining・fixed のいずれか(省略時は new と remaining)。",
)
LIMIT_HELP = Text(
    "At most so many (50 on a screen, else all).", "最大件数(画面では50件、ほかは全件)。"
)
FORMAT = Text("table, csv or json.", "table、csv、json のいずれか。")
WHAT = Text(
    en="An id, ISRC, GTIN, catalogue number, link, file name, or a name in any spelling.",
    ja="ID、ISRC、JAN、品番、リンク、ファイル名、または名前(どの表記でも可)。",
)
OUT = Text("Write to this file.", "このファイルに書き出します。")
LANGUAGE = Text("Language of the report: ja or en.", "レポートの言語(ja または en)。")
LABEL = Text(
    en="Whose catalogue it is (else the label that most releases name).",
    ja="レポートに載せるレーベル名(省略時はリリースで最も多いレーベル名)。",
)
AUDITING = Text("auditing", "監査中")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the commands of this stage."""

    @app.command("report", help=say(REPORT_HELP))
    def report_(
        out: Annotated[Path, typer.Option(help=say(OUT))] = Path("report.html"),
        lang: Annotated[str, typer.Option(help=say(LANGUAGE))] = "",
        label: Annotated[str | None, typer.Option(help=say(LABEL))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.findings import actions

        if lang not in ("", "ja", "en"):
            terminal.wrong(LANGUAGE)
        language: Language = "ja" if (lang or terminal.LANGUAGE) == "ja" else "en"
        with refusing():
            facts = Facts.open(terminal.workspace_path(workspace))
            page = actions.report(facts, at=datetime.now(UTC), language=language, label=label)
        write(out, page.html.encode())
        terminal.show(WRITTEN, out=out, size=f"{out.stat().st_size / 1e6:.1f}", day=page.day)
        opener = OPENERS.get(sys.platform, "xdg-open")
        terminal.what_now(
            (f"{opener} {quote(str(out))}", LOOK), ("kaigai findings", LIST), workspace=workspace
        )


WRITTEN = Text(
    en="{out}: the audit of {day}, {size} MB, all in one file",
    ja="{out}: {day} 時点の監査。{size} MB、この1ファイルですべて見られます",
)
LOOK = Text("look at it in a browser, or print it", "ブラウザで見る、または印刷する")
LIST = Text("list every finding", "課題をすべて一覧する")
NOT_AUDITED = Text(
    en="there are no findings yet; run the checks first: kaigai audit",
    ja="まだ課題がありません。先に kaigai audit を実行してください",
)
NO_FORMAT = Text(
    en="there is no format {given}; there are: {known}",
    ja="{given} という形式はありません。あるのは {known} です",
)
FIRST = Text("see the first with its evidence and fix", "先頭の課題の根拠と対処を見る")
ONE_OF_THEM = Text("see one of them", "そのひとつを見る")
