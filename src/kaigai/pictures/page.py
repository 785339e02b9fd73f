"""A page of one answer: a heading, sections and pictures, in one file that needs nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG (`kaigai.pictures.drawing.svg`), with its heading and what it is made of.

    narrow  the same for small screens; empty where the wide one serves them too
    source  which files, which period, and how sure; shown below the picture
    """

    title: Text
    wide: str
    narrow: str = ""
    source: Text | None = None


Block = Section | Picture


def build(
    title: Text,
    blocks: Iterable[Block],
    *,
    language: Language,
    lede: Text | None = None,
    at: datetime | None = None,
) -> str:
    """The page as HTML; it loads nothing and runs nothing, and prints well.

    title   what the answer is about; `lede` says it in a sentence or two
    at      when it was made (UTC)
    """
    shown = [_shown(block, language) for block in blocks]
    return _template().render(
        language=language,
        title=title.to(language),
        kicker=KICKER.to(language),
        lede=lede.to(language) if lede else "",
        made=MADE.to(language, at=f"{at:%Y-%m-%d %H:%M} UTC") if at else "",
        blocks=shown,
    )


def environment(*packages: str) -> Environment:
    """Templates of these packages and of this one (`page.css`), with everything escaped."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(each) for each in (*packages, "kaigai.pictures")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def _template() -> Any:
    return environment().get_template("page.html")


def _shown(block: Block, language: Language) -> dict[str, Any]:
    match block:
        case Picture():
            return {
                "kind": "picture",
                "title": block.title.to(language),
                # Made by our own drawing, which escapes what it is given.
                "wide": Markup(block.wide),  # noqa: S704
                "narrow": Markup(block.narrow),  # noqa: S704
                "source": block.source.to(language) if block.source else "",
            }
        case Section():
            return {
                "kind": "section",
                "title": block.title.to(language),
                "columns": [column.to(language) for column in block.columns],
                "rows": list(block.cells(language)),
                "right": set(block.right),
                "note": block.note.to(language) if block.note else "",
            }


KICKER = Text("Kaigai: music abroad", "Kaigai 音楽の海外展開")
MADE = Text("Made {at}", "作成 {at}")
