"""What people are shown after a sheet was taken in: decisions, conflicts, stale and bad rows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kaigai.desks.review.sheets.verdicts import Judged, Verdict
from kaigai.desks.review.states import STATE_WORDS, State
from kaigai.desks.review.told import SHOWN, SLOT_COLUMNS, missing_words, slot_row
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.review.sheets.result import TakenIn

OUTCOMES: tuple[State, ...] = ("approved", "changed", "rejected", "conflict", "stale")


def taken_in_sections(made: "TakenIn") -> Iterator[Section]:
    """What came of a sheet."""
    judged = made.judged
    yield Section(
        Text("What came of the sheet", "シートの結果"),
        (Text("outcome", "結果"), Text("rows", "行数")),
        tuple(_counted(judged)),
        (1,),
        DRY if made.is_dry else Text(f"decided by {made.by}", f"判断した人: {made.by}"),
    )
    conflicts = judged.of("conflict")
    if conflicts:
        yield _clashes(conflicts)
    stale = judged.of("stale")
    if stale:
        yield _stale(stale)
    if made.warnings:
        yield _warned(made)
    if judged.bad:
        yield _bad(judged)


def _counted(judged: Judged) -> Iterator[tuple[Text, int]]:
    for outcome in OUTCOMES:
        number = len(judged.of(outcome))
        if number:
            yield STATE_WORDS[outcome], number
    rest = ((UNCHANGED, judged.unchanged), (LATER, judged.later), (UNTOUCHED, judged.untouched),
            (BAD, len(judged.bad)))  # fmt: skip
    yield from (each for each in rest if each[1])


def _clashes(verdicts: Sequence[Verdict]) -> Section:
    rows = tuple(
        (*slot_row(each.row), each.text, _theirs(each), each.row["by"] or each.row["now_by"],
         each.row["at"])
        for each in verdicts[:SHOWN]
    )  # fmt: skip
    columns = (*SLOT_COLUMNS, Text("the sheet says", "シート"), Text("stands now", "現在"),
               Text("by", "判断者"), Text("at", "日時"))  # fmt: skip
    note = _more(len(verdicts), CLASH_NOTE)
    return Section(Text("Conflicts: nothing was overwritten", "競合(上書きしていません)"), columns,
                   rows, note=note)  # fmt: skip


def _theirs(verdict: Verdict) -> Any:
    return REJECTED if verdict.before == "rejected" else verdict.row["now"]


def _stale(verdicts: Sequence[Verdict]) -> Section:
    rows = tuple(
        (*slot_row(each.row), each.line["original"], each.text) for each in verdicts[:SHOWN]
    )
    columns = (*SLOT_COLUMNS, Text("original in the sheet", "シートの原文"),
               Text("the sheet says", "シート"))  # fmt: skip
    return Section(Text("Stale: the original has changed", "原文が変更済み(判断を保留)"), columns,
                   rows, note=_more(len(verdicts), STALE_NOTE))  # fmt: skip


def _warned(made: "TakenIn") -> Section:
    rows = tuple(
        (*slot_row(each.row), each.text, missing_words(forms))
        for each, forms in made.warnings[:SHOWN]
    )
    columns = (*SLOT_COLUMNS, Text("approved form", "承認した表記"), Text("warning", "注意"))
    return Section(
        Text("Approved against the glossary", "用語集と異なる承認"), columns, rows,
        note=_more(len(made.warnings), WARN_NOTE),
    )  # fmt: skip


def _bad(judged: Judged) -> Section:
    rows = tuple(
        (each.number, each.column, each.found, each.expected) for each in judged.bad[:SHOWN]
    )
    columns = (Text("row", "行"), Text("column", "列"), Text("found", "内容"),
               Text("expected", "必要なもの"))  # fmt: skip
    return Section(Text("Rows that cannot be used", "使えない行"), columns, rows, (0,),
                   _more(len(judged.bad), BAD_NOTE))  # fmt: skip


def _more(number: int, note: Text) -> Text:
    if number <= SHOWN:
        return note
    return Text(
        f"{SHOWN} of {number:,} rows. {note.en}", f"全{number:,}行のうち{SHOWN}行。{note.ja}"
    )


DRY = Text("A dry run: nothing was decided.", "試行のため、何も記録していません。")
UNCHANGED = Text("says what was decided already", "決定済みと同じ")
LATER = Text("put off", "保留")
UNTOUCHED = Text("left open", "未記入")
BAD = Text("cannot be used", "使えない行")
REJECTED = Text("(rejected)", "(却下済み)")
CLASH_NOTE = Text(
    en="Talk to each other; then import the sheet again with --overturn to decide for yours.",
    ja="担当者同士で確認し、シートの判断を採る場合は --overturn を付けて再度取り込んでください。",
)
STALE_NOTE = Text(
    en="Look for suggestions again and give out a new sheet.",
    ja="案を作り直し、新しいシートを書き出してください。",
)
WARN_NOTE = Text(
    en="They count as approved; correct them, or the glossary, where that was not meant.",
    ja="承認として記録しました。意図と異なる場合は、表記か用語集を直してください。",
)
BAD_NOTE = Text(
    en="Correct these rows and import the sheet again: the others are not decided twice.",
    ja="これらの行を直して再度取り込んでください。ほかの行が二重に記録されることはありません。",
)
