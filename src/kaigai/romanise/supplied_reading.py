"""A kana reading that somebody gave decides how kanji and hiragana are read."""

import re
from collections.abc import Sequence

from kaigai.romanise.piece import Option, Piece, Word
from kaigai.romanise.readers import hiragana

_SOUND = re.compile("[ぁ-ゖー]+")
_KANJI = re.compile("[\u3400-\u9fff々〆〇]")


def settle(pieces: Sequence[Piece], reading: str) -> bool:
    """Set the options of the pieces from the whole title's kana; False where it cannot fit.

    Katakana keeps its words, as long as the reading spells them as the title does.
    """
    kana = hiragana("".join(_SOUND.findall(hiragana(reading))))
    pattern = "".join(_pattern(piece) for piece in pieces)
    match = re.fullmatch(pattern, kana) or re.fullmatch(_loose(pieces), kana)
    if not match:
        return False
    groups = iter(match.groups())
    for piece in pieces:
        if _KANJI.search(piece.surface) or _reads_latin(piece):
            found = next(groups)
            if _KANJI.search(piece.surface):
                piece.options = [Option((Word(found),), 0.99, ("given",))]
    return True


def _pattern(piece: Piece) -> str:
    if _KANJI.search(piece.surface):
        known = "|".join(dict.fromkeys(re.escape(each.kana) for each in piece.options))
        return f"({known}|{_furigana(piece.surface)})"
    return _fixed(piece)


def _loose(pieces: Sequence[Piece]) -> str:
    return "".join(
        f"({_furigana(piece.surface)})" if _KANJI.search(piece.surface) else _fixed(piece)
        for piece in pieces
    )


def _furigana(surface: str) -> str:
    """A pattern for a word's reading: its own kana stand, kanji take one kana or more."""
    parts = re.split("([\u3400-\u9fff々〆〇]+)", hiragana(surface))
    return "".join(
        f"[ぁ-ゖー]{{{1},{4 * len(part)}}}?" if _KANJI.search(part) else re.escape(part)
        for part in parts
        if part and (_KANJI.search(part) or _SOUND.fullmatch(part))
    )


def _fixed(piece: Piece) -> str:
    sounds = "".join(_SOUND.findall(hiragana(piece.surface)))
    if sounds:
        loose = {"は": "[はわ]", "へ": "[へえ]", "を": "[をお]"}
        return "".join(loose.get(char, re.escape(char)) for char in sounds)
    return "([ぁ-ゖー]*?)" if _reads_latin(piece) else ""


def _reads_latin(piece: Piece) -> bool:
    """Letters and digits, which a reading may spell out in kana."""
    return (
        not _KANJI.search(piece.surface)
        and any(char.isalnum() for char in piece.surface)
        and (not _SOUND.search(hiragana(piece.surface)))
    )
