"""A check of captions as a page, or its picture as a file of its own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from kaigai.desks.captions.charts import reading
from kaigai.desks.captions.shown import checked_sections
from kaigai.desks.captions.work import Checked
from kaigai.pictures.drawing import standalone, svg
from kaigai.pictures.ink import NARROW
from kaigai.pictures.page import Block, Picture, build
from kaigai.terms.text import Language, Text


def page(checked: Sequence[Checked], language: Language, at: datetime) -> str:
    """One page on one file or several."""
    blocks: list[Block] = []
    for place, each in enumerate(checked):
        first, *rest = checked_sections(each.opened, each.track, each.problems, each.fixable)
        blocks += [first, *([_picture(each, language, place)] if each.track.cues else []), *rest]
    names = ", ".join(each.opened.name for each in checked)
    title = Text(f"Captions: {names}", f"字幕の検査: {names}")
    count = sum(len(each.problems) for each in checked)
    can = sum(len(each.fixable) for each in checked)
    lede = Text(
        f"{count} problems, of which {can} can be fixed safely.",
        f"問題は{count}件、うち{can}件は安全に自動修正できます。",
    )
    return build(title, blocks, language=language, lede=lede if count else CLEAN, at=at)


def _picture(checked: Checked, language: Language, place: int) -> Picture:
    title = Text("How fast each cue must be read", "各字幕に必要な読む速さ")
    about = ABOUT.to(language)
    wide = svg(reading(checked.track, language), id=f"reading-{place}",
               title=title.to(language), about=about)  # fmt: skip
    narrow = svg(reading(checked.track, language, NARROW), id=f"reading-{place}-narrow",
                 title=title.to(language), about=about)  # fmt: skip
    source = checked.track.limits.source
    return Picture(title, wide, narrow, Text(
        f"Characters a second of {checked.opened.name}. Limit: {source.en}.",
        f"{checked.opened.name} の毎秒文字数。基準: {source.ja}"))  # fmt: skip


def picture(checked: Checked, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The picture of one file."""
    return standalone(reading(checked.track, language), kind)


ABOUT = Text(
    en="One bar for each cue along the film; those above the line cannot be read in time.",
    ja="字幕ごとの棒。点線を超えるものは時間内に読めません。",
)
CLEAN = Text("Nothing is wrong by these rules.", "この規則での問題はありません。")
