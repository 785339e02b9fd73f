"""Candidates as an answer: what people read, and rows for other tools."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from kaigai.romanise.candidate import Candidate
from kaigai.terms.section import Section, percent
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Step

if TYPE_CHECKING:
    from kaigai.desks.names.romanisation.actions import Candidates

TITLE = Text("How it may be written abroad", "海外での表記の候補")
COLUMNS = (
    Text("original", "元の表記"),
    Text("Latin", "ラテン文字"),
    Text("sure", "確かさ"),
    Text("what to do", "次にすること"),
    Text("read by", "読み取り元"),
    Text("note", "備考"),
)
ACCEPT = Text("take it", "このまま使える")
LOOK = Text("look once", "一度確認")
ASK = Text("ask for the reading", "読みを確認")
NOTE = Text(
    "Suggestions by machine; what the artist uses always wins. "
    "A kana reading settles most doubts.",
    "機械による候補です。アーティスト本人の表記が常に優先します。"
    "かな読みがあれば、ほとんどは確定します。",
)
NOTHING = Text("nothing to romanise", "ローマ字にする文字がありません")
MISSING = Text("see which names lack a Latin form", "ローマ字のない名称を見る")
#: From the first on, four in five prove right or more; below the second, about half do not.
SURE, DOUBTFUL = 0.8, 0.55

READERS = {
    "unidic": Text("UniDic", "UniDic"),
    "sudachi": Text("Sudachi", "Sudachi"),
    "table": Text("table of readings", "読みの表"),
    "names": Text("table of names", "人名の表"),
    "artists": Text("list of artists", "アーティスト名の表"),
    "loanwords": Text("loanwords", "外来語"),
    "kana": Text("its own kana", "かな表記"),
    "given": Text("the reading given", "入力された読み"),
    "as written": Text("as written", "原文のまま"),
    "official": Text("official form", "公式表記"),
    "revised romanisation": Text("Revised Romanisation", "文化観光部2000年式"),
    "habits of names": Text("habits of names", "人名の慣用"),
    "pypinyin": Text("pypinyin", "pypinyin"),
}

#: How many candidates are shown, and the least chance of those after the first.
SHOWN, LEAST = 4, 0.01

ROWS = pa.schema(
    [
        ("original", pa.string()),
        ("latin", pa.string()),
        ("confidence", pa.float64()),
        ("rank", pa.int64()),
        ("readers", pa.string()),
        ("reading", pa.string()),
    ]
)


def romanise(found: "Candidates") -> Answer:
    """Each text with its candidates, the surest first; other tools get all of them."""
    rows = tuple(row for text, each in found for row in _shown(text, each))
    section = Section(TITLE, COLUMNS, rows, right=(2,), note=NOTE)
    steps = (Step("names", MISSING, {"missing": "latin"}),)
    return Answer(TITLE, (section,), found, lambda language: _table(found), steps)


def _shown(text: str, found: tuple[Candidate, ...]) -> Iterator[tuple[object, ...]]:
    if not found:
        yield (text, None, None, NOTHING, None, None)
    for place, each in enumerate(found[:SHOWN]):
        if place and each.confidence < LEAST:
            continue
        # A space is a cell that stays empty: nothing to be known is missing there.
        what = (" ", " ") if place else (text, what_to_do(each.confidence))
        yield (what[0], *_cells(each, what[1]))


def what_to_do(confidence: float) -> Text:
    """The tier of a suggestion."""
    return ACCEPT if confidence >= SURE else LOOK if confidence >= DOUBTFUL else ASK


def _cells(found: Candidate, act: Text | str) -> tuple[object, ...]:
    readers = [READERS.get(reader, Text(reader, reader)) for reader in found.readers]
    return (found.text, percent(found.confidence), act, readers, list(found.notes))


def _table(found: "Candidates") -> pa.Table:
    rows = [
        {
            "original": text,
            "latin": each.text,
            "confidence": each.confidence,
            "rank": place,
            "readers": "; ".join(each.readers),
            "reading": each.reading,
        }
        for text, candidates in found
        for place, each in enumerate(candidates, start=1)
    ]
    return pa.Table.from_pylist(rows, ROWS)
