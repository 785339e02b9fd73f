"""What languages and shares of listeners are called."""

from collections.abc import Sequence

from kaigai.terms.languages import name_of_language
from kaigai.terms.section import percent
from kaigai.terms.text import Text


def between(low: float, high: float) -> str:
    """At least and at most."""
    return percent(low, 1) if high - low < 0.0005 else f"{percent(low, 1)}–{percent(high, 1)}"


def name(tag: str) -> Text:
    """What a language is called."""
    return Text(name_of_language(tag, "en"), name_of_language(tag, "ja"))


def names(tags: Sequence[str]) -> Text:
    """What languages are called, in one line."""
    return Text(", ".join(name(tag).en for tag in tags), "、".join(name(tag).ja for tag in tags))
