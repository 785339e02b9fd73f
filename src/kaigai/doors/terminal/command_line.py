"""A verb's options as they are typed: what is said of them, and what is read for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import File
from kaigai.verbs.verb import PAGES, PICTURES, TABLES, Asked, Verb

MOST_BYTES: Final = 256 * 1024**2  #: of a file that a verb is given whole


@dataclass(frozen=True, slots=True)
class Option:
    """An option that the door adds to a verb."""

    name: str
    about: Text
    shown: str = ""  #: what stands for its value; "" for a flag
    also: str = ""


LANG: Final = Option("lang", Text("Language: ja or en.", "表示言語(ja または en)。"), "LANG")
DEBUG: Final = Option(
    "debug",
    Text(
        "Show what goes wrong inside as well: tracebacks, for a report of a fault.",
        "内部のエラーも表示します(不具合の報告用)。",
    ),
)
HELP: Final = Option("help", Text("Show this and stop.", "この説明を表示して終了します。"))
LIMIT: Final = Option(
    "limit",
    Text("At most so many lines{default}.", "最大行数{default}。"),
    "N",
)
OUT: Final = Option(
    "out", Text("Write to this file: {endings}.", "ファイルに書き出します: {endings}。"), "FILE"
)
FORMAT: Final = Option(
    "format",
    Text(
        "Rows to a pipe: csv, json, parquet or xlsx.",
        "行をパイプへ出力します(csv・json・parquet・xlsx)。",
    ),
    "FORMAT",
)
JSON: Final = Option("json", Text("Short for --format json.", "--format json の略。"))
BY: Final = Option(
    "by", Text("Who decides: the name that is kept.", "決めた人の名前(記録に残ります)。"), "NAME"
)
ENGINE: Final = Option(
    "engine",
    Text(
        "What does the work, for example spark://HOST:7077 (else DuckDB, here).",
        "計算を実行するエンジン。例: spark://HOST:7077(既定はこの端末のDuckDB)。",
    ),
    "URL",
)
WORKSPACE: Final = Option(
    "workspace",
    Text(
        "The workspace folder (else KAIGAI_WORKSPACE, else ./kaigai-workspace).",
        "ワークスペースのフォルダ(既定は KAIGAI_WORKSPACE、なければ ./kaigai-workspace)。",
    ),
    "FOLDER",
)
PAGE, PICTURE, TABLE = Text("a page", "ページ"), Text("a picture", "図"), Text("a table", "表")


def options_of(verb: Verb) -> Iterator[Option]:
    """The options that the door adds, in the order in which they are listed."""
    if verb.kind == "decide":
        yield BY
    if not verb.makes and verb.lines:
        told = Text(
            f" ({verb.lines} on a screen, else all)", f"(画面では{verb.lines}行、ほかは全件)"
        )
        yield Option(LIMIT.name, _filled(LIMIT.about, default=told), LIMIT.shown)
    if not verb.makes:
        yield from (FORMAT, JSON)
    yield Option(OUT.name, _filled(OUT.about, endings=_endings(verb)), OUT.shown, verb.out_also)
    if verb.stands != "none":
        if verb.kind != "decide":
            yield ENGINE
        yield WORKSPACE
    yield LANG
    yield DEBUG
    yield HELP


def _filled(text: Text, **values: Text) -> Text:
    return Text(
        text.en.format(**{name: each.en for name, each in values.items()}),
        text.ja.format(**{name: each.ja for name, each in values.items()}),
    )


def _endings(verb: Verb) -> Text:
    """Endings, and what each is good for."""
    if verb.makes:
        listed = " ".join(verb.makes)
        return Text(listed, listed)
    groups = [(PAGE, PAGES), *([(PICTURE, PICTURES)] if verb.pictures else []), (TABLE, TABLES)]
    return Text(
        ", ".join(f"{' '.join(ends)} {kind.en}" for kind, ends in groups),
        "、".join(f"{' '.join(ends)} は{kind.ja}" for kind, ends in groups),
    )


def loaded(asked: Asked, given: Any) -> Any:
    """What was typed for a parameter, files read; raises Refused."""
    if asked.takes == "path":
        return tuple(Path(each) for each in given) if asked.param.many else Path(given)
    if asked.takes != "file":
        return given
    if asked.param.many:
        return tuple(_file(each) for each in given)
    return _file(given)


def _file(path: str) -> File:
    try:
        with Path(path).open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused(
            Text(f"{path} cannot be read ({why})", f"{path} を読み込めません({why})")
        ) from error
    if len(content) > MOST_BYTES:
        raise Refused(
            Text(
                f"{path} is larger than {MOST_BYTES // 1024**2} MB",
                f"{path} は{MOST_BYTES // 1024**2}MBを超えています",
            )
        )
    return File(Path(path).name, content)
