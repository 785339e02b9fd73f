"""How sure an answer is, as the share of such answers that proved right."""

from collections.abc import Sequence

from kaigai.desks.localise.romanise.piece import Option, Piece
from kaigai.terms.text import Text

DOUBT = 0.75


def of(chosen: Sequence[tuple[Piece, Option]], share: float) -> float:
    """The product of the shares of the options."""
    return share


def notes(chosen: Sequence[tuple[Piece, Option]]) -> tuple[Text, ...]:
    """Which pieces are in doubt."""
    doubtful = [piece.surface for piece, option in chosen if option.share < DOUBT]
    if not doubtful:
        return ()
    listed = ", ".join(doubtful)
    return (Text(f"in doubt: {listed}", f"読みが不確か：{'、'.join(doubtful)}"),)
