"""The likeliest ways to read a whole title, from the options of its pieces."""

import heapq
from collections.abc import Sequence

from kaigai.desks.localise.romanise.piece import Option, Piece

Way = tuple[list[tuple[Piece, Option]], float]


def best(pieces: Sequence[Piece], many: int) -> list[Way]:
    """Up to `many` combinations of options, by the product of their shares."""
    ways: list[tuple[float, tuple[Option, ...]]] = [(1.0, ())]
    for piece in pieces:
        longer = [
            (share * option.share, (*taken, option))
            for share, taken in ways
            for option in piece.options[:many]
        ]
        ways = heapq.nlargest(2 * many, longer, key=lambda way: way[0])
    return [(list(zip(pieces, taken, strict=True)), share) for share, taken in ways]
