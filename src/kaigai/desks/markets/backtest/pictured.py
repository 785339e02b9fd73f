"""The backtest as a page with pictures, or as the pictures alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, Literal

from kaigai.desks.markets.backtest.run import GROUPS, Backtest, Row
from kaigai.desks.markets.backtest.showing import MEANING, sections, title_of
from kaigai.pictures.page import Block, Picture, build
from kaigai.terms.text import Language, Text

TITLE: Final = Text("Were the markets ranked first the ones that came?", "順位付けは当たったか")
FIGURES: Final = Text("The same in figures", "数値")
LEDE: Final = Text(
    "Artists' markets were ranked on {cutoff} from what was known by then, and held to the "
    "{weeks} weeks after it. Red is Kaigai's model, blue the baselines on the same cells; dots "
    "are figures, lines 90 % intervals from artists drawn again.",
    "{cutoff} までの情報だけで市場を順位付けし、その後{weeks}週間の実績と照合しました。"
    "赤はKaigaiのモデル、青は同じ条件のベースライン。点は指標の値、"
    "線はアーティストの再抽出による90%区間です。",
)
SOURCE: Final = Text(
    "From the charts of {service}, learned from {days} earlier days. Each picture has its own "
    "scale.",
    "{service} のチャートによる。過去{days}日分から学習。横軸は図ごとに異なります。",
)


def page(tests: Sequence[Backtest], language: Language, at: datetime) -> str:
    """The page as HTML: for each service and group the picture and its table; the meanings."""
    blocks: list[Block] = []
    for test in tests:
        pictures = list(_pictures(test, language))
        for picture_, section in zip(pictures, sections([test]), strict=False):
            blocks += [picture_, replace(section, title=FIGURES)]
    given = {"cutoff": tests[0].cutoff, "weeks": tests[0].horizon // 7}
    lede = Text(LEDE.to("en", **given), LEDE.to("ja", **given))
    return build(TITLE, [*blocks, MEANING], language=language, lede=lede, at=at)


def picture(tests: Sequence[Backtest], language: Language, kind: Literal["svg", "png"]) -> bytes:
    """The pictures of every service and group below each other, as a file of its own."""
    import altair as alt

    from kaigai.desks.markets.backtest.charts import dots
    from kaigai.pictures.drawing import standalone

    drawn = []
    for test in tests:
        for group, rows in _groups(test):
            chart = dots(rows, language)
            chart.config = alt.Undefined  # of the whole alone
            drawn.append(chart.properties(title=title_of(test, group).to(language)))
    return standalone(alt.vconcat(*drawn, spacing=36).configure_view(stroke=None), kind)


def _groups(test: Backtest) -> Iterator[tuple[str, list[Row]]]:
    for group in GROUPS:
        if rows := [row for row in test.rows if row.group == group]:
            yield group, rows


def _pictures(test: Backtest, language: Language) -> Iterator[Picture]:
    from kaigai.desks.markets.backtest.charts import SMALL, dots
    from kaigai.pictures.drawing import svg

    given = {"service": test.service, "days": len(test.learned_from)}
    source = Text(SOURCE.to("en", **given), SOURCE.to("ja", **given))
    for group, rows in _groups(test):
        title = title_of(test, group)
        # Letters that may stand in an id, whatever a service is called.
        name = "".join(each for each in f"{test.service}-{group}" if each.isalnum() or each == "-")
        about = source.to(language)
        wide = svg(dots(rows, language), id=f"{name}-wide", title=title.to(language), about=about)
        narrow = svg(
            dots(rows, language, SMALL, columns=1),
            id=f"{name}-narrow",
            title=title.to(language),
            about=about,
        )
        yield Picture(title, wide, narrow, source)
