"""DDEX sales reports: blocks, summaries, and what the foot says."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.reports.batch import Batch
from kaigai.formats.reports.dsr import Dsr, looks_like_dsr
from kaigai.formats.reports.dsr_values import Head
from kaigai.formats.reports.fault import Bad
from kaigai.formats.reports.rows import Line
from kaigai.formats.sheets.fault import SheetFault

HEAD = (
    "HEAD\tdsrf/30\tUGCProfile\t1.0\tM1\t2026-05-20T10:00:00Z\t1\t1\t2026-04-01\t2026-04-30\t"
    "PADPIDA1\tNamioto\tAds\tPADPIDA2\tLabel\n"
)
SUMMARY = "SY02.01\t1\t\t\tAdvertisementSupportedModel\tStream\tIS\tAds\t10\t\tUSD\t1\n"
SOUND = "AS01\t1\tR1\tD1\tJPZZ02600001\tYoru\t\tNami\t\tPT3M45S\tSoundRecording\n"
USE = "SU03.01\t1\tU1\t1\tD1\t18\t0.5\t20260401\t20260402\n"
FOOT = "FOOT\t5\t5\t1\t1\t1\n"


def lines(text: str) -> Iterator[Line]:
    """Numbered lines of tab-separated cells."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield number, line.split("\t")


def read(text: str) -> tuple[Dsr, list[Head], list[Batch], list[Bad]]:
    """A DSR that has come to its end, and what it gave."""
    dsr = Dsr(lines(text))
    parts = list(dsr)
    return (
        dsr,
        [part for part in parts if isinstance(part, Head)],
        [part for part in parts if isinstance(part, Batch)],
        [part for part in parts if isinstance(part, Bad)],
    )


def test_a_use_takes_its_recording_and_its_summary() -> None:
    dsr, (head,), (batch,), bad = read(HEAD + SUMMARY + SOUND + USE + FOOT)
    assert bad == []
    assert head.period == (date(2026, 4, 1), 30)
    values = {name: column[0] for name, column in batch.values.items()}
    assert values["isrc"] == "JPZZ02600001"
    assert values["territory"] == "IS"
    assert values["quantity"] == 18
    assert (values["amount"], values["currency"]) == (Decimal("0.5"), "USD")
    assert values["days"] == (date(2026, 4, 1), 2)
    assert values["duration"] == 225_000
    assert dsr.counts == {"lines": 5, "summaries": 1, "blocks": 1}


def test_comment_lines_name_the_cells() -> None:
    names = "#SU03.01\tBlockId\tSummaryRecordId\tUsages\tDspReleaseId\n"
    _, _, (batch,), _ = read(HEAD + names + SUMMARY + SOUND + "SU03.01\t1\t1\t77\tD1\n" + FOOT)
    assert batch.values["quantity"] == [77]


def test_a_use_names_one_of_several_recordings() -> None:
    other = SOUND.replace("R1\tD1", "R2\tD2").replace("2600001", "2600002")
    _, _, (batch,), _ = read(HEAD + SUMMARY + SOUND + other + USE.replace("D1", "D2") + FOOT)
    assert batch.values["isrc"] == ["JPZZ02600002"]


def test_single_records_bring_their_own_release() -> None:
    names = "#SR09\tResourceISRC\tResourceTitle\tSummaryRecordId\tNumberOfStreams\n"
    record = "SR09\tJPZZ02600001\tYoru\t1\t5\n"
    _, _, (batch,), bad = read(HEAD + names + SUMMARY + record + "SRFO\t5\t1\n")
    assert (batch.values["isrc"], batch.values["quantity"], bad) == (["JPZZ02600001"], [5], [])


@pytest.mark.parametrize(
    "record",
    [
        USE.replace("U1\t1", "U1\t9"),  # no such summary
        USE.replace("\t18\t", "\tmany\t"),
        USE.replace("\t18\t", "\t\t"),
        USE.replace("20260402", "20260301"),
        "SU77\t1\t1\t5\n",
    ],
)
def test_a_bad_record_is_named_and_the_others_kept(record: str) -> None:
    _, _, (batch,), (bad,) = read(HEAD + SUMMARY + SOUND + record + USE + FOOT)
    assert bad.place == "line 4"
    assert batch.numbers == [5]


@pytest.mark.parametrize(
    "text",
    ["", HEAD, HEAD + SUMMARY + SOUND + USE, SUMMARY + FOOT, HEAD.replace("04-30", "03-30")],
)
def test_a_report_needs_its_head_and_its_foot(text: str) -> None:
    with pytest.raises(SheetFault):
        read(text)


def test_what_a_dsr_looks_like() -> None:
    assert looks_like_dsr(HEAD.encode())
    assert looks_like_dsr(gzip.compress(HEAD.encode()))
    assert not looks_like_dsr(b"HEAD\tname\n")


@given(st.lists(st.sampled_from([HEAD, SUMMARY, SOUND, USE, FOOT, "#SU03.01\tUsages\n", "\t\n"])))
def test_records_in_any_order(parts: list[str]) -> None:
    with suppress(SheetFault):
        read("".join(parts))
