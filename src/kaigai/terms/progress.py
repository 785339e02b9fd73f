"""Progress, as whoever works reports it and whoever waits is shown it."""

from collections.abc import Callable
from typing import TypeAlias

#: Called with how much is done, of how much (0 where nobody knows), and what is worked on now.
Watch: TypeAlias = Callable[[int, int, str], None]


def silent(done: int, total: int, what: str) -> None:
    """Progress that nobody watches."""
