"""How to read a report: what its words and colours mean."""

from typing import Final

from kaigai.terms.section import Section, facts
from kaigai.terms.text import Text

TITLE: Final = Text("How to read this page", "このレポートの読み方")


def reading() -> Section:
    """Terms, each with what it means."""
    return facts(TITLE, TERMS)


TERMS: Final[tuple[tuple[Text, Text], ...]] = (
    (
        Text("Colour", "色"),
        Text(
            "In every picture a stronger colour means that more reaches people abroad. Hatched "
            "means not known, which is neither yes nor no.",
            "どの図も、色が濃いほど海外に届いていることを示します(暗い画面では明るいほど)。"
            "斜線は不明で、「届いている」とも「届いていない」とも言えません。",
        ),
    ),
    (
        Text("Can be heard", "聴ける"),
        Text(
            "At least one delivered deal opens streaming there on the day, on any service; "
            "downloads count where nothing streams anywhere. What a service really shows may "
            "differ.",
            "その日にストリーミングを許す許諾が、いずれかのサービスに納品されている状態です"
            "(どこでもストリーミングされていない録音はダウンロードで判定)。"
            "実際のサービス上の表示とは異なる場合があります。",
        ),
    ),
    (
        Text("Severity", "重大度"),
        Text(
            "High: people abroad cannot hear, find or trust it. Medium: fewer can, or soon. Low: "
            "tidiness that helps search and payment. A note asks for nothing.",
            "高: 海外で聴けない、見つからない、正しく届かない。中: 一部で、または近いうちに"
            "そうなる。低: 検索や分配の精度を上げる整備。参考: 対応は不要です。",
        ),
    ),
    (
        Text("Sanctioned territories", "制裁対象地域"),
        Text(
            "Territories that most services leave out because of sanctions are not counted as "
            "gaps.",
            "経済制裁などで多くのサービスが提供していない地域は、課題として数えません。",
        ),
    ),
    (
        Text("A finding", "課題"),
        Text(
            "A person should look at it; it is no verdict. Each has a stable id, and stays until "
            "a newer delivery or audit shows it fixed.",
            "人が確認すべき点であり、断定ではありません。課題ごとに固定のIDがあり、"
            "新しい納品と監査で解消が確認されるまで残ります。",
        ),
    ),
)
