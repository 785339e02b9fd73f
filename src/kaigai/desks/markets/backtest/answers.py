"""The backtest as an answer: for each service and group a picture and its figures."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.markets.backtest.horizon import WEEK
from kaigai.desks.markets.backtest.sections import (
    GROUP_NAMES,
    MEANING,
    groups,
    section,
    table,
    title_of,
)
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Block, Chart, Legend, Screen, Step

if TYPE_CHECKING:
    from kaigai.desks.markets.backtest.result import Backtest, Backtests, Row

PICTURES: Final = (".svg", ".png")


def backtest(found: "Backtests", out: str) -> Answer:
    """Were the markets ranked first the ones that came? A picture's file holds every picture."""
    alone = out.lower().endswith(PICTURES)
    return Answer(
        TITLE,
        (_all(found.tests),) if alone else tuple(_blocks(found)),
        found,
        lambda language: table(found.tests),
        (Step("markets", ASK, {"artist": Blank("ARTIST")}),),
        lede=_filled(LEDE, found.tests[0]),
    )


def _blocks(found: "Backtests") -> Iterator[Block]:
    for test in found.tests:
        for group, rows in groups(test):
            yield _chart(test, group, rows)
            yield section(test, group, rows)
    if found.skipped:
        yield Section(
            PASSED_OVER, (Text("service", "サービス"), Text("why", "理由")), found.skipped
        )
    yield MEANING


def _chart(test: "Backtest", group: str, rows: "Sequence[Row]") -> Chart:
    name, of = f"{test.service}-{group}", GROUP_NAMES[group]
    source = _filled(SOURCE, test)
    return Chart(
        # Letters that may stand in an id, whatever a service is called.
        "".join(each for each in name if each.isalnum() or each == "-"),
        Text(f"{test.service}, {of.en}: four figures", f"{test.service}、{of.ja}: 4つの指標"),
        _drawing(rows),
        source,
        source,
        LEGEND,
    )


def _drawing(rows: "Sequence[Row]") -> Callable[[Language, Screen], Any]:
    def draw(language: Language, screen: Screen) -> Any:
        from kaigai.desks.markets.backtest.charts import dots

        return dots(rows, language, screen)

    return draw


def _all(tests: "Sequence[Backtest]") -> Chart:
    """The pictures of every service and group below each other."""

    def draw(language: Language, screen: Screen) -> Any:
        from kaigai.desks.markets.backtest.charts import column

        return column(
            [
                (title_of(test, group).to(language), rows)
                for test in tests
                for group, rows in groups(test)
            ],
            language,
        )

    return Chart("backtest", TITLE, draw, TITLE)


def _filled(text: Text, test: "Backtest") -> Text:
    given: dict[str, Any] = {
        "cutoff": test.cutoff,
        "service": test.service,
        "days": len(test.learned_from),
    }
    weeks, days = divmod(test.horizon, WEEK)
    span = Text(f"{test.horizon} days", f"{test.horizon}日間")
    if not days:
        span = Text(f"{weeks} weeks", f"{weeks}週間")
    return Text(text.to("en", span=span.en, **given), text.to("ja", span=span.ja, **given))


TITLE: Final = Text("Were the markets ranked first the ones that came?", "順位付けは当たったか")
LEDE: Final = Text(
    "Artists' markets were ranked on {cutoff} from what was known by then, and held to the "
    "{span} after it, beside four plain methods on the same cells; 90 % intervals come "
    "from drawing artists again.",
    "{cutoff} までの情報だけで市場を順位付けし、その後{span}の実績と照合しました。"
    "同じ条件の4つの単純な方法を並べています。90%区間はアーティストの再抽出によります。",
)
SOURCE: Final = Text(
    "From the charts of {service}, learned from {days} earlier days. Each picture has its own "
    "scale.",
    "{service} のチャートによる。過去{days}日分から学習。横軸は図ごとに異なります。",
)
LEGEND: Final = Legend(
    (
        ("high", Text("Kaigai's model", "Kaigaiのモデル")),
        ("s4", Text("plain methods; lines: 90 %", "単純な方法、線は90%区間")),
    )
)
PASSED_OVER: Final = Text("Passed over", "対象外")
ASK: Final = Text("where an artist would be heard", "アーティストがどこで聴かれうるかを見る")
