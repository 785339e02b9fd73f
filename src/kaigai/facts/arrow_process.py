"""Arrow in a program of Kaigai's own, which does without pandas.

Arrow looks for pandas when it first makes an array of Python's values, and importing it takes a
third of a second: a third of what most questions take. Nothing that Kaigai asks needs it. A
notebook may give pandas' values to Arrow, so there it is left as it is.
"""

import sys

_is_ours = False


def declare_ours() -> None:
    """Say that this process runs nothing but Kaigai."""
    global _is_ours
    _is_ours = True


def spare_pandas() -> None:
    """Let Arrow find no pandas where this process is Kaigai's; `to_pandas` finds it all the same.

    PyArrow remembers that it did not find it, and looks again when it must have it.
    """
    if not _is_ours or "pandas" in sys.modules:
        return
    import pyarrow as pa

    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        pa.array([0])
    finally:
        sys.meta_path.remove(hidden)


class _Hidden:
    """Says that there is no pandas."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ImportError(name)
