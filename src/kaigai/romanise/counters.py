"""Counters after Arabic numerals (3人, 11匹), which a dictionary takes for other words."""

from collections.abc import Sequence
from itertools import pairwise

from kaigai.romanise.piece import Option, Piece, Word

READINGS = {
    "人": "にん", "日": "にち", "月": "がつ", "年": "ねん", "回": "かい", "時": "じ", "歳": "さい",
    "才": "さい", "度": "ど", "階": "かい", "番": "ばん", "号": "ごう", "枚": "まい", "個": "こ",
    "曲": "きょく", "話": "わ", "冊": "さつ", "位": "い", "代": "だい", "円": "えん",
    "秒": "びょう", "週": "しゅう", "組": "くみ", "本": "ほん", "匹": "ひき", "分": "ふん",
    "杯": "はい", "世紀": "せいき", "つ": "つ", "ぴき": "ぴき",
}  # fmt: skip
#: After 1, 6, 8 and 0 the sound hardens, after 3 it is voiced.
HARD = {"本": "ぽん", "匹": "ぴき", "分": "ぷん", "杯": "ぱい"}
VOICED = {"本": "ぼん", "匹": "びき", "分": "ぷん", "杯": "ばい"}
SHARE = 0.93


def settle(pieces: Sequence[Piece]) -> None:
    """Give each counter that follows a number its reading as a counter."""
    for before, piece in pairwise(pieces):
        number = before.surface.isascii() and before.surface.isdigit()
        if number and piece.start == before.end and piece.surface in READINGS:
            kana = _reading(before.surface[-1], piece.surface)
            piece.options = [Option((Word(kana),), SHARE, ("table",))]
            piece.pos = "接尾辞"


def _reading(digit: str, counter: str) -> str:
    if digit in "1680" and counter in HARD:
        return HARD[counter]
    return VOICED[counter] if digit == "3" and counter in VOICED else READINGS[counter]
