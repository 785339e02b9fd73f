"""What the terminal prints: sentences, tables, progress, and what to do next."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from kaigai.terms.control_signs import visible
from kaigai.terms.progress import Watch, silent
from kaigai.terms.section import Section, cell
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Block, Card, Cards, Figures, Fold, Grounds, Heading, Step

if TYPE_CHECKING:
    from rich.console import Console

PLAIN_WIDTH = 100  #: columns when the output is no terminal
UNBROKEN = 48  #: ids up to this length stay on one line, so that they can be copied


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """`--lang` on the command line, else KAIGAI_LANG, else the system's language, else English."""
    given = [b for a, b in pairwise(arguments) if a == "--lang"]
    given += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    for each in (*given, environ.get("KAIGAI_LANG", ""), system):
        if each[:2] in ("ja", "en"):
            return "ja" if each.startswith("ja") else "en"
    return "en"


class Screen:
    """Standard output and standard error, in one language; nothing said is taken for markup, or
    obeyed by the terminal."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, text: Text | str, **values: Any) -> None:
        """Print a sentence."""
        self._console().print(_shown(self._words(text, **values)))

    def plain(self, text: str) -> None:
        """Print lines as they are, however long."""
        sys.stdout.write(f"{visible(text)}\n")

    def wrong(self, text: Text | str) -> None:
        """Say on standard error why a call was wrong."""
        line = f"[red]{_shown(self._words(text))}[/red]"
        self._console(stderr=True).print(line, soft_wrap=True)

    def heading(self, text: Text) -> None:
        """Print a heading."""
        self._console().print(f"\n[bold]{_shown(self._words(text))}[/bold]")

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Print what can be printed; pictures are left to pages."""
        for each in blocks:
            match each:
                case Section():
                    self._section(each)
                case Heading():
                    self.heading(each.title)
                    if each.lede:
                        self.say(each.lede)
                    if each.more:
                        self.say(f"{each.more.why.to(self.language)}: {_command(each.more)}")
                case Figures():
                    self._section(_as_section(each))
                case Cards():
                    self._cards(each)
                case Grounds():
                    self._grounds(each)
                case Fold():
                    self.heading(each.title)
                    self.say(_beside(self.language, each.about, *(m.text for m in each.marks)))
                    self.blocks(each.blocks)

    def steps(self, steps: Sequence[tuple[str, Text]]) -> None:
        """The answer to "what now?": commands, and what each is for."""
        if not steps:
            return
        console = self._console()
        console.print(f"\n[bold]{_shown(self._words(WHAT_NOW))}[/bold]")
        for command, why in steps:
            line = f"  [cyan]{_shown(command)}[/cyan]  {_shown(self._words(why))}"
            console.print(line, soft_wrap=True)

    @contextmanager
    def progress(self, what: Text) -> Iterator[Watch]:
        """A progress bar with a rate and an estimate, where somebody looks."""
        if not sys.stderr.isatty():
            yield silent
            return
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[item]}"),
        )
        # A bar that is drawn by a thread of its own would keep files from being read apart.
        console = self._console(stderr=True)
        with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
            task = bar.add_task(self._words(what), total=None, item="")

            def watch(done: int, total: int, item: str) -> None:
                bar.update(task, completed=done, total=total or None, item=_shown(item[-40:]))
                bar.refresh()

            yield watch

    def _section(self, section: Section) -> None:
        self.heading(section.title)
        if section.rows:
            self._table(section)
        if section.note:
            self.say(section.note)

    def _table(self, section: Section) -> None:
        from rich.table import Table

        rows = list(section.cells(self.language))
        titles = [each.to(self.language) for each in section.columns]
        ids = {place for place, _ in section.opens}
        ids |= {place for place, each in enumerate(section.columns) if each.en == "id"}
        grid = Table(
            box=None, pad_edge=False, header_style="dim", show_edge=False, show_header=any(titles)
        )
        for place, title in enumerate(titles):
            side: Literal["right", "left"] = "right" if place in section.right else "left"
            whole = place in ids and max(len(row[place]) for row in rows) <= UNBROKEN
            grid.add_column(_shown(title), justify=side, overflow="fold", no_wrap=whole)
        for row in rows:
            grid.add_row(*map(_shown, row))
        self._console().print(grid)

    def _grounds(self, grounds: Grounds) -> None:
        lines = [(name, joined) for name, joined in grounds.lines if joined]
        counted = [(each.label, each.value) for each in grounds.figures]
        for each in (grounds.day, grounds.warning):
            if each:
                self.say(each)
        self._table(Section(BLANK, (BLANK, BLANK), (*counted, *lines)))

    def _cards(self, cards: Cards) -> None:
        self.heading(cards.title)
        for place, card in enumerate(cards.cards, start=1):
            mark = f" ({cell(card.mark, self.language)})" if card.mark else ""
            number = "" if cards.plain else f"{place}. "
            self.say(f"{number}{card.title.to(self.language)}{mark}")
            for line in self._card(card):
                self._indented(line)
        if cards.note:
            self.say(cards.note)

    def _indented(self, line: str) -> None:
        from rich.padding import Padding

        self._console().print(Padding(_shown(line), (0, 0, 0, 3)))

    def _card(self, card: Card) -> Iterator[str]:
        for each in (card.about, *card.sizes, *card.lines):
            if each:
                yield each.to(self.language)
        if card.more:
            yield f"{card.more.why.to(self.language)}: {_command(card.more)}"
        if card.todo:
            yield f"→ {card.todo.to(self.language)}"

    def _words(self, text: Text | str, **values: Any) -> str:
        return text.to(self.language, **values) if isinstance(text, Text) else text

    @staticmethod
    def _console(*, stderr: bool = False) -> "Console":
        from rich.console import Console

        stream = sys.stderr if stderr else sys.stdout
        width = None if stream.isatty() else int(os.environ.get("COLUMNS") or PLAIN_WIDTH)
        return Console(stderr=stderr, width=width, highlight=False, emoji=False)


def _shown(text: str) -> str:
    """What was said, neither taken for markup nor obeyed by the terminal."""
    from rich.markup import escape

    return escape(visible(text))


def _beside(language: Language, *several: Text) -> str:
    return " · ".join(each.to(language) for each in several if each.en)


def _command(step: Step) -> str:
    from kaigai.doors.step_command import as_command
    from kaigai.verbs.index import VERBS

    return as_command(step, VERBS, None)


def _as_section(figures: Figures) -> Section:
    rows = [
        (each.label, each.value, each.of, each.note or each.source) for each in figures.figures
    ]
    return Section(figures.title, (BLANK, BLANK, BLANK, BLANK), tuple(rows), right=(1,))


BLANK = Text("", "")
WHAT_NOW = Text("What now?", "次にすること")
