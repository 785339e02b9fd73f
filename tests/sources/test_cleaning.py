"""Texts of rows are cleaned where they enter facts, whichever reader gives them, in any form."""

from pathlib import Path

import pyarrow as pa

from kaigai.facts.store import Facts
from kaigai.sources.actions import read
from kaigai.sources.cleaning import clean_rows, text_array
from tests.conftest import NOON

DIRTY, CLEAN = "夜\x0b鏡\x1b\u202e\x9d", "夜 鏡"


def test_texts_lists_and_numbered_texts_are_cleaned_and_nothing_else() -> None:
    rows = pa.table(
        {
            "text": pa.chunked_array([["ok"], [DIRTY, None]]),
            "list": pa.array([[DIRTY, "x"], None, []], pa.list_(pa.string())),
            "code": pa.array([DIRTY, "x", DIRTY]).dictionary_encode(),
            "number": [0, 1, 2],
        }
    )
    assert clean_rows(rows).to_pydict() == {
        "text": ["ok", CLEAN, None],
        "list": [[CLEAN, "x"], None, []],
        "code": [CLEAN, "x", CLEAN],
        "number": [0, 1, 2],
    }
    clean = rows.select(["number"])
    assert clean_rows(clean) is clean


def test_a_lone_half_of_a_pair_is_a_broken_character() -> None:
    assert text_array(["夜\ud800", None], pa.string()).to_pylist() == ["夜\ufffd", None]
    assert text_array([["\ud83d\ude00"]], pa.list_(pa.string())).to_pylist() == [["😀"]]


def test_names_of_a_sheet_come_in_clean(tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    whole = "".join(f"JPZZ0260000{each},夜 鏡,海辺\n" for each in range(2, 10))
    sheet.write_text(f"ISRC,曲名,アーティスト名\nJPZZ02600001,{DIRTY},海\x01辺\n{whole}")
    facts = Facts.open(tmp_path / "w", create=True)
    read(facts, paths=[sheet], at=NOON)
    assert set(facts.pinned().arrow("names")["text"].to_pylist()) == {CLEAN, "海辺"}
