"""Katakana that only inflects a Japanese word (咲キ誇レ), as hiragana, to be read as such."""

import re

from kaigai.romanise.readers import by_unidic, hiragana

_TAIL = re.compile("(?<=[\u3400-\u9fff々])[ァ-ヴ]+(?![ァ-ヴー])")
_INFLECTED = ("動詞", "形容詞")


def settled(text: str) -> str:
    """The text with such tails in hiragana; of the same length, and unchanged for most texts."""
    if not _TAIL.search(text):
        return text
    soft = _TAIL.sub(lambda match: hiragana(match.group()), text)
    words = [piece for piece in by_unidic(soft) if piece.pos in _INFLECTED]
    chars = list(text)
    for match in _TAIL.finditer(text):
        if any(word.start < match.start() < word.end for word in words):
            chars[match.start() : match.end()] = soft[match.start() : match.end()]
    return "".join(chars)
