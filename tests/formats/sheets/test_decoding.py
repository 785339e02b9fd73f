"""Whatever program saved a table, its characters come back; what is no text is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.sheets.decoding import BROKEN, decode, decode_head, encoding_of
from kaigai.formats.sheets.fault import SheetFault

JAPANESE = "品番,曲名,ｶﾅ\r\nABCD-1,夜の海,ﾖﾙﾉｳﾐ\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_japanese_comes_back(encoding: str) -> None:
    assert decode(JAPANESE.encode(encoding)) == JAPANESE


@pytest.mark.parametrize(
    "western", ["Artist,Title\nTøilette & Café,Hier à l'aube\n", "Título;Año\nÉxito;2020\n"]
)
def test_western_text_is_not_taken_for_japanese(western: str) -> None:
    assert decode(western.encode("cp1252")) == western


def test_a_few_broken_bytes_are_marked_and_the_rest_kept() -> None:
    data = (JAPANESE * 40).encode("cp932")
    broken = data[:500] + b"\x85\x39" + data[500:]
    text = decode(broken)
    assert BROKEN in text
    assert text.count("夜の海") >= 39


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SheetFault) as fault:
        decode(data)
    assert fault.value.place == "file"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_a_head_may_end_within_a_character(encoding: str) -> None:
    data = ("ｘ" + JAPANESE * 3).encode(encoding)
    for end in range(30, 60):
        assert decode_head(data[:end]).startswith("ｘ品番,曲名")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    encoding_of(data)
    decode_head(data)
    with suppress(SheetFault):
        assert isinstance(decode(data), str)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_utf8_always_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text.removeprefix("\ufeff")
