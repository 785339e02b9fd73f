"""The likeliest ways to read a whole title, from the options of its pieces."""

import heapq
from collections.abc import Sequence

from kaigai.romanise.piece import Option, Piece, Word

Chosen = list[tuple[Piece, Option]]
Way = tuple[Chosen, float]


def best(pieces: Sequence[Piece], many: int) -> list[Way]:
    """Up to `many` combinations of options, by the product of their shares."""
    ways: list[tuple[float, tuple[Option, ...]]] = [(1.0, ())]
    for piece in pieces:
        if len(piece.options) == 1:
            only = piece.options[0]
            ways = [(share * only.share, (*taken, only)) for share, taken in ways]
            continue
        longer = [
            (share * option.share, (*taken, option))
            for share, taken in ways
            for option in piece.options[:many]
        ]
        ways = heapq.nlargest(2 * many, longer, key=lambda way: way[0])
    return [(list(zip(pieces, taken, strict=True)), share) for share, taken in ways]


def as_sung(way: Way) -> Chosen | None:
    """The same reading with every foreign word by its sound; None where there is none."""
    chosen, _ = way
    sung = [(piece, _sung(option)) for piece, option in chosen]
    return sung if any(a is not b for (_, a), (_, b) in zip(chosen, sung, strict=True)) else None


def _sung(option: Option) -> Option:
    if not any(word.sort == "foreign" and word.kana for word in option.words):
        return option
    words = tuple(Word(word.kana) if word.kana else word for word in option.words)
    return Option(words, option.share, option.readers)
