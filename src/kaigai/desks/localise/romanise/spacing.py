"""Where Japanese words part in Latin letters: what leans on the word before it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kaigai.desks.localise.romanise.piece import Joint, Piece

HONORIFICS = frozenset(
    ["さん", "ちゃん", "くん", "君", "様", "さま", "殿", "たん", "っち", "ちゃま", "どの", "氏"]
)
GROUPS = frozenset(["たち", "達", "ら", "等", "編", "篇", "家"])
APART_PREFIXES = frozenset(
    [
        "新",
        "真",
        "超",
        "全",
        "続",
        "元",
        "第",
        "約",
        "各",
        "本",
        "旧",
        "非",
        "反",
        "副",
        "総",
        "両",
        "故",
        "準",
    ]
)
APART_SUFFIXES = frozenset(
    ["版", "戦", "号", "曲", "座", "目", "たる", "まみれ", "だらけ", "ごと"]
)
LEANING = frozenset(
    ["て", "で", "ば", "ながら", "つつ", "たり", "だり", "ちゃ", "じゃ", "ても", "でも", "ちゃう"]
)
INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})
NOUNS = frozenset({"名詞", "接尾辞", "接頭辞"})
KANJI = re.compile("[\u3400-\u9fff々]+")


def joined(pieces: Sequence[Piece]) -> None:
    """Set how each piece stands to the one before it."""
    for before, piece in pairwise(pieces):
        piece.joint = "space" if before.end != piece.start else _joint(before, piece)


def _joint(before: Piece, piece: Piece) -> Joint:
    if before.surface.endswith(("っ", "ッ")) and before.options[0].words[-1].sort == "native":
        return "join"
    if piece.surface in ("っ", "ッ", "ー", "ーー"):
        return "join"
    match piece.pos:
        case "助動詞":
            return _auxiliary(before, piece)
        case "助詞":
            return _particle(before, piece)
        case "接尾辞":
            return _suffix(before, piece)
    if before.pos == "接頭辞":
        return "space" if before.surface in APART_PREFIXES else "join"
    if "数詞" in (before.detail, piece.detail) and before.detail == piece.detail:
        return "join"
    if piece.pos == "名詞" and before.pos in NOUNS:
        return _compound(before, piece)
    return "space"


def _auxiliary(before: Piece, piece: Piece) -> Joint:
    if before.surface == "ん" and piece.lemma in ("だ", "です"):
        return "join"
    if piece.lemma in ("だ", "です", "らしい", "まい", "べし", "なり-断定", "様-伝聞", "じゃ"):
        return "join" if before.pos == "助動詞" and before.surface == "だろ" else "space"
    return "join" if before.pos in INFLECTED else "space"


def _particle(before: Piece, piece: Piece) -> Joint:
    if piece.surface in LEANING and before.pos in INFLECTED and piece.detail != "格助詞":
        return "join"
    return "space"


def _suffix(before: Piece, piece: Piece) -> Joint:
    if piece.surface in HONORIFICS or piece.lemma in HONORIFICS:
        return "hyphen"
    if piece.surface in GROUPS:
        return "join" if before.pos == "代名詞" else "hyphen"
    return "space" if piece.surface in APART_SUFFIXES else "join"


def _compound(before: Piece, piece: Piece) -> Joint:
    short = len(piece.surface) == 1 or len(before.surface) == 1
    both = KANJI.fullmatch(before.surface) and KANJI.fullmatch(piece.surface)
    sound = piece.origin == before.origin == "漢"
    return "join" if short and both and sound else "space"
