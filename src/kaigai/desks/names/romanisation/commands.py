"""The terminal door of romanisation: `kaigai romanise TEXT…`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.terminal import say
from kaigai.facts.store import Facts, StoreError
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.names.romanisation.actions import Answers

HELP = Text(
    en="Japanese, Korean and Chinese names in Latin letters: candidates, and how sure each is.",
    ja="日本語・韓国語・中国語の名称をラテン文字に。候補とその確かさを示します。",
)
TEXTS = Text("Names or titles.", "名称または曲名。")
LANGUAGE = Text(
    "ja, ko or zh, where the script does not tell.",
    "文字だけでは分からないときの言語(ja・ko・zh)。",
)
READING = Text(
    "The kana reading, which settles nearly everything.", "ヨミ(かな)。ほぼ確定します。"
)
KIND = Text(
    "What it is: song, release, anime, artist, person, “stage name” or group.",
    '種別: song、release、anime、artist、person、"stage name"、group。',
)
STYLE = Text(
    "House style: musicbrainz, lyrics, anime, macron, plain or sung.",
    "表記の流儀: musicbrainz、lyrics、anime、macron、plain、sung。",
)
OUT = Text(
    "Write to this file: .csv, .xlsx or .json.", "ファイルに書き出します(.csv、.xlsx、.json)。"
)

COLUMNS = ("original", "latin", "confidence", "rank", "readers", "reading")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("romanise", help=say(HELP))
    def romanise_(
        texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help=say(TEXTS))],
        language: Annotated[str | None, typer.Option(help=say(LANGUAGE))] = None,
        reading: Annotated[str | None, typer.Option(help=say(READING))] = None,
        kind: Annotated[str, typer.Option(help=say(KIND))] = "song",
        style: Annotated[str, typer.Option(help=say(STYLE))] = "musicbrainz",
        out: Annotated[Path | None, typer.Option(help=say(OUT))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.names.romanisation import actions
        from kaigai.desks.names.romanisation.shown import sections as answered

        try:
            answers = actions.romanise(
                _facts(workspace),
                texts=texts,
                language=language,
                reading=reading,
                kind=kind,
                style=style,
            )
        except (actions.RomaniseError, StoreError) as error:
            terminal.wrong(error.text)
        if out is not None:
            _deliver(answers, out)
        else:
            sections.show(answered(answers))
        terminal.what_now(("kaigai names --missing latin", MISSING), workspace=workspace)


def _facts(workspace: Path | None) -> Facts | None:
    """The workspace that was named, or that is here; the command works without any."""
    path = terminal.workspace_path(workspace)
    return Facts.open(path) if workspace or (path / "commits").is_dir() else None


def _deliver(answers: "Answers", out: Path) -> None:
    import pyarrow as pa

    from kaigai.facts.export import FORMATS, ExportError, export, format_of

    format = format_of(out)
    if format is None:
        terminal.wrong(NO_FORMAT, out=out, formats=", ".join(f".{each}" for each in FORMATS))
    rows = [
        {
            "original": text,
            "latin": each.text,
            "confidence": each.confidence,
            "rank": place,
            "readers": "; ".join(each.readers),
            "reading": each.reading,
        }
        for text, found in answers
        for place, each in enumerate(found, start=1)
    ]
    kinds = {"confidence": pa.float64(), "rank": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    table = pa.Table.from_pylist(rows, schema=schema)
    try:
        count = export(table.to_reader(), out, format)
    except ExportError as error:
        terminal.wrong(error.text)
    terminal.show(WRITTEN, out=out, count=f"{count:,}")


MISSING = Text("see which names lack a Latin form", "ローマ字のない名称を見る")
NO_FORMAT = Text(
    en="{out}: its name must end in one of {formats}",
    ja="{out}: ファイル名の末尾は {formats} のいずれかにしてください",
)
WRITTEN = Text("{out}: {count} candidates", "{out}: 候補 {count}件")
