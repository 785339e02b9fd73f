"""Where UniDic and Sudachi differ, both are options; where they agree, the reading is surer."""

import re
from collections.abc import Iterator, Sequence

from kaigai.romanise import spacing
from kaigai.romanise.piece import Option, Piece, Word
from kaigai.romanise.readers import others_in_sudachi

Spoken = Sequence[tuple[int, int, str]]
#: The share of one reader where both agree, and of Sudachi where they do not.
AGREED = 0.95
SUDACHI = {"one": 0.4, "longer": 0.6, "shorter": 0.25, "name": 0.75}
_PARTICLE_KANA = str.maketrans("をづぢ", "おずじ")


def voted(pieces: list[Piece], spoken: Spoken, *, is_name: bool) -> list[Piece]:
    """The pieces with Sudachi's readings weighed in."""
    result: list[Piece] = []
    for group, words in _clusters(pieces, spoken):
        result += _one_vote(group, words, is_name=is_name)
    return result


def _clusters(pieces: list[Piece], spoken: Spoken) -> Iterator[tuple[list[Piece], Spoken]]:
    """The smallest stretches at whose ends both readers part words."""
    left, right = 0, 0
    while left < len(pieces):
        first, begin = left, right
        end = pieces[left].end
        left += 1
        while True:
            while right < len(spoken) and spoken[right][1] <= end:
                right += 1
            reach = spoken[right][1] if right < len(spoken) and spoken[right][0] < end else end
            if reach <= end:
                break
            while left < len(pieces) and pieces[left].start < reach:
                end = max(end, pieces[left].end)
                left += 1
            if end < reach:
                end = reach
        yield pieces[first:left], [word for word in spoken[begin:right] if word[2].strip()]


def _one_vote(group: list[Piece], words: Spoken, *, is_name: bool) -> list[Piece]:
    if not all(_open(piece) for piece in group):
        return group
    ours = "".join(piece.options[0].kana for piece in group)
    theirs = "".join(reading for _, _, reading in words)
    if not theirs or not _all_read(group, words):
        return group
    if _same(ours, theirs):
        for piece in group:
            first = piece.options[0]
            piece.options[0] = Option(first.words, AGREED, (*first.readers, "sudachi"))
            piece.options += _others(piece)
        return group
    return [_both(group, words, theirs, is_name=is_name)]


def _others(piece: Piece) -> list[Option]:
    """Readings that nobody chose but a dictionary knows, with what share is left."""
    if not KANJI.match(piece.surface) or len(piece.surface) > LONGEST or piece.pos not in NOUNS:
        return []
    known = [kana for kana in others_in_sudachi(piece.surface) if kana != piece.options[0].kana]
    return [
        Option((Word(kana),), (1 - AGREED) / 2**n, ("sudachi",))
        for n, kana in enumerate(known[:3], 1)
    ]


KANJI = re.compile("[\u3400-\u9fff々]")
NOUNS = frozenset({"名詞", "代名詞", "接尾辞", "接頭辞"})
LONGEST = 3


def _open(piece: Piece) -> bool:
    """Only what UniDic alone read may be voted on."""
    return len(piece.options) == 1 and piece.options[0].readers in (("unidic",), ("kana",))


def _all_read(group: list[Piece], words: Spoken) -> bool:
    return words[0][0] == group[0].start and words[-1][1] == group[-1].end


def _same(ours: str, theirs: str) -> bool:
    ours, theirs = ours.translate(_PARTICLE_KANA), theirs.translate(_PARTICLE_KANA)
    return ours == theirs or ours.replace("わ", "は").replace("え", "へ") == theirs.replace(
        "わ", "は"
    ).replace("え", "へ")


def _both(group: list[Piece], words: Spoken, theirs: str, *, is_name: bool) -> Piece:
    share = SUDACHI[_case(group, words, is_name)]
    surface = "".join(piece.surface for piece in group)
    whole = Piece(
        surface, group[0].start, group[-1].pos, group[-1].detail, group[-1].form, group[0].origin
    )
    options = [
        Option(spacing.words(group), 0.9 - share * 0.9, ("unidic",)),
        Option((Word(theirs),), share * 0.9, ("sudachi",)),
    ]
    whole.options = sorted(options, key=lambda option: -option.share)
    return whole


def _case(group: list[Piece], words: Spoken, is_name: bool) -> str:
    if is_name:
        return "name"
    if len(words) < len(group):
        return "longer"
    return "shorter" if len(words) > len(group) else "one"
