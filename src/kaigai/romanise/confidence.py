"""How sure an answer is: the share of such answers that proved right when they were measured."""

import math
import re
from collections.abc import Sequence
from functools import cache

from kaigai.romanise.piece import Option, Piece
from kaigai.romanise.tables import rows
from kaigai.terms.text import Text

DOUBT = 0.75
GIVEN = 0.97
Chosen = Sequence[tuple[Piece, Option]]
_KANJI = re.compile("[\u3400-\u9fff々]")
_LEAST = 1e-6


def group(chosen: Chosen, *, is_name: bool) -> str:
    """What is measured together: titles and names, each with and without foreign words."""
    foreign = any(piece.origin == "外" and piece.surface[0] > "\u30a0" for piece, _ in chosen)
    return ("name" if is_name else "title") + (" with katakana" if foreign else "")


def features(chosen: Chosen, share: float) -> tuple[float, ...]:
    """What tells right from wrong: the share, its worst piece, how much there is to get wrong."""
    shares = [option.share for _, option in chosen]
    kanji = [pair for pair in chosen if _KANJI.search(pair[0].surface)]
    lone = sum(len(option.readers) < 2 and "table" not in option.readers for _, option in kanji)
    words = [word for piece, option in chosen for word in option.words if piece.origin == "外"]
    foreign = sum(word.sort == "foreign" for word in words)
    unknown = sum(word.sort == "native" and len(word.text) > 1 for word in words)
    return (
        1.0, math.log(max(share, _LEAST)), min(shares, default=1.0), float(len(kanji)),
        float(lone), float(foreign), float(unknown), float(_is_split(chosen)),
    )  # fmt: skip


def _is_split(chosen: Chosen) -> bool:
    """Whether a run of katakana without dots fell into several words."""
    return any(
        piece.origin == "外" and len(option.words) > 1 + piece.surface.count("・")
        for piece, option in chosen
    )


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {name: tuple(map(float, cells)) for name, *cells in rows("calibration.tsv")}


def of(chosen: Chosen, share: float, *, is_name: bool) -> float:
    """The chance that this reading is the right one."""
    if any("given" in option.readers for _, option in chosen):
        return min(share, GIVEN)
    return _chance(group(chosen, is_name=is_name), features(chosen, share), share)


def of_share(name: str, share: float) -> float:
    """The chance of a Korean or Chinese spelling, from its share alone."""
    return _chance(name, simple(share), share)


def simple(share: float) -> tuple[float, ...]:
    """The only features of what has no pieces."""
    return 1.0, math.log(max(share, _LEAST))


def _chance(name: str, values: tuple[float, ...], share: float) -> float:
    weights = _weights().get(name)
    if not weights:
        return share
    odds = sum(a * b for a, b in zip(weights, values, strict=True))
    return 1 / (1 + math.exp(-odds))


def notes(chosen: Chosen) -> tuple[Text, ...]:
    """Which pieces are in doubt."""
    doubtful = [piece.surface for piece, option in chosen if option.share < DOUBT]
    if not doubtful:
        return ()
    listed = ", ".join(doubtful)
    return (Text(f"in doubt: {listed}", f"読みが不確か：{'、'.join(doubtful)}"),)
