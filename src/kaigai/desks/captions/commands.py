"""The terminal door of captions: `kaigai captions check`, `fix`, `convert` and `rules`."""

from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from kaigai.cli import sections, terminal, when
from kaigai.cli.out import write
from kaigai.cli.refusing import refusing
from kaigai.cli.terminal import say
from kaigai.desks.captions.group import ABOUT, group
from kaigai.desks.captions.limits import Audience
from kaigai.desks.captions.wording import (
    AS_OF,
    AUDIENCE,
    CHECK_AGAIN,
    CHECK_HELP,
    CONVERT_HELP,
    ENCODING,
    FILE,
    FILES,
    FIX_HELP,
    FIX_IT,
    FOR,
    FPS,
    HELD_BACK,
    IMPORT,
    LANGUAGE,
    LIMIT_HELP,
    LYRICS,
    NO_FORMAT,
    NO_KIND,
    NO_TERRITORY,
    NOT_TO_LEAVE,
    ORIGINAL,
    OUT_CHECK,
    OUT_CONVERT,
    OUT_NEW,
    PAGE,
    RULES_HELP,
    SAME_FILE,
    SEE_CLEARANCES,
    SHOWN_IN,
    SUNG,
    TERRITORY,
    UNREADABLE,
    WORK,
    WRITE_IT,
    WRITTEN,
)
from kaigai.facts.store import Facts, StoreError

if TYPE_CHECKING:
    from kaigai.desks.captions.clearances.permission import Decision
    from kaigai.desks.captions.gate import Asked
    from kaigai.desks.captions.work import Checked
    from kaigai.formats.captions.document import Opened

LIMIT = 60  #: problems on a screen


Workspace = Annotated[Path | None, typer.Option("--workspace", help=say(terminal.WORKSPACE))]
Language_ = Annotated[str, typer.Option(help=say(LANGUAGE))]
Original = Annotated[Path | None, typer.Option(help=say(ORIGINAL))]
Fps = Annotated[float, typer.Option(min=1, max=240, help=say(FPS))]
Encoding = Annotated[str, typer.Option(help=say(ENCODING))]
Audience_ = Annotated[str, typer.Option(help=say(AUDIENCE))]


