"""Rows of names: their script, key and flags, which the full rules would give as well."""

import pytest

from kaigai.sources.naming import is_romaji, looks, name_row, party_id_of, script_and_key
from kaigai.terms.looks import has_decorated_latin, is_side_by_side
from kaigai.terms.romaji import looks_like_romaji

TEXTS = [
    "夜明け", "ヨアケ", "ﾖｱｹ", "Dear 灯台", "夜明け / Daybreak", "夜明け（Yoake）",
    "夜明け Yoake", "봄날 Bom", "Yoake no Uta", "Daybreak", "Home", "Tsukikage", "Sei",
    "L☆I☆G☆H☆T",
    "ＬＯＶＥ", "𝓛𝓸𝓿𝓮", "LO♡E", "A$AP", "KIRA☆KIRA", "Lo\u200bve", "ΛMIE", "Beyoncé", "夜☆明け",
    "夜明け (Live)", "Yūki Satō", "n'",
    "1999", "!!!", "", "T-ara", "Jun'ichi", "愛言葉Ⅲ", "惑星☆ロリポップ", "Kon'ya", "Dream On",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_flags_are_what_the_full_rules_say(text: str) -> None:
    assert looks(text) == {
        "is_decorated": has_decorated_latin(text),
        "is_side_by_side": is_side_by_side(text),
    }
    assert is_romaji(text, "display") is looks_like_romaji(text)


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Sei", "latin", True),
        ("Sei", "display", False),
        ("Yoake no Uta", "display", True),
        ("Yoake no Uta", "english", False),
        ("Dear Toudai", "latin", False),
        ("Love", "latin", False),
        ("24 ji", "latin", True),
        ("24", "latin", False),
    ],
)
def test_a_name_declared_romaji_needs_less_proof(text: str, role: str, expected: bool) -> None:
    assert is_romaji(text, role) is expected


@pytest.mark.parametrize(
    ("text", "script", "key"),
    [("Yōake", "Latn", "yoake"), ("ヨアケ", "Kana", "yoake"), ("夜明け！", "Jpan", "夜明け")],
)
def test_script_and_key(text: str, script: str, key: str) -> None:
    assert script_and_key(text) == (script, key)


def test_a_row_keeps_the_text_and_a_canonical_language() -> None:
    row = name_row("recording", "A", "夜明け", role="display", language="EN_us")
    assert (row["text"], row["language"], row["contradicts_language"]) == ("夜明け", "en-US", True)
    assert name_row("recording", "A", "夜明け", role="display", language="x!")["language"] is None


def test_a_party_is_named_by_the_surest_id() -> None:
    assert party_id_of("佐藤", isni="1", proprietary="P:1") == "isni:1"
    assert party_id_of("佐藤", proprietary="P:1") == "own:P:1"
    assert party_id_of("Ｙｕｋｉ Sato") == "name:yukisato"
