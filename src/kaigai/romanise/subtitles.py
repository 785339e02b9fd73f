"""Subtitles: marks kept as in the original, or a colon and a dash as databases write them."""

import re

from kaigai.romanise.profile import Profile

WIDE = "\u3000"
_WAVES = re.compile(r"[\u3000 ]*~[\u3000 ]*([^~]+?)[\u3000 ]*~(?=[\u3000 ]|$)")
_DASHES = re.compile(r"(?:(?<=\S)[\u3000 ]+|(?<=[a-z!?]))-[ ]?([^-]\S.*?)-(?=[\u3000 ]|$)")
_QUOTES = re.compile(r"(?<=[^\s:])[\u3000 ]\"([^\"]+)\"$")
#: First words that name a format and never a title.
_FORMATS = re.compile("(?:Gekijouban|Eiga|OVA|TV|Shin|Zoku|Tokubetsuhen)$", re.IGNORECASE)
_LATIN_OR_DIGITS = re.compile(r"[0-9A-Z][0-9A-Za-z .!?&'-]*$")


def subtitled(text: str, profile: Profile) -> str:
    """A title with its wide spaces and marks in the profile's way."""
    if profile.subtitles == "kept":
        return text.replace(WIDE, " ")
    for marks in (_WAVES, _DASHES, _QUOTES):
        text = marks.sub(
            lambda match: _opened(match.string[: match.start()], match.group(1)), text
        )
    return _wide(text)


def _opened(before: str, inside: str) -> str:
    inside = inside[:1].upper() + inside[1:]
    if not before.strip():
        return inside
    if before.rstrip()[-1] in "!?":
        return f" {inside}"
    return f" - {inside}" if ": " in before else f": {inside}"


def _wide(text: str) -> str:
    """One wide space between two Japanese parts begins a subtitle."""
    parts = text.split(WIDE)
    if len(parts) == 2 and ": " not in text and _begins_subtitle(*parts):
        return f"{parts[0]}: {parts[1][:1].upper()}{parts[1][1:]}"
    return " ".join(parts)


def _begins_subtitle(first: str, second: str) -> bool:
    if first[-1:] in "!?," or _FORMATS.fullmatch(first):
        return False
    return not second[:1].isdigit()