def register(app: typer.Typer) -> None:
    """Add the commands about captions."""
    captions = group(app, say(ABOUT))

    @captions.command("check", help=say(CHECK_HELP))
    def check_(
        files: Annotated[list[Path], typer.Argument(help=say(FILES))],
        language: Language_ = "",
        encoding: Encoding = "",
        original: Original = None,
        fps: Fps = 24.0,
        audience: Audience_ = "adult",
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT_HELP))] = LIMIT,
        out: Annotated[Path | None, typer.Option(help=say(OUT_CHECK))] = None,
    ) -> None:
        from kaigai.desks.captions import work

        for_whom = _audience(audience)
        with refusing():
            beside = _open(original) if original else None
            checked = [
                work.check(
                    _open(path, language, encoding), fps=fps, audience=for_whom, original=beside
                )
                for path in files
            ]
        if out is None:
            _screen(checked, files, limit)
        else:
            _deliver(checked, out)
        grave = any(work.worst(each.problems) or each.opened.faults for each in checked)
        raise typer.Exit(terminal.REFUSED if grave else terminal.DONE)

    @captions.command("fix", help=say(FIX_HELP))
    def fix_(
        file: Annotated[Path, typer.Argument(help=say(FILE))],
        out: Annotated[Path | None, typer.Option(help=say(OUT_NEW))] = None,
        language: Language_ = "",
        encoding: Encoding = "",
        original: Original = None,
        fps: Fps = 24.0,
        audience: Audience_ = "adult",
        limit: Annotated[int, typer.Option(min=1, help=say(LIMIT_HELP))] = LIMIT,
    ) -> None:
        from kaigai.desks.captions import shown, work

        for_whom = _audience(audience)
        with refusing():
            opened = _open(file, language, encoding)
            beside = _open(original) if original else None
            kind = _kind(out, file) if out else opened.captions.kind
            mended = work.fix(opened, kind=kind, fps=fps, audience=for_whom, original=beside)
        sections.show(shown.fixed_sections(mended.fixed, mended.before, mended.after, limit))
        sections.show(shown.fault_sections(opened.name, opened.faults))
        if out is None:
            command = f"kaigai captions fix {quote(str(file))} --out {quote(_beside(file))}"
            terminal.what_now((command, WRITE_IT))
            return
        if mended.losses:
            sections.show(shown.loss_sections(mended.losses, kind))
        write(out, mended.content)
        terminal.show(WRITTEN, out=out, count=len(mended.fixed.track.cues))
        terminal.what_now((f"kaigai captions check {quote(str(out))}", CHECK_AGAIN))

    @captions.command("convert", help=say(CONVERT_HELP))
    def convert_(
        file: Annotated[Path, typer.Argument(help=say(FILE))],
        out: Annotated[Path, typer.Option(help=say(OUT_CONVERT))],
        language: Language_ = "",
        encoding: Encoding = "",
        delivery: Annotated[str, typer.Option("--for", help=say(FOR))] = "",
        lyrics: Annotated[bool, typer.Option("--lyrics", help=say(LYRICS))] = False,
        work: Annotated[str, typer.Option(help=say(WORK))] = "",
        territory: Annotated[list[str] | None, typer.Option(help=say(TERRITORY))] = None,
        sung: Annotated[str, typer.Option(help=say(SUNG))] = "",
        as_of: Annotated[str | None, typer.Option(help=say(AS_OF))] = None,
        workspace: Workspace = None,
    ) -> None:
        from kaigai.desks.captions import shown
        from kaigai.desks.captions.gate import Asked, asked
        from kaigai.desks.captions.work import convert

        day = when.day(as_of) or datetime.now(UTC).date()
        with refusing():
            opened = _open(file, language, encoding)
            kind = _kind(out, file)
            facts = _facts(workspace)
            home = facts.settings.home_language if facts else "ja"
            need = asked(opened, are_lyrics=lyrics, original=sung or home)
            if isinstance(need, Asked) and (lyrics or delivery):
                _pass(facts, need, work, territory or [], day, workspace)
            converted = convert(opened, kind=kind)
        sections.show(shown.loss_sections(converted.losses, kind))
        sections.show(shown.fault_sections(opened.name, opened.faults))
        if isinstance(need, Asked) and not (lyrics or delivery):
            terminal.show(NOT_TO_LEAVE, count=len(need.cues))
        elif not isinstance(need, Asked) and delivery:
            terminal.show(need.reason)
        write(out, converted.content)
        terminal.show(WRITTEN, out=out, count=len(opened.captions.cues))
        terminal.what_now((f"kaigai captions check {quote(str(out))}", CHECK_AGAIN))

    @captions.command("rules", help=say(RULES_HELP))
    def rules_() -> None:
        from kaigai.desks.captions.shown import rules_sections

        sections.show(rules_sections())
        terminal.what_now(("kaigai captions check FILE", CHECK_HELP))


def _audience(given: str) -> Audience:
    known = {each: each for each in get_args(Audience)}
    if given not in known:
        terminal.wrong(AUDIENCE)
    return known[given]


def _open(path: Path, language: str = "", encoding: str = "") -> "Opened":
    from kaigai.formats.captions.document import opened
    from kaigai.formats.captions.lines import MAX_BYTES

    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        terminal.wrong(UNREADABLE, path=path, error=error.strerror or error)
    return opened(data, path.name, language, encoding or None)


def _kind(out: Path, file: Path) -> str:
    """The format of the new file, which is never the old one."""
    from kaigai.formats.captions.kinds import ENDINGS, kind_of

    kind = kind_of(out.name)
    if kind is None:
        terminal.wrong(NO_KIND, out=out, endings=", ".join(f".{each}" for each in ENDINGS))
    if out.resolve() == file.resolve():
        terminal.wrong(SAME_FILE, out=out)
    return kind.name


