"""Sums on one thread come in the same order, and to the same, on every machine."""

from typing import Any


def one_thread() -> Any:
    """While it is entered, linear algebra has one thread."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)
