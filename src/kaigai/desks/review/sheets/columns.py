"""A review sheet: its columns in both languages, what reviewers write, and how to work with it."""

from collections.abc import Mapping
from typing import Any, Final

from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, Column, Form
from kaigai.formats.sheets.mark import mark
from kaigai.terms.text import Text

ANSWERS: Final[Mapping[str, Text]] = {
    "approve": Text("approve", "承認"),
    "reject": Text("reject", "却下"),
    "later": Text("later", "保留"),
}
#: What people also write.
_ALSO: Final = {"approve": "ok|yes|○|〇|◯|採用|可", "reject": "no|×|✕|不可|不採用", "later": "△|?"}
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
        en="Send the file back under any name, as .xlsx, .csv or .json. If somebody decided "
        "meanwhile, or the original has changed, your row is shown as a conflict and overwrites "
        "nothing.",
        ja="ファイル名は自由です。.xlsx・.csv・.json のいずれかで戻してください。その間に"
        "ほかの人が判断した行や原文が変わった行は競合・要再確認として示し、上書きはしません。",
    ),
    Text(
        en="Take it in with: kaigai localise import FILE --by “YOUR NAME”",
        ja="取り込み: kaigai localise import ファイル --by 「あなたの名前」",
    ),
)
FORM: Final = Form(
    {
        "id": Column(Text("id", "ID"), needed=True, width=14),
        "kind": Column(Text("kind", "種類"), width=10),
        "artist": Column(Text("artist", "アーティスト"), width=20),
        "original": Column(Text("original", "原文"), width=32),
        "reading": Column(Text("reading", "ヨミ"), width=20),
        "language": Column(Text("language", "言語"), width=16),
        "now": Column(Text("what stands there now", "現在の表記"), width=22),
        "suggestion": Column(Text("suggestion", "案"), needed=True, width=32),
        "confidence": Column(Text("confidence", "確度"), "share", width=10),
        "tier": Column(Text("how to treat it", "扱い")),
        "origin": Column(Text("from", "出どころ")),
        "others": Column(Text("other suggestions", "ほかの案"), width=28),
        "warnings": Column(Text("warnings", "注意"), width=28),
        "decision": Column(Text("decision", "判断"), editable=True, needed=True, width=11,
                           choices=ANSWERS, also=_ALSO, expected=Text(
                               ", ".join(words.en for words in ANSWERS.values()) + ", or nothing",
                               "・".join(words.ja for words in ANSWERS.values())
                               + "のいずれか、または空欄")),
        "approved": Column(Text("approved form", "承認する表記"), editable=True, needed=True,
                           longest=1_000, width=34, expected=Text(
                               "a name on one line, of 1,000 characters at most",
                               "1行・1,000文字以内の名称")),
        "note": Column(Text("note", "備考"), editable=True, width=26),
        STAMP: Column(STAMP_WORDS, needed=True, width=4),
    },
    key=("id",),
    stamped=("original", "now", "suggestion", "from"),
    hints=HINTS,
    todo=Text(
        en="import a sheet that was given out with: kaigai localise export --out FILE",
        ja="kaigai localise export --out ファイル で書き出したシートを取り込んでください",
    ),
    unknown=Text(
        en="an id as it was given out: the workspace has no suggestion for it",
        ja="書き出したときのままのID(このワークスペースに案がありません)",
    ),
)  # fmt: skip


def stamp(row: Mapping[str, Any], text: str | None, suggestion_id: str | None) -> str:
    """What a row was given out with: the original, what was decided, and what was suggested."""
    marks = {"original": mark(row["original"]), "now": mark(*decided_last(row))}
    return FORM.stamp(**marks, suggestion=mark(text), **{"from": suggestion_id or "-"})


def decided_last(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    """What stands in a slot, and what was decided last."""
    return row["now"], row["status"], row["text"]
