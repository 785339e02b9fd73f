"""Kaigai: what keeps music from being heard abroad, and what to do first."""

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaigai.doors.notebook import Workspace, open

__all__ = ["Workspace", "open"]

# A library says nothing by itself: what went wrong inside is for who asks (KAIGAI_LOG).
logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Load the notebook door when it is first used: `import kaigai` stays quick."""
    if name not in __all__:
        raise AttributeError(f"module 'kaigai' has no attribute {name!r}")
    from kaigai.doors import notebook

    return getattr(notebook, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
