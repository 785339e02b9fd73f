"""Readings in brackets (超電磁砲[レールガン]): a title says how its kanji are to be read."""

import re

_RUBY = re.compile(
    "(?:[\u3400-\u9fff々ヶ]+|(?<![A-Za-z])[A-Za-z]+)[(\\[]([ァ-ヺー・]{2,}|[ぁ-ゖー]{2,})[)\\]]"
)


def taken(text: str) -> str:
    """The text with such words replaced by their reading."""
    return _RUBY.sub(lambda match: match.group(1), text) if "(" in text or "[" in text else text
