"""Identifiers of the field: the forms that files carry, and the slips that must not pass."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms import dpid, grid, gtin, ipi, isni, isrc, iswc, mbid
from kaigai.terms.digits import compact, to_half_width

MODULES = (dpid, grid, gtin, ipi, isni, isrc, iswc, mbid)


@pytest.mark.parametrize(
    ("module", "text", "code"),
    [
        (isrc, "JPPO02300001", "JPPO02300001"),
        (isrc, "jp-po0-23-00001", "JPPO02300001"),
        (isrc, " ＪＰＰＯ０２３０００01 ", "JPPO02300001"),
        (isrc, "ISRC JP-PO0-23-00001", "JPPO02300001"),
        (isrc, "JP‐PO0‐23‐00001", "JPPO02300001"),
        (isrc, "QZES71982312", "QZES71982312"),
        (isrc, "JPPO0230001", None),
        (isrc, "JPPO023000011", None),
        (isrc, "1PPO02300001", None),
        (isrc, "JPPO023O0001", None),
        (isrc, "", None),
        (gtin, "4988009123455", "4988009123455"),
        (gtin, "4 988009-123455", "4988009123455"),
        (gtin, "４９８８００９１２３４５５", "4988009123455"),
        (gtin, "094631432057", "0094631432057"),
        (gtin, "94631432057", "0094631432057"),
        (gtin, "00094631432057", "0094631432057"),
        (gtin, "0094631432057", "0094631432057"),
        (gtin, "96385074", "0000096385074"),
        (gtin, "4988009123456", None),
        (gtin, "14988009123456", None),
        (gtin, "4.98801E+12", None),
        (gtin, "0000000000000", None),
        (gtin, "", None),
        (isni, "0000 0001 2146 438X", "000000012146438X"),
        (isni, "https://isni.org/isni/000000012146438X", "000000012146438X"),
        (isni, "https://isni.org/isni/000000012146438x/", "000000012146438X"),
        (isni, "0000000121464388", None),
        (isni, "0000000000000000", None),
        (iswc, "T-034.524.680-1", "T0345246801"),
        (iswc, "t0345246801", "T0345246801"),
        (iswc, "ISWC T-034.524.680-1", "T0345246801"),
        (iswc, "T1234567890", None),
        (ipi, "00014107338", "00014107338"),
        (ipi, "14107338", "00014107338"),
        (ipi, "00014107339", None),
        (ipi, "00000000000", None),
        (grid, "A1-2425G-ABC1234002-M", "A12425GABC1234002M"),
        (grid, "A12425GABC1234002X", None),
        (dpid, "PA-DPIDA-2014021301-U", "PADPIDA2014021301U"),
        (dpid, "padpida2007050901u", "PADPIDA2007050901U"),
        (dpid, "PADPIDA20129999999", "PADPIDA20129999999"),
        (dpid, "PADPIDA2007", None),
        (
            mbid,
            "https://musicbrainz.org/artist/55AC64B6-2EB6-4F8D-8B5A-1C4A6C6D1B7F",
            "55ac64b6-2eb6-4f8d-8b5a-1c4a6c6d1b7f",
        ),
        (mbid, "55ac64b6", None),
    ],
)
def test_normalise(module: ModuleType, text: str, code: str | None) -> None:
    assert module.normalise(text) == code


@pytest.mark.parametrize("module", MODULES)
def test_rubbish_is_none(module: ModuleType) -> None:
    for text in ("", "-", "x" * 500, "日本", "١٢٣٤٥٦٧٨٩٠١٢٣", "²³", "\x00"):
        assert module.normalise(text) is None
        assert not module.is_valid(text)


@given(st.sampled_from(MODULES), st.text())
def test_any_text_is_answered(module: ModuleType, text: str) -> None:
    code = module.normalise(text)
    assert code is None or module.normalise(code) == code


@given(
    st.from_regex(
        r"[A-Z]{2}[A-Z0-9]{3}[0-9]{7}", fullmatch=True, alphabet=st.characters(codec="ascii")
    )
)
def test_isrc_is_idempotent(code: str) -> None:
    hyphened = f"{code[:2]}-{code[2:5]}-{code[5:7]}-{code[7:]}".lower()
    assert isrc.normalise(hyphened) == isrc.normalise(code) == code
    assert isrc.is_valid(hyphened)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_gtin_body_has_one_check_digit(body: int) -> None:
    right = [digit for digit in range(10) if gtin.is_valid(f"{body:012}{digit}")]
    assert len(right) == 1


def test_dpid_check_character() -> None:
    assert dpid.is_valid("PADPIDA2007050901U")
    assert dpid.is_valid("PADPIDA2014021301U")
    assert not dpid.is_valid("PADPIDA20129999999")


def test_to_half_width_leaves_kana_alone() -> None:
    assert to_half_width("２０２４　ＡＢＣ！ ｶﾅ カナ ①") == "2024 ABC! ｶﾅ カナ ①"
    assert to_half_width("plain") == "plain"


def test_compact() -> None:
    assert compact(" jp‐ｐｏ0.23_00001 ") == "JPPO02300001"
