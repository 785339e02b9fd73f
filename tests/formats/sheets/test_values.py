"""What cells say, after spreadsheets have done their worst."""

from datetime import date, datetime, time, timedelta

import pytest

from kaigai.formats.sheets.grid import Cell
from kaigai.formats.sheets.values import (
    Shortened,
    as_code,
    as_count,
    as_day,
    as_duration_ms,
    as_flag,
    as_list,
    as_release_type,
    as_text,
    is_error,
    is_nothing,
)

DAY = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("\u3000 夜 ", "夜"),
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (7, "7"),
        ("#N/A", ""),
    ],
)
def test_text(cell: Cell, text: str) -> None:
    assert as_text(cell) == text


def test_errors_and_nothings() -> None:
    assert is_error("#REF!")
    assert is_error("夜\ufffd海")
    assert not is_error("夜の海")
    assert all(map(is_nothing, ["-", "－", "なし", "N/A", "未定", " "]))
    assert not is_nothing("0")


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2024, 4, 1, 9, 30),  # noqa: DTZ001
        45383,
        45383.0,
        20240401,
        "2024-04-01",
        "２０２４/４/１",
        "2024年4月1日",
        "2024年4月1日(月)",
        "2024/4/1 0:00",
        "2024-04-01T09:00:00",
        "令和6年4月1日",
    ],
)
def test_days(cell: Cell) -> None:
    assert as_day(cell) == DAY


@pytest.mark.parametrize("cell", ["04/01/2024", "2024/13/1", "夏", 3, "", None, True])
def test_what_is_no_day(cell: Cell) -> None:
    with pytest.raises(ValueError, match="no day"):
        as_day(cell)


@pytest.mark.parametrize(
    ("cell", "ms"),
    [
        ("3:45", 225_000),
        ("PT3M45S", 225_000),
        ("３：４５", 225_000),
        ("3分45秒", 225_000),
        ("1:02:03", 3_723_000),
        (225, 225_000),
        ("225", 225_000),
        (225_000, 225_000),
        ("225000", 225_000),
        (time(0, 3, 45), 225_000),
        (time(3, 45), 225_000),
        (timedelta(minutes=3, seconds=45), 225_000),
        (timedelta(hours=25, minutes=10), 1_510_000),
        (datetime(1899, 12, 30, 0, 3, 45), 225_000),  # noqa: DTZ001
        (225 / 86_400, 225_000),
        (time(1, 2, 3), 3_723_000),
        (225.5, 225_500),
    ],
)
def test_durations(cell: Cell, ms: int) -> None:
    assert as_duration_ms(cell) == ms


@pytest.mark.parametrize("cell", ["0:00", "long", "3:4x", -3, "", None, True, time(0, 0)])
def test_what_is_no_duration(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"."):
        as_duration_ms(cell)


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("3", 3),
        ("０３", 3),
        (3.0, 3),
        ("Tr.03", 3),
        ("M-12", 12),
        ("3/12", 3),
        ("12曲", 12),
        ("#4", 4),
    ],
)
def test_counts(cell: Cell, count: int) -> None:
    assert as_count(cell) == count


@pytest.mark.parametrize("cell", ["三", "1.5", "-1", "", "1 2 3"])
def test_what_is_no_count(cell: Cell) -> None:
    with pytest.raises(ValueError, match="no number"):
        as_count(cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (4988001234567, "4988001234567"),
        (4.988001234567e12, "4988001234567"),
        ("４９８８００１２３４５６７", "４９８８００１２３４５６７"),
        ("4988001234567.0", "4988001234567"),
        ("4.988001234567E+12", "4988001234567"),
        ("JP-PO0-23-00001", "JP-PO0-23-00001"),
    ],
)
def test_codes(cell: Cell, code: str) -> None:
    assert as_code(cell) == code


@pytest.mark.parametrize("cell", ["4.98800E+12", "4.99E+12", "5E12"])
def test_shortened_codes_are_known(cell: str) -> None:
    with pytest.raises(Shortened):
        as_code(cell)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("山田 / 鈴木", ["山田", "鈴木"]),
        ("山田/鈴木", ["山田", "鈴木"]),
        ("AC/DC", ["AC/DC"]),
        ("Lennon, John", ["Lennon, John"]),
        ("John Lennon, Paul McCartney", ["John Lennon", "Paul McCartney"]),
        ("ジョン・レノン", ["ジョン・レノン"]),
        ("a; b\nc", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_lists(cell: str, names: list[str]) -> None:
    assert as_list(cell) == names


def test_flags_and_release_types() -> None:
    assert [as_flag(cell) for cell in ("○", "無", "", True, "yes")] == [
        True, False, None, True, True,
    ]  # fmt: skip
    kinds = ("シングル", "Full Album", "映像シングル", "謎")
    assert list(map(as_release_type, kinds)) == ["Single", "Album", "VideoSingle", "謎"]
