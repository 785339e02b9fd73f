"""Chinese titles and names in pinyin without tones, joined by word or split by syllable."""

import re
from functools import cache
from typing import Any

from kaigai.romanise.profile import Profile

HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003134f〇]+")
SMALL = frozenset({"de"})


@cache
def _pypinyin() -> Any:
    import pypinyin
    from pypinyin.contrib import mmseg

    return pypinyin, mmseg


def spellings(text: str, *, is_name: bool, profile: Profile) -> list[tuple[str, float, str]]:
    """The spelling with words joined or split, as the profile asks, then the other way."""
    other = "split" if profile.pinyin == "joined" else "joined"
    first = _spelled(text, is_name, profile.pinyin)
    second = _spelled(text, is_name, other)
    ways = [(first, 0.8, "pypinyin")]
    return ways if second == first else [*ways, (second, 0.1, "pypinyin")]


def _spelled(text: str, is_name: bool, way: str) -> str:
    spelled = HAN.sub(lambda match: f" {_run(match.group(), is_name, way)} ", text)
    return re.sub(r" (?=[!?,.:)\]~])|(?<=[(\[]) ", "", " ".join(spelled.split()))


def _run(run: str, is_name: bool, way: str) -> str:
    pypinyin, mmseg = _pypinyin()
    words = _name(run) if is_name else list(mmseg.seg.cut(run))
    sounds = iter(pypinyin.lazy_pinyin(run, v_to_u=False))
    spelled: list[str] = []
    for word in words:
        parts = [next(sounds).replace("v", "u") for _ in word]
        spelled += [_apostrophes(parts)] if way == "joined" else parts
    return " ".join(each.capitalize() for each in spelled)


def _apostrophes(parts: list[str]) -> str:
    return parts[0] + "".join(f"'{part}" if part[0] in "aeo" else part for part in parts[1:])


COMPOUND = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "尉遲",
        "慕容",
        "夏侯",
    ]
)


def _name(run: str) -> list[str]:
    """Family and given name."""
    length = 2 if run[:2] in COMPOUND and len(run) > 2 else 1
    return [run[:length], run[length:]] if len(run) > length else [run]
