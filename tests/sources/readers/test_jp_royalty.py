"""Japanese royalty sheets: their headers, full-width digits, totals, Shift_JIS and workbooks."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook

from kaigai.sources.reader import recognise
from tests.sources.reports.reports import said
from tests.sources.reports.samples import JP

READER = "jp-royalty"


def test_rows() -> None:
    read = said(READER)
    assert read.refused == []
    assert read.scopes == [f"{READER}:波音レコード:2026-04"]
    assert read.column("service", "measure", "quantity", "day", "days") == [
        ("レコチョク", "downloads", 120.0, date(2026, 4, 1), 30),
        ("LINE MUSIC", "streams", 1000.0, date(2026, 4, 1), 30),
    ]
    assert read.money() == {"JPY": 18_240_500_000}
    assert [(row["measure"], row["agrees"]) for row in read.totals] == [
        ("quantity", True),
        ("amount", True),
    ]


def test_shift_jis() -> None:
    assert said(READER, JP.replace("¥", "￥").encode("cp932")).usage == said(READER).usage


def test_a_workbook() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ISRC", "曲名", "アーティスト名", "配信先", "利用年月", "再生回数", "支払金額"])
    sheet.append(["JPZZ02600001", "夜の鍵", "海辺の電話", "AWA", date(2026, 4, 1), 12, 3.25])
    stream = BytesIO()
    book.save(stream)
    chosen = recognise(stream.getvalue(), "印税.xlsx")
    assert chosen is not None
    assert chosen.name == READER
    read = said(READER, stream.getvalue(), "印税.xlsx")
    assert read.column("day", "quantity", "amount_millionths") == [
        (date(2026, 4, 1), 12.0, 3_250_000)
    ]
    assert read.scopes == [f"{READER}:印税:2026-04"]


def test_the_month_above_the_table_or_in_the_name() -> None:
    table = "ISRC,曲名,配信先,再生回数,支払金額\nJPZZ02600001,夜の鍵,AWA,12,3\n"
    above = said(READER, "対象月,2026年4月\n" + table, "x.csv")
    named = said(READER, table, "印税_202604.csv")
    assert above.column("day") == named.column("day") == [date(2026, 4, 1)]
