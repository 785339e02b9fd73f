"""One process for hours: eight threads ask different verbs of one workspace while another reads
files in. Every answer must be that of a process of its own on the same commit; memory stays flat.

`python -m benchmarks soak --seconds 300` asks for five minutes.
"""

import json
import shutil
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from benchmarks.commands import ARTIST, LABEL
from benchmarks.ern import kaigai
from benchmarks.timing import run
from examples.generator.bulk import many_messages
from kaigai.facts import commits
from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call

SECONDS = 20
EVERY = 2.0  #: seconds between files that are read in
LOOKS = 12  #: at memory
COLD = 4  #: commits each of whose answers is asked of a process of its own
AT = datetime(2026, 12, 1, 3, tzinfo=UTC)
ASKED: Sequence[tuple[str, dict[str, Any]]] = (
    ("tables", {}),
    ("table", {"name": "recordings"}),
    ("findings", {}),
    ("show", {"what": ARTIST}),
    ("names", {}),
    ("share", {}),
    ("share", {"by": "service"}),
    ("markets", {}),
)
Seen = tuple[int, int, int, str]  #: the question, the commits before and after, the answer


def rows(scratch: Path, seconds: int = SECONDS) -> list[tuple[str, ...]]:
    """Rows for the page."""
    workspace = scratch / "w"
    for words in (("read", str(LABEL)), ("share",), ("markets",), ("audit",)):
        run(kaigai(*words, "--workspace", str(workspace)))
    if "findings" not in Facts.open(workspace) or "demand" not in Facts.open(workspace):
        raise RuntimeError("the workspace could not be prepared")
    many_messages(scratch / "in", 1 + int(seconds / EVERY))
    seen, memory, faults = _asked(workspace, sorted((scratch / "in").glob("*")), seconds)
    sure: dict[tuple[int, int], set[str]] = defaultdict(set)
    for question, before, after, answer in seen:
        if before == after:
            sure[before, question].add(answer)
    wrong = sum(len(answers) > 1 for answers in sure.values())
    compared = 0
    chosen = sorted({number for number, _ in sure})
    for number in chosen[:: max(1, len(chosen) // COLD)]:
        for question in (each for at, each in sure if at == number):
            compared += 1
            wrong += sure[number, question] != {
                _cold(workspace, scratch / "cold", number, question)
            }
    told = ", ".join(f"{each:.0f}" for each in memory)
    newest = Facts.open(workspace).commit.number
    counted = Counter(ASKED[each[0]][0] for each in seen)
    print([round(each) for each in memory], dict(counted), Counter(faults), flush=True)
    half = memory[len(memory) // 2 :]
    return [
        (
            f"{len(ASKED)} threads ask, one reads files in, {seconds} s: resident MB over time",
            told,
            f"halfway, {half[0]:.0f} MB",
            f"{memory[-1] / half[0]:.2f}×",
            "flat",
        ),
        (
            f"{len(seen):,} answers at {newest} commits, {len(faults)} errors",
            f"{wrong} unlike others of the same commit",
            f"{compared} of them asked of processes of their own",
            "",
            "none",
        ),
    ]


def _asked(
    workspace: Path, files: Sequence[Path], seconds: int
) -> tuple[list[Seen], list[float], list[str]]:
    facts = Facts.open(workspace)
    seen: list[Seen] = []
    faults: list[str] = []
    end = monotonic() + seconds

    def ask(question: int) -> None:
        while monotonic() < end:
            try:
                seen.append(answered(facts, question))
            except Exception as error:
                faults.append(repr(error))

    def take() -> None:
        for file in files:
            if monotonic() >= end:
                return
            try:
                read(facts, paths=[file], at=AT)
            except Exception as error:
                faults.append(repr(error))
            sleep(EVERY)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(len(ASKED))]
    threads.append(threading.Thread(target=take))
    for each in threads:
        each.start()
    memory = []
    for _ in range(LOOKS):
        sleep(seconds / LOOKS)
        memory.append(resident_mb())
    for each in threads:
        each.join()
    return seen, memory, faults


def answered(facts: Facts, question: int) -> Seen:
    """What a verb answers, in few letters, and on which commits."""
    name, given = ASKED[question]
    before = facts.commit.number
    answer = VERBS[name](Call(facts, AT, limit=20), **given)
    cells = [list(each.cells("en")) for each in answer.sections]
    said = json.dumps([answer.title.en, answer.lede and answer.lede.en, cells], default=str)
    short = blake2b(said.encode(), digest_size=8).hexdigest()
    return question, before, facts.commit.number, short


def resident_mb() -> float:
    """What this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def _cold(workspace: Path, copy: Path, number: int, question: int) -> str:
    """What a process of its own answers, in a copy that ends with a commit."""
    shutil.copytree(workspace, copy)
    for each in list(Facts.open(copy).history().numbers):
        if each > number:
            commits.commit_path(copy / "commits", each).unlink()
    (copy / "commits" / commits.INDEX).unlink()
    command = [sys.executable, "-m", "benchmarks.soak", str(copy), str(question)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    shutil.rmtree(copy)
    return done.stdout.strip()


if __name__ == "__main__":
    *_, said = answered(Facts.open(sys.argv[1]), int(sys.argv[2]))
    print(said)
