"""What people decide: one log, which neither waits for an import nor loses or mixes anything."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Any

import pyarrow as pa
import pytest
from deltalake import write_deltalake
from hypothesis import given, settings
from hypothesis import strategies as st

from kaigai.facts import decisions
from kaigai.facts.decisions import DecidedMeanwhile, Decisions, NotWritable
from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import warm
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
OF_OLD = [name for name, table in TABLES.items() if table.decided is not None]


def term(form: str | None = "Sea", word: str = "海", **other: Any) -> dict[str, Any]:
    return {
        "word": word, "form": form, "language": "en", "artist_id": None, "kind": "term",
        "status": "in use", "by": "葵", "at": NOON, "origin": "terminal", "note": None,
    } | other  # fmt: skip


def glossary(facts: Facts) -> list[dict[str, Any]]:
    return facts.arrow("glossary").to_pylist()


def values(kind: str) -> st.SearchStrategy[Any]:
    """Any value of a column's type, and none."""
    texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    found: dict[str, st.SearchStrategy[Any]] = {
        "string": texts,
        "int64": st.integers(-(2**53), 2**53),
        "boolean": st.booleans(),
        "date": st.dates(),
        "array<string>": st.lists(texts, max_size=3),
        "timestamp('UTC')": st.datetimes(
            datetime(1900, 1, 1),  # noqa: DTZ001
            datetime(2200, 1, 1),  # noqa: DTZ001
            timezones=st.just(UTC),
        ),
    }
    return found[kind]


@pytest.mark.parametrize("name", OF_OLD)
@settings(deadline=None)
@given(data=st.data())
def test_any_row_comes_back_as_it_was(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    table = TABLES[name]
    told = table.decided
    assert told is not None
    needed = {told.subject_id, "subject_kind", "at"}
    rows = data.draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    each: values(kind) if each in needed else st.none() | values(kind)
                    for each, kind in table.columns.items()
                }
            ),
            min_size=1,
            max_size=3,
        )
    )
    facts = Facts(tmp_path_factory.mktemp("ws"))
    facts.decisions.add({name: rows}, facts=0)
    assert facts.arrow(name).to_pylist() == rows
    assert facts.arrow(name).schema == table.arrow_schema()


