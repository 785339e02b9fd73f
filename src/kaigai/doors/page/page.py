"""An answer as one page, or its picture as a file: it needs nothing else and loads nothing."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import takewhile
from typing import Any, Final, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kaigai.doors.step_command import as_command
from kaigai.terms.section import Mark, Section, Share, cell
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import (
    Answer,
    Block,
    Cards,
    Chart,
    Figures,
    Fold,
    Grounds,
    Heading,
    Legend,
    Screen,
    Step,
)
from kaigai.verbs.index import VERBS

KICKER: Final = Text("Kaigai: music abroad", "Kaigai 音楽の海外展開")
MADE: Final = Text("Made {at}", "作成 {at}")
CONTENTS: Final = Text("Contents", "目次")
SKIP: Final = Text("Skip to the answer", "本文へ移動")
AS_TABLE: Final = Text("As a table", "表で見る")
IS_UNKNOWN: Final = Text("unknown", "不明")
SOURCE: Final = Text("Source: {source}", "出典: {source}")
MADE_BY: Final = Text("Made by Kaigai", "Kaigaiで作成")
SENTENCE: Final = 100  #: letters from which on a value is to be read, not looked up
DAYS: Final = re.compile(r"\d{4}-\d\d-\d\d\D{0,4}(\d{4}-\d\d-\d\d)?")
ENLARGED: Final = 1.3  #: a drawing is shown at most so many times as large as it was drawn
FEW: Final = 3  #: headings from which on a page has a table of contents


def page(answer: Answer, language: Language, at: datetime) -> str:
    """The answer as HTML in a language; `at` is when it was made, in the zone to tell it in."""
    told = _told(answer, language)
    headings = [heading for heading, _ in told["groups"] if heading]
    return _template().render(
        told,
        language=language,
        kicker=(answer.kicker or KICKER).to(language),
        made=MADE.to(language, at=cell(at, language)),
        contents=headings if len(headings) >= FEW else [],
    )


def part(answer: Answer, language: Language) -> str:
    """The answer as a part of a page that is not ours, such as a notebook: it looks the same."""
    template = _environment().get_template("part.html")
    return template.render(_told(answer, language), style=Markup(_scoped_style()))  # noqa: S704


def _told(answer: Answer, language: Language) -> dict[str, Any]:
    """What both templates ask for."""
    standing, blocks = _standing(answer.blocks)
    title = answer.title.to(language)
    return {
        "say": lambda text, **values: text.to(language, **values),
        "words": _WORDS,
        "command": _command,
        "title": title,
        "lede": answer.lede.to(language) if answer.lede else "",
        "standing": standing,
        "groups": [
            (heading, _shown_below(each, heading.title if heading else answer.title, language))
            for heading, each in _groups(blocks)
        ],
    }


def _command(step: Step) -> str:
    return as_command(step, VERBS, None)


def _standing(blocks: Sequence[Block]) -> tuple[list[Grounds], list[Block]]:
    """What the answer stands on, which a page shows in its head; and all other blocks."""
    first = list(takewhile(lambda each: isinstance(each, Grounds), blocks))
    return [each for each in first if isinstance(each, Grounds)], list(blocks[len(first) :])


@lru_cache(maxsize=1)
def _scoped_style() -> str:
    loader = _environment().loader
    assert loader is not None
    style = loader.get_source(_environment(), "page.css")[0]
    return f"@scope (.kaigai) {{ {style.replace(':root', ':scope')} }}"


def picture(answer: Answer, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The first picture of an answer as a file of its own; empty where it has none."""
    from kaigai.pictures.drawing import standalone, unchecked

    for chart in answer.charts[:1]:
        with unchecked():
            drawn = chart.draw(language, "wide")
        return standalone(drawn.properties(title=chart.title.to(language)), kind)
    return b""


def svgs(chart: Chart, language: Language) -> tuple[str, str]:
    """A chart for wide and for narrow screens; the second is empty where one serves both."""
    from kaigai.pictures.drawing import svg, unchecked

    title, about = chart.title.to(language), chart.about.to(language)
    screens: tuple[Screen, ...] = ("wide",) if chart.single else ("wide", "narrow")
    with unchecked():
        charts = {f"{chart.name}-{each}": chart.draw(language, each) for each in screens}
    drawn = [svg(each, id=id, title=title, about=about) for id, each in charts.items()]
    return drawn[0], "".join(drawn[1:])


