"""Ibis in a program of Kaigai's own, which compiles for one engine.

Ibis 12 imports the compilers of all its twenty engines with the first of them, and with these
their dialects of SQL: a tenth of what most questions take. Here each is imported when it is
asked for. In a notebook Ibis is left as it is.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final

PACKAGE: Final = "ibis.backends.sql.compilers"
CLASS: Final = "Compiler"  #: how the name of a compiler's class ends: `DuckDBCompiler`


def spare_compilers() -> None:
    """Put a package in the place of Ibis' own that imports nothing by itself; nothing where Ibis
    was imported already."""
    ibis = find_spec("ibis") if "ibis" not in sys.modules else None
    if ibis is None or not ibis.submodule_search_locations:
        return
    package = ModuleType(PACKAGE)
    package.__path__ = [str(Path(ibis.submodule_search_locations[0], *PACKAGE.split(".")[1:]))]
    package.__getattr__ = _asked_for  # type: ignore[method-assign]
    sys.modules[PACKAGE] = package


def _asked_for(name: str) -> object:
    """A compiler's class, or the module that has it."""
    if name.startswith("__"):
        raise AttributeError(name)
    module = import_module(f"{PACKAGE}.{name.removesuffix(CLASS).lower()}")
    return getattr(module, name) if name.endswith(CLASS) else module
