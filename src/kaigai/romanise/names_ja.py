"""Japanese names of people: family and given name parted, each read from tables of names."""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kaigai.romanise.piece import Option, Piece, Word
from kaigai.romanise.readers import hiragana, others_in_sudachi
from kaigai.romanise.tables import readings

NAME = re.compile(r"[ぁ-ゖァ-ヺー\u3400-\u9fff々]+(?: [ぁ-ゖァ-ヺー\u3400-\u9fff々]+)?")
KANJI = re.compile("[\u3400-\u9fff々]")
KANA = re.compile("[ぁ-ゖァ-ヺー]+")
Spoken = Sequence[tuple[int, int, str]]
Ways = tuple[tuple[str, float, tuple[str, ...]], ...]

#: What the reader's own choice, and a mere mention in its dictionary, are worth (log odds).
CHOSEN, MENTIONED = {"family": 0.65, "given": 0.39}, {"family": 0.0, "given": 1.36}
#: Odds of a stretch to be a name at all: listed, parted so by the reader, unknown.
LISTED, PARTED, UNLISTED, COMPOSED = 2.5, 2.0, -2.5, -1.0
#: Family names by the number of their characters.
LENGTHS = {1: -1.5, 2: 0.8, 3: -0.3, 4: -2.0}
TABLES = {"family": "surnames.tsv", "given": "given_names.tsv"}


def read(text: str, spoken: Spoken) -> list[Piece] | None:
    """Family and given name as two pieces (or one piece), or None where this is no such name."""
    if not NAME.fullmatch(text) or (KANJI.search(text) and len(text) > LONGEST):
        return None
    if not KANJI.search(text):
        return _in_hiragana(text)
    cut = text.find(" ") if " " in text else _best_cut(text, spoken)
    if cut < 0:
        return None
    if cut == 0:
        return [_piece(text, 0, "given", spoken)]
    start = cut + (text[cut] == " ")
    return [_piece(text[:cut], 0, "family", spoken), _piece(text[start:], start, "given", spoken)]


def _in_hiragana(text: str) -> list[Piece] | None:
    """A name in hiragana: two words where both are listed, else one."""
    if not HIRAGANA.fullmatch(text):
        return None
    families, given = _sounds("family"), _sounds("given")
    cuts = [n for n in range(2, len(text) - 1) if text[:n] in families and text[n:] in given]
    cut = text.find(" ") if " " in text else min(cuts, key=lambda n: abs(n - 3), default=0)
    parts = [(0, text)] if cut <= 0 else [(0, text[:cut]), (cut + (text[cut] == " "), text[cut:])]
    return [_piece(part.strip(), start, "given", ()) for start, part in parts]


HIRAGANA = re.compile("[ぁ-ゖー ]+")
#: A longer text is no name of a person, nor one whose best parting is less likely than this.
LONGEST, LEAST = 9, -1.0


def _best_cut(text: str, spoken: Spoken) -> int:
    """Where the given name begins; 0 for one given name, -1 where this is no name of a person."""
    borders = {end for _, end, _ in spoken}
    cuts = {cut: _odds(text, cut, borders) for cut in range(1, min(len(text), 6))}
    cuts[0] = _listed(text, "given") - 1.0
    best = max(cuts, key=lambda cut: cuts[cut])
    return best if cuts[best] > LEAST else -1


def _odds(text: str, cut: int, borders: set[int]) -> float:
    family, given = text[:cut], text[cut:]
    odds = LENGTHS.get(cut, -3.0) + _listed(family, "family") + _listed(given, "given")
    return odds + (PARTED if cut in borders else 0.0)


@lru_cache(maxsize=65536)
def _listed(name: str, part: str) -> float:
    if name in readings(TABLES[part]):
        return LISTED
    if KANA.fullmatch(name):
        kana = hiragana(name)
        return 1.5 if kana in _sounds(part) else -1.0
    return UNLISTED


@cache
def _sounds(part: str) -> frozenset[str]:
    """Every reading in a table, for names in kana."""
    table = readings(TABLES[part])
    return frozenset(reading for ways in table.values() for reading, _ in ways)


def _piece(surface: str, start: int, part: str, spoken: Spoken) -> Piece:
    piece = Piece(surface, start, "名詞", part, "", "固")
    if not KANJI.search(surface):
        piece.options = [Option((Word(hiragana(surface)),), 0.97, ("kana",))]
        return piece
    chosen = _chosen(start, start + len(surface), spoken)
    piece.options = [
        Option((Word(kana),), share, readers)
        for kana, share, readers in _ways(surface, part, chosen)
    ]
    return piece


def _chosen(start: int, end: int, spoken: Spoken) -> str:
    """What Sudachi reads between two places, or nothing where its words lie across them."""
    inside = [word for word in spoken if word[0] < end and word[1] > start]
    whole = inside and inside[0][0] == start and inside[-1][1] == end
    return "".join(word[2] for word in inside) if whole and all(w[2] for w in inside) else ""


@lru_cache(maxsize=65536)
def _ways(surface: str, part: str, chosen: str) -> Ways:
    """Readings with shares, from the table, Sudachi and, for given names, each kanji."""
    odds: dict[str, float] = dict(readings(TABLES[part]).get(surface, ()))
    floor = min(odds.values(), default=0.0) - 1.0
    mentioned = others_in_sudachi(surface)
    readers = {kana: ["names"] for kana in odds}
    for kana in (*mentioned, chosen):
        if kana and not KANJI.search(kana):
            odds.setdefault(kana, floor)
            readers.setdefault(kana, []).append("sudachi")
    for kana in odds:
        odds[kana] += CHOSEN[part] * (kana == chosen) + MENTIONED[part] * (kana in mentioned)
    if not odds:
        odds, readers = _composed(surface), {}
    return _shared(odds, readers)


def _shared(odds: dict[str, float], readers: dict[str, list[str]]) -> Ways:
    best = sorted(odds.items(), key=lambda pair: -pair[1])[:5]
    if not best:
        return ()
    weights = [math.exp(score - best[0][1]) for _, score in best]
    total = sum(weights) / 0.97
    return tuple(
        (kana, weight / total, tuple(dict.fromkeys(readers.get(kana, ["names"]))))
        for (kana, _), weight in zip(best, weights, strict=True)
    )


def _composed(surface: str) -> dict[str, float]:
    """Readings put together from those of each kanji in given names."""
    table = readings("given_kanji.tsv")
    ways = [("", 0.0)]
    for char in surface:
        known = table.get(char) or (((hiragana(char), 1.0),) if KANA.fullmatch(char) else ())
        ways = [
            (kana + more, odds + math.log(share)) for kana, odds in ways for more, share in known
        ]
        ways = sorted(ways, key=lambda way: -way[1])[:6]
    return dict(ways)
