"""The columns of a review sheet, their headings in both languages, and what reviewers write."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from kaigai.terms.text import Language, Text

Answer = Literal["approve", "reject", "later"]

HEADINGS: Final[Mapping[str, Text]] = {
    "id": Text("id", "ID"),
    "kind": Text("kind", "種類"),
    "artist": Text("artist", "アーティスト"),
    "original": Text("original", "原文"),
    "reading": Text("reading", "ヨミ"),
    "language": Text("language", "言語"),
    "now": Text("what stands there now", "現在の表記"),
    "suggestion": Text("suggestion", "案"),
    "confidence": Text("confidence", "確度"),
    "tier": Text("how to treat it", "扱い"),
    "origin": Text("from", "出どころ"),
    "others": Text("other suggestions", "ほかの案"),
    "warnings": Text("warnings", "注意"),
    "decision": Text("decision", "判断"),
    "approved": Text("approved form", "承認する表記"),
    "note": Text("note", "備考"),
    "stamp": Text("stamp (leave as it is)", "照合用(変更不可)"),
}
COLUMNS: Final = tuple(HEADINGS)
EDITABLE: Final = frozenset({"decision", "approved", "note"})
FIGURES: Final = frozenset({"confidence"})

ANSWERS: Final[Mapping[Answer, Text]] = {
    "approve": Text("approve", "承認"),
    "reject": Text("reject", "却下"),
    "later": Text("later", "保留"),
}
#: What people also write.
_ALSO: Final[Mapping[str, Answer]] = {
    "ok": "approve", "yes": "approve", "○": "approve", "〇": "approve", "◯": "approve",
    "採用": "approve", "可": "approve", "no": "reject", "×": "reject", "✕": "reject",
    "不可": "reject", "不採用": "reject", "△": "later", "?": "later", "？": "later",
}  # fmt: skip


def heading(column: str) -> str:
    """A heading in both languages, so that either office can work on the sheet."""
    words = HEADINGS[column]
    return f"{words.en} / {words.ja}"


def answers(language: Language) -> list[str]:
    """What a reviewer chooses from."""
    return [words.to(language) for words in ANSWERS.values()]


def answer_of(said: str) -> Answer | None:
    """What a reviewer means; raises KeyError for a word that means nothing."""
    plain = said.strip().casefold()
    if not plain:
        return None
    for answer, words in ANSWERS.items():
        if plain in (words.en, words.ja):
            return answer
    return _ALSO[plain]


def columns_of(cells: Sequence[object]) -> dict[str, int]:
    """Which column stands where, by headings in either language; the first of two counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        plain = " ".join(str(cell if cell is not None else "").split()).casefold()
        for name, words in HEADINGS.items():
            both = f"{words.en} / {words.ja}".casefold()
            if plain and plain in (both, words.en.casefold(), words.ja.casefold(), name):
                found.setdefault(name, place)
    return found
