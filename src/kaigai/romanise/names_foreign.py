"""Artists from abroad in katakana: the spelling they use themselves, where a list knows it."""

import re
from functools import cache

from kaigai.romanise.loanwords import loose
from kaigai.romanise.piece import Option, Piece, Word
from kaigai.romanise.readers import hiragana
from kaigai.romanise.tables import rows

KATAKANA = re.compile("[ァ-ヺー・&!0-9A-Z ]*[ァ-ヺ][ァ-ヺー・&!0-9A-Z ]*")
_GAPS = re.compile("[・= &!-]")
SURE, HEARD = 0.97, 0.8


@cache
def _known() -> dict[str, tuple[str, float]]:
    """Loose kana without gaps, to the spelling and its share; what is written by hand wins."""
    said = {_key(kana): (name, HEARD) for kana, name in rows("artists_said.tsv")}
    return said | {_key(kana): (name, SURE) for kana, name in rows("artists_by_hand.tsv")}


def _key(kana: str) -> str:
    return loose(_GAPS.sub("", kana))


def read(text: str) -> Piece | None:
    """The whole name as one piece, or None where no list knows it."""
    if not KATAKANA.fullmatch(text) or _key(text) not in _known():
        return None
    spelling, share = _known()[_key(text)]
    word = Word(spelling, "foreign", kana=hiragana(text))
    piece = Piece(text, 0, "名詞", "固有名詞", origin="固")
    piece.options = [Option((word,), share, ("artists",))]
    return piece
