"""A command line in a small workspace with plays abroad and one cleared song."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from kaigai.desks.captions.clearances.actions import take
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from tests.doors.calls import Terminal

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
SHEET = """work,title,language,use,territories,start,end,holder,proof
W-1,港の灯,en,translation,Worldwide,2020-01-01,2099-12-31,Minato Music,contract 12
"""
ARTIST = "name:凪と灯"
PLAYS = {"JP": 900.0, "US": 100.0, "MX": 60.0, "ID": 80.0, "TW": 10.0}


def small(root: Path) -> Facts:
    """A workspace with plays by territory, and a clearance."""
    facts = Facts.open(root, create=True)
    rows = [
        {"artist_id": ARTIST, "month": date(2026, 10, 1), "service": "S", "measure": "views",
         "territory": place, "quantity": count}
        for place, count in PLAYS.items()
    ]  # fmt: skip
    artists = [{"party_id": "p", "artist_id": ARTIST, "artist": "凪と灯"}]
    with facts.writing() as writing:
        for name, content in (("reach", rows), ("artists", artists)):
            table = pa.Table.from_pylist(content, schema=TABLES[name].arrow_schema())
            writing.write(Change(name, table, "replace"))
        writing.commit(at=AT, what="small")
    take(facts, content=SHEET.encode(), name="sheet.csv", by="Aoi", at=AT)
    return facts


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small workspace; nobody changes it."""
    root = tmp_path_factory.mktemp("captions") / "workspace"
    small(root)
    return root


@pytest.fixture
def kaigai(monkeypatch: pytest.MonkeyPatch, small_root: Path) -> Terminal:
    """`kaigai` in the small workspace."""
    return Terminal(monkeypatch, small_root)
