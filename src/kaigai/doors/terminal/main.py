"""The `kaigai` command: every verb by its words, as it declares itself."""

import gc
import logging
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, Final

import click

from kaigai.doors.page.file import check_ending, check_input
from kaigai.doors.step_command import as_command
from kaigai.doors.terminal.command_line import LANG, loaded, options_of
from kaigai.doors.terminal.help_text import help_of, help_of_all, help_of_group
from kaigai.doors.terminal.screen import Screen, language_of
from kaigai.facts.arrow_process import declare_ours
from kaigai.facts.ibis_process import spare_compilers
from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import DUCKDB, Call, Verb

if TYPE_CHECKING:
    from kaigai.facts.store import Facts

DONE, REFUSED, WRONG, STOPPED, ENDED = 0, 1, 2, 130, 143  #: exit statuses
DEFAULT_WORKSPACE: Final = "kaigai-workspace"
OPENERS: Final = {"darwin": "open", "win32": "start"}  #: what shows a file to people
BINARY: Final = ("parquet", "xlsx")  #: no use on a screen
FORMATS: Final = ("table", "csv", "json", "parquet", "xlsx")


def main() -> None:
    """Run the command line."""
    # Nothing here does linear algebra; without its threads, reading may fork its workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    declare_ours()
    spare_compilers()
    for stream in (sys.stdout, sys.stderr):
        # A screen that lacks a letter shows another in its place.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if log := os.environ.get("KAIGAI_LOG"):
        logging.basicConfig(filename=log, level=logging.INFO)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    status = run(sys.argv[1:], os.environ)
    if status in (STOPPED, ENDED):
        # All is put away by now; threads that are still at what nobody wants are not waited for.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    gc.freeze()  # what is left ends with the process, and need not be gone through for cycles
    sys.exit(status)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """One call: prints its answer, and returns the exit status."""
    language = language_of(arguments, environ)
    screen = Screen(language)
    try:
        return _run(_without_lang(arguments), screen, environ)
    except Refused as error:
        screen.wrong(error.text)
    except click.UsageError as error:
        screen.wrong(_usage_error(error))
    except KeyboardInterrupt:
        screen.wrong(INTERRUPTED)
        return STOPPED
    except SystemExit as error:
        if error.code != ENDED:
            raise
        screen.wrong(INTERRUPTED)
        return ENDED
    except BrokenPipeError:
        # Whoever read the pipe has seen enough; nothing more is to be flushed into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return WRONG


def _run(arguments: Sequence[str], screen: Screen, environ: Mapping[str, str]) -> int:
    if "--version" in arguments[:1]:
        from importlib.metadata import version

        screen.say(f"kaigai {version('kaigai')}")
        return DONE
    if not arguments or arguments[0] == "--help":
        screen.plain(help_of_all(list(VERBS.values()), screen.language))
        return DONE
    verb, rest = found(arguments)
    if verb is None:
        screen.plain(help_of_group(" ".join(rest), below(" ".join(rest)), screen.language))
        return DONE
    given = _parsed(verb, rest)
    if given.pop("help"):
        screen.plain(help_of(verb, below(verb.name), screen.language))
        return DONE
    return _Asking(verb, rest, given, screen, environ)()


def found(words: Sequence[str]) -> tuple[Verb | None, list[str]]:
    """The verb that the first words name, and what follows them; no verb, and the words, where
    they only begin others. Raises Refused where they are none."""
    names = {name: each for each in VERBS.values() for name in (each.name, *each.also)}
    for n in (3, 2, 1):
        name = " ".join(words[:n])
        if len(words) >= n and name in names:
            return names[name], list(words[n:])
    for n in (2, 1):
        name = " ".join(words[:n])
        if len(words) >= n and below(name):
            if list(words[n:]) in ([], ["--help"]):
                return None, list(words[:n])
            raise Refused(_no_verb(" ".join(words[: n + 1]), [each.name for each in below(name)]))
    raise Refused(_no_verb(words[0], list(names)))


def below(name: str) -> list[Verb]:
    """The verbs whose words begin with these and go on."""
    return [each for each in VERBS.values() if each.name.startswith(f"{name} ")]


