"""Candidates as people read them: the same rows for terminal, page and notebook."""

from collections.abc import Iterable

from kaigai.romanise.candidate import Candidate
from kaigai.terms.section import Section
from kaigai.terms.text import Text

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


def what_to_do(confidence: float) -> Text:
    """The tier of a suggestion."""
    return ACCEPT if confidence >= SURE else LOOK if confidence >= DOUBTFUL else ASK


def sections(answers: Iterable[tuple[str, tuple[Candidate, ...]]]) -> list[Section]:
    """One section: each text with its candidates, the surest first."""
    rows: list[tuple[object, ...]] = []
    for text, found in answers:
        if not found:
            rows.append((text, None, None, NOTHING, None, None))
        for place, each in enumerate(found[:SHOWN]):
            if place and each.confidence < LEAST:
                continue
            act = what_to_do(each.confidence) if not place else None
            rows.append((text if not place else " ", *_cells(each, act)))
    return [Section(TITLE, COLUMNS, tuple(rows), right=(2,), note=NOTE)]


def _cells(found: Candidate, act: Text | None) -> tuple[object, ...]:
    readers = [READERS.get(reader, Text(reader, reader)) for reader in found.readers]
    return (found.text, f"{found.confidence:.0%}", act or " ", readers, list(found.notes))
