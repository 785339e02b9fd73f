"""A workspace with years of history: what a question costs before it begins, and what a look at an
earlier day does. Commits are copies of the newest one, an hour apart."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.commands import LABEL
from benchmarks.ern import kaigai
from benchmarks.timing import run
from kaigai.facts import commits
from kaigai.facts.commits import commit_path
from kaigai.facts.store import Facts

FEW, MANY = 10, 10_000
ROUNDS = 7
LOOKS = 200
AIM_MS = 50


def rows(scratch: Path) -> list[tuple[str, ...]]:
    """Rows for the page."""
    prepared = scratch / "prepared"
    for words in (("read", str(LABEL)), ("share",)):
        run(kaigai(*words, "--workspace", str(prepared)))
    every = {count: _grown(prepared, scratch / str(count), count) for count in (FEW, MANY)}
    listed = _grown(prepared, scratch / "listed", MANY)
    (listed / "commits" / commits.INDEX).unlink()
    shares: dict[Path, list[float]] = {each: [] for each in (*every.values(), listed)}
    for _ in range(ROUNDS):
        for workspace, spent in shares.items():
            spent.append(_share(workspace))
    few, many, without = (median(each) for each in shares.values())
    found = {count: _looks(workspace) for count, workspace in every.items()}
    looks = zip(found[FEW], found[MANY], strict=True)
    return [
        (
            f"`kaigai share` at {MANY:,} commits",
            f"{many:.0f} ms",
            f"at {FEW} commits, {few:.0f} ms",
            f"{many - few:+.0f} ms",
            f"{AIM_MS} ms more",
        ),
        (
            f"the same where the index of commits is lost: all {MANY:,} names are listed",
            f"{without:.0f} ms",
            f"at {FEW} commits, {few:.0f} ms",
            f"{without - few:+.0f} ms",
        ),
        *(
            (
                f"{what}, {MANY:,} commits",
                f"{theirs:.2f} ms",
                f"{FEW} commits, {ours:.2f} ms",
                f"{theirs / ours:.1f}×",
            )
            for what, (ours, theirs) in zip(
                (
                    "the newest commit",
                    "the commit of a day long ago",
                    "which commit wrote a table",
                ),
                looks,
                strict=True,
            )
        ),
    ]


def _grown(prepared: Path, workspace: Path, count: int) -> Path:
    """A copy with as many commits."""
    shutil.copytree(prepared, workspace)
    folder = workspace / "commits"
    newest = commits.newest(folder)
    for number in range(newest.number + 1, count + 1):
        at = newest.at + timedelta(hours=number - newest.number)
        content = json.loads(commit_path(folder, newest.number).read_text())
        content |= {"number": number, "at": at.isoformat()}
        commit_path(folder, number).write_text(json.dumps(content))
    commits.save_commit(folder, replace(newest, number=count + 1, at=at + timedelta(hours=1)))
    return workspace


def _share(workspace: Path) -> float:
    return 1000 * run(kaigai("share", "--workspace", str(workspace))).wall_s


def _looks(workspace: Path) -> list[float]:
    """Milliseconds of looks at the history."""
    facts = Facts.open(workspace)
    long_ago = facts.commit.at - timedelta(hours=5)
    if len(facts.history()) > FEW + 1:
        long_ago -= timedelta(hours=MANY // 2)
    looks = (
        lambda: facts.commit,
        lambda: facts.as_of(long_ago),
        lambda: facts.history().made("export_share"),
    )
    found = []
    for look in looks:
        begun = perf_counter()
        for _ in range(LOOKS):
            look()
        found.append(1000 * (perf_counter() - begun) / LOOKS)
    return found
