"""Reading 2,000 ERN messages, and one of 50 MB, against plain lxml."""

import shutil
import sys
from pathlib import Path

from benchmarks.messages import SAMPLES, write_messages
from benchmarks.timing import Cost, middle, python, run

MESSAGES = 2_000
ROUNDS = 3


def kaigai(*arguments: str) -> list[str]:
    """The installed command."""
    return [str(Path(sys.executable).with_name("kaigai")), *arguments]


def read_once(folder: Path, workspace: Path) -> Cost:
    """One whole `kaigai read` into a new workspace."""
    shutil.rmtree(workspace, ignore_errors=True)
    return run(kaigai("read", str(folder), "--workspace", str(workspace)))


def many(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page: 2,000 messages, whole process, in turn with the baseline."""
    folder = scratch / "messages"
    size = write_messages(folder, MESSAGES) / 1e6
    plain, ours = [], []
    for _ in range(ROUNDS):
        plain.append(run(python("benchmarks.plain_lxml", str(folder))))
        ours.append(read_once(folder, scratch / "w"))
    a, b = middle(plain), middle(ours)
    source = "shared 4.x samples, repeated" if SAMPLES.is_dir() else "generated messages"
    what = f"`kaigai read`, {MESSAGES:,} messages ({size:.0f} MB, {source})"
    return [
        (
            what,
            said(b),
            f"plain lxml parse and extract, {said(a)}",
            f"{b.wall_s / a.wall_s:.2f}×",
            "2×",
        ),
    ]


def said(cost: Cost) -> str:
    """Seconds on the clock, and of all processes' CPU, which a busy machine disturbs least."""
    return f"{cost.wall_s:.2f} s ({cost.cpu_s:.2f} s of CPU)"


def large(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page: one message of 50 MB, memory above the interpreter with its imports."""
    from examples.generator.bulk import big_message

    folder = scratch / "large"
    folder.mkdir(parents=True, exist_ok=True)
    big_message(folder / "large.xml", recordings=14_600)
    size = (folder / "large.xml").stat().st_size / 1e6
    empty = scratch / "small"
    empty.mkdir(exist_ok=True)
    write_messages(empty, 1)
    costs = [
        (
            run(python("benchmarks.plain_lxml", str(folder))),
            read_once(folder, scratch / "w"),
            read_once(empty, scratch / "w"),
        )
        for _ in range(ROUNDS)
    ]
    plain, ours, idle = map(middle, zip(*costs, strict=True))
    return [
        (
            f"`kaigai read`, one message of {size:.0f} MB",
            said(ours),
            f"plain lxml parse and extract, {said(plain)}",
            f"{ours.wall_s / plain.wall_s:.2f}×",
            "3×",
        ),
        (
            "its memory above that of reading one small message",
            f"{ours.peak_mb - idle.peak_mb:.0f} MB",
            f"plain lxml, {plain.peak_mb:.0f} MB in all",
            f"{(ours.peak_mb - idle.peak_mb) / plain.peak_mb:.2f}×",
            "150 MB",
        ),
    ]
