"""The fast road makes the rows that the slow road makes, of whatever it takes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kaigai.facts.table import TABLES
from kaigai.sources.reader import Delivery, Refused, RefusedFile, Rows
from kaigai.sources.readers.charts import charts
from kaigai.sources.usage import blocks, fast
from kaigai.sources.usage.fast import Fast
from kaigai.sources.usage.monthly import rolled_up
from tests.sources.reading import source

HEADER = "date,service,territory,isrc,streams"

GOOD = {
    "day": [str(date(2026, 1, 20) + timedelta(days=n)) for n in range(40)],
    "service": ["Spotify"],
    "territory": ["JP", "US", "KR", "TW"],
    "isrc": [f"JPZZ924000{n:02}" for n in range(12)],
    "streams": [str(n) for n in (0, 1, 3, 12, 500, 70_000)],
}
ODD = {
    "day": ["", "first", "2026/01/21", "20260122", "2026-W04",
            "2026-02", "2026-02-30", "２０２６-01-23"],
    "service": ["", " Spotify", "spotify", "Apple Music", "ｽﾎﾟﾃｨﾌｧｲ", '"Spotify"'],
    "territory": ["", " jp", "Japan", "日本", "WW", "nowhere", "Global 50", "JP "],
    "isrc": ["", "jp-zz9-24-00001", "JPZZ92400002 ", "ISRCJPZZ92400003", "none", '"JPZZ92400001"'],
    "streams": ["", "-1", "1.5", '"1,200"', " 7", "+5", "007", "1e3", "nan", "inf", "９", "x"],
}  # fmt: skip


def cells(odd: float) -> st.SearchStrategy[list[str]]:
    """The cells of one row, odd ones among them."""
    rare = st.integers(0, 99)
    return st.tuples(
        *(
            st.tuples(rare, st.sampled_from(GOOD[name]), st.sampled_from(ODD[name])).map(
                lambda drawn: drawn[2] if drawn[0] < odd else drawn[1]
            )
            for name in GOOD
        )
    ).map(list)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A report, mostly plain."""
    rows = draw(st.lists(cells(draw(st.sampled_from([0, 0, 0, 1, 10]))), max_size=40))
    ragged = draw(st.sampled_from([""] * 6 + ["2026-01-20,Spotify", "a,b,c,d,e,f", "", " "]))
    lines = [HEADER, *(",".join(row) for row in rows)]
    lines += [ragged] * draw(st.integers(0, 1))
    text = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])).join(lines)
    text += draw(st.sampled_from(["\n", ""]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


def told(data: bytes, **options: Any) -> tuple[Counter[Any], Counter[Any], Counter[Any]]:
    """Rows of usage, refusals, and the roll-up, whichever way they come."""
    usage: Counter[Any] = Counter()
    refused: Counter[Any] = Counter()
    monthly: list[dict[str, Any]] = []
    names: dict[str, Any] = {}
    for name, rows in parts(data, refused, **options):
        if name == "usage":
            usage.update(tuple(row.items()) for row in rows)
        elif name == "reported":
            names |= {row["reported_id"]: tuple(row.values()) for row in rows}
        else:
            monthly += rows
    return usage, refused, summed(monthly, names)


def parts(
    data: bytes, refused: Counter[Any], **options: Any
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    columns = list(TABLES["usage"].columns)
    try:
        for part in charts.read(source(data, "plays.csv", **options)):
            match part:
                case Refused():
                    refused[part.place, part.found] += 1
                case Rows():
                    assert isinstance(part.rows, pa.Table)
                    whole = pa.Table.from_pylist(
                        part.rows.to_pylist(), schema=TABLES[part.table].arrow_schema()
                    )
                    plain = whole.select(columns) if part.table == "usage" else whole
                    yield part.table, plain.to_pylist()
                    if part.table == "usage" and not part.is_added_up:
                        for name, more in rolled_up(whole):
                            yield name, more.to_pylist()
                case Delivery():
                    pass
    except RefusedFile as error:
        refused[error.refused.place, ""] += 1


def summed(rows: list[dict[str, Any]], names: dict[str, Any]) -> Counter[Any]:
    """The roll-up, with rows of one key added up."""
    found: Counter[Any] = Counter()
    for row in rows:
        key = tuple(row[name] for name in TABLES["usage_monthly"].key)
        for name in ("quantity", "rows"):
            found[key, names[row["reported_id"]], name] += row[name] or 0
        of = key, names[row["reported_id"]]
        found[*of, "n_days"] += row["n_days"]
        first, last = row["first_day"].toordinal(), row["last_day"].toordinal()
        found[*of, "first"] = min(found.get((*of, "first"), first), first)
        found[*of, "last"] = max(found[*of, "last"], last)
    return found


def slow_only(patch: pytest.MonkeyPatch) -> None:
    """Close the fast road."""
    patch.setattr(Fast, "rows", lambda self, block: None)


@given(files(), st.sampled_from([{}, {"days": "7"}, {"service": "Spotify"}]))
@settings(max_examples=120, deadline=None, phases=[Phase.generate])
def test_both_roads_make_the_same(data: bytes, options: dict[str, str]) -> None:
    on_fast = told(data, **options)
    with pytest.MonkeyPatch.context() as patch:
        slow_only(patch)
        on_slow = told(data, **options)
    assert on_fast == on_slow


PLAIN = "\n".join(
    f"{day},Spotify,{place},{isrc},{n % 7 * 20 + 1}"
    for n, (day, place, isrc) in enumerate(
        (day, place, isrc)
        for day in GOOD["day"]
        for place in GOOD["territory"]
        for isrc in GOOD["isrc"]
    )
)


def test_plain_files_take_the_fast_road_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = f"{HEADER}\n{PLAIN}\n".encode()
    whole = told(data)
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 5_000)
    refused: Counter[Any] = Counter()
    given = list(charts.read(source(data, "plays.csv")))
    assert sum(isinstance(part, Rows) and part.table == "usage" for part in given) > 10
    assert all(
        part.is_added_up for part in given if isinstance(part, Rows) and part.table == "usage"
    )
    months = [part for part in given if isinstance(part, Rows) and part.table == "usage_monthly"]
    assert len(months) == 2, "a month that goes on in the next block is added up once"
    assert not refused
    in_blocks = told(data)
    assert in_blocks == whole
    slow_only(monkeypatch)
    assert told(data)[0] == whole[0]


def test_a_total_of_the_world_is_told_by_the_slow_road() -> None:
    lines = [
        f"{day},Spotify,{place},JPZZ92400001,5000" for day in GOOD["day"] for place in ("JP", "US")
    ]
    usage, refused, _ = told("\n".join([HEADER, *lines]).encode())
    assert not usage
    assert [place for place, _ in refused] == ["column streams"]


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8-sig"])
def test_files_of_other_encodings_keep_their_rows(encoding: str) -> None:
    header = "日付,配信サービス,国,ISRC,再生数"
    usage, refused, monthly = told(f"{header}\n{PLAIN}\n".encode(encoding))
    assert usage == told(f"{HEADER}\n{PLAIN}\n".encode())[0]
    assert not refused
    assert monthly


def test_a_bad_row_far_below_is_told_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 5_000)
    bad = "2026-01-20,Spotify,nowhere,JPZZ92400001,3\n2026-01-20,Spotify\n"
    usage, refused, _ = told(f"{HEADER}\n{PLAIN}\n{bad}{PLAIN}\n".encode())
    assert usage.total() == 2 * len(PLAIN.split("\n"))
    line = PLAIN.count("\n") + 4
    assert set(refused) == {
        ("column territory", "nowhere (× 1)"),
        (f"row {line}", "another number of cells"),
    }


def test_only_plain_columns_of_plays_have_a_fast_road() -> None:
    from kaigai.formats.sheets.usage import columns
    from kaigai.sources.usage.frame import Known

    def road(header: str, **options: str) -> Fast | None:
        known = Known("x.csv", tuple(header.split(",")), "date", options)
        return fast.fast_road(columns(header.split(",")), ",", known)

    assert road(HEADER)
    assert road("date,territory,isrc,streams,comment")
    for header in ("date,territory,isrc,rank", "date,territory,isrc,streams,title",
                   "date,territory,isrc,streams,saves", "date,chart,isrc,streams"):  # fmt: skip
        assert road(header) is None
    assert road(HEADER, territory="JP") is None
