"""Cells into values: each distinct text is read once, and what is bad is known by batch."""

import pytest

from kaigai.formats.reports import cells
from kaigai.formats.reports.cells import Memory, as_currency, as_isrc, as_video


def test_a_text_is_read_once() -> None:
    asked: list[str] = []

    def parse(text: str) -> int:
        asked.append(text)
        return int(text)

    memory = Memory(parse)
    assert memory.column(["1", "2", "1"]) == [1, 2, 1]
    assert memory.column(["2", "x", "x"]) == [2, None, None]
    assert (asked, memory.bad) == (["1", "2", "x"], {"x"})
    memory.column(["1"])
    assert memory.bad == set()
    memory.column(["x"])
    assert memory.bad == {"x"}


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "REMEMBERED", 10)
    memory = Memory(str)
    for first in range(0, 100, 10):
        memory.column([str(first + n) for n in range(10)])
    assert len(memory) <= 20


def test_cells_that_still_stand_in_quotation_marks() -> None:
    assert Memory(str, quoted=True).column(['"a ""b"""', '"Heroes" Again']) == [
        'a "b"',
        '"Heroes" Again',
    ]


def test_codes() -> None:
    assert as_isrc("jp-zz0-26-00001") == "JPZZ02600001"
    assert as_isrc("-") is None
    assert as_video("-mnopqrs-_v") == "-mnopqrs-_v"
    assert as_currency("jpy") == "JPY"
    for parse, text in ((as_isrc, "JP1"), (as_video, "合計"), (as_currency, "yen")):
        with pytest.raises(ValueError, match="is no"):
            parse(text if parse is not as_currency else "円円円")
