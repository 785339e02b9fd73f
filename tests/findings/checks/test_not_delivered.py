"""The check for undelivered releases knows a release again under another id."""

from datetime import date
from typing import Any

import ibis.expr.types as ir

from kaigai.findings.checks.not_delivered import not_delivered
from tests.conftest import found, table

DAY = date(2026, 11, 1)


def listed(name: str, **more: Any) -> dict[str, Any]:
    """A release that the sheet lists, out since 2020, by the same artist."""
    row = {"release_id": name, "title": name, "party_id": "P", "is_delivered": False}
    return row | {"release_day": date(2020, 1, 1)} | more


DELIVERED = listed("there", catalog_number="ABC-1", is_delivered=True)


def ask(*rows: dict[str, Any], names: ir.Table | None = None) -> list[str]:
    """What the check finds among these releases."""
    known = table("names") if names is None else names
    return found(not_delivered.ask(table("releases", *rows), known, DAY), "release_id")


def called(release_id: str, key: str, role: str = "display") -> dict[str, str]:
    """A name of a release."""
    return {"subject_kind": "release", "subject_id": release_id, "key": key, "role": role}


def test_finds_what_only_the_list_has() -> None:
    rows = [listed("A"), listed("today", release_day=DAY), listed("other", catalog_number="ABC-2")]
    assert ask(DELIVERED, *rows) == ["A", "other", "today"]


def test_passes_what_is_not_out_yet_has_no_day_or_was_delivered() -> None:
    rows = [listed("next", release_day=date(2026, 11, 2)), listed("undated", release_day=None)]
    assert ask(DELIVERED, *rows, listed("same number", catalog_number="ABC-1")) == []


def test_finds_nothing_where_no_delivery_was_read() -> None:
    assert ask(listed("A"), listed("B")) == []


def test_a_release_without_gtin_is_known_by_its_title_and_artist() -> None:
    names = table("names", *(called(each, "yoru") for each in ("there", "A", "B", "C")))
    rows = [listed("A"), listed("B", gtin="4988001000012"), listed("C", party_id="another")]
    assert ask(DELIVERED, *rows, names=names) == ["B", "C"]


def test_a_shared_reading_is_no_shared_title() -> None:
    names = table("names", called("there", "yoru", "reading"), called("A", "yoru", "reading"))
    assert ask(DELIVERED, listed("A"), names=names) == ["A"]
