"""Chart files opened: headers anywhere near the top, encodings, and rows that do not fit."""

from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kaigai.sources.reader import RefusedFile
from kaigai.sources.usage import layout as opening
from kaigai.sources.usage.layout import Opened, opened
from tests.sources.reading import source

HEADER = "date,country,rank,title,artist\n"


def rows(data: bytes | str, **options: Any) -> tuple[list[dict[str, Any]], Opened]:
    found = opened(source(data, **options), options.get("mapping", {}))
    taken = [row for batch in found.batches for row in batch.to_pylist()]
    return taken, found


def test_text_below_a_preamble() -> None:
    text = f'Report,,,,\n"made\nby hand",,,,\n{HEADER}2024-04-01,JP,1,"夜, 海",灯\n'
    for encoding in ("utf-8-sig", "cp932", "utf-16"):
        taken, found = rows(text.encode(encoding))
        assert taken == [
            {
                "day": "2024-04-01",
                "territory": "JP",
                "rank": "1",
                "title": "夜, 海",
                "artist": "灯",
            }
        ]
        assert found.header_of("day") == "date"


def test_rows_that_do_not_fit_are_told_with_their_number() -> None:
    text = f"x,,,,\n{HEADER}2024-04-01,JP,1,夜,灯\n2024-04-01,JP,2\n2024-04-01,JP,3,a,b,c\n"
    taken, found = rows(text)
    assert len(taken) == 1
    assert [refused.place for refused in found.refused] == ["row 4", "row 5"]
    many = HEADER + "1,2\n" * 50
    _, found = rows(many)
    assert [refused.place for refused in found.refused][-1] == "further rows"
    assert len(found.refused) == 21


def test_line_ends_of_old_macs_and_no_rows_at_all() -> None:
    taken, _ = rows((HEADER + "2024-04-01,JP,1,夜,灯\n").replace("\n", "\r"))
    assert len(taken) == 1
    assert rows(HEADER)[0] == []


def test_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BATCH", 3)
    monkeypatch.setattr(opening, "PIECE", 2)
    table = pa.table({"date": ["2024-04-01"] * 10, "country": ["JP"] * 10, "rank": range(10),
                      "song": ["x"] * 10, "unused": [None] * 10})  # fmt: skip
    out = BytesIO()
    pq.write_table(table, out, row_group_size=2)
    found = opened(source(out.getvalue()), {})
    sizes = [batch.num_rows for batch in found.batches]
    assert (sum(sizes), len(sizes)) == (10, 3)


def test_parquet_of_another_kind_is_refused_with_its_columns() -> None:
    out = BytesIO()
    pq.write_table(pa.table({"iso3": ["JPN"], "dist": [1.0]}), out)
    with pytest.raises(RefusedFile) as error:
        opened(source(out.getvalue()), {})
    assert error.value.refused.found == "iso3, dist"


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + b"\0" * 50 + b"PAR1", b"a,b\n1,2\n", b""])
def test_what_is_no_chart_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedFile) as error:
        opened(source(data), {})
    assert error.value.refused.todo.ja


def test_a_quotation_mark_never_closed() -> None:
    with pytest.raises(RefusedFile):
        rows(HEADER + '2024-04-01,JP,1,"夜,灯\n' + "x\n" * 100)
