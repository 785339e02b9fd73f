"""Bytes into rows: encodings, gzip, quotation marks, and files without an end."""

import gzip
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.reports import rows
from kaigai.formats.reports.rows import encoding_of_file, first_lines, inflated, lines_of, unpacked
from kaigai.formats.sheets.fault import SheetFault


def opener(data: bytes) -> Callable[[], BinaryIO]:
    """Opens these bytes."""
    return lambda: BytesIO(data)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("title\n夜の鍵、海辺の電話\n", "utf-8"),
        ("title\n夜の鍵、海辺の電話\n", "utf-8-sig"),
        ("title\n夜の鍵、海辺の電話\n", "cp932"),
        ("title\nTøilette & Café\n", "cp1252"),
        ("title\nYoru\n", "utf-16"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    found = encoding_of_file(opener(text.encode(encoding)))
    cells = [cells for _, cells in lines_of(opener(text.encode(encoding)), found, "\t")]
    assert "\n".join(cell for (cell,) in cells) + "\n" == text


def test_the_first_odd_letter_may_stand_far_below() -> None:
    data = b"title\n" + b"Yoru\n" * 40_000 + "海辺の電話\n夜の鍵\n".encode("cp932")
    assert encoding_of_file(opener(data)) == "cp932"
    *_, last = lines_of(opener(data), "cp932", ",")
    assert last == (40_003, ["夜の鍵"])


def test_gzip_is_unpacked_on_the_way() -> None:
    packed = gzip.compress(b"a,b\n1,2\n")
    assert inflated(packed) == b"a,b\n1,2\n"
    assert list(lines_of(unpacked(opener(packed)), "utf-8", ",")) == [
        (1, ["a", "b"]),
        (2, ["1", "2"]),
    ]


@pytest.mark.parametrize("cut", [12, -4])
def test_a_broken_gzip_is_refused(cut: int) -> None:
    packed = gzip.compress(b"a,b\n" + bytes(range(256)) * 200)
    with pytest.raises(SheetFault):
        list(lines_of(unpacked(opener(packed[:cut])), "cp1252", ","))


def test_a_gzip_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_UNPACKED", 10_000)
    with pytest.raises(SheetFault) as error:
        list(lines_of(unpacked(opener(gzip.compress(b"a,b\n" * 50_000))), "utf-8", ","))
    assert "GB" in error.value.expected.en


@pytest.mark.parametrize("data", [b'a,b\n1,"' + b"x" * 200_000, b"a" * (rows.MAX_LINE + 1)])
def test_text_without_an_end_is_refused(data: bytes) -> None:
    with pytest.raises(SheetFault):
        list(lines_of(opener(data), "utf-8", ","))


def test_tabs_need_no_quotation_marks() -> None:
    assert first_lines(b'7" Yoru\t"Heroes\tx\n', "\t", 5) == [['7" Yoru', '"Heroes', "x"]]


@given(st.binary(max_size=300), st.sampled_from([",", "\t", ";"]))
def test_any_bytes_are_rows_or_refused(data: bytes, sign: str) -> None:
    first_lines(data, sign, 5)
    try:
        opened = unpacked(opener(data))
        list(lines_of(opened, encoding_of_file(opened), sign))
    except SheetFault:
        pass
