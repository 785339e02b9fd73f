"""What a finding is worth, in words: a figure, its interval, and what it rests on."""

from collections.abc import Mapping
from typing import Any, Final

from kaigai.terms.text import Text

MEASURES: Final[Mapping[str, Text]] = {
    "streams": Text("streams", "ストリーム再生"),
    "views": Text("views", "動画視聴"),
}

#: What an estimate rests on.
METHODS: Final[Mapping[str, Text]] = {
    "own songs": Text(
        "from the artist's other songs or videos that are open there",
        "そこで公開中の同アーティストの作品から",
    ),
    "demand": Text("from the market model", "市場モデルから"),
    "both": Text(
        "from the artist's other works where some are open, else the market model",
        "公開中の作品がある国はその実績、ない国は市場モデルから",
    ),
    "plays today": Text("what is played there today", "現在そこで再生されている数"),
    "compared": Text(
        "seen in this catalogue: others of the same artists that lack nothing",
        "同じアーティストの、この不足がない作品との比較から",
    ),
}

UNKNOWN: Final = Text("unknown", "不明")
WORTH: Final = Text("worth a year", "年間の効果")


def rounded(value: float) -> str:
    """A figure with two digits that mean something: an estimate is no more exact."""
    if value < 100:
        return f"{round(value):,}"
    scale = 10 ** (len(str(int(value))) - 2)
    return f"{round(value / scale) * scale:,}"


def short(row: Mapping[str, Any]) -> Text:
    """The figure alone, for a column; unknown where there is none."""
    if row.get("gain") is None:
        return UNKNOWN
    figure, what = rounded(row["gain"]), MEASURES.get(row["gain_measure"] or "", Text("", ""))
    return Text(f"+{figure} {what.en}".strip(), f"{what.ja} +{figure}".strip())


def plays(gain: float | None) -> Text:
    """A sum of gains, of streams and views together; unknown where nothing is known."""
    if gain is None:
        return UNKNOWN
    return Text(f"+{rounded(gain)} plays", f"再生 +{rounded(gain)}")


def full(row: Mapping[str, Any]) -> Text:
    """The figure with its interval (90 %) and what it rests on."""
    if row.get("gain") is None:
        return UNKNOWN
    low, high = rounded(max(row["gain_low"] or 0, 0)), rounded(row["gain_high"] or 0)
    told, method = short(row), METHODS.get(row["gain_method"] or "", Text("", ""))
    return Text(
        f"{told.en} a year (90 %: {low} to {high}; {method.en})",
        f"年間 {told.ja}(90%区間 {low}〜{high}、{method.ja})",
    )
