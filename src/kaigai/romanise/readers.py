"""Two readers of Japanese: UniDic (through fugashi) and Sudachi, as pieces with kana.

Both keep what they read last in one place, so threads read in turn.
"""

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from kaigai.romanise.piece import Piece

KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
HIRAGANA_TO_KATAKANA = {new: old for old, new in KATAKANA_TO_HIRAGANA.items()}


def hiragana(kana: str) -> str:
    """Katakana as hiragana; all else stays."""
    return kana.translate(KATAKANA_TO_HIRAGANA)


def katakana(kana: str) -> str:
    """Hiragana as katakana; all else stays."""
    return kana.translate(HIRAGANA_TO_KATAKANA)


_unidics_turn, _sudachis_turn = Lock(), Lock()


@cache
def _unidic() -> Any:
    import fugashi
    import unidic_lite

    return fugashi.Tagger(f"-d {unidic_lite.DICDIR} -r /dev/null")


@cache
def _sudachi() -> Any:
    import sudachipy

    return sudachipy.Dictionary(dict="core").tokenizer()


def by_unidic(text: str) -> list[Piece]:
    """Short words with class and origin."""
    pieces: list[Piece] = []
    place = 0
    with _unidics_turn:
        for node in _unidic()(text):
            place = text.index(node.surface, place)
            pieces.append(_piece(node, place))
            place += len(node.surface)
    return pieces


def _piece(node: Any, place: int) -> Piece:
    word = node.feature
    kana = word.kana if not node.is_unk and word.kana not in (None, "*", "") else ""
    return Piece(
        surface=node.surface,
        start=place,
        pos=word.pos1,
        detail="助数詞可能" if word.pos3 == "助数詞可能" else word.pos2 or "",
        form=(word.cForm or "") if not node.is_unk else "",
        origin=(word.goshu or "") if not node.is_unk else "",
        lemma=(word.lemma or "") if not node.is_unk else "",
        kana=hiragana(kana),
    )


def by_sudachi(text: str) -> list[tuple[int, int, str]]:
    """Start, end and hiragana reading of the longest words; the reading may be empty."""
    found = []
    with _sudachis_turn:
        for word in _sudachi().tokenize(text):
            reading = "" if word.is_oov() else hiragana(word.reading_form())
            found.append((word.begin(), word.end(), reading))
    return found


@lru_cache(maxsize=16_384)
def others_in_sudachi(surface: str) -> tuple[str, ...]:
    """Every reading that Sudachi's dictionary knows for a word."""
    import sudachipy

    entries = _dictionary(sudachipy).lookup(surface)
    return tuple(dict.fromkeys(hiragana(entry.reading_form()) for entry in entries))


@cache
def _dictionary(sudachipy: Any) -> Any:
    return sudachipy.Dictionary(dict="core")


MARKS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "、": ", ", "。": ". ", "〜": "~", "～": "~",
     "‐": "-", "−": "-", "―": "-", "─": "-", "「": ' "', "」": '" ', "『": ' "', "』": '" '}
)  # fmt: skip


def cleaned(text: str) -> str:
    """NFKC, with one kind of space."""
    plain = unicodedata.normalize("NFKC", text.replace("…", "...")).translate(MARKS)
    return " ".join(re.sub(r"·{2,}|・{2,}", "...", plain).split())
