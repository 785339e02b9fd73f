"""Tables from literals, an example workspace, and the instant that tests live at."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.facts import masks
from kaigai.facts.duckdb_backend import DuckDB
from kaigai.facts.table import TABLES, arrow_type
from kaigai.findings.audibility import SHOWN
from kaigai.terms.territories import ISO, mask_of
from tests.browsing import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NOON = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
SHARED = Path(__file__).parents[2] / "shared" / "data"

#: Tables from literals are asked as those of a workspace are.
ibis.set_backend(DuckDB().connect(threads=1))

Rows = Callable[..., ir.Table]

#: Columns of the views that checks may ask for beside fact tables.
VIEWS: Mapping[str, Mapping[str, str]] = {
    "heard": {"recording_id": "string", "use": "string"}
    | {f"{reason}{i}": "int64" for reason in (*SHOWN, "closed") for i in masks.WORDS},
    "deliveries": dict(TABLES["deliveries"].stored) | {"withdrawn": "boolean"},
    "placed_videos": dict(TABLES["videos"].columns)
    | {"recording_id": "string", "party_id": "string", "is_official": "boolean"},
}


def table(name: str, *rows: Mapping[str, Any]) -> ir.Table:
    """A table or view from literals; a column that a row lacks is null."""
    base = name.removeprefix("all_")
    columns = VIEWS[base] if base in VIEWS else TABLES[base].stored
    schema = pa.schema([(column, arrow_type(kind)) for column, kind in columns.items()])
    unknown = {column for row in rows for column in row} - set(schema.names)
    assert not unknown, f"{name} has no columns {unknown}"
    return ibis.memtable(pa.Table.from_pylist([dict(row) for row in rows], schema=schema))


def heard_row(recording_id: str, use: str = "stream", **codes: tuple[str, ...]) -> dict[str, Any]:
    """A row of `heard` from territory codes, for example closed=("US",); the rest is open."""
    given = {reason: mask_of(codes.get(reason, ())) for reason in (*SHOWN, "closed")}
    if "open" not in codes:
        shut = {code for reason, listed in codes.items() if reason != "open" for code in listed}
        given["open"] = mask_of(code for code in ISO if code not in shut)
    words = {f"{reason}{i}": mask[i] for reason, mask in given.items() for i in masks.WORDS}
    return {"recording_id": recording_id, "use": use, **words}


def found(rows: ir.Table, key: str) -> list[str]:
    """The subjects that a check found, sorted."""
    return sorted(rows.to_pyarrow().column(key).to_pylist())


@pytest.fixture
def shared() -> Path:
    """The folder of real data; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no shared data here")
    return SHARED


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace, read and audited; tests that change it take a copy."""
    from kaigai.findings.actions import audit
    from tests.small_catalogue import AUDITED, DAY, small_catalogue

    root = tmp_path_factory.mktemp("audited") / "workspace"
    audit(small_catalogue(root), at=AUDITED, as_of=DAY)
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium; the test is skipped where it is absent, unless it must not be."""
    if not CHROMIUM.exists():
        assert not os.environ.get("KAIGAI_BROWSER_REQUIRED"), f"no Chromium at {CHROMIUM}"
        pytest.skip("no Chromium here")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()
