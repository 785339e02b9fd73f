"""A question put into SQL once answers as one put anew, until something is written."""

from datetime import UTC, datetime
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts.sql_cache import Tables, plainly, warm
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
