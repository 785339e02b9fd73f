"""Times whole processes, so that start-up and imports count."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a process cost."""

    wall_s: float
    peak_mb: float  #: resident memory of the largest single process
    cpu_s: float = 0.0  #: of all its processes; what else runs beside it disturbs this least


def run(
    command: Sequence[str],
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Cost:
    """Run a command to its end, in a folder; raises RuntimeError where it fails."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environ, cwd=folder
    ) as process:
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: {errors.decode()[-2000:]}")
    return Cost(wall, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def python(module: str, *arguments: str) -> list[str]:
    """A command that runs a module with this interpreter."""
    return [sys.executable, "-m", module, *arguments]


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each."""
    return Cost(*(median(getattr(c, name) for c in costs) for name in Cost.__slots__))
