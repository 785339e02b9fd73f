"""Finding a report's table: below a preamble, in a zip's folder, in a workbook's tab."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from kaigai.formats.reports.layout import around, of_name, open_report, recognised
from kaigai.formats.reports.measures import Measure
from kaigai.formats.reports.spec import Report
from kaigai.formats.sheets.fault import SheetFault

SALES = Report(
    "made-up",
    {"title": "Track", "quantity": "Quantity"},
    {"quantity": Measure("streams")},
    needs="title quantity",
    preamble={"start": "Start Date", "account": "Recipient"},
    file_name=(r"(?P<artist>[^/]+)-songs", r"songs_(?P<start>\d+)"),
    always={"service": "Namioto"},
)


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_whatever_parts_the_cells(sign: str) -> None:
    text = f"Start Date{sign}2026-04-01\n\nTrack{sign}Quantity\nYoru{sign}3\n"
    assert recognised(text.encode(), [SALES])
    (opened,) = open_report(lambda: BytesIO(text.encode()), "x.csv", [SALES])
    assert opened.given == {"service": "Namioto", "start": "2026-04-01"}
    assert list(opened.lines) == [(4, ["Yoru", "3"])]


def test_values_below_their_names() -> None:
    above = [["Version", "Start Date", "Recipient"], ["2", "2026-04-01", "Label"]]
    assert around(SALES, above, "")["account"] == "Label"


def test_a_files_name_tells() -> None:
    assert of_name(SALES, "a/b/Nami-songs.csv") == {"artist": "Nami"}
    assert of_name(SALES, "songs_2026.csv") == {"start": "2026"}
    assert of_name(SALES, "x.csv") == {}


def test_a_workbook_is_read_by_its_tabs() -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(["Cover"])
    sales = book.create_sheet("Sales")
    sales.append(["Track", "Quantity"])
    sales.append(["Yoru", 3])
    stream = BytesIO()
    book.save(stream)
    assert recognised(stream.getvalue(), [SALES])
    (opened,) = open_report(lambda: BytesIO(stream.getvalue()), "x.xlsx", [SALES])
    assert opened.place == "sheet Sales, row"
    assert list(opened.lines) == [(2, ["Yoru", "3"])]


def test_a_file_without_the_table_says_what_was_expected() -> None:
    with pytest.raises(SheetFault) as error:
        list(open_report(lambda: BytesIO(b"a,b\n1,2\n"), "x.csv", [SALES]))
    assert "Track, Quantity" in error.value.expected.en
    assert "Track, Quantity" in error.value.expected.ja
