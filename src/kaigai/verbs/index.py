"""Every verb there is, by its words: the `verbs.py` below the stages and desks are the list."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from kaigai.registry import DuplicatePlugin
from kaigai.verbs.verb import Verb

#: Packages outside the project add verbs of their own by entry points of this group.
GROUP = "kaigai.verbs"


class Verbs(Mapping[str, Verb]):
    """Verbs by name, in the order of their words; found when they are first asked for."""

    @cached_property
    def verbs(self) -> dict[str, Verb]:
        """Name to verb; raises DuplicatePlugin where two share one."""
        found: dict[str, Verb] = {}
        for module in _modules():
            for each in vars(module).values():
                if isinstance(each, Verb) and found.setdefault(each.name, each) is not each:
                    raise DuplicatePlugin(f"two verbs are called {each.name!r}")
        return dict(sorted(found.items()))

    def __getitem__(self, name: str) -> Verb:
        return self.verbs[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.verbs)

    def __len__(self) -> int:
        return len(self.verbs)


def _modules() -> Iterator[ModuleType]:
    root = Path(__file__).parents[1]
    for path in sorted(root.glob("**/verbs.py")):
        yield import_module(".".join(["kaigai", *path.relative_to(root).with_suffix("").parts]))
    for point in entry_points(group=GROUP):
        loaded = point.load()
        yield loaded if isinstance(loaded, ModuleType) else import_module(loaded.__module__)


VERBS = Verbs()
