"""What origins, tiers and faults are called."""

from collections.abc import Sequence
from typing import Final

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
from kaigai.terms.text import Text

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
