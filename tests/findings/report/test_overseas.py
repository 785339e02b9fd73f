"""Shares abroad and latent demand on the report: what is not covered is not a zero."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.findings.report.overseas import overseas
from kaigai.findings.report.overseas_words import map_words, market_rows, period, share_rows
from kaigai.findings.report.reported import Latent, Overseas
from tests.conftest import NOON

DAY = date(2026, 11, 1)
ARTIST = {"party_id": "a1", "artist_id": "a1", "artist": "夜明け楽団", "artist_latin": "Yoake"}


def month(at: date, **other: Any) -> dict[str, Any]:
    """A row of export_share."""
    return {
        "artist_id": "a1",
        "month": at,
        "service": "Namioto",
        "measure": "streams",
        "home": 300.0,
        "overseas": 100.0,
        "n_territories": 4,
        "n_days": 31,
        "month_days": 31,
    } | other


def wanted(territory: str, latent: float, **other: Any) -> dict[str, Any]:
    """A row of demand."""
    return {
        "artist_id": "a1",
        "territory": territory,
        "rank": 1,
        "unit": "streams",
        "latent": latent,
        "latent_low": latent / 2,
        "latent_high": latent * 2,
        "is_recommended": True,
    } | other


def told(folder: Path, **tables: list[dict[str, Any]]) -> Overseas | None:
    """What the report shows of these rows."""
    facts = Facts.open(folder, create=True)
    with facts.writing() as writing:
        for name, rows in {"artists": [ARTIST], **tables}.items():
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(rows, schema=schema)))
        writing.commit(at=NOON, what="desks")
    return overseas(Engine(facts), DAY)


def test_nothing_is_shown_before_the_desks_were_asked(tmp_path: Path) -> None:
    assert told(tmp_path) is None


def test_services_are_added_up_over_twelve_months(tmp_path: Path) -> None:
    rows = [month(date(2026, 10, 1)), month(date(2026, 9, 1), service="YouTube", measure="views")]
    found = told(tmp_path, export_share=[*rows, month(date(2025, 10, 1))])
    assert found is not None
    [row] = share_rows(found, "en")
    assert (row.name, row.share, row.home, row.overseas) == (
        "Yoake (夜明け楽団)",
        0.25,
        "600",
        "200",
    )
    assert row.covered == "100%"
    assert period(found, "en").startswith("November 2025")


def test_ranks_are_no_plays(tmp_path: Path) -> None:
    assert told(tmp_path, export_share=[month(date(2026, 10, 1), measure="rank")]) is None


def test_a_home_that_is_not_covered_is_not_known(tmp_path: Path) -> None:
    found = told(tmp_path, export_share=[month(date(2026, 10, 1), home=None)])
    assert found is not None
    [row] = share_rows(found, "ja")
    assert (row.share, row.home) == (None, "?")


def test_markets_are_added_up_over_artists_and_those_not_recommended_left_out(
    tmp_path: Path,
) -> None:
    rows = [
        wanted("TW", 100.0),
        wanted("TW", 50.0, artist_id="a2"),
        wanted("BY", 900.0, is_recommended=False),
        wanted("KR", 20.0, rank=2),
    ]
    found = told(tmp_path, demand=rows, export_share=[month(date(2026, 10, 1))])
    assert found is not None
    assert market_rows(found.latent, "en")[0] == ("Taiwan", "150", "75 – 300", 2)
    assert [each.territory for each in found.latent] == ["TW", "KR"]
    assert share_rows(found, "ja")[0].next == "台湾、韓国"


@pytest.mark.parametrize(("latent", "step"), [(100.0, "5"), (40.0, "4"), (1.0, "0")])
def test_the_ink_is_stronger_the_more_is_latent(latent: float, step: str) -> None:
    rows = [
        Latent("TW", "streams", 100.0, None, None, 1),
        Latent("KR", "streams", latent, 1, 2, 1),
    ]
    words = map_words(rows, "en")
    assert words["KR"]["step"] == step
    assert words["KR"]["told"].startswith("South Korea: +")
