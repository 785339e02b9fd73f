"""DDEX sales reports: the sample of DDEX's own library, gzip, and what the foot states."""

import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kaigai.sources.reader import RefusedFile, recognise
from tests.sources.reports.reports import said
from tests.sources.reports.samples import DSR

READER = "ddex-dsr"
SAMPLE = "DSR_TEST_YouTube_AdSupport-music_2015-Q4_IS_1of1_20160121T150926.tsv"


def test_rows() -> None:
    read = said(READER)
    assert read.refused == []
    assert read.scopes == [
        f"{READER}:PADPIDA0000000001X:PADPIDA0000000002Y:Premium:LA+TH:1of1:2026-04"
    ]
    assert read.column("title", "territory", "quantity", "subject_kind") == [
        ("Yoru | Asa", "TH", 120.0, "recording"),
        ("Yoru | Asa", "LA", 7.0, "recording"),
        ("No code", "TH", 3.0, "text"),
    ]
    (delivery,) = read.deliveries
    assert delivery.delivered_at == datetime(2026, 5, 20, 10, tzinfo=UTC)
    assert (delivery.sender, delivery.recipient) == ("Namioto Music", "Label")


def test_gzip() -> None:
    packed = gzip.compress(DSR.encode())
    chosen = recognise(packed, "x.tsv.gz")
    assert chosen is not None
    assert chosen.name == READER
    assert said(READER, packed).usage == said(READER).usage


def test_a_foot_that_differs_is_said_and_the_rows_kept() -> None:
    read = said(READER, DSR.replace("FOOT\t9", "FOOT\t12"))
    assert len(read.usage) == 3
    (refused,) = read.refused
    assert refused.place == "FOOT, line 9, column NumberOfLinesInFile"


def test_a_file_that_is_cut_off_is_refused() -> None:
    with pytest.raises(RefusedFile) as error:
        said(READER, DSR.partition("FOOT")[0])
    assert "FOOT" in error.value.refused.expected.ja


def test_the_sample_of_ddexs_library(shared: Path) -> None:
    read = said(READER, (shared / "sales" / SAMPLE).read_bytes(), SAMPLE)
    assert read.refused == []
    assert read.sum("streams") == 7810 + 2045 + 18 + 4 + 258 + 75
    assert read.money() == {"USD": 7_000_000}
    assert read.column("territory", "service")[0] == ("IS", "YouTube")
    assert read.column("day", "days")[-1] == (date(2015, 12, 4), 27)
    assert [(row["measure"], row["stated"], row["agrees"]) for row in read.totals] == [
        ("lines", 35.0, True),
        ("summaries", 4.0, True),
        ("blocks", 3.0, True),
    ]
