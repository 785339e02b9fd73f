"""A cell's text in six letters, by which a sheet that comes back tells what has changed."""

from hashlib import sha256


def mark(text: str | None) -> str:
    """A text in six letters, to see whether it is still the same; `-` for none.

    Of several names in one cell the order does not count.
    """
    several = sorted(part.strip() for part in (text or "").split(";") if part.strip())
    return sha256(";".join(several).encode()).hexdigest()[:6] if several else "-"
