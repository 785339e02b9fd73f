"""How a service is taken to match a query: words, their beginnings, and one slip in longer ones.

No service publishes its rules, so this is a model, the same for all of them:
- case, width, punctuation and marks on Latin letters do not count (ō is o);
- every word typed must be a published word of the title or of its videos (of the artist as well
  where the artist is typed with it), or the beginning of one (three letters or more), or one
  letter away from one (words of five letters or more);
- or all that was typed, without spaces, is a title without spaces, one letter away at most
  (eight letters or more).
A hit says that the service can find it; whether it comes first, nobody knows.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

PREFIX: Final = 3  #: letters from which on a beginning finds the whole word
SLIP: Final = 5  #: letters from which on a word may have one wrong
WHOLE: Final = 8  #: letters from which on a whole title may have one wrong

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHE: Final = re.compile("['’ʼ`]")


@dataclass(frozen=True, slots=True)
class Index:
    """What a service knows a recording by: the words of its names, and each name as one word."""

    words: frozenset[str]
    wholes: frozenset[str]


@lru_cache(maxsize=65536)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text as services compare them."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = unicodedata.normalize("NFD", _APOSTROPHE.sub("", plain))
    # Marks come off Latin letters alone: elsewhere (が, й) they make another letter.
    bare = re.sub("(?<=[a-z])[\u0300-\u036f]+", "", letters)
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))


def indexed(forms: Iterable[str]) -> Index:
    """The index of a recording's published forms: titles, artists, titles of its videos."""
    split = [folded(form) for form in forms]
    return Index(
        frozenset(word for words in split for word in words),
        frozenset("".join(words) for words in split if words),
    )


def hits(query: str, index: Index) -> bool:
    """Whether the query finds what is indexed."""
    words = folded(query)
    if not words:
        return False
    return _is_whole("".join(words), index) or all(_is_word(word, index) for word in words)


def _is_word(word: str, index: Index) -> bool:
    if word in index.words:
        return True
    if len(word) >= PREFIX and any(known.startswith(word) for known in index.words):
        return True
    return len(word) >= SLIP and any(_is_near(word, known) for known in index.words)


def _is_whole(query: str, index: Index) -> bool:
    if query in index.wholes:
        return True
    return len(query) >= WHOLE and any(_is_near(query, known) for known in index.wholes)


def _is_near(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two are changed over."""
    from rapidfuzz.distance import OSA

    if abs(len(one) - len(other)) > 1:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