def test_it_is_one_table_and_the_others_are_views_of_it(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    clearance = {
        "clearance_id": "c1", "work_id": "T-1", "language": "en", "use": "translation",
        "territories": ["US", "GB"], "end": date(2027, 3, 31), "status": "cleared",
        "by": "港", "at": NOON,
    }  # fmt: skip
    facts.decisions.add({"glossary": [term()], "clearances": [clearance]}, facts=7)
    rows = Engine(facts)["decisions"].to_pyarrow().to_pylist()
    assert [(r["id"], r["question"], r["subject_kind"], r["subject_id"]) for r in rows] == [
        (1, "glossary", "word", "海"),
        (2, "clearances", "clearance", "c1"),
    ]
    assert [r["facts"] for r in rows] == [7, 7]
    assert rows[0]["value"] == "Sea"
    assert json.loads(rows[0]["field"]) == ["en", None]
    assert json.loads(rows[1]["value"]) == [["US", "GB"], None, "2027-03-31", None]
    with sqlite3.connect(tmp_path / "ws" / decisions.FILE) as log:
        seen = log.execute("SELECT id, word, form FROM glossary").fetchall()
    assert seen == [(1, "海", "Sea")]


def test_nothing_is_made_where_nobody_decided(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    assert "glossary" not in facts
    assert "decisions" not in facts
    assert glossary(facts) == []
    assert facts.decisions.newest() == 0
    assert not (tmp_path / "ws" / decisions.FILE).exists()


def test_a_workspace_may_begin_with_a_decision(tmp_path: Path) -> None:
    Facts(tmp_path / "ws").decisions.add({"glossary": [term()]}, facts=0)
    facts = Facts.open(tmp_path / "ws")
    assert facts.commit.number == 0
    assert [row["form"] for row in glossary(facts)] == ["Sea"]


def test_the_past_is_as_it_was(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    with facts.writing() as writing:
        writing.write(Change("artists", TABLES["artists"].arrow_schema().empty_table()))
        writing.commit(at=NOON - timedelta(days=1), what="read")
    facts.decisions.add({"glossary": [term("Sea")]}, facts=1)
    held = facts.pinned()
    facts.decisions.add({"glossary": [term("Ocean", at=LATER)]}, facts=1)
    assert [row["form"] for row in glossary(facts)] == ["Sea", "Ocean"]
    assert [row["form"] for row in glossary(held)] == ["Sea"]
    assert [row["form"] for row in glossary(facts.as_of(NOON))] == ["Sea"]
    assert glossary(facts.as_of(NOON - timedelta(hours=1))) == []
    assert "glossary" not in facts.as_of(NOON - timedelta(hours=1))


def test_an_engine_that_is_warm_sees_a_new_decision(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    facts.decisions.add({"glossary": [term("Sea")]}, facts=0)
    assert warm(facts).engine["glossary"].count().to_pyarrow().as_py() == 1
    facts.decisions.add({"glossary": [term("Ocean")]}, facts=0)
    assert warm(facts).engine["glossary"].count().to_pyarrow().as_py() == 2


def test_who_asks_nothing_about_a_decision_stays_warm(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    facts.decisions.add({"glossary": [term("Sea")]}, facts=0)
    asking = warm(facts)
    assert "reviews" not in asking.engine  # asked, and not there
    facts.decisions.add({"glossary": [term("Ocean")]}, facts=0)
    assert warm(facts) is asking
    assert asking.engine["glossary"].count().to_pyarrow().as_py() == 2  # first asked now
    facts.decisions.add({"glossary": [term("Main")]}, facts=0)
    later = warm(facts)
    assert later is not asking
    assert later.engine["glossary"].count().to_pyarrow().as_py() == 3
    assert asking.engine["glossary"].count().to_pyarrow().as_py() == 2


def test_a_question_that_nobody_had_decided_is_asked_anew(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    assert "glossary" not in warm(facts).engine
    facts.decisions.add({"glossary": [term("Sea")]}, facts=0)
    assert "glossary" in warm(facts).engine


def test_earlier_decisions_do_not_turn_an_engine_back(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    facts.decisions.add({"glossary": [term("Sea")]}, facts=0)
    earlier = facts.pinned()
    facts.decisions.add({"glossary": [term("Ocean")]}, facts=0)
    now = warm(facts)
    assert warm(earlier).engine["glossary"].count().to_pyarrow().as_py() == 1
    assert warm(facts) is now
    assert now.engine["glossary"].count().to_pyarrow().as_py() == 2


def test_the_second_of_two_is_told(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    seen = facts.decisions.newest()
    facts.decisions.add({"glossary": [term("Sea", by="葵")]}, facts=0, seen=seen)
    both = {"glossary": [term("Ocean", by="凪"), term("Mountain", "山", by="凪")]}
    with pytest.raises(DecidedMeanwhile) as told:
        facts.decisions.add(both, facts=0, seen=seen)
    assert "葵" in told.value.text.en
    assert "Sea" in told.value.text.en
    assert "葵 さん" in told.value.text.ja
    assert [row["form"] for row in glossary(facts)] == ["Sea"]  # and nothing of the second
    facts.decisions.add(both, facts=0, seen=facts.decisions.newest())  # who looked again chooses
    assert [row["form"] for row in glossary(facts)] == ["Sea", "Ocean", "Mountain"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(term("Sea", by="凪"), id="the same answer"),
        pytest.param(term("Ocean", "山", by="凪"), id="another subject"),
        pytest.param(term("Océan", language="fr", by="凪"), id="another question"),
    ],
)
def test_what_does_not_contradict_is_kept(tmp_path: Path, other: dict[str, Any]) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    facts.decisions.add({"glossary": [term("Sea")]}, facts=0, seen=0)
    facts.decisions.add({"glossary": [other]}, facts=0, seen=0)
    assert len(glossary(facts)) == 2


def test_a_judgement_is_made_anew_where_somebody_decides_meanwhile(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    looked: list[int] = []

    def judge(now: Facts) -> tuple[str, dict[str, list[dict[str, Any]]]]:
        looked.append(len(glossary(now)))
        if len(looked) == 1:
            facts.decisions.add({"glossary": [term("Sea")]}, facts=0)
            return "mine", {"glossary": [term("Ocean")]}
        return "conflict", {}

    assert facts.decide(judge) == "conflict"
    assert looked == [0, 1]
    assert [row["form"] for row in glossary(facts)] == ["Sea"]


def test_somebody_who_never_stops_deciding_is_told_of(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)

    def judge(now: Facts) -> tuple[None, dict[str, list[dict[str, Any]]]]:
        facts.decisions.add({"glossary": [term(f"Sea {now.decisions.newest()}")]}, facts=0)
        return None, {"glossary": [term("Ocean")]}

    with pytest.raises(DecidedMeanwhile):
        facts.decide(judge)
    assert all(row["form"] != "Ocean" for row in glossary(facts))


def test_who_asks_first_has_the_turn_first() -> None:
    turn, had = decisions._Turn(), list[int]()

    def ask(n: int) -> None:
        with turn:
            had.append(n)

    with ThreadPoolExecutor(8) as people, turn:
        for n in range(8):
            people.submit(ask, n)
            while len(turn._waiting) < n + 2:
                sleep(0.001)
    assert had == list(range(8))


def test_who_fails_in_their_turn_lets_the_next_have_theirs(tmp_path: Path) -> None:
    facts = Facts(tmp_path)
    with pytest.raises(KeyError):
        facts.decisions.add({"glossary": [{"form": "no word"}]}, facts=0)
    facts.decisions.add({"glossary": [term(at=NOON)]}, facts=0)
    with pytest.raises(NotWritable):
        facts.decisions.add({"glossary": [term(form=None, status=b"\0".decode)]}, facts=0)
    facts.decisions.add({"glossary": [term("Ocean")]}, facts=0)
    assert len(glossary(facts)) == 2


def test_nobody_waits_for_an_import(tmp_path: Path) -> None:
    facts = Facts.open(tmp_path / "ws", create=True)
    with facts.writing() as writing:
        writing.write(Change("artists", TABLES["artists"].arrow_schema().empty_table()))
        with ThreadPoolExecutor(8) as people:
            for n in range(40):
                people.submit(facts.decisions.add, {"glossary": [term(str(n))]}, facts=0)
        assert len(glossary(facts)) == 40
        writing.commit(at=NOON, what="read")
    assert sorted(int(row["form"]) for row in glossary(facts)) == list(range(40))


def of_old(root: Path, name: str, rows: list[dict[str, Any]]) -> None:
    """A workspace as it was written when decisions lay in Delta tables."""
    path = root / "tables" / name
    write_deltalake(str(path), pa.Table.from_pylist(rows, schema=TABLES[name].arrow_schema()))
    files = [file.name for file in path.glob("*.parquet")]
    content = {
        "number": 1, "at": NOON.isoformat(), "what": "of old", "versions": {name: 0},
        "files": {name: files},
    }  # fmt: skip
    (root / "commits").mkdir(exist_ok=True)
    (root / "commits" / "00000001.json").write_text(json.dumps(content))


def test_a_workspace_of_old_is_carried_over_once(tmp_path: Path) -> None:
    old = [term("Ocean", at=LATER), term("Sea"), term(None, "潮")]
    of_old(tmp_path, "glossary", old)
    facts = Facts.open(tmp_path)
    for _ in range(2):
        assert glossary(facts) == sorted(old, key=lambda row: row["at"])
    assert [row["form"] for row in glossary(facts.as_of(NOON))] == ["Sea", None]
    facts.decisions.add({"glossary": [term("Meer", language="de")]}, facts=1)
    with facts.writing() as writing:
        writing.write(Change("artists", TABLES["artists"].arrow_schema().empty_table()))
        commit = writing.commit(at=LATER, what="read")
    assert set(commit.versions) == {"artists"}
    assert len(glossary(Facts.open(tmp_path))) == 4


def test_many_who_open_a_workspace_of_old_carry_it_over_once(tmp_path: Path) -> None:
    of_old(tmp_path, "glossary", [term("Sea"), term("Ocean")])
    with ThreadPoolExecutor(8) as people:
        found = [
            each.result()
            for each in [people.submit(glossary, Facts.open(tmp_path)) for _ in range(16)]
        ]
    assert all(len(rows) == 2 for rows in found)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kaigai.facts.store import Facts
facts = Facts.open(Path(sys.argv[1]), create=True)
at = datetime(2026, 11, 1, tzinfo=UTC)
for n in range(100_000):
    row = {"subject_kind": "party", "subject_id": str(n), "by": "a", "at": at}
    name = {**row, "text": "x", "role": "display", "language": "en", "status": "approved"}
    told = {**row, "slot": "english", "outcome": "approved", "said": "x"}
    facts.decisions.add({"name_decisions": [name] * 20, "reviews": [told] * 20}, facts=0)
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [0.0, 0.007, 0.03])
def test_who_is_killed_has_decided_or_has_not(tmp_path: Path, after: float) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(3)]
    sleep(after)
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait()
    told = 1 + max(int(line) for line in said if line.endswith("\n"))
    facts = Facts.open(tmp_path)
    names, reviews = (facts.arrow(name).num_rows for name in ("name_decisions", "reviews"))
    assert names == reviews
    assert names % 20 == 0
    assert names // 20 in (told, told + 1)  # what was said to be written is there
    facts.decisions.add({"glossary": [term()]}, facts=0)  # and the next goes on


def spoilt(path: Path) -> None:
    path.write_bytes(b"no database" * 500)


@pytest.mark.parametrize(
    "ask",
    [
        lambda facts: facts.decisions.add({"glossary": [term()]}, facts=0),
        lambda facts: facts.arrow("glossary"),
        lambda facts: facts.pinned(),
    ],
)
def test_a_log_that_cannot_be_used_is_told_of(
    tmp_path: Path, ask: Callable[[Facts], object]
) -> None:
    facts = Facts.open(tmp_path, create=True)
    spoilt(tmp_path / decisions.FILE)
    with pytest.raises(NotWritable) as told:
        ask(facts)
    assert decisions.FILE in told.value.text.en
    assert decisions.FILE in told.value.text.ja


def test_who_may_only_read_reads(tmp_path: Path) -> None:
    source = Facts.open(tmp_path / "ws", create=True)
    source.decisions.add({"glossary": [term()]}, facts=0)
    taken = tmp_path / "copy"
    taken.mkdir()
    with sqlite3.connect(tmp_path / "ws" / decisions.FILE) as log:
        log.execute("VACUUM INTO ?", (str(taken / decisions.FILE),))
    (taken / decisions.FILE).chmod(0o444)
    taken.chmod(0o555)
    try:
        assert Decisions(taken).newest() == 1
    finally:
        taken.chmod(0o755)
