"""An answer as one page, or its picture as a file: it needs nothing else and loads nothing."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kaigai.terms.section import Mark, Section, Share, cell
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import (
    Answer,
    Block,
    Cards,
    Chart,
    Figures,
    Fold,
    Heading,
    Legend,
    Screen,
)

KICKER: Final = Text("Kaigai: music abroad", "Kaigai 音楽の海外展開")
MADE: Final = Text("Made {at}", "作成 {at}")
CONTENTS: Final = Text("Contents", "目次")
SKIP: Final = Text("Skip to the answer", "本文へ移動")
AS_TABLE: Final = Text("As a table", "表で見る")
IS_UNKNOWN: Final = Text("unknown", "不明")
SOURCE: Final = Text("Source: {source}", "出典: {source}")
FEW: Final = 3  #: headings from which on a page has a table of contents


def page(answer: Answer, language: Language, at: datetime) -> str:
    """The answer as HTML in a language; `at` is when it was made (UTC)."""
    groups = _shown_groups(answer, language)
    headings = [heading for heading, _ in groups if heading]
    return _template().render(
        language=language,
        say=lambda text, **values: text.to(language, **values),
        words=_WORDS,
        title=answer.title.to(language),
        lede=answer.lede.to(language) if answer.lede else "",
        made=MADE.to(language, at=f"{at:%Y-%m-%d %H:%M} UTC"),
        contents=headings if len(headings) >= FEW else [],
        groups=groups,
    )


def part(answer: Answer, language: Language) -> str:
    """The answer as a part of a page that is not ours, such as a notebook: it looks the same."""
    return (
        _environment()
        .get_template("part.html")
        .render(
            title=answer.title.to(language),
            lede=answer.lede.to(language) if answer.lede else "",
            groups=_shown_groups(answer, language),
            say=lambda text, **values: text.to(language, **values),
            words=_WORDS,
            style=Markup(_scoped_style()),  # noqa: S704
        )
    )


@lru_cache(maxsize=1)
def _scoped_style() -> str:
    loader = _environment().loader
    assert loader is not None
    style = loader.get_source(_environment(), "page.css")[0]
    return f"@scope (.kaigai) {{ {style.replace(':root', ':scope')} }}"


def picture(answer: Answer, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The first picture of an answer as a file of its own; empty where it has none."""
    from kaigai.pictures.drawing import standalone

    for chart in answer.charts[:1]:
        drawn = chart.draw(language, "wide")
        return standalone(drawn.properties(title=chart.title.to(language)), kind)
    return b""


def svgs(chart: Chart, language: Language) -> tuple[str, str]:
    """A chart for wide and for narrow screens; the second is empty where one serves both."""
    from kaigai.pictures.drawing import svg

    title, about = chart.title.to(language), chart.about.to(language)
    screens: tuple[Screen, ...] = ("wide",) if chart.single else ("wide", "narrow")
    drawn = [
        svg(chart.draw(language, each), id=f"{chart.name}-{each}", title=title, about=about)
        for each in screens
    ]
    return drawn[0], "".join(drawn[1:])


def _shown_groups(
    answer: Answer, language: Language
) -> list[tuple[Heading | None, list[dict[str, Any]]]]:
    return [
        (heading, [_shown(each, language) for each in blocks])
        for heading, blocks in _groups(answer.blocks)
    ]


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Each heading with the blocks below it; before the first, each block stands alone."""
    heading: Heading | None = None
    below: list[Block] = []
    for each in blocks:
        if isinstance(each, Heading):
            if heading:
                yield heading, below
            heading, below = each, []
        elif heading:
            below.append(each)
        else:
            yield None, [each]
    if heading:
        yield heading, below


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
        "kept": section.kept,
        "bars": {
            place
            for row in section.rows
            for place, each in enumerate(row)
            if isinstance(each, Share)
        },
    }


def _cell(value: Any, language: Language) -> dict[str, Any]:
    text = cell(value, language)
    match value:
        case Mark():
            return {"kind": "mark", "ink": value.ink, "text": text}
        case Share():
            return {"kind": "share", "text": text, "share": value.value}
        case _:
            return {"kind": "text", "text": text}


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
    "unknown": IS_UNKNOWN,
    "source": SOURCE,
}
