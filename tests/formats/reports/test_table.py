"""Reading a table: good rows are kept, bad ones named, totals held against the rows."""

from io import BytesIO

import pytest

from kaigai.formats.reports import fault
from kaigai.formats.reports.batch import SIZE, Batch
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.layout import open_report
from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.formats.reports.table import Reading

SALES = Report(
    "made-up",
    {
        "period": "Month",
        "isrc": "ISRC",
        "title": "Track",
        "territory": "Country",
        "quantity": "Quantity",
        "amount": "Earned",
        "currency": "Currency",
        "returned": "Sale or Return",
    },
    {"quantity": Measure("streams")},
    needs="period quantity",
    footers={"Total_Rows": "rows", "Total_Units": "quantity"},
)
HEADER = "Month,ISRC,Track,Country,Quantity,Earned,Currency\n"


def read(rows: str, header: str = HEADER) -> tuple[Reading, list[Batch], list[Bad]]:
    """A reading that has come to its end, its batches, and what was bad."""
    data = (header + rows).encode()
    (opened,) = open_report(lambda: BytesIO(data), "x.csv", [SALES])
    reading = Reading(opened)
    parts = list(reading)
    batches = [part for part in parts if isinstance(part, Batch)]
    return reading, batches, [part for part in parts if isinstance(part, Bad)]


@pytest.mark.parametrize(
    ("row", "place", "found"),
    [
        ("2026-13,JPZZ02600001,Yoru,JP,1,1,JPY", "line 2, column Month", "2026-13"),
        (",JPZZ02600001,Yoru,JP,1,1,JPY", "line 2, column Month", ""),
        ("2026-04,JPZZ02600001,Yoru,Atlantis,1,1,JPY", "line 2, column Country", "Atlantis"),
        ("2026-04,JPZZ02600001,Yoru,JP,many,1,JPY", "line 2, column Quantity", "many"),
        ("2026-04,JPZZ02600001,Yoru,JP,1,0,1,JPY", "line 2", "8 cells"),
        ("2026-04,JPZZ02600001,Yoru,JP,1,1,yen!", "line 2, column Currency", "yen!"),
        ("2026-04,,,JP,1,1,JPY", "line 2", "2026-04 | JP | 1 | 1 | JPY"),
    ],
)
def test_a_bad_row_is_named_and_the_good_kept(row: str, place: str, found: str) -> None:
    _, batches, (bad,) = read(f"{row}\n2026-04,JPZZ02600002,Asa,US,2,1,JPY\n")
    assert (bad.place, bad.found) == (place, found)
    assert bad.expected.ja
    assert bad.todo.ja
    assert [batch.numbers for batch in batches] == [[3]]


def test_a_malformed_isrc_is_said_once_and_its_rows_kept() -> None:
    _, (batch,), (bad,) = read("2026-04,JP-1,Yoru,JP,1,,\n2026-05,JP-1,Yoru,JP,1,,\n")
    assert bad.place == "line 2, column ISRC"
    assert batch.values["isrc"] == [None, None]


def test_blank_rows_headers_again_and_short_rows() -> None:
    rows = f"\n,,,,,,\n{HEADER}2026-04,JPZZ02600001,Yoru,JP,3\n"
    _, (batch,), bad = read(rows)
    assert (batch.numbers, bad) == ([5], [])


@pytest.mark.parametrize(
    "row",
    [
        "Total,,,,1500,12.5,",
        ",,Grand Total,,1500,12.5,",
        "合計,,,,1500,12.5,",
        ",合計,,,1500,12.5,",
    ],
)
def test_a_total_row_is_no_play(row: str) -> None:
    reading, (batch,), bad = read(f"2026-04,JPZZ02600001,Yoru,JP,1500,12.5,JPY\n{row}\n")
    assert (batch.numbers, bad) == ([2], [])
    assert [(each.field, each.agrees) for each in reading.tally.totals()] == [
        ("quantity", True),
        ("amount", True),
    ]


def test_a_song_called_total_is_a_song() -> None:
    reading, (batch,), bad = read("2026-04,JPZZ02600001,Total,JP,1,1,JPY\n")
    assert (batch.numbers, bad, list(reading.tally.totals())) == ([2], [], [])


def test_subtotals_are_passed_over() -> None:
    reading, (batch,), bad = read("2026-04,JPZZ02600001,Yoru,JP,1,1,JPY\n,,小計,,1,1,\n")
    assert (batch.numbers, bad, list(reading.tally.totals())) == ([2], [], [])


def test_footers_and_a_difference() -> None:
    reading, _, bad = read("2026-04,JPZZ02600001,Yoru,JP,3,1,JPY\nTotal_Rows,1\nTotal_Units,4\n")
    assert bad == []
    rows, units = reading.tally.totals()
    assert (rows.agrees, rows.place) == (True, "Total_Rows, line 3")
    assert (units.agrees, int(units.stated), int(units.counted)) == (False, 4, 3)


@pytest.mark.parametrize(("stated", "agrees"), [("0.5", True), ("0.3", False), ("0.4668", True)])
def test_a_total_may_be_rounded(stated: str, agrees: bool) -> None:
    rows = "2026-04,JPZZ02600001,Yoru,JP,1,0.4667991,JPY\n"
    reading, _, _ = read(f"{rows}合計,,,,1,{stated},\n")
    assert [each.agrees for each in reading.tally.totals()] == [True, agrees]


def test_money_of_two_currencies_has_no_total() -> None:
    rows = "2026-04,JPZZ02600001,Yoru,JP,1,1,JPY\n2026-04,JPZZ02600001,Yoru,US,1,1,USD\n"
    reading, _, _ = read(f"{rows}Total,,,,2,2,\n")
    assert [each.field for each in reading.tally.totals()] == ["quantity"]


def test_a_return_counts_against_the_sales() -> None:
    header = HEADER.replace("Currency", "Currency,Sale or Return")
    _, (batch,), _ = read("2026-04,JPZZ02600001,Yoru,JP,2,-1,JPY,R\n", header)
    assert (batch.values["quantity"], batch.values["amount"]) == ([-2], [-1])


def test_a_thousand_bad_rows_are_named_and_the_others_counted() -> None:
    _, batches, bad = read("2026-04,JPZZ02600001,Yoru,JP,x,1,JPY\n" * (fault.MOST + 5))
    assert batches == []
    assert len(bad) == fault.MOST + 1
    assert bad[-1].found == "5"


def test_a_large_report_is_read_piece_by_piece() -> None:
    data = (HEADER + "2026-04,JPZZ02600001,Yoru,JP,1,1,JPY\n" * 20_000).encode()
    streams: list[BytesIO] = []

    def open_file() -> BytesIO:
        streams.append(BytesIO(data))
        return streams[-1]

    (opened,) = open_report(open_file, "x.csv", [SALES])
    parts = iter(Reading(opened))
    first = next(parts)
    assert isinstance(first, Batch)
    assert len(first.numbers) == SIZE
    assert streams[-1].tell() < len(data) / 2
    assert sum(len(part.numbers) for part in parts if isinstance(part, Batch)) == 20_000 - SIZE
