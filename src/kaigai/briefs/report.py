"""The report: the answers of other rooms' verbs under headings, on one page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kaigai.briefs.abroad import abroad
from kaigai.briefs.reading import reading
from kaigai.terms.section import Section
from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer, Blank, Block, Chart, Figures, Heading, Step
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report: a verb, what it is asked, and what of its answer is shown.

    title   where the answer's own says too little beside others
    limit   lines of a list, where a page of the verb's own has more
    charts  so many of its pictures; None: all
    folded  its lists are closed until somebody opens them
    more    where the rest is
    leaf    it begins a new sheet of paper
    """

    name: str
    verb: str
    given: Mapping[str, Any] = field(default_factory=dict)
    title: Text | None = None
    limit: int | None = None
    charts: int | None = None
    folded: bool = False
    more: Step | None = None
    leaf: bool = False


PARTS: Final = (
    Part("figures", "overview", title=Text("At a glance", "ひと目で")),
    Part("map", "availability", leaf=True),
    Part("found", "gaps", leaf=True),
    Part("first", "todo"),
    Part("board", "board", leaf=True),
    Part("subtitles", "subtitles"),
    Part(
        "plays",
        "share",
        {"by": "month"},
        Text("Home and overseas, month by month", "国内と海外、月ごとの推移"),
        folded=True,
    ),
    Part(
        "overseas",
        "share",
        title=Text("Home and overseas by artist", "アーティスト別の国内と海外"),
        more=Step("share", Text("By service or territory", "サービス別・国や地域別の内訳")),
    ),
    Part(
        "demand",
        "markets",
        title=Text("Where demand is latent", "潜在的な需要のある市場"),
        limit=15,
        charts=1,
        more=Step(
            "markets", Text("One artist, with the reasons", "アーティストごとの理由つきの一覧")
        ),
    ),
    Part(
        "each",
        "artists",
        more=Step(
            "findings",
            Text("Findings one by one", "課題をひとつずつ見る"),
            {"artist": Blank("NAME")},
        ),
        leaf=True,
    ),
    Part("sources", "sources", leaf=True),
)
#: These bring tables up to date first, which the others are then asked of.
WRITING: Final = ("markets", "share")


def report(call: Call, label: str) -> Answer:
    """Everything on one page, under the name of a label.

    Raises what the overview raises: without an audit there is nothing to report.
    """
    found: dict[str, Answer] = {}
    order = sorted(PARTS, key=lambda each: (*WRITING, each.verb).index(each.verb))
    for done, part in enumerate(order):
        call.watch(done, len(order), part.verb)
        if part.verb in VERBS:
            found[part.name] = _answer(call, part)
    call.watch(len(order), len(order), "")
    named = Text(label, label)
    return Answer(
        named,
        tuple(_blocks(found)),
        found,
        steps=(Step("todo", BEGIN), Step("findings", LIST)),
        lede=LEDE,
        kicker=KICKER,
    )


def _answer(call: Call, part: Part) -> Answer:
    """A verb's answer for a page; where it refuses, its words stand in the place of it."""
    verb = VERBS[part.verb]
    for_page = replace(call, limit=part.limit or verb.page, out=call.out or "report.html")
    try:
        return verb(for_page, **part.given)
    except Refused as error:
        if part.verb == "overview":
            raise
        title = part.title or verb.about
        return Answer(title, (Section(title, note=error.text),))


def _blocks(found: Mapping[str, Answer]) -> Iterator[Block]:
    overview = found["figures"]
    yield from (each for each in overview.blocks if not isinstance(each, Figures))
    for part in PARTS:
        if part.name in found:
            answer = found[part.name]
            title = part.title or answer.title
            yield Heading(part.name, title, answer.lede, part.leaf, part.more)
            yield from _shown(part, answer, found.get("plays"))
    yield Heading("reading", reading().title)
    yield reading()


def _shown(part: Part, answer: Answer, plays: Answer | None) -> Iterator[Block]:
    for each in answer.blocks:
        match each:
            case Chart():
                # Several answers may call a picture the same.
                if part.charts is None or each in answer.charts[: part.charts]:
                    yield replace(each, name=f"{part.name}-{each.name}")
            case Section() if part.folded:
                yield replace(each, folded=True)
            case Figures():
                yield replace(each, figures=(*each.figures, abroad(plays)))
            case _ if part.name != "figures":
                yield each


KICKER = Text("Overseas report", "海外展開レポート")
LEDE = Text(
    "What keeps this catalogue from being heard abroad, and what to do first.",
    "海外で聴かれるのを妨げているものと、まず取り組むべきことをまとめました。",
)
BEGIN = Text("begin with what is worth most", "効果の見込みが大きいものから始める")
LIST = Text("list every finding", "課題をすべて一覧する")
