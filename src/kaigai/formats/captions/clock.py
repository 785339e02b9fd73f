"""Moments as caption files write them: `00:01:02,345`, `1:02.34`, `12f`, `3.5s`."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kaigai.terms.text import Text

LONGEST_MS: Final = 100 * 3_600_000

_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[,.:](\d{1,3}))?")
_TTML_CLOCK: Final = re.compile(r"(\d{2,}):(\d{2}):(\d{2})(?:\.(\d+)|:(\d+(?:\.\d+)?))?")
_OFFSET: Final = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)")

EXPECTED: Final = Text(
    en="a start and an end like 00:01:02,345 --> 00:01:04,000",
    ja="00:01:02,345 --> 00:01:04,000 のような開始と終了の時刻",
)
TODO: Final = Text(
    en="correct the times of this cue; it was left out",
    ja="このキューの時刻を直してください(このキューは除外しました)",
)


@dataclass(frozen=True, slots=True)
class Rates:
    """How a TTML document counts: frames and ticks in a second."""

    frames: Fraction = Fraction(30)
    ticks: Fraction = Fraction(1)


def milliseconds(clock: str) -> int:
    """Milliseconds of `[h:]mm:ss[,mmm]`; ValueError for anything else."""
    found = _CLOCK.fullmatch(clock.strip())
    if not found:
        raise ValueError(f"{clock!r} is no time")
    hours, minutes, seconds, part = found.groups()
    if int(seconds) > 59 or (hours and int(minutes) > 59):
        raise ValueError(f"{clock!r} is no time")
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return _sane(whole * 1000 + int((part or "0").ljust(3, "0")))


def of_ttml(value: str, rates: Rates) -> int:
    """Milliseconds of a TTML time expression; ValueError for anything else."""
    if found := _TTML_CLOCK.fullmatch(value.strip()):
        hours, minutes, seconds, fraction, frames = found.groups()
        whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        part = Fraction(f"0.{fraction}") if fraction else Fraction(frames or 0) / rates.frames
        return _sane(round((whole + part) * 1000))
    if found := _OFFSET.fullmatch(value.strip()):
        units = {"h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "ms": Fraction(1, 1000),
                 "f": 1 / rates.frames, "t": 1 / rates.ticks}  # fmt: skip
        return _sane(round(Fraction(found[1]) * units[found[2]] * 1000))
    raise ValueError(f"{value!r} is no time")


def _sane(value: int) -> int:
    if value > LONGEST_MS:
        raise ValueError(f"{value} ms is longer than any captions")
    return value


def clock(value: int, point: str = ".", *, digits: int = 3, hours: int = 2) -> str:
    """`hh:mm:ss.mmm`, with another point, fewer digits (rounded) or a shorter hour."""
    step = 10 ** (3 - digits)
    units, rest = divmod((value + step // 2) // step, 10**digits)
    return f"{units // 3600:0{hours}}:{units // 60 % 60:02}:{units % 60:02}{point}{rest:0{digits}}"


def minutes(value: int) -> str:
    """`mm:ss.cc`, as LRC counts: minutes go beyond sixty."""
    units, rest = divmod((value + 5) // 10, 100)
    return f"{units // 60:02}:{units % 60:02}.{rest:02}"
