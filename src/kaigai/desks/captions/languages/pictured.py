"""Which languages first, as a page, or its picture as a file of its own."""

from datetime import datetime
from typing import Literal

from kaigai.desks.captions.languages.charts import curve
from kaigai.desks.captions.languages.result import Reached
from kaigai.desks.captions.languages.shown import lede, sections_of
from kaigai.pictures.drawing import standalone, svg
from kaigai.pictures.ink import NARROW
from kaigai.pictures.page import Block, Picture, build
from kaigai.terms.reading_languages import SOURCE
from kaigai.terms.text import Language, Text


def page(reached: Reached, language: Language, at: datetime) -> str:
    """One page with the curve first."""
    who = reached.artist
    title = Text(
        f"Which subtitles first: {who}" if who else "Which subtitles first",
        f"どの言語の字幕から作るか: {who}" if who else "どの言語の字幕から作るか",
    )
    heading = TITLE.to(language)
    wide = svg(curve(reached, language), id="languages", title=heading,
               about=ABOUT.to(language))  # fmt: skip
    narrow = svg(curve(reached, language, NARROW), id="languages-narrow", title=heading,
                 about=ABOUT.to(language))  # fmt: skip
    source = Text(f"Plays: {reached.audience.table}; readers: {SOURCE}.",
                  f"再生数: {reached.audience.table}、読者の割合: {SOURCE}")  # fmt: skip
    blocks: list[Block] = [Picture(TITLE, wide, narrow, source), *sections_of(reached)]
    return build(title, blocks, language=language, lede=lede(reached), at=at)


def picture(reached: Reached, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The curve alone."""
    return standalone(curve(reached, language), kind)


TITLE = Text("Listeners abroad who can read along", "字幕を読める海外のリスナー")
ABOUT = Text(
    en="Each bar adds a language; the line shows from the least to the most it may be.",
    ja="1本ごとに言語をひとつ足します。線は下限から上限までの幅です。",
)
