"""Spellings compared as fans type them: what two romanisations of one reading share."""

import re
import unicodedata
from functools import lru_cache

_RULES_1 = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("wo", "o"))
_RULES_2 = (("tsu", "tu"), ("shi", "si"), ("l", "r"))
_DOUBLED = re.compile(r"([aeiou])\1+")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def folded(latin: str) -> str:
    """Case, spaces, punctuation and long vowels away: equal for equal readings."""
    plain = unicodedata.normalize("NFKD", latin.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _NOT_WORD.sub("", plain)
    for long, short in _RULES_1:
        plain = plain.replace(long, short)
    return plain


def loosely_folded(latin: str) -> str:
    """Also tu and tsu, si and shi, l and r, n and m before b and p, and all double vowels."""
    plain = folded(latin)
    for one, other in _RULES_2:
        plain = plain.replace(one, other)
    plain = re.sub("m(?=[bp])", "n", plain)
    return _DOUBLED.sub(r"\1", plain)
