"""Findability as one page, or as its picture alone."""

from datetime import datetime
from typing import Final, Literal

from kaigai.desks.localise.findability.shown import MODEL, TITLE, lede, sections_of
from kaigai.desks.localise.findability.summed import Summary
from kaigai.terms.text import Language, Text

PICTURE: Final = Text("Queries that find the recording", "録音が見つかる検索語の割合")


def page(summary: Summary, language: Language, at: datetime) -> str:
    """The page as HTML: the answer, the picture, the tables."""
    from kaigai.desks.localise.findability.charts import bars
    from kaigai.pages.drawing import svg
    from kaigai.pages.ink import NARROW
    from kaigai.pages.page import Block, Picture, build

    about = lede(summary).to(language)
    wide, narrow = (
        svg(
            bars(summary, language, **size),
            id=f"findability-{name}",
            title=PICTURE.to(language),
            about=about,
        )
        for name, size in (("wide", {}), ("narrow", {"size": NARROW}))
    )
    blocks: list[Block] = [Picture(PICTURE, wide, narrow, MODEL), *sections_of(summary)]
    return build(TITLE, blocks, language=language, lede=lede(summary), at=at)


def picture(summary: Summary, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The picture alone, as a file of its own."""
    from kaigai.desks.localise.findability.charts import bars
    from kaigai.pages.drawing import standalone

    return standalone(bars(summary, language), kind)
