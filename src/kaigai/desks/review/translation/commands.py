"""The terminal door of the memory, the glossary and the services, below `kaigai localise`."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kaigai.cli import sections, terminal
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.desks.review.group import ABOUT, group
from kaigai.facts.store import Facts
from kaigai.terms.text import Text

MEMORY_ABOUT = Text(
    en="The translation memory: what people approved, here or in another tool.",
    ja="翻訳メモリ。ここで、または他のツールで承認された訳です。",
)
MEMORY_IMPORT = Text(
    en="Take in a TMX file or a bilingual sheet; twice changes nothing.",
    ja="TMXファイルか対訳シートを取り込みます。二度取り込んでも増えません。",
)
MEMORY_FIND = Text("What the memory knows of a text.", "ある文について翻訳メモリを引きます。")
GLOSSARY_ABOUT = Text(
    en="The glossary: words with one form in a language, or that are never translated.",
    ja="用語集。訳語の決まった語と、訳さない語です。",
)
GLOSSARY_LIST = Text("List the terms in use.", "登録済みの用語を一覧します。")
GLOSSARY_ADD = Text("Set a term, or change it.", "用語を登録・変更します。")
GLOSSARY_REMOVE = Text("Take a term out.", "用語を外します。")
GLOSSARY_IMPORT = Text("Take in a sheet of terms.", "用語のシートを取り込みます。")
PROVIDERS_HELP = Text(
    en="The translation services, which one is chosen, and whether its key is set.",
    ja="翻訳サービスの一覧と、選択中のもの、キーの有無を示します。",
)
FILE = Text("A .tmx, .xlsx or .csv file.", ".tmx・.xlsx・.csv のファイル。")
SHEET = Text("An .xlsx or .csv file.", ".xlsx・.csv のファイル。")
BY = Text("Who takes responsibility.", "責任者の名前。")
SOURCE = Text(
    "The originals' language (else the home language).", "原文の言語(省略時は本国の言語)。"
)
TARGET = Text(
    "The translations' language, where the sheet does not say.", "訳文の言語(シートにない場合)。"
)
TEXT = Text("A text in the original language.", "原文。")
WORD = Text("The word in the original language.", "原文での語。")
FORM = Text(
    "Its one form; without, it is never translated.", "決まった訳語。省略すると訳しません。"
)
LANGUAGE = Text("Only for translations into this language.", "この言語への翻訳だけに使います。")
ARTIST = Text("Only for this artist's texts.", "このアーティストの文だけに使います。")
NOTE = Text("Why.", "理由。")
SUGGEST = Text("use it for suggestions", "案に反映する")
SEE_TERMS = Text("see all terms", "用語をすべて見る")

Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]
By = Annotated[str, typer.Option("--by", help=say(BY))]


def register(app: typer.Typer) -> None:
    """Add the commands to the desk's group."""
    localise = group(app, say(ABOUT))
    memory = typer.Typer(help=say(MEMORY_ABOUT), no_args_is_help=True)
    glossary = typer.Typer(help=say(GLOSSARY_ABOUT), no_args_is_help=True)
    localise.add_typer(memory, name="memory")
    localise.add_typer(glossary, name="glossary")
    localise.command("providers", help=say(PROVIDERS_HELP))(providers)
    memory.command("import", help=say(MEMORY_IMPORT))(memory_import)
    memory.command("find", help=say(MEMORY_FIND))(memory_find)
    glossary.command("list", help=say(GLOSSARY_LIST))(glossary_list)
    glossary.command("add", help=say(GLOSSARY_ADD))(glossary_add)
    glossary.command("remove", help=say(GLOSSARY_REMOVE))(glossary_remove)
    glossary.command("import", help=say(GLOSSARY_IMPORT))(glossary_import)


def providers(workspace: Workspace = None) -> None:
    """Which services there are."""
    from kaigai.desks.review.translation.provider_choice import choose
    from kaigai.desks.review.translation.secret import NoKey, read_key
    from kaigai.desks.review.translation.told import providers_section

    with refusing():
        facts = Facts.open(terminal.workspace_path(workspace))
        settings = facts.settings.translate
        chosen = choose(settings)
        try:
            has_key = bool(read_key(settings, os.environ, needed=False))
        except NoKey:
            has_key = False
    sections.show([providers_section(settings, chosen, has_key=has_key)])
    terminal.what_now(("kaigai localise suggest --dry-run", COST), workspace=workspace)