def _facts(workspace: Path | None) -> Facts | None:
    """The workspace, where there is one: captions can be converted without."""
    try:
        return Facts.open(terminal.workspace_path(workspace))
    except StoreError:
        if workspace is not None:
            raise
        return None


def _pass(
    facts: Facts | None,
    need: "Asked",
    work: str,
    territories: list[str],
    day: date,
    workspace: Path | None,
) -> None:
    """Let lyrics through, or say why they may not leave, and end."""
    from kaigai.desks.captions.gate import NO_LANGUAGE
    from kaigai.formats.captions.songs import numbers

    if not need.language:
        terminal.wrong(NO_LANGUAGE)
    decision = _decision(facts, need, work, _places(territories), day)
    if decision.allowed:
        terminal.show(decision.reason)
        return
    terminal.show(HELD_BACK, reason=say(decision.reason), cues=numbers(need.cues))
    terminal.what_now(
        ("kaigai clearances", SEE_CLEARANCES),
        ("kaigai clearances import SHEET --by NAME", IMPORT),
        workspace=workspace,
    )
    raise typer.Exit(terminal.REFUSED)


def _decision(
    facts: Facts | None, need: "Asked", work: str, territories: list[str], day: date
) -> "Decision":
    from kaigai.desks.captions.clearances import actions
    from kaigai.desks.captions.clearances.permission import may_leave

    if facts is None:
        return may_leave(kind="lyrics", work=work, language=need.language, use=need.use,
                         territories=territories, day=day, clearances=())  # fmt: skip
    return actions.decide(facts, kind="lyrics", work=work, language=need.language, use=need.use,
                          territories=territories, day=day)  # fmt: skip


def _places(given: list[str]) -> list[str]:
    from kaigai.formats.sheets.territory_cell import place_of
    from kaigai.terms.territories import codes_of, union

    places = [place_of(each) for each in given]
    unknown = [word for place in places for word in place.unknown]
    if unknown:
        terminal.wrong(NO_TERRITORY, name=", ".join(unknown))
    return list(codes_of(union(*(place.mask for place in places)))) if places else []


def _screen(checked: "list[Checked]", files: list[Path], limit: int) -> None:
    from kaigai.desks.captions.shown import checked_sections

    for each in checked:
        sections.show(
            checked_sections(each.opened, each.track, each.problems, each.fixable, limit)
        )
    steps = [
        (f"kaigai captions fix {quote(str(path))} --out {quote(_beside(path))}", FIX_IT)
        for each, path in zip(checked, files, strict=True)
        if each.fixable
    ]
    every = " ".join(quote(str(path)) for path in files)
    steps.append((f"kaigai captions check {every} --out captions.html", PAGE))
    terminal.what_now(*steps)


def _beside(path: Path) -> str:
    return str(path.with_name(f"fixed_{path.name}"))


def _deliver(checked: "list[Checked]", out: Path) -> None:
    from kaigai.desks.captions.shown import told
    from kaigai.facts.export import ExportError, export, format_of

    ending, format = out.suffix.lower(), format_of(out)
    if ending == ".html":
        from kaigai.desks.captions.pictured import page

        write(out, page(checked, terminal.LANGUAGE, datetime.now(UTC)).encode())
    elif ending in (".svg", ".png") and len(checked) == 1 and checked[0].track.cues:
        from kaigai.desks.captions.pictured import picture

        kind = "svg" if ending == ".svg" else "png"
        write(out, picture(checked[0], terminal.LANGUAGE, kind))  # type: ignore[arg-type]
    elif format is None or format == "parquet":
        terminal.wrong(NO_FORMAT, out=out)
    else:
        files = [(each.opened, each.problems, each.fixable) for each in checked]
        try:
            export(told(files, terminal.LANGUAGE).to_reader(), out, format)
        except ExportError as error:
            terminal.wrong(error.text)
    terminal.show(SHOWN_IN, out=out, count=sum(len(each.problems) for each in checked))
    terminal.what_now(("kaigai captions fix FILE --out NEW", FIX_IT))