def _parsed(verb: Verb, rest: Sequence[str]) -> dict[str, Any]:
    """What was typed, by the names of parameters and of the door's options; raises UsageError."""
    parameters: list[click.Parameter] = []
    for each in verb.asked.values():
        if each.param.word:
            nargs = -1 if each.param.many else 1
            parameters.append(click.Argument([each.name], nargs=nargs, required=False))
        else:
            parameters.append(
                click.Option(
                    [f"--{each.option}", f"of_{each.name}"],
                    is_flag=each.takes == "flag" or None,
                    multiple=each.param.many,
                )
            )
    for option in options_of(verb):
        names = [f"--{name}" for name in (option.name, option.also) if name]
        parameters.append(click.Option([*names, option.name], is_flag=not option.shown or None))
    command = click.Command(verb.name, params=parameters, add_help_option=False)
    context = command.make_context(f"kaigai {verb.name}", list(rest))
    return {name.removeprefix("of_"): value for name, value in context.params.items()}


class _Asking:
    """One call of one verb."""

    def __init__(
        self,
        verb: Verb,
        typed: Sequence[str],
        given: dict[str, Any],
        screen: Screen,
        environ: Mapping[str, str],
    ) -> None:
        self.verb, self.typed, self.screen = verb, typed, screen
        asked = {name: given.pop(name) for name in verb.asked}
        if given.get("debug"):
            logging.basicConfig(stream=sys.stderr, level=logging.INFO)
        self.format = "json" if given.get("json") else given.get("format") or ""
        self.out = given.get("out") or ("" if self.format else verb.out)
        self.engine = given.get("engine")
        if given.get("workspace") == "":
            raise Refused(NO_WORKSPACE)
        self.workspace = Path(given["workspace"]) if given.get("workspace") else None
        self.by = " ".join((given.get("by") or "").split())
        self.limit = _limit(given.get("limit"))
        self.root = self.workspace or Path(environ.get("KAIGAI_WORKSPACE") or DEFAULT_WORKSPACE)
        self._check()
        loading = {n: loaded(verb.asked[n], each) if each else each for n, each in asked.items()}
        self.values = verb.values(loading)
        typed = list(_files(verb, asked))
        #: Files by name, as they were typed: a step names them so that it can be typed again.
        #: Of two in different folders that are called alike, the first.
        self.paths = {Path(each).name: each for each in reversed(typed)}
        if self.out:
            check_input(Path(self.out), map(Path, typed))
            self.paths[Path(self.out).name] = self.out

    def __call__(self) -> int:
        """Ask, and show or write the answer; returns the exit status."""
        at = datetime.now(UTC)
        rows_as = "" if self.format == "table" else self.format
        if self.verb.piped and not (self.out or self.format or sys.stdout.isatty()):
            rows_as = self.verb.piped
        name = Path(self.out).name or (f"rows.{rows_as}" if rows_as else "")
        with self.screen.progress(self.verb.doing) as watch:
            call = Call(
                self._store(),
                at,
                self.screen.language,
                self.engine or DUCKDB,
                self.limit or self.verb.lines_for(name),
                watch,
                self.by,
                name,
            )
            answer = self._answer(call)
        if rows_as:
            self._pipe(answer, rows_as)
        elif self.out and not (self.verb.makes and answer.file is None):
            self._write(answer, at.astimezone(call.zone))
        else:
            self._show(answer)
        return REFUSED if answer.refused else DONE

    def _check(self) -> None:
        """What can be said before anything is read; raises Refused."""
        if self.format and self.format not in FORMATS:
            raise Refused(_no_format(self.format))
        if self.format in BINARY and sys.stdout.isatty():
            raise Refused(_not_on_screen(self.format))
        if self.verb.kind == "decide" and not self.by:
            raise Refused(NO_NAME)
        if self.out:
            check_ending(self.out, self.verb)

    def _store(self) -> "Facts | None":
        if self.verb.stands == "none":
            return None
        from kaigai.facts.store import Facts

        if self.verb.stands == "any" and not self.workspace:
            return Facts.open(self.root) if Facts.is_at(self.root) else None
        # A workspace that a verb may make is made when it is first written to.
        return Facts(self.root) if self.verb.stands == "new" else Facts.open(self.root)

    def _answer(self, call: Call) -> Answer:
        """The answer; what goes wrong on an engine that the call named is said in words."""
        try:
            return self.verb.answer(call, self.values)
        except Refused:
            raise
        except Exception as error:
            if self.engine is None:
                raise
            raise Refused(_bad_engine(self.engine, error)) from error

    def _show(self, answer: Answer) -> None:
        if answer.lede:
            self.screen.say(answer.lede)
        self.screen.blocks(answer.blocks)
        steps = self._steps(answer)
        if self.verb.pictures and answer.charts:
            typed = "".join(f" {quote(each)}" for each in self.typed)
            page = f"{self.verb.name.replace(' ', '-')}.html"
            steps.append((f"kaigai {self.verb.name}{typed} --out {page}", PAGE))
        self.screen.steps(steps)

    def _pipe(self, answer: Answer, format: str) -> None:
        from kaigai.doors.page.file import write_rows

        write_rows(answer, sys.stdout.buffer, format, self.screen.language)
        sys.stdout.flush()

    def _write(self, answer: Answer, at: datetime) -> None:
        from kaigai.doors.page.file import write

        out = Path(self.out)
        written = write(answer, out, language=self.screen.language, at=at)
        if self.verb.makes:
            self.screen.blocks(answer.blocks)
        if written.rows is None:
            self.screen.say(WRITTEN, out=out, size=_size(written.size))
        else:
            self.screen.say(ROWS_WRITTEN, out=out, n=f"{written.rows:,}")
        steps = self._steps(answer)
        if out.suffix.lower() == ".html":
            opener = OPENERS.get(sys.platform, "xdg-open")
            steps.insert(0, (f"{opener} {quote(str(out))}", LOOK))
        self.screen.steps(steps)

    def _steps(self, answer: Answer) -> list[tuple[str, Text]]:
        return [
            (as_command(each, VERBS, self.workspace, self.paths), each.why)
            for each in answer.steps
        ]


