"""Which name counts: locked before official, official before a database, never a rejected one."""

from datetime import UTC, datetime, timedelta
from typing import Any

import ibis
import pytest

from kaigai.identity.names.forms import forms, judged
from kaigai.sources.naming import name_row
from tests.conftest import table

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
STANDINGS = {"ern": 3, "tube": 2, "sheet": 1, "mb": 0}


def deliveries() -> Any:
    rows = [
        {"delivery_id": name, "standing": standing, "delivered_at": NOON}
        for name, standing in STANDINGS.items()
    ]
    return table("deliveries", *rows)


def name(text: str, role: str, by: str, **more: Any) -> dict[str, Any]:
    row = name_row("recording", "A", text, role=role, **more)
    return {**row, "origin_id": by, "delivery_id": by}


def decision(text: str, status: str = "approved", later: int = 0, **more: Any) -> dict[str, Any]:
    return {
        "subject_kind": "recording", "subject_id": "A", "text": text, "language": "ja-Latn",
        "role": "latin", "status": status, "is_locked": True, "by": "Sato", "origin": "sheet",
        "at": NOON + timedelta(hours=later), **more,
    }  # fmt: skip


def registered(names: list[dict[str, Any]], *decisions: dict[str, Any]) -> dict[str, list[str]]:
    """The forms in each slot, the one that counts first."""
    decided = judged(table("name_decisions", *decisions).to_pyarrow())
    origins = table("origins", *({"origin_id": each, "path": each} for each in STANDINGS))
    rows = forms(table("names", *names), deliveries(), origins, ibis.memtable(decided))
    found: dict[str, list[str]] = {}
    for row in rows.order_by("slot", "place").to_pyarrow().to_pylist():
        found.setdefault(row["slot"], []).append(row["text"])
    return found


def test_every_role_has_its_slot() -> None:
    found = registered(
        [
            name("炎", "display", "ern"),
            name("ホムラ", "reading", "ern"),
            name("Homura", "latin", "ern"),
            name("Flame", "english", "ern"),
            name("Blaze", "translated", "sheet", language="en"),
            name("불꽃", "translated", "sheet", language="ko"),
            name("H.", "alias", "sheet"),
            name("About it", "description", "ern"),
        ]
    )
    assert found == {
        "original": ["炎"], "reading": ["ホムラ"], "latin": ["Homura"],
        "english": ["Flame", "Blaze"], "lang:ko": ["불꽃"], "short": ["H."],
    }  # fmt: skip


def test_a_delivery_stands_above_a_service_above_a_list_above_a_database() -> None:
    latin = [
        name("Database", "latin", "mb", is_official=False),
        name("List", "latin", "sheet"),
        name("Service", "latin", "tube"),
        name("Delivery", "latin", "ern"),
    ]
    assert registered(latin)["latin"] == ["Delivery", "Service", "List", "Database"]


def test_a_locked_decision_wins_and_an_unlocked_one_yields_to_an_official_form() -> None:
    official = name("Homura", "latin", "ern")
    assert registered([official], decision("Honoo"))["latin"] == ["Honoo", "Homura"]
    open_ = decision("Honoo", is_locked=False)
    assert registered([official], open_)["latin"] == ["Homura", "Honoo"]
    database = name("Hono", "latin", "mb", is_official=False)
    assert registered([database], open_)["latin"] == ["Honoo", "Hono"]


def test_the_newest_decision_counts() -> None:
    decisions = decision("First"), decision("Second", later=1)
    assert registered([], *decisions)["latin"] == ["Second"]
    assert registered([], *reversed(decisions))["latin"] == ["Second"]


@pytest.mark.parametrize("later", [0, 5])
def test_what_was_rejected_is_not_seen_until_it_is_approved(later: int) -> None:
    names = [name("Honoo", "latin", "sheet")]
    rejected = decision("Honoo", "rejected", later=1)
    assert registered(names, rejected) == {}
    again = decision("Honoo", later=later)
    expected = {"latin": ["Honoo"]} if later else {}
    seen = registered(names, rejected, again)
    assert {slot: list(dict.fromkeys(texts)) for slot, texts in seen.items()} == expected


def test_rejecting_one_form_leaves_another_that_was_approved() -> None:
    rows = registered([], decision("Homura"), decision("Honoo", "rejected", later=1))
    assert rows == {"latin": ["Homura"]}


def test_short_forms_stand_side_by_side() -> None:
    short: dict[str, Any] = {"role": "alias", "language": None}
    rows = registered([], decision("HMR", **short), decision("Homu", later=1, **short))
    assert sorted(rows["short"]) == ["HMR", "Homu"]


def test_the_same_name_from_two_files_is_one_form() -> None:
    twice = [name("Homura", "latin", "sheet"), name("Homura", "latin", "ern")]
    assert registered(twice)["latin"] == ["Homura"]


def test_decisions_have_a_script_and_a_key() -> None:
    rows = judged(table("name_decisions", decision("Ōno"), decision("おおの")).to_pyarrow())
    assert rows.column("script").to_pylist() == ["Latn", "Hira"]
    assert rows.column("key").to_pylist() == ["ono", "ono"]