def _shown_below(
    blocks: Sequence[Block], heading: Text, language: Language
) -> list[dict[str, Any]]:
    """Blocks below a heading: one has a heading of its own where it says anything else."""
    found: list[dict[str, Any]] = []
    above: Block | None = None
    for each in blocks:
        shown = _shown(each, language)
        title = shown.get("title")
        folded = isinstance(each, Fold) or bool(shown.get("folded") and shown["rows"])
        # A list that is the picture above it in figures needs no name of its own.
        shown["same"] = _is_same(each, above)
        shown["heads"] = not (title in (None, heading) or folded or shown["same"])
        found.append(shown)
        above = each
    return found


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Each heading with the blocks below it; before the first, each block stands alone, but for
    what can be opened, or is a picture's list: that stands with the block above it."""
    heading: Heading | None = None
    below: list[Block] = []
    for each in blocks:
        last = below[-1] if below else None
        if isinstance(each, Heading) or not (heading or _is_closed(each) or _is_same(each, last)):
            if heading or below:
                yield heading, below
            heading = each if isinstance(each, Heading) else None
            below = [] if heading else [each]
        else:
            below.append(each)
    if heading or below:
        yield heading, below


def _is_same(block: Block, above: Block | None) -> bool:
    """Whether a list is the picture above it, in figures."""
    return isinstance(block, Section) and isinstance(above, Chart) and block.title == above.title


def _is_closed(block: Block) -> bool:
    return isinstance(block, Fold) or (isinstance(block, Section) and block.folded)


def _shown(block: Block, language: Language) -> dict[str, Any]:
    match block:
        case Chart():
            wide, narrow = svgs(block, language)
            return {
                "kind": "chart",
                "title": block.title,
                # Made by our own drawing, which escapes what it is given.
                "wide": Markup(wide),  # noqa: S704
                "narrow": Markup(narrow),  # noqa: S704
                "most": 0 if block.single else _most(wide),
                "source": block.source,
                "legend": block.legend or Legend(),
                "is_map": block.is_map,
            }
        case Section():
            return _section(block, language)
        case Figures():
            return {"kind": "figures", "title": block.title, "figures": block.figures}
        case Cards():
            return {
                "kind": "cards",
                "title": block.title,
                "cards": block.cards,
                "note": block.note,
                "plain": block.plain,
            }
        case Fold():
            return {
                "kind": "fold",
                "title": block.title,
                "about": block.about,
                "marks": block.marks,
                "blocks": [_shown(each, language) for each in block.blocks],
            }
        case Grounds():
            return {
                "kind": "grounds",
                "figures": block.figures,
                "lines": block.lines,
                "warning": block.warning,
            }
        case Heading():
            raise AssertionError("headings are groups")


def _section(section: Section, language: Language) -> dict[str, Any]:
    return {
        "kind": "section",
        "title": section.title,
        "columns": section.columns if any(each.en for each in section.columns) else (),
        "rows": [[_cell(each, language) for each in row] for row in section.rows],
        "right": set(section.right),
        "note": section.note,
        "folded": section.folded,
        "is_told": _is_told(section),
        "same": False,
        "kept": section.kept,
        "bars": {
            place
            for row in section.rows
            for place, each in enumerate(row)
            if isinstance(each, Share)
        },
    }


def _is_told(section: Section) -> str:
    """How names and values without headings are told: "" where they are a table."""
    if len(section.columns) != 2 or any(each.en for each in section.columns):
        return ""
    longest = max((len(cell(value, "en")) for _, value in section.rows), default=0)
    return "reading" if longest > SENTENCE else "facts"


def _most(drawing: str) -> int:
    """How many pixels a drawing may take: letters of a small one would shout."""
    width = drawing.partition('viewBox="0 0 ')[2].partition(" ")[0]
    return round(float(width) * ENLARGED)


def _cell(value: Any, language: Language) -> dict[str, Any]:
    text = cell(value, language)
    match value:
        case Mark():
            return {"kind": "mark", "ink": value.ink, "text": text}
        case Share():
            return {"kind": "share", "text": text, "share": value.value}
        case _:
            return {"kind": "day" if DAYS.fullmatch(text) else "text", "text": text}


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kaigai.doors.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def _template() -> Any:
    return _environment().get_template("page.html")


_WORDS: Final = {
    "kicker": KICKER,
    "contents": CONTENTS,
    "skip": SKIP,
    "as_table": AS_TABLE,
    "made_by": MADE_BY,
    "unknown": IS_UNKNOWN,
    "source": SOURCE,
}