def memory_import(
    file: Annotated[Path, typer.Argument(help=say(FILE))],
    by: By,
    source: Annotated[str | None, typer.Option(help=say(SOURCE))] = None,
    target: Annotated[str | None, typer.Option(help=say(TARGET))] = None,
    workspace: Workspace = None,
) -> None:
    """Take translations in."""
    from kaigai.desks.review.translation import actions, files
    from kaigai.desks.review.translation.told import remembered_sections

    with refusing():
        made = actions.remember(
            Facts.open(terminal.workspace_path(workspace)),
            files.read(file),
            name=file.name,
            at=datetime.now(UTC),
            by=by,
            source=source,
            target=target,
        )
    sections.show(remembered_sections(made))
    terminal.what_now(("kaigai localise suggest", SUGGEST), workspace=workspace)


def memory_find(
    text: Annotated[str, typer.Argument(help=say(TEXT))],
    language: Annotated[str, typer.Option(help=say(LANGUAGE))] = "en",
    workspace: Workspace = None,
) -> None:
    """Look a text up."""
    from kaigai.desks.review.translation.lookup import looked_up
    from kaigai.desks.review.translation.told import memory_section
    from kaigai.facts.engine import Engine

    with refusing():
        facts = Facts.open(terminal.workspace_path(workspace))
        total, matches = looked_up(Engine(facts), text, language)
    sections.show([memory_section(total, text, matches)])
    terminal.what_now(("kaigai localise suggest", SUGGEST), workspace=workspace)


def glossary_list(workspace: Workspace = None) -> None:
    """List the terms."""
    from kaigai.desks.review.translation.lookup import listed_terms
    from kaigai.desks.review.translation.told import glossary_section
    from kaigai.facts.engine import Engine

    with refusing():
        facts = Facts.open(terminal.workspace_path(workspace))
        rows = listed_terms(Engine(facts))
    sections.show([glossary_section(rows)])
    terminal.what_now(("kaigai localise glossary add WORD --by NAME", GLOSSARY_ADD),
                      workspace=workspace)  # fmt: skip


def glossary_add(
    word: Annotated[str, typer.Argument(help=say(WORD))],
    by: By,
    form: Annotated[str | None, typer.Option(help=say(FORM))] = None,
    language: Annotated[str | None, typer.Option(help=say(LANGUAGE))] = None,
    artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
    note: Annotated[str | None, typer.Option(help=say(NOTE))] = None,
    workspace: Workspace = None,
) -> None:
    """Set a term."""
    _define(word, by, form, language, artist, note, workspace, remove=False)


def glossary_remove(
    word: Annotated[str, typer.Argument(help=say(WORD))],
    by: By,
    language: Annotated[str | None, typer.Option(help=say(LANGUAGE))] = None,
    artist: Annotated[str | None, typer.Option(help=say(ARTIST))] = None,
    workspace: Workspace = None,
) -> None:
    """Take a term out."""
    _define(word, by, None, language, artist, None, workspace, remove=True)


def _define(
    word: str,
    by: str,
    form: str | None,
    language: str | None,
    artist: str | None,
    note: str | None,
    workspace: Path | None,
    *,
    remove: bool,
) -> None:
    from kaigai.desks.review.translation import actions
    from kaigai.desks.review.translation.told import defined_sections

    with refusing():
        made = actions.define(
            Facts.open(terminal.workspace_path(workspace)),
            word,
            at=datetime.now(UTC),
            by=by,
            form=form,
            language=language,
            artist=artist,
            note=note,
            remove=remove,
        )
    if remove:
        terminal.show(TAKEN_OUT, word=word)
    else:
        sections.show(defined_sections(made))
    terminal.what_now(("kaigai localise glossary list", SEE_TERMS), workspace=workspace)


def glossary_import(
    file: Annotated[Path, typer.Argument(help=say(SHEET))], by: By, workspace: Workspace = None
) -> None:
    """Take a sheet of terms in."""
    from kaigai.desks.review.translation import actions, files
    from kaigai.desks.review.translation.told import defined_sections

    with refusing():
        made = actions.define_all(
            Facts.open(terminal.workspace_path(workspace)),
            files.read(file),
            name=file.name,
            at=datetime.now(UTC),
            by=by,
        )
    sections.show(defined_sections(made))
    terminal.what_now(("kaigai localise suggest", SUGGEST), workspace=workspace)
    raise typer.Exit(terminal.REFUSED if made.bad else terminal.DONE)


COST = Text("see what would be sent, and its cost", "送信量と料金の見積もりを見る")
TAKEN_OUT = Text("{word} is out of the glossary", "「{word}」を用語集から外しました")
