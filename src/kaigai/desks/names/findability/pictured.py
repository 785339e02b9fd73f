"""Findability as one page, or as its picture alone."""

from datetime import datetime
from typing import Final, Literal

from kaigai.desks.names.findability.shown import TITLE, lede, sections_of
from kaigai.desks.names.findability.summary import Summary
from kaigai.terms.text import Language, Text

PICTURE: Final = Text("Queries that find the recording", "録音が見つかる検索語の割合")

SOURCE: Final = Text(
    en="From the names in this workspace on {day}: delivered, seen at services, listed, approved. "
    "The queries are Kaigai's own; how services match them is a model (below).",
    ja="{day} 時点でこのワークスペースにある名称(納品・配信サービス・一覧・決定)による。検索語は"
    "Kaigaiが作成したもので、一致の判定は推定モデルです(下記)。",
)


def page(summary: Summary, language: Language, at: datetime) -> str:
    """The page as HTML: the answer, the picture, the tables."""
    from kaigai.desks.names.findability.charts import bars
    from kaigai.pictures.drawing import svg
    from kaigai.pictures.ink import NARROW
    from kaigai.pictures.page import Block, Picture, build

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
    source = Text(SOURCE.to("en", day=at.date()), SOURCE.to("ja", day=at.date()))
    blocks: list[Block] = [Picture(PICTURE, wide, narrow, source), *sections_of(summary)]
    return build(TITLE, blocks, language=language, lede=lede(summary), at=at)


def picture(summary: Summary, language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The picture alone, as a file of its own."""
    from kaigai.desks.names.findability.charts import bars
    from kaigai.pictures.drawing import standalone

    return standalone(bars(summary, language), kind)
