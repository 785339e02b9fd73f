"""Findings are narrowed by artist, check, territory, severity and state, the gravest first."""

from typing import Any

import ibis.expr.types as ir
import pytest

from kaigai.findings.finding_query import Wanted, listed
from kaigai.terms.territories import mask_of
from tests.conftest import table


def finding(id: str, severity: str = "high", **given: Any) -> dict[str, Any]:
    """A row of `findings`; `codes` are its territories."""
    mask = mask_of(given.pop("codes", ()))
    return {
        "finding_id": id,
        "check": id.partition(":")[0],
        "subject_id": id.partition(":")[2],
        "subject": "夜明け",
        "severity": severity,
        "state": "new",
        "fix": "metadata",
        "n_territories": sum(word.bit_count() for word in mask),
        "evidence": '{"title": "夜明け"}',
        **{f"m{i}": mask[i] for i in range(4)},
        **given,
    }


@pytest.fixture
def findings() -> ir.Table:
    """Five findings of two artists."""
    return table(
        "findings",
        finding("credits-missing:R1", "low", artist_id="a1", artist="夜明け楽団"),
        finding("no-latin-title:R1", artist_id="a1", artist="夜明け楽団"),
        finding("territory-hole:R2", "medium", artist_id="a2", codes=["TW"], state="remaining"),
        finding("not-available-abroad:R3", artist_id="a2", codes=["TW", "US"]),
        finding("no-latin-title:R4", artist_id="a2", state="fixed"),
        finding("no-gtin:R5", "medium"),
    )


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), "R3 R1 R2 R5 R1"),
        (Wanted(artists=["a1"]), "R1 R1"),
        (Wanted(artists=[]), ""),
        (Wanted(checks=["no-latin-title", "no-gtin"]), "R1 R5"),
        (Wanted(territory="US"), "R3"),
        (Wanted(territory="TW"), "R3 R2"),
        (Wanted(territory="ZW"), ""),
        (Wanted(severities=["low", "medium"]), "R2 R5 R1"),
        (Wanted(states=["fixed"]), "R4"),
        (Wanted(states=["remaining"], territory="TW"), "R2"),
        (Wanted(artists=["a2"], checks=["no-latin-title"], states=["new", "fixed"]), "R4"),
    ],
)
def test_what_is_asked_for_in_order(findings: ir.Table, wanted: Wanted, ids: str) -> None:
    rows = listed(findings, wanted).to_pyarrow()
    assert " ".join(rows.column("subject_id").to_pylist()) == ids
