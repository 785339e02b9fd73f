"""One file, one plugin: the folder is the list, and a label may ship its own beside it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import ModuleType
from typing import Generic, TypeVar

T = TypeVar("T")


class DuplicatePlugin(Exception):
    """Two plugins of one folder carry the same name."""


class Registry(Mapping[str, T], Generic[T]):
    """Every `kind` found in the files of `package`, by name, sorted.

    Packages that declare entry points in a group of the folder's name (for example
    `kaigai.findings.checks`) are loaded as if their files lay in the folder.
    """

    def __init__(self, package: str, kind: type[T]) -> None:
        self.package = package
        self.kind = kind

    @cached_property
    def plugins(self) -> dict[str, T]:
        """Name to plugin; raises DuplicatePlugin when two share a name."""
        found: dict[str, T] = {}
        for module in self._modules():
            for plugin in vars(module).values():
                if isinstance(plugin, self.kind):
                    self._add(found, plugin)
        return dict(sorted(found.items()))

    @cached_property
    def has_guests(self) -> bool:
        """Whether packages add plugins of their own."""
        return bool(entry_points(group=self.package))

    def alone(self, file: str) -> T | None:
        """The plugin in one file of the folder, while no other was imported; else None."""
        if "plugins" in vars(self) or self.has_guests:
            return None
        module = import_module(f"{self.package}.{file}")
        return next(each for each in vars(module).values() if isinstance(each, self.kind))

    def _modules(self) -> Iterator[ModuleType]:
        folder = import_module(self.package)
        for info in iter_modules(folder.__path__):
            yield import_module(f"{self.package}.{info.name}")
        for point in entry_points(group=self.package):
            loaded = point.load()
            yield (loaded if isinstance(loaded, ModuleType) else import_module(loaded.__module__))

    @staticmethod
    def _add(found: dict[str, T], plugin: T) -> None:
        name: str = plugin.name  # type: ignore[attr-defined]
        if found.setdefault(name, plugin) is not plugin:
            raise DuplicatePlugin(f"two plugins are called {name!r}")

    def __getitem__(self, name: str) -> T:
        return self.plugins[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.plugins)

    def __len__(self) -> int:
        return len(self.plugins)
