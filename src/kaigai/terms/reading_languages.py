"""Who reads what: the share of each territory's people who use a language (Unicode CLDR 48)."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kaigai.terms.languages import canonical

SOURCE: Final = "Unicode CLDR 48, language population (Unicode-3.0)"

#: Codes that are one language to a reader.
_SAME: Final = {"tl": "fil", "in": "id", "cmn": "zh", "nb": "no", "nn": "no"}
_TRADITIONAL: Final = ("Hant", "TW", "HK", "MO")


@lru_cache(maxsize=1)
def reading() -> Mapping[str, Mapping[str, float]]:
    """Per ISO territory its languages with the share (0 to 1) of the people who use each.

    Shares may add up to more than one, for many people use several; nobody counts how many.
    """
    text = files("kaigai.terms").joinpath("reading_languages.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({code: _shares(cell) for code, cell in map(_parted, lines[1:])})


def _parted(line: str) -> tuple[str, str]:
    territory, _, cell = line.partition(",")
    return territory, cell


def _shares(cell: str) -> Mapping[str, float]:
    pairs = (pair.rsplit(":", 1) for pair in cell.split())
    return MappingProxyType({reader(tag): float(percent) / 100 for tag, percent in pairs})


@lru_cache(maxsize=512)
def reader(tag: str) -> str:
    """What somebody must be able to read: the language, and for Chinese its script.

    `en-GB` is `en`, `zh-TW` and `yue` are `zh-Hant`, `zh` alone is `zh-Hans`.
    """
    known = canonical(tag) or tag
    base, *rest = known.split("-")
    base = _SAME.get(base, base)
    if base == "yue":
        return "zh-Hant"
    if base == "zh":
        return "zh-Hant" if any(part in rest for part in _TRADITIONAL) else "zh-Hans"
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return f"{base}-{script}" if script and script not in _USUAL.get(base, ("Latn",)) else base


#: Scripts that a language is written in anyway.
_USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "ja": ("Jpan",), "ko": ("Kore", "Hang"), "ru": ("Cyrl",), "ar": ("Arab",), "th": ("Thai",),
    "hi": ("Deva",), "he": ("Hebr",), "el": ("Grek",), "uk": ("Cyrl",), "sr": ("Cyrl", "Latn"),
}  # fmt: skip
