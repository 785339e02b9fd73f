"""Packages that two threads must not begin to import at once.

Who imports `ibis.expr.types` holds that module and waits for `ibis`, whose own import waits for
that module: Python sees the deadlock, goes on with modules that are half there, and the process
stays broken. So where there are threads, the first of them imports such packages alone.
"""

import threading
from importlib import import_module
from typing import Final

#: Packages that import modules of their own, which others import by their full names.
PACKAGES: Final = ("ibis", "altair")

_turn = threading.Lock()
_is_done = False


def import_alone() -> None:
    """Import them, where other threads could at the same time; nothing in a lone thread."""
    global _is_done
    if _is_done or threading.active_count() == 1:
        return
    with _turn:
        for name in PACKAGES:
            import_module(name)
        _is_done = True
