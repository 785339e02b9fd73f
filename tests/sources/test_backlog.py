"""A workspace from before the roll-up is added up by the next read; a restatement replaces it."""

import json
from pathlib import Path

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.sources import actions
from tests.conftest import NOON

PLAYS = "date,service,territory,isrc,streams\n"


def plays(folder: Path, name: str, *rows: str) -> Path:
    """A report of plays by day."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(PLAYS + "\n".join(rows) + "\n")
    return path


def summed(facts: Facts) -> dict[tuple[str, str], float]:
    """Plays by month and territory, as they stand."""
    rows = Engine(facts)["usage_monthly"].to_pyarrow().to_pylist()
    found: dict[tuple[str, str], float] = {}
    for row in rows:
        key = f"{row['month']:%Y-%m}", row["territory"]
        found[key] = found.get(key, 0) + row["quantity"]
    return found


def test_an_older_workspace_is_added_up_by_the_next_read(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "w", create=True)
    path = plays(tmp_path, "a.csv", "2026-01-31,Spotify,JP,JPZZ92400001,5",
                 "2026-02-01,Spotify,JP,JPZZ92400001,7")  # fmt: skip
    actions.read(facts, paths=[path], at=NOON)
    newest = max((tmp_path / "w" / "commits").glob("*.json"))
    content = json.loads(newest.read_text())
    del content["versions"]["usage_monthly"], content["versions"]["reported"]
    newest.write_text(json.dumps(content))
    assert "usage_monthly" not in facts
    more = plays(tmp_path, "b.csv", "2026-02-01,Spotify,KR,JPZZ92400001,2")
    for paths in ([path], [path, more]):
        actions.read(facts, paths=paths, at=NOON)
        assert summed(facts)["2026-02", "JP"] == 7
    assert summed(facts) == {("2026-01", "JP"): 5, ("2026-02", "JP"): 7, ("2026-02", "KR"): 2}
    assert len(set(Engine(facts)["reported"].to_pyarrow()["reported_id"].to_pylist())) == 1


def test_a_restated_file_replaces_its_sums_and_holes_stay_holes(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "w", create=True)
    rows = [f"2026-01-{day:02},Spotify,JP,JPZZ92400001,10" for day in (1, 2, 5)]
    restated = [*rows, "2026-01-03,Spotify,JP,JPZZ92400001,4"]
    other = plays(tmp_path / "1", "b.csv", "2026-02-01,Spotify,JP,JPZZ92400001,1")
    for minute, paths in enumerate(
        (
            [plays(tmp_path / "1", "a.csv", *rows), other],
            [plays(tmp_path / "2", "a.csv", *restated)],
        )
    ):
        actions.read(facts, paths=paths, at=NOON.replace(minute=minute))
    assert summed(facts) == {("2026-01", "JP"): 34, ("2026-02", "JP"): 1}
    january = [
        row for row in Engine(facts)["usage_monthly"].to_pyarrow().to_pylist()
        if row["month"].month == 1
    ]  # fmt: skip
    assert [(row["n_days"], row["last_day"].day) for row in january] == [(4, 5)]
