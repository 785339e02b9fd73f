"""The check for shared ISRCs tells two recordings from two spellings of one."""

from typing import Any

from kaigai.findings.checks.duplicate_isrc import duplicate_isrc
from tests.conftest import found, table

#: A recording as delivered: (delivery, title, seconds), and names: (delivery, text, key).
Row = tuple[str, str, int | None]
Name = tuple[str, str, str]


def ask(rows: list[Row], names: list[Name], isrc: str | None = "JPAB12300001") -> list[str]:
    """What the check finds of one recording id."""
    recordings: list[dict[str, Any]] = [
        {"recording_id": "A", "isrc": isrc, "title": title, "delivery_id": delivery}
        | {"duration_ms": None if seconds is None else seconds * 1000}
        for delivery, title, seconds in rows
    ]
    spelt: list[dict[str, Any]] = [
        {"subject_kind": "recording", "subject_id": "A", "delivery_id": delivery}
        | {"text": text, "key": key, "role": "display"}
        for delivery, text, key in names
    ]
    bad = duplicate_isrc.ask(table("all_recordings", *recordings), table("names", *spelt))
    return found(bad.distinct(on="recording_id", keep="first"), "recording_id")


DAWN, NIGHT = ("1", "夜明け", "夜明け"), ("2", "夜", "夜")


def test_finds_different_titles_in_two_deliveries() -> None:
    assert ask([("1", "夜明け", 200), ("2", "夜", 201)], [DAWN, NIGHT]) == ["A"]


def test_finds_different_titles_in_one_delivery_although_their_names_are_mixed() -> None:
    rows: list[Row] = [("1", "夜明け", 200), ("1", "夜", None)]
    assert ask(rows, [DAWN, ("1", "夜", "夜"), ("1", "Yoake", "yoake")]) == ["A"]


def test_finds_one_song_in_two_lengths_under_two_titles() -> None:
    rows: list[Row] = [("1", "夜明け", 200), ("2", "Yoake", 260)]
    names = [DAWN, ("1", "Yoake", "yoake"), ("2", "Yoake", "yoake")]
    assert ask(rows, names) == ["A"]


def test_passes_a_romanised_title_of_the_same_song() -> None:
    rows: list[Row] = [("1", "夜明け", 200), ("2", "Yoake", 201)]
    names = [DAWN, ("1", "Yoake", "yoake"), ("2", "Yoake", "yoake")]
    assert ask(rows, names) == []


def test_passes_titles_that_share_another_spelling() -> None:
    rows: list[Row] = [("1", "夜明け", 200), ("2", "Daybreak", None)]
    names = [DAWN, ("1", "Yoake", "yoake"), ("2", "Yoake", "yoake"), ("2", "Daybreak", "daybreak")]
    assert ask(rows, names) == []


def test_passes_one_title_in_two_spellings_or_lengths() -> None:
    names = [("1", "Yoake", "yoake"), ("2", "YOAKE", "yoake")]
    assert ask([("1", "Yoake", 200), ("2", "YOAKE", 201)], names) == []
    assert ask([("1", "Yoake", 200), ("2", "Yoake", 90)], names[:1]) == []


def test_passes_ids_that_are_no_isrc() -> None:
    assert ask([("1", "夜明け", 200), ("2", "夜", 201)], [DAWN, NIGHT], isrc=None) == []
