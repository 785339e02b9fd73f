"""Where phrases end: BudouX for Japanese, Chinese and Thai, UniDic for what must not be parted."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

#: Languages whose words stand without blanks between them.
NO_SPACES: Final = frozenset({"ja", "zh", "th"})
#: Parts of speech that lean on the word before them.
_LEANING: Final = frozenset({"助詞", "助動詞", "接尾辞"})


@lru_cache(maxsize=8)
def _parser(language: str) -> Callable[[str], list[str]]:
    # The models come with the package; loading one takes a few milliseconds.
    import budoux

    load = {
        "ja": budoux.load_default_japanese_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
        "zh-Hant": budoux.load_default_traditional_chinese_parser,
        "th": budoux.load_default_thai_parser,
    }[language]
    parse: Callable[[str], list[str]] = load().parse
    return parse


@lru_cache(maxsize=1)
def _tagger() -> Any:
    import fugashi
    import unidic_lite

    return fugashi.Tagger(f"-d {unidic_lite.DICDIR} -r /dev/null")


@lru_cache(maxsize=4096)
def ends(text: str, tag: str) -> frozenset[int]:
    """The places in a text where a phrase ends."""
    found, at = [], 0
    for phrase in _phrases(text, tag):
        at += len(phrase)
        found.append(at)
    places = frozenset(found)
    return places - inseparable(text) if tag.partition("-")[0] == "ja" else places


def _phrases(text: str, tag: str) -> Iterator[str]:
    base = tag.partition("-")[0]
    if base not in NO_SPACES:
        parts = text.split(" ")
        yield from (f"{part} " for part in parts[:-1])
        yield parts[-1]
        return
    traditional = base == "zh" and any(part in tag for part in ("Hant", "TW", "HK", "MO"))
    yield from _parser("zh-Hant" if traditional else base)(text) if text else ()


@lru_cache(maxsize=4096)
def inseparable(text: str) -> frozenset[int]:
    """The places in a Japanese text that lie inside a word, or before one that leans on it."""
    places, at = set(range(1, len(text))), 0
    for word in _tagger()(text):
        at = text.find(word.surface, at)
        if word.feature.pos1 not in _LEANING:
            places.discard(at)
        at += len(word.surface)
    return frozenset(places)


def is_inside(before: str, after: str) -> bool:
    """Whether a Japanese line goes on in the next as one phrase."""
    ends_there = not before[-1:].isalnum() and before[-1:] not in ("ー", "々")
    if ends_there or not after[:1].isalnum():
        return False
    return len(before) in inseparable(before + after)
