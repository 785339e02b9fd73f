"""A cell that says where a right holds: Worldwide, 日本のみ, `JP, US`, 全世界(中国を除く)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kaigai.terms.territories import (
    WORLD,
    Mask,
    complement,
    expand,
    mask_of,
    minus,
    name_to_code,
    union,
)

NOWHERE: Final[Mask] = (0, 0, 0, 0)

_WORLD: Final = frozenset(
    (
        "worldwide",
        "world",
        "ww",
        "global",
        "all",
        "allterritories",
        "allcountries",
        "everywhere",
        "theworld",
        "全世界",
        "世界",
        "ワールドワイド",
        "全地域",
        "全て",
        "すべて",
        "全ての国",
        "全ての地域",
        "全世界配信",
        "全国地域",
        "世界中",
        "国内外",
        "全域",
        "無制限",
        "制限なし",
        "地域制限なし",
    )
)
_HOME: Final = frozenset(("国内", "日本国内", "domestic", "japanonly", "jponly"))
_ABROAD: Final = frozenset(("海外", "国外", "日本国外", "overseas", "exjapan", "exjp"))
_NONE: Final = frozenset(("なし", "無し", "配信なし", "配信不可", "不可", "none", "nowhere"))

#: Names of groups, as the TIS number that DDEX knows them by.
_GROUPS: Final = {
    "アフリカ": "2100", "africa": "2100", "アジア": "2106", "アジア全域": "2106", "asia": "2106",
    "asean": "2105", "北欧": "2127", "nordics": "2127", "ヨーロッパ": "2120", "欧州": "2120",
    "ヨーロッパ全域": "2120", "europe": "2120", "eu": "2123", "eu加盟国": "2123", "eea": "2121",
    "中東": "2125", "middleeast": "2125", "北米": "2129", "northamerica": "2129",
    "オセアニア": "2130", "oceania": "2130", "南米": "2132", "southamerica": "2132",
    "東南アジア": "2133", "southeastasia": "2133", "中米": "2113", "ベネルクス": "2110",
    "benelux": "2110",
}  # fmt: skip

_WITHOUT: Final = (
    re.compile(r"(?P<all>.*?)[(\[]\s*(?P<not>[^()\[\]]+?)(?:を)?(?:除く|以外|除外|除)\s*[)\]]"),
    re.compile(
        r"(?P<all>.*?)[,;、(\[\s]*(?:\bexcept(?:ing)?(?:\s+for)?|\bexcl(?:uding|\.|ude[sd]?)?|\bex\.|\bwithout|"
        r"\bother\s+than|\bbut\s+not|除外[::]|ただし)[\s::]*(?P<not>[^()\[\]]+?)(?:を?除く|は除く)?[)\]\s]*",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<all>[^※,、\s]+)\s*[※,、\s]\s*(?P<not>.+?)(?:を)?(?:除く|以外|除外|除)"),
    re.compile(r"(?P<not>.+?)(?:を)?(?:除く|除いた|以外の)(?P<all>.*)"),
    re.compile(r"(?P<not>.+?)以外(?P<all>)"),
)
_PARTS: Final = re.compile(r"[,、;/|\n\r・+＋&]|\s+and\s+|と(?=[^\x00-\x7f])|および|及び|ならびに")
_TAIL: Final = re.compile(r"\s*(?:のみ|だけ|限定|only|に限る|国内)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """The territories that a cell names, and the words in it that nobody knows."""

    mask: Mask
    unknown: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def place_of(text: str) -> Place:
    """What a cell grants. With unknown words in it the mask is not to be trusted."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for form in _WITHOUT:
        if found := form.fullmatch(plain):
            whole = _listed(found["all"]) if _key(found["all"]) else Place(WORLD)
            left_out = _listed(found["not"])
            left = minus(whole.mask, left_out.mask)
            nonsense = () if left != NOWHERE else (plain,)
            return Place(left, whole.unknown + left_out.unknown or nonsense)
    return _listed(plain)


def _listed(text: str) -> Place:
    whole = _one(text)
    if whole is not None:
        return Place(whole)
    masks: list[Mask] = []
    unknown: list[str] = []
    for part, mask in _parts(text):
        if mask is None:
            unknown.append(part)
        else:
            masks.append(mask)
    return Place(union(*masks), tuple(unknown))


def _parts(text: str) -> Iterator[tuple[str, Mask | None]]:
    """Each named place; neighbours together where only together they are one (`Korea, Republic
    of`), and words one by one where they are codes (`JP US KR`)."""
    pieces = [piece.strip(" ()[]。.") for piece in _PARTS.split(text)]
    pieces = [piece for piece in pieces if piece]
    at = 0
    while at < len(pieces):
        pair = _one(f"{pieces[at]}, {pieces[at + 1]}") if at + 1 < len(pieces) else None
        one = _one(pieces[at])
        if pair is not None and (one is None or _one(pieces[at + 1]) is None):
            yield f"{pieces[at]}, {pieces[at + 1]}", pair
            at += 2
            continue
        yield from [(pieces[at], one)] if one is not None else _words(pieces[at])
        at += 1


def _words(piece: str) -> Iterator[tuple[str, Mask | None]]:
    words = piece.split()
    found = [(word, _one(word)) for word in words]
    if len(words) > 1 and any(mask is not None for _, mask in found):
        yield from found
    else:
        yield piece, None


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _one(text: str) -> Mask | None:
    """The mask of one name, code or group; None when nobody knows it."""
    for spelling in (text.strip(), _TAIL.sub("", text.strip())):
        key = _key(spelling)
        if key in _WORLD:
            return WORLD
        if key in _HOME or key in _ABROAD:
            japan = mask_of(["JP"])
            return japan if key in _HOME else complement(japan)
        if key in _NONE or spelling == "×":
            return NOWHERE
        if key in _GROUPS:
            return expand([_GROUPS[key]]).mask
        if (code := name_to_code(spelling)) is not None:
            return expand([code]).mask
        known = expand([spelling])
        if key and not (known.unknown or known.partial):
            return known.mask
    return None
