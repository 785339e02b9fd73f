"""A question put into SQL once answers as one put anew, until something is written."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier, Event
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts import sql_cache
from kaigai.facts.sql_cache import Remembered, Tables, plainly, warm
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES

SCHEMA = TABLES["export_share"].arrow_schema()


@pytest.fixture
def facts(tmp_path: Any) -> Facts:
    facts = Facts.open(tmp_path / "w", create=True)
    told(facts, ("nami", 3.0), ("haru", 5.0))
    return facts


def told(facts: Facts, *rows: tuple[str, float]) -> None:
    given = [{"artist_id": artist, "home": home} for artist, home in rows]
    with facts.writing() as writing:
        change = Change("export_share", pa.Table.from_pylist(given, schema=SCHEMA), "replace")
        writing.write(change)
        writing.commit(at=datetime.now(UTC), what="test")


def homes(tables: Tables) -> ir.Table:
    """Home figures of those wanted."""
    return tables["export_share"].semi_join(tables["wanted"], "artist_id").select("home")


def wanted(*artists: str) -> dict[str, pa.Table]:
    return {"wanted": pa.table({"artist_id": list(artists)})}


@pytest.mark.parametrize("artists", [("nami",), ("haru", "nami"), ("nobody",)])
def test_as_when_asked_plainly(facts: Facts, artists: tuple[str, ...]) -> None:
    asking = warm(facts)
    tables = {"export_share": asking.engine["export_share"]}
    found = [ask("homes", homes, tables, wanted(*artists)) for ask in (asking.ask, plainly)]
    one, other = (sorted(rows["home"].to_pylist()) for rows in found)
    assert one == other


def test_the_wording_is_kept_and_what_is_given_is_not(facts: Facts) -> None:
    asked = []

    def question(tables: Tables) -> ir.Table:
        asked.append(1)
        return homes(tables)

    asking = warm(facts)
    tables = {"export_share": asking.engine["export_share"]}
    for artist, home in (("nami", 3.0), ("haru", 5.0)):
        rows = asking.ask("counted", question, tables, wanted(artist))
        assert rows["home"].to_pylist() == [home]
    assert len(asked) == 1


def test_what_is_written_later_is_seen(facts: Facts) -> None:
    asking = warm(facts)
    assert asking.once("n", lambda: 1) == asking.once("n", lambda: 2) == 1
    assert warm(facts) is asking
    told(facts, ("nami", 4.0))
    later = warm(facts)
    assert later is not asking
    rows = later.ask(
        "homes", homes, {"export_share": later.engine["export_share"]}, wanted("nami")
    )
    assert rows["home"].to_pylist() == [4.0]


def test_who_asks_earlier_facts_leaves_those_of_now_warm(facts: Facts) -> None:
    earlier = facts.pinned()
    told(facts, ("nami", 4.0))
    now = warm(facts)
    assert warm(earlier) is not now
    assert warm(facts) is now


def test_threads_share_what_is_warm(facts: Facts) -> None:
    together, found = Barrier(8), []

    def ask(n: int) -> float:
        together.wait()
        asking = warm(facts)
        found.append(asking)
        assert asking.once("n", lambda: n) == asking.once("n", lambda: n + 100)
        tables = {"export_share": asking.engine["export_share"]}
        artist, home = (("nami", 3.0), ("haru", 5.0))[n % 2]
        rows = asking.ask("homes", homes, tables, wanted(artist))
        assert rows["home"].to_pylist() == [home]
        return home

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(8)))
    assert len({id(each) for each in found}) == 1


def test_what_is_remembered_is_bounded_and_the_least_lately_asked_goes() -> None:
    remembered: Remembered[int] = Remembered(2)
    for name, value in (("a", 1), ("b", 2)):
        assert remembered.get(name, lambda: value) == value  # noqa: B023
    assert remembered.get("a", lambda: 9) == 1
    remembered.get("c", lambda: 3)
    assert remembered.get("a", lambda: 9) == 1
    assert remembered.get("b", lambda: 9) == 9
    assert len(remembered) == 2


def test_what_fails_is_not_remembered() -> None:
    remembered: Remembered[float] = Remembered(2)
    with pytest.raises(ZeroDivisionError):
        remembered.get("a", lambda: 1 / 0)
    assert remembered.get("a", lambda: 1) == 1


def test_a_slow_question_stops_nobody_who_asks_another() -> None:
    remembered: Remembered[int] = Remembered(2)
    begun, go = Event(), Event()

    def slow() -> int:
        begun.set()
        assert go.wait(60)
        return 1

    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(remembered.get, "slow", slow)
        assert begun.wait(60)
        same = threads.submit(remembered.get, "slow", lambda: 2)
        try:
            assert threads.submit(remembered.get, "quick", lambda: 3).result(timeout=10) == 3
        finally:
            go.set()
        assert first.result() == same.result() == 1


def test_where_finding_fails_those_who_wait_find_it_themselves() -> None:
    remembered: Remembered[int] = Remembered(2)
    together, tries = Barrier(4), []

    def find() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise ZeroDivisionError
        return len(tries)

    def ask(_: int) -> int | None:
        together.wait()
        try:
            return remembered.get("a", find)
        except ZeroDivisionError:
            return None

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, range(4)))
    assert sum(each is None for each in found) == 1
    assert remembered.get("a", lambda: 9) in found
    assert not remembered._turns


def test_few_workspaces_stay_warm(tmp_path: Any) -> None:
    every = [Facts.open(tmp_path / str(n), create=True) for n in range(sql_cache.ENGINES + 2)]
    for facts in every:
        told(facts, ("nami", 3.0))
    first = warm(every[0])
    for facts in every[1:]:
        warm(facts)
    assert len(sql_cache._warm) == sql_cache.ENGINES
    assert warm(every[0]) is not first
