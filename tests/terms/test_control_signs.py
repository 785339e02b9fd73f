"""Control characters are taken out of names and shown on screens."""

import pytest

from kaigai.terms.control_signs import cleaned, is_writable, visible, writable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("夜の\x0b鏡", "夜の 鏡"),
        ("a\x00b\x1b[31mc\x7f\x9b", "ab[31mc"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\ud83d\ude00", "😀"),
        ("夜\ud800", "夜\ufffd"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\u2067שיר\u2069 live", "\u2067שיר\u2069 live"),
        ("שיר\u202e live", "שיר live"),
        ("x\ufffe\uffff", "x"),
        ("👨\u200d👩\u200d👧 と か\u3099", "👨\u200d👩\u200d👧 と か\u3099"),
    ],
)
def test_a_name_keeps_all_that_is_read(text: str, expected: str) -> None:
    assert cleaned(text) == expected
    assert is_writable(cleaned(text))


def test_what_xml_cannot_hold_goes() -> None:
    text = "".join(map(chr, (*range(32), 0x7F, 0xD800, 0xFFFE, 0xFFFF))) + "夜"
    assert writable(text) == "\t\n\r\x7f夜"


def test_what_steers_a_terminal_is_seen() -> None:
    assert visible("a\x1b]0;x\x07b\x9bc\u202e\r\ud800") == (r"a\x1b]0;x\x07b\x9bc\u202e\x0d\ud800")
    assert visible("行\r\n次の行\n") == "行\n次の行\n"
