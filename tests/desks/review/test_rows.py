"""Which suggestions still count, and which say something new."""

from datetime import timedelta
from typing import Any

from kaigai.desks.review.candidate import Form
from kaigai.desks.review.rows import anew, best_first, current, newest, row
from kaigai.desks.review.slots import Slot
from tests.conftest import NOON, table

SLOT = Slot("recording", "1", "latin", "夜", "Hani", artist_id="a")


def said(text: str | None, origin: str, confidence: float | None = None, *, days: int = 0,
         rank: int = 0) -> dict[str, Any]:  # fmt: skip
    """A suggestion."""
    at = NOON + timedelta(days=days)
    return row(SLOT, Form(text, origin, confidence, rank=rank), at=at, suggest_from=0.8)


def texts(rows: Any) -> list[str | None]:
    """What suggestions say, sorted."""
    return sorted(rows.to_pyarrow().column("text").to_pylist(), key=str)


def test_the_newest_of_every_family_counts() -> None:
    rows = table(
        "suggestions",
        said("Yoru", "romaniser:musicbrainz", 0.9),
        said("Yo", "romaniser:musicbrainz", 0.1, rank=1),
        said("Yoru", "romaniser:plain", 0.95, days=1),
        said("Night", "deepl"),
        said("Nacht", "openai-compatible:m"),
        said(None, "people"),
        said("Night", "deepl"),
    )
    assert texts(current(rows)) == ["Nacht", "Night", "Yoru"]
    assert texts(newest(rows)) == ["Nacht", "Night", None, "Yoru"]


def test_a_request_to_people_counts_where_it_is_alone() -> None:
    assert texts(current(table("suggestions", said(None, "people")))) == [None]


def test_only_families_that_changed_are_written_again() -> None:
    before = [said("Yoru", "romaniser:a", 0.9), said("Night", "deepl")]
    again = [said("Yoru", "romaniser:a", 0.9, days=1), said("Nite", "deepl", days=1)]
    assert [each["text"] for each in anew(again, before)] == ["Nite"]
    assert list(anew(before, before)) == []
    assert len(list(anew(before, []))) == 2


def test_the_best_is_sure_and_without_faults() -> None:
    bad = {**said("X", "memory", 0.99), "faults": ["same"]}
    rows = [said(None, "people"), bad, said("C", "deepl"), said("B", "romaniser:a", 0.6)]
    assert [each["text"] for each in best_first(rows)] == ["B", "C", "X", None]
