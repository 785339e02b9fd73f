"""A review sheet: its columns in both languages, what reviewers write, and how to work with it."""

from collections.abc import Mapping
from typing import Final, Literal

from kaigai.desks.review.sheets.book import Layout
from kaigai.terms.text import Text

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
#: What the second page says.
HINTS: Final = (
    Text(
        en="Decision: approve takes the suggestion as it is, or what you write into “approved "
        "form”. Reject: this suggestion is wrong and is not offered again. Later, or nothing: "
        "the row stays open.",
        ja="判断: 「承認」で案のまま、または「承認する表記」に書いた表記を採用します。"
        "「却下」するとその案は二度と出ません。「保留」または空欄の行はそのまま残ります。",
    ),
    Text(
        en="Writing into “approved form” alone is an approval, too. The yellow columns are yours; "
        "the others are locked and must stay as they are.",
        ja="「承認する表記」に書くだけでも承認になります。記入できるのは黄色の列だけです。"
        "ほかの列はロックされており、変更しないでください。",
    ),
    Text(
        en="Confidence: of a romanisation, the share of such readings that prove right; of the "
        "memory, how alike the texts are. Where it is empty, nobody knows. Nothing leaves without "
        "your yes.",
        ja="確度は、ローマ字化では同様の案が正しかった割合、翻訳メモリでは原文の一致度です。"
        "空欄は不明です。承認のない表記が外に出ることはありません。",
    ),
    Text(
        en="Send the file back under any name, as .xlsx or .csv. If somebody decided meanwhile, "
        "or the original has changed, your row is shown as a conflict and overwrites nothing.",
        ja="ファイル名は自由です。.xlsx か .csv で戻してください。その間にほかの人が判断した行や"
        "原文が変わった行は競合・要再確認として示し、上書きはしません。",
    ),
    Text(
        en="Take it in with: kaigai localise import FILE --by “YOUR NAME”",
        ja="取り込み: kaigai localise import ファイル --by 「あなたの名前」",
    ),
)
LAYOUT: Final = Layout(
    HEADINGS,
    editable=frozenset({"decision", "approved", "note"}),
    hints=HINTS,
    needed=("id", "suggestion", "decision", "approved", "stamp"),
    todo=Text(
        en="import a sheet that was given out with: kaigai localise export --out FILE",
        ja="kaigai localise export --out ファイル で書き出したシートを取り込んでください",
    ),
    choices={"decision": tuple(ANSWERS.values())},
)


def answer_of(said: str) -> Answer | None:
    """What a reviewer means; raises KeyError for a word that means nothing."""
    plain = said.strip().casefold()
    if not plain:
        return None
    for answer, words in ANSWERS.items():
        if plain in (words.en, words.ja):
            return answer
    return _ALSO[plain]
