"""How to work with a review sheet, as its second page says."""

from typing import Final

from kaigai.terms.text import Text

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
