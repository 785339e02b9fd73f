"""Availability solved on masks says of every territory what a naive loop over the deals says."""

from datetime import date
from typing import Any

import ibis
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kaigai.findings.audibility import SHOWN, possible
from kaigai.findings.availability import REASONS, solve
from kaigai.sources.rights import Right, territory_set
from kaigai.terms.territories import ISO, codes_of, mask_of
from tests.conftest import table
from tests.findings.dealt import WITHDRAWN, Rights, Sets, right, tables_of
from tests.findings.oracle import Answer, answers, listening

DAYS = st.none() | st.sampled_from([date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 2)])
TERRITORIES = st.sampled_from(
    [("JP",), ("KR", "TW"), ("JP", "US"), ISO, tuple(c for c in ISO if c != "JP"), ("ZW",), ()]
)
RIGHTS = st.builds(
    right,
    TERRITORIES,
    use_type=st.sampled_from(
        [None, "OnDemandStream", "PermanentDownload", "UserMakeAvailableUserProvided", "Print"]
    ),
    service=st.sampled_from([None, None, "One", "Two"]),
    start_day=DAYS,
    end_day=DAYS,
    takedown=st.integers(0, 4).map(lambda n: n == 4),
    is_preorder=st.integers(0, 6).map(lambda n: n == 6),
    is_elsewhere=st.integers(0, 6).map(lambda n: n == 6),
)
SET = st.lists(RIGHTS, max_size=5).map(tuple)


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, Sets]:
    """Recordings that share a few deal sets, some without a deal list, some withdrawn."""
    pool: list[Any] = [*draw(st.lists(SET, min_size=1, max_size=8)), (), None, WITHDRAWN]
    some = st.lists(st.sampled_from(pool), min_size=1, max_size=3)
    recordings = draw(st.lists(some, min_size=1, max_size=20))
    return {f"R{n}": sets for n, sets in enumerate(recordings)}


def said(row: dict[str, Any], reasons: tuple[str, ...]) -> Answer:
    """The territories of each reason in a row of masks."""
    return {
        reason: set(codes_of(tuple(row[f"{reason}{i}"] for i in range(4)))) for reason in reasons
    }


#: Two services each, with one answer for streams and downloads at each of them: recordings that
#: agree in how many there are, and in the largest and the smallest id, but not in the others.
ONE_ANSWER_FOR_BOTH_USES: dict[str, Sets] = {
    name: [[right(["JP"], use_type=None), right([code], use_type=None, service="One")]]
    for name, code in (("R0", "KR"), ("R1", "TW"), ("R2", "US"), ("R3", "FR"), ("R4", "DE"))
}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues(), st.sampled_from([date(2026, 11, 1), date(2026, 11, 2)]))
@example(ONE_ANSWER_FOR_BOTH_USES, date(2026, 11, 1))
def test_says_what_the_naive_loop_says(catalogue: dict[str, Sets], day: date) -> None:
    tables = tables_of(catalogue, day)
    rows = tables["availability"].inner_join(tables["answers"], "answer_id")
    listed = rows.to_pyarrow().to_pylist()
    solved = {(r["subject_id"], r["service"], r["use"]): said(r, REASONS) for r in listed}
    naive = {name: answers(sets, day) for name, sets in catalogue.items()}
    assert len(listed) == len(solved)
    assert solved == {
        (name, *place): answer | {"blocked": set()}
        for name, found in naive.items()
        for place, answer in found.items()
    }
    heard = tables["heard"].to_pyarrow().to_pylist()
    expected = {name: listening(found) for name, found in naive.items()}
    assert len(heard) == len({row["recording_id"] for row in heard})
    assert {row["recording_id"]: (row["use"], said(row, (*SHOWN, "closed"))) for row in heard} == {
        name: answer for name, answer in expected.items() if answer
    }
    for row in listed:
        answer = said(row, REASONS)
        assert row["n_open"] == len(answer["open"])
        assert row["n_unknown"] == len(answer["unknown"])
        assert row["n_open"] + row["n_closed"] + row["n_unknown"] == len(ISO)


def heard_of(*sets: Rights) -> tuple[str, str]:
    """The use that counts for one recording, and where it is open, for example KR TW."""
    (row,) = tables_of({"A": sets})["heard"].to_pyarrow().to_pylist()
    return row["use"], " ".join(sorted(said(row, ("open",))["open"]))


SALE: dict[str, Any] = {"use_type": "PermanentDownload"}
LATER = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("rights", "use", "opened"),
    [
        ([right(["KR"]), right(["JP"], **SALE)], "stream", "KR"),
        ([right(["JP"], **SALE)], "download", "JP"),
        ([right(["KR"], start_day=LATER), right(["JP"], **SALE)], "stream", ""),
        ([right(["KR"], is_elsewhere=True), right(["JP"], **SALE)], "stream", ""),
        ([right(["KR"], end_day=date(2021, 1, 1)), right(["JP"], **SALE)], "download", "JP"),
        ([right(["KR", "JP"]), right(["JP"], takedown=True)], "stream", "KR"),
        ([right(["KR"]), right(["JP"], service="One")], "stream", "JP KR"),
    ],
)
def test_hears_streams_before_downloads(rights: list[Right], use: str, opened: str) -> None:
    assert heard_of(rights) == (use, opened)


def test_a_takedown_of_one_release_leaves_the_other() -> None:
    assert heard_of([right(["JP"])], [right(["JP"]), right(["JP"], takedown=True)])[1] == "JP"


def test_a_takedown_that_names_no_use_takes_uploads_down_too() -> None:
    upload = right(["JP"], use_type="UserMakeAvailableUserProvided")
    tables = tables_of({"A": [[upload, right(["JP"], use_type=None, takedown=True)]]})
    rows = tables["availability"].inner_join(tables["answers"], "answer_id")
    (row,) = rows.filter(rows.use == "ugc").to_pyarrow().to_pylist()
    assert (row["n_open"], said(row, ("takedown",))) == (0, {"takedown": {"JP"}})


def test_says_where_each_use_may_be_had() -> None:
    tables = tables_of({"A": [[right(["JP"]), right(["KR"], is_elsewhere=True)]]})
    (row,) = possible(tables["availability"], tables["answers"]).to_pyarrow().to_pylist()
    assert (row["recording_id"], row["use"]) == ("A", "stream")
    assert said(row, ("may",)) == {"may": {"JP", "KR"}}


def test_a_video_is_open_where_its_list_says_and_everywhere_without_one() -> None:
    allowed = territory_set(mask_of(["JP", "KR"]), "")
    videos = table(
        "videos",
        {"video_id": "listed", "service": "YouTube"}
        | {"territory_set_id": allowed["territory_set_id"]},
        {"video_id": "free", "service": "YouTube"},
    )
    tables = {"videos": videos, "territory_sets": table("territory_sets", allowed)}
    solved = solve(tables, day=date(2026, 11, 1))
    rows = solved.availability.inner_join(solved.answers, "answer_id")
    found = {r["subject_id"]: said(r, REASONS) for r in rows.to_pyarrow().to_pylist()}
    assert found["listed"]["open"] == {"JP", "KR"}
    assert found["listed"]["blocked"] == set(ISO) - {"JP", "KR"}
    assert found["free"]["open"] == set(ISO)


def test_needs_tracks_or_videos() -> None:
    with pytest.raises(ValueError, match="tracks or videos"):
        solve({"deals": ibis.memtable({"deal_set_id": [1]})}, day=date(2026, 11, 1))
