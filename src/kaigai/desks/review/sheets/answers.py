"""Review sheets as answers: what is open, and what became of a sheet that was taken in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.sheets.verdicts import Judged, Verdict
from kaigai.desks.review.states import STATE_WORDS, State
from kaigai.desks.review.words import SLOT_COLUMNS, missing_words, part_words, slot_row
from kaigai.facts.form_file import comes_back
from kaigai.formats.sheets.form import unusable
from kaigai.terms.section import Section, Share
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File, Step

if TYPE_CHECKING:
    from kaigai.desks.review.sheets.result import TakenIn
    from kaigai.facts.form_file import FormSheet

OUTCOMES: tuple[State, ...] = ("approved", "changed", "rejected", "conflict", "stale")


def given_out(made: "FormSheet", limit: int | None, out: str) -> Answer:
    """What is open, as a list or as a sheet."""
    if not made.rows:
        return Answer(OPEN, (Section(OPEN, note=NOTHING_OPEN),), made, steps=(LOOK_AGAIN,))
    steps = [Step("localise import", TAKE_IN, {"sheet": out})] if comes_back(out) else []
    if not out:
        steps = [Step("localise export", GIVE_OUT, out="review.xlsx")]
    return Answer(
        OPEN,
        (_counted_rows(made) if out else _open(made, limit),),
        made,
        lambda language: made.table(),
        steps,
        file=File(out, made.file(out)) if out else None,
    )


def _open(made: "FormSheet", limit: int | None) -> Section:
    shown = made.rows[:limit]
    rows = tuple(
        (row["artist"], row["kind"], row["original"], row["language"], row["suggestion"],
         Share(row["confidence"]), row["tier"])
        for row in shown
    )  # fmt: skip
    columns = (*SLOT_COLUMNS, Text("suggestion", "案"), Text("confidence", "確度"),
               Text("how to treat it", "扱い"))  # fmt: skip
    return Section(OPEN, columns, rows, (5,), part_words(len(rows), len(made.rows)))


def _counted_rows(made: "FormSheet") -> Section:
    counted = Counter((row["kind"], row["language"]) for row in made.rows)
    rows = tuple((*key, number) for key, number in counted.items())
    columns = (*SLOT_COLUMNS[1::2], Text("rows", "行数"))
    return Section(OPEN, columns, rows, (2,), rows_words(made))


def rows_words(made: "FormSheet") -> Text:
    """How many rows a sheet has."""
    return Text(f"{len(made.rows):,} rows", f"{len(made.rows):,}行")


def taken_in(done: "TakenIn", limit: int | None) -> Answer:
    """What became of a sheet."""
    judged = done.judged
    steps = [HOW_FAR, Step("names", SEE_NAMES)]
    if judged.of("stale"):
        steps.insert(0, LOOK_AGAIN)
    return Answer(
        CAME_OF,
        tuple(_taken_in(done, limit)),
        done,
        steps=steps,
        refused=bool(judged.bad or judged.of("conflict", "stale")),
    )


def _taken_in(done: "TakenIn", limit: int | None) -> Iterator[Section]:
    judged = done.judged
    yield Section(
        CAME_OF,
        (Text("outcome", "結果"), Text("rows", "行数")),
        tuple(_counted(judged)),
        (1,),
        DRY if done.is_dry else Text(f"decided by {done.by}", f"判断した人: {done.by}"),
    )
    conflicts = judged.of("conflict")
    if conflicts:
        yield _clashes(conflicts, limit)
    stale = judged.of("stale")
    if stale:
        yield _stale(stale, limit)
    if done.warnings:
        yield _warned(done, limit)
    if judged.bad:
        yield unusable(judged.bad, limit, note=BAD_NOTE)


def _counted(judged: Judged) -> Iterator[tuple[Text, int]]:
    for outcome in OUTCOMES:
        number = len(judged.of(outcome))
        if number:
            yield STATE_WORDS[outcome], number
    rest = ((UNCHANGED, judged.unchanged), (LATER, judged.later), (UNTOUCHED, judged.untouched),
            (BAD, len(judged.bad)))  # fmt: skip
    yield from (each for each in rest if each[1])


def _clashes(verdicts: Sequence[Verdict], limit: int | None) -> Section:
    rows = tuple(
        (*slot_row(each.row), each.text, _theirs(each), each.row["by"] or each.row["now_by"],
         each.row["at"])
        for each in verdicts[:limit]
    )  # fmt: skip
    columns = (*SLOT_COLUMNS, SHEET_SAYS, Text("stands now", "現在"), Text("by", "判断者"),
               Text("at", "日時"))  # fmt: skip
    return Section(CLASHES, columns, rows, note=_part(len(verdicts), limit, CLASH_NOTE))


def _theirs(verdict: Verdict) -> Any:
    return REJECTED if verdict.before == "rejected" else verdict.row["now"]


def _stale(verdicts: Sequence[Verdict], limit: int | None) -> Section:
    rows = tuple(
        (*slot_row(each.row), each.line["original"], each.text) for each in verdicts[:limit]
    )
    columns = (*SLOT_COLUMNS, Text("original in the sheet", "シートの原文"), SHEET_SAYS)
    return Section(STALE, columns, rows, note=_part(len(verdicts), limit, STALE_NOTE))


def _warned(done: "TakenIn", limit: int | None) -> Section:
    rows = tuple(
        (*slot_row(each.row), each.text, missing_words(forms))
        for each, forms in done.warnings[:limit]
    )
    columns = (*SLOT_COLUMNS, Text("approved form", "承認した表記"), Text("warning", "注意"))
    note = _part(len(done.warnings), limit, WARN_NOTE)
    return Section(WARNED, columns, rows, note=note)


def _part(number: int, limit: int | None, note: Text | None) -> Text | None:
    if limit is None or number <= limit:
        return note
    en, ja = (f" {note.en}", note.ja) if note else ("", "")
    return Text(f"{limit} of {number:,} rows.{en}", f"全{number:,}行のうち{limit}行。{ja}")


OPEN = Text("Open: names that wait for a person", "確認待ちの名称")
NOTHING_OPEN = Text(
    "Nothing is open: every suggestion was decided, or none was made.",
    "確認待ちはありません(すべて判断済みか、まだ案がありません)。",
)
CAME_OF = Text("What came of the sheet", "シートの結果")
CLASHES = Text("Conflicts: nothing was overwritten", "競合(上書きしていません)")
STALE = Text("Stale: the original has changed", "原文が変更済み(判断を保留)")
WARNED = Text("Approved against the glossary", "用語集と異なる承認")
SHEET_SAYS = Text("the sheet says", "シート")
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
GIVE_OUT = Text("give out a sheet for reviewers", "確認者用のシートを書き出す")
TAKE_IN = Text("take in what reviewers decided", "確認者の判断を取り込む")
SEE_NAMES = Text("see the names that count now", "現在有効な名称を見る")
HOW_FAR: Final = Step("localise status", Text("see how far the review is", "確認の進み具合を見る"))
LOOK_AGAIN: Final = Step("localise suggest", Text("look for suggestions again", "案を作り直す"))
