"""How far the review is: slots by state, conflicts, stale ones, and who decided last."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.slots import KIND_WORDS, language_words
from kaigai.desks.review.states import STATE_WORDS, STATES
from kaigai.desks.review.words import (
    SLOT_COLUMNS,
    fault_words,
    origin_words,
    part_words,
    slot_row,
)
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.review.result import Board

SHORT: Final = {
    "suggested": Text("open", "確認待ち"),
    "approved": Text("approved", "承認"),
    "changed": Text("changed", "修正承認"),
    "rejected": Text("rejected", "却下"),
    "stale": Text("stale", "要再確認"),
    "conflict": Text("conflict", "競合"),
}


def status_sections(found: "Board", limit: int | None) -> Iterator[Section]:
    """The whole state of the review, no more lines of a list than `limit`."""
    board = found.rows
    yield _states(board)
    if board:
        yield _by_language(board)
    clashes = [row for row in board if row["state"] == "conflict"]
    if clashes:
        yield _listed(CLASHES, clashes, limit)
    stale = [row for row in board if row["state"] == "stale"]
    if stale:
        yield _listed(STALE, stale, limit)
    decided = [row for row in board if row["at"] is not None]
    if decided:
        yield _decided(decided, limit)
    if found.faulty:
        yield _faulty(found.faulty, limit)


def _states(board: Sequence[Mapping[str, Any]]) -> Section:
    counted = Counter(row["state"] for row in board)
    rows = tuple((STATE_WORDS[state], counted[state]) for state in STATES if counted[state])
    note = None if board else NOTHING
    columns = (Text("state", "状態"), Text("names", "件数"))
    return Section(Text("The review", "確認の進み具合"), columns, rows, (1,), note)


def _by_language(board: Sequence[Mapping[str, Any]]) -> Section:
    groups = Counter(
        (row["subject_kind"], row["language"] or "und", row["state"]) for row in board
    )
    keys = sorted({(kind, language) for kind, language, _ in groups})
    rows = tuple(
        (KIND_WORDS[kind], language_words(language),
         *(groups[kind, language, state] for state in STATES))
        for kind, language in keys
    )  # fmt: skip
    columns = (Text("kind", "種類"), Text("language", "言語"), *(SHORT[each] for each in STATES))
    right = tuple(range(2, len(columns)))
    return Section(Text("By kind and language", "種類・言語別"), columns, rows, right)


def _listed(title: Text, found: Sequence[Mapping[str, Any]], limit: int | None) -> Section:
    rows = tuple((*slot_row(row), row["now"], row["by"], row["at"]) for row in found[:limit])
    columns = (*SLOT_COLUMNS, Text("stands now", "現在の表記"), Text("by", "判断者"),
               Text("at", "日時"))  # fmt: skip
    return Section(title, columns, rows, note=part_words(len(rows), len(found)))


def _decided(found: Sequence[Mapping[str, Any]], limit: int | None) -> Section:
    last = sorted(found, key=lambda row: row["at"], reverse=True)[:limit]
    rows = tuple(
        (*slot_row(row), row["text"], SHORT[row["state"]], row["by"], row["at"],
         origin_words([row["origin"]]) if row["origin"] else None)
        for row in last
    )  # fmt: skip
    columns = (*SLOT_COLUMNS, Text("form", "表記"), Text("state", "状態"), Text("by", "判断者"),
               Text("at", "日時"), Text("from", "出どころ"))  # fmt: skip
    return Section(
        Text("Decided last", "最近の判断"), columns, rows, note=part_words(len(rows), len(found))
    )


def _faulty(found: Sequence[Mapping[str, Any]], limit: int | None) -> Section:
    rows = tuple(
        (row["artist"], KIND_WORDS[row["subject_kind"]], row["source_text"],
         language_words(row["language"]), row["text"], origin_words([row["origin"]]),
         fault_words(row["faults"][0]))
        for row in found[:limit]
    )  # fmt: skip
    columns = (*SLOT_COLUMNS, Text("suggestion", "案"), Text("from", "出どころ"),
               Text("warning", "注意"))  # fmt: skip
    return Section(FAULTY, columns, rows, note=part_words(len(rows), len(found)))


FAULTY = Text("Suggestions to be wary of", "注意が必要な案")
CLASHES = Text("Conflicts", "競合")
STALE = Text("Stale: the original has changed since", "原文が変更済み(要再確認)")
NOTHING = Text(en="Nothing was suggested or decided yet.", ja="まだ案も判断もありません。")
