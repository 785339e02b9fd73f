"""Commands on the example label: CPU seconds of whole processes, and answers of one that is warm.

CPU seconds and not those of the clock, because other processes disturb them least. With the
sources of an earlier state of the house, the same commands are run on it in turn.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.timing import run

ROOT = Path(__file__).parents[1]
LABEL = ROOT / "examples" / "label"
ROUNDS = 3
PAGES = 15
ARTIST = "潮見かなた"
DAY = "2026-11-01"
WARM_MS = 100

MAIN = """
try:
    from kaigai.doors.terminal.main import main
except ImportError:
    from kaigai.cli.main import main
main()
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A command, as it was called before where that was otherwise, and the seconds aimed at."""

    words: tuple[str, ...]
    aim: float | None = None
    before: tuple[str, ...] = ()


COMMANDS = (
    Asked(("--help",), 0.25),
    Asked(("findings", "--limit", "5"), 1.0),
    Asked(("share",), 1.0),
    Asked(("show", ARTIST), 1.0),
    Asked(("names",), 1.5, ("names", "show")),
    Asked(("markets",)),
    Asked(("findability",)),
    Asked(("audit", "--as-of", DAY)),
    Asked(("report", "--out", "report.html")),
)
#: What makes the workspace that commands are asked of.
PREPARED = (("read", str(LABEL)), ("share",), ("markets",), ("findability",), COMMANDS[-2].words)


@dataclass(frozen=True, slots=True)
class House:
    """One state of the sources, with a workspace of its own making."""

    sources: Path
    scratch: Path

    def prepare(self) -> None:
        """Make the workspace."""
        self.scratch.mkdir()
        for words in PREPARED:
            self._call(words, self.scratch / "prepared")

    def cost(self, words: tuple[str, ...]) -> float:
        """CPU seconds of a command in a workspace as it was prepared."""
        shutil.rmtree(self.scratch / "w", ignore_errors=True)
        shutil.copytree(self.scratch / "prepared", self.scratch / "w")
        return self._call(words, self.scratch / "w")

    def forget(self) -> None:
        """Let nothing be left of what was compiled before."""
        shutil.rmtree(self.scratch / "cache", ignore_errors=True)

    def warm(self) -> dict[str, list[float]]:
        """Milliseconds of answers in one process."""
        command = [sys.executable, "-m", "benchmarks.commands", str(self.scratch / "prepared")]
        done = subprocess.run(command, env=self._environ(), stdout=subprocess.PIPE, check=True)
        found: dict[str, list[float]] = json.loads(done.stdout)
        return found

    def _call(self, words: tuple[str, ...], workspace: Path) -> float:
        environ = self._environ() | {"KAIGAI_WORKSPACE": str(workspace)}
        command = [sys.executable, "-c", MAIN, *words]
        return run(command, environ=environ, folder=self.scratch).cpu_s

    def _environ(self) -> dict[str, str]:
        own = {"PYTHONPATH": f"{self.sources}{os.pathsep}{ROOT}", "KAIGAI_LANG": "en"}
        return {**os.environ, **own, "KAIGAI_CACHE": str(self.scratch / "cache")}


def rows(scratch: Path, before: Path | None = None) -> list[tuple[str, ...]]:
    """Rows for the page; `before` is the folder `src` of an earlier state."""
    now = House(ROOT / "src", scratch / "now")
    then = House(before.resolve(), scratch / "before") if before else None
    for house in (now, then):
        if house:
            house.prepare()
    found = [_command(asked, now, then) for asked in COMMANDS]
    return [*found, *(_warm(name, each) for name, each in now.warm().items())]


def _command(asked: Asked, now: House, then: House | None) -> tuple[str, ...]:
    ours, theirs = [], []
    now.forget()
    first = now.cost(asked.words)
    for _ in range(ROUNDS):
        ours.append(now.cost(asked.words))
        if then:
            theirs.append(then.cost(asked.before or asked.words))
    cost = median(ours)
    baseline = f"the house before, {median(theirs):.2f} s" if theirs else "–"
    ratio = f"{cost / median(theirs):.2f}×" if theirs else "–"
    told = f"{cost:.2f} s of CPU; with nothing compiled before, {first:.2f} s"
    aim = f"{asked.aim} s" if asked.aim else "half of before"
    return f"`kaigai {' '.join(asked.words)}`", told, baseline, ratio, aim


def _warm(name: str, spent: list[float]) -> tuple[str, ...]:
    first, *later = spent
    told = f"{median(later):.0f} ms, at most {max(later):.0f} ms"
    what, baseline = f"`{name}` in a process that is warm", f"when first asked, {first:.0f} ms"
    return what, told, baseline, f"{median(later) / first:.2f}×", f"{WARM_MS} ms"


def ask(workspace: Path) -> dict[str, list[float]]:
    """Milliseconds of each question, asked again and again in this process."""
    import kaigai

    opened: Any = kaigai.open(workspace)
    questions: dict[str, Callable[[], Any]] = {
        "share": opened.share,
        "findings": opened.findings,
        f"show {ARTIST}": lambda: opened.show(ARTIST),
        "share --artist shiomi": lambda: opened.share(artist="shiomi"),
        "markets": opened.markets,
        "names": opened.names,
    }
    found: dict[str, list[float]] = {}
    for name, question in questions.items():
        found[name] = []
        for _ in range(PAGES + 1):
            begun = perf_counter()
            question()
            found[name].append(1000 * (perf_counter() - begun))
    return found


if __name__ == "__main__":
    print(json.dumps(ask(Path(sys.argv[1]))))