def _files(verb: Verb, given: Mapping[str, Any]) -> Iterator[str]:
    """The paths that were typed for files."""
    for name, value in given.items():
        if verb.asked[name].takes == "file" and value:
            yield from value if verb.asked[name].param.many else [value]


def _without_lang(arguments: Sequence[str]) -> list[str]:
    """The call without `--lang`, which is known by now; raises Refused for another language."""
    left: list[str] = []
    given = iter(arguments)
    for each in given:
        if each == "--lang" or each.startswith("--lang="):
            lang = next(given, "") if each == "--lang" else each.partition("=")[2]
            if lang not in ("ja", "en"):
                raise Refused(LANG.about)
        else:
            left.append(each)
    return left


def _limit(typed: str | None) -> int | None:
    if typed is None:
        return None
    if typed.isdecimal() and int(typed):
        return int(typed)
    raise Refused(
        Text(
            f"--limit: {typed} is no number of lines; write 1 or more",
            f"--limit: {typed} は行数ではありません。1以上の整数を指定してください",
        )
    )


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.1f} KB"


def _usage_error(error: click.UsageError) -> Text:
    """What Click says of a call, in both languages."""
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities or []
        en = f"there is no option {error.option_name}"
        ja = f"{error.option_name} というオプションはありません"
        return _with_near(en, ja, sorted(near), "--help")
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        return Text(f"{name} needs a value, or takes none", f"{name} の値の指定が正しくありません")
    return Text(
        f"that is too much: {error.message}",
        f"余分な引数があります: {error.message}",
    )


def _no_verb(name: str, known: Sequence[str]) -> Text:
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return _with_near(
        f"there is no verb {name}", f"{name} というコマンドはありません", near, "kaigai --help"
    )


def _with_near(en: str, ja: str, near: Sequence[str], where: str) -> Text:
    if near:
        return Text(
            f"{en}; did you mean {', '.join(near)}?", f"{ja}。もしかして: {'、'.join(near)}"
        )
    return Text(f"{en}; {where} lists all", f"{ja}。{where} で一覧できます")


def _no_format(given: str) -> Text:
    return Text(
        f"there is no format {given}; there are: {', '.join(FORMATS)}",
        f"{given} という形式はありません。あるのは {'、'.join(FORMATS)} です",
    )


def _not_on_screen(format: str) -> Text:
    return Text(
        f"{format} is no use on a screen; add --out FILE",
        f"{format} は画面に表示できません。--out でファイルを指定してください",
    )


def _bad_engine(engine: str, error: Exception) -> Text:
    first = str(error).split("\n")[0] or type(error).__name__
    return Text(
        f"the engine {engine} cannot be used: {first}", f"エンジン {engine} を使えません: {first}"
    )


NO_NAME = Text("say who decides: --by NAME", "決めた人の名前を --by で指定してください")
INTERRUPTED = Text("stopped; nothing half-done was kept", "中断しました。途中の結果は残りません")
WRITTEN = Text("{out}: written, {size}", "{out}: 書き出しました({size})")
ROWS_WRITTEN = Text("{out}: {n} rows", "{out}: {n}行を書き出しました")
NO_WORKSPACE = Text(
    "--workspace: the path is empty; write the workspace's folder, or leave the option out",
    "--workspace: パスが空です。ワークスペースのフォルダを書くか、このオプションを外してください",
)
LOOK = Text("look at it in a browser, or print it", "ブラウザで見る、または印刷する")
PAGE = Text("have it as a page with pictures", "図入りのページにする")
