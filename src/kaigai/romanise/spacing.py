"""Where Japanese words part in Latin letters: what leans on the word before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kaigai.romanise.piece import Joint, Piece, Word

HONORIFICS = frozenset(
    [
        "さん",
        "ちゃん",
        "くん",
        "君",
        "様",
        "さま",
        "殿",
        "たん",
        "っち",
        "ちゃま",
        "どの",
        "氏",
        "先生",
    ]
)
GROUPS = frozenset(["たち", "達", "家"])
APART_PREFIXES = frozenset(
    [
        "新",
        "真",
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
        "別",
        "某",
        "現",
        "前",
    ]
)
APART_SUFFIXES = frozenset(["編", "篇", "戦", "号", "座", "目", "まみれ", "だらけ", "ごと"])
LEANING = frozenset(["て", "で", "ば", "ながら", "つつ", "たり", "だり", "ちゃ", "じゃ", "ちゃう"])
PHRASES = frozenset(
    [
        "では",
        "には",
        "でも",
        "とは",
        "へは",
        "からは",
        "までも",
        "との",
        "への",
        "での",
        "ので",
        "のに",
    ]
)
INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})
NOUNS = frozenset({"名詞", "接尾辞", "接頭辞"})
KANJI = re.compile("[\u3400-\u9fff々]+")
#: Kana that begin no word, and counters after which 目 makes an ordinal.
LEANING_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョー")
COUNTED = frozenset(["回", "番", "人", "度", "日", "年", "個", "枚", "話", "つ"])
NUMBER = re.compile("[0-9]+")
APART_AFTER_NUMBERS = frozenset(["世紀", "部", "章", "巻", "話", "組", "年目", "期"])


def joined(pieces: Sequence[Piece]) -> None:
    """Set how each piece stands to the one before it."""
    for before, piece in pairwise(pieces):
        piece.joint = "space" if before.end != piece.start else _joint(before, piece)


def _joint(before: Piece, piece: Piece) -> Joint:
    if before.surface.endswith(("っ", "ッ")) and before.options[0].words[-1].sort == "native":
        return "join"
    if piece.surface[0] in LEANING_KANA and piece.options[0].words[0].sort == "native":
        return "join"
    if piece.surface == "ん" and piece.pos not in ("助詞", "助動詞"):
        return "join"
    if piece.surface == "目" and before.surface in COUNTED:
        return "join"
    if piece.surface == "先生" and before.pos in NOUNS:
        return "hyphen"
    counts = piece.pos == "接尾辞" or piece.detail == "助数詞可能"
    if NUMBER.fullmatch(before.surface) and counts:
        return "space" if piece.surface in APART_AFTER_NUMBERS else "counter"
    if piece.lemma in ("居る", "いる") and before.surface in ("て", "で"):
        return "progressive"
    if piece.surface in APART_SUFFIXES and before.pos != "接頭辞" and before.detail != "数詞":
        return "space"
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


def words(group: Sequence[Piece]) -> tuple[Word, ...]:
    """The first reading of each piece, joined to words as they would be in a title."""
    joined(group)
    found: list[Word] = []
    for place, piece in enumerate(group):
        for nth, word in enumerate(piece.options[0].words):
            leans = found and not nth and piece.joint == "join"
            if place and leans and word.sort == found[-1].sort == "native":
                found[-1] = replace(found[-1], text=found[-1].text + word.text, particle=False)
            else:
                found.append(word)
    return tuple(found)


def _auxiliary(before: Piece, piece: Piece) -> Joint:
    if before.surface == "ん" and piece.lemma in ("だ", "です"):
        return "join"
    if piece.lemma in ("だ", "です", "らしい", "まい", "べし", "なり-断定", "様-伝聞", "じゃ"):
        return "join" if before.pos == "助動詞" and before.surface == "だろ" else "space"
    return "join" if before.pos in INFLECTED else "space"


def _particle(before: Piece, piece: Piece) -> Joint:
    pair = before.surface + piece.surface
    if pair in ("でも", "なの", "だろうか", "でしょうか"):
        return "join"
    if piece.surface == "ん" and before.pos in INFLECTED:
        return "join"
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
