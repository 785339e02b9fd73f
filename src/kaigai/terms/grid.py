"""GRid, the number of a digital release (IFPI)."""

from stdnum import grid

from kaigai.terms.digits import compact


def normalise(text: str) -> str | None:
    """Eighteen characters without hyphens; None where form or check character is wrong."""
    code = compact(text).removeprefix("GRID")
    return code if grid.is_valid(code) else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
