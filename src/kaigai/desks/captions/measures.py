"""How long a text is for a reader, and how fast a cue must be read."""

from unicodedata import category, east_asian_width

from kaigai.desks.captions.limits import Limits
from kaigai.formats.captions.model import Cue


def units(text: str, limits: Limits) -> float:
    """The length of a text without line breaks; marks that sit on a letter take no room."""
    shown = [letter for letter in text if letter != "\n" and category(letter) not in _NO_ROOM]
    if not limits.is_wide:
        return float(len(shown))
    return sum(1.0 if east_asian_width(letter) in "WF" else 0.5 for letter in shown)


_NO_ROOM = frozenset({"Mn", "Me", "Cf"})


def harmless(text: str) -> str:
    """Text for a screen: signs that would steer a terminal become a dot."""
    return "".join("·" if category(each) == "Cc" and each != "\n" else each for each in text)


def speed(cue: Cue, limits: Limits) -> float:
    """Letters a second; without time, without end."""
    length = units(cue.text, limits)
    return length / (cue.duration_ms / 1000) if cue.duration_ms > 0 else float("inf")


def number(value: float) -> str:
    """A figure with one decimal, where it has any."""
    return f"{value:.1f}".removesuffix(".0")


def moment(ms: int) -> str:
    """A time as people read it."""
    seconds, rest = divmod(max(ms, 0), 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
