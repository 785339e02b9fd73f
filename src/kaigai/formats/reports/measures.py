"""What a report's quantity counts: streams, downloads, views; told by its type of sale."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

UNITS: Final = "units"  #: counted, and the report does not say what


@dataclass(frozen=True, slots=True)
class Measure:
    """A column that counts: what, and how many of it one of the column's units is."""

    name: str
    times: int = 1  #: 60 where the column says hours and the measure minutes


#: A type of sale's words to the measure, the first that fits. NFKC, lower case.
KINDS: Final[Mapping[str, str]] = {
    r"ring ?(?:back ?)?tone|rbt|着うた|着信|メロディ": "ringtones",
    r"creation|ugc|user.?generated|library": "creations",
    r"conditional|tethered|オフライン": UNITS,
    r"video.?view|^views?$|視聴": "views",
    r"stream|ストリー|サブスク|subscription|ad.?(?:support|fund)|listen|^plays?$|再生|radio|cloud|"
    r"on.?demand|premium|freemium": "streams",
    r"download|ダウンロード|単曲|アルバム|シングル|^dl|track|song|album|single|permanent|purchase|"
    r"locker|ハイレゾ": "downloads",
}  # fmt: skip

_KINDS: Final = tuple((re.compile(words), measure) for words, measure in KINDS.items())


def measure_of(kind: str, rules: Mapping[str, str] | None = None) -> str:
    """What is counted where the type of sale reads so; a report's own rules are asked first."""
    text = kind.strip().lower()
    for words, measure in (rules or {}).items():
        if re.search(words, text):
            return measure
    return next((measure for words, measure in _KINDS if words.search(text)), UNITS)
