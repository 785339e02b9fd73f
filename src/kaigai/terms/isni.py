"""ISNI, the number of a public identity: an artist, a group, a label (ISO 27729)."""

from stdnum import isni

from kaigai.terms.digits import compact


def normalise(text: str) -> str | None:
    """Sixteen characters without spaces, from plain, spaced or `https://isni.org/isni/...` form;
    None where length or check character is wrong."""
    number = compact(text.rstrip("/ ").rpartition("/")[2]).removeprefix("ISNI")
    return number if isni.is_valid(number) and number.strip("0") else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
