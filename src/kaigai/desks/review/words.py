"""What slots, origins, tiers and faults are called."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kaigai.desks.review.candidate import (
    CATALOGUE,
    MEMORY,
    PEOPLE,
    REFERENCE,
    ROMANISER,
    SAME,
    SCRIPT,
    SUGGEST,
    TERM,
    family,
)
from kaigai.desks.review.slot_state import CHANGED
from kaigai.desks.review.slots import KIND_WORDS, language_words
from kaigai.terms.text import Text

SLOT_COLUMNS: Final = (
    Text("artist", "アーティスト"),
    Text("kind", "種類"),
    Text("original", "原文"),
    Text("language", "言語"),
)
ORIGINS: Final[dict[str, Text]] = {
    CATALOGUE: Text("catalogue", "カタログ"),
    ROMANISER: Text("romaniser", "ローマ字化"),
    MEMORY: Text("memory", "翻訳メモリ"),
    REFERENCE: Text("database", "公開データベース"),
    PEOPLE: Text("nobody yet", "案なし"),
    CHANGED: Text("the reviewer", "確認者"),
}
SAME_WORDS = Text("nothing was translated", "訳されていません")
SCRIPT_WORDS = Text("not in the script of that language", "その言語の文字ではありません")
OFFERED = Text("ready to approve", "そのまま承認可")
REVIEWED = Text("must review", "要確認")
MISSING = Text("to be written", "記入待ち")


def slot_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Whose name in which language a row is about: a cell for each of `SLOT_COLUMNS`."""
    return (
        row["artist"],
        KIND_WORDS[row["subject_kind"]],
        row["original"] or row["source_text"],
        language_words(row["language"] or "und"),
    )


def origin_words(origins: Sequence[str]) -> Text:
    """Where a form comes from; all who say the same."""
    named = [ORIGINS.get(family(each), Text(each, each)) for each in dict.fromkeys(origins)]
    return Text(" + ".join(each.en for each in named), "+".join(each.ja for each in named))


def tier_words(tier: str | None, *, has_text: bool) -> Text:
    """How a suggestion is to be treated."""
    if not has_text:
        return MISSING
    return OFFERED if tier == SUGGEST else REVIEWED


def fault_words(fault: str) -> Text:
    """What is wrong with a suggestion."""
    if fault == SAME:
        return SAME_WORDS
    if fault == SCRIPT:
        return SCRIPT_WORDS
    form = fault.removeprefix(TERM)
    return Text(f"“{form}” is missing or changed", f"「{form}」が使われていないか変わっています")


def missing_words(forms: Iterable[str]) -> Text:
    """Which terms a form lacks."""
    faults = [fault_words(f"{TERM}{form}") for form in forms]
    return Text("; ".join(each.en for each in faults), "。".join(each.ja for each in faults))


def part_words(shown: int, of: int) -> Text:
    """How much of a list is shown."""
    return Text(f"{shown} of {of:,}", f"全{of:,}件のうち{shown}件")
