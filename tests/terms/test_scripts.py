"""Scripts of names: one code each, whatever is mixed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms.scripts import script_of, scripts_in


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("LOVE", "Latn"), ("Beyoncé", "Latn"), ("ＬＯＶＥ", "Latn"), ("𝓛𝓸𝓿𝓮", "Latn"),
        ("夜に駆ける", "Jpan"), ("サクラ咲く", "Jpan"), ("サクラ さくら", "Jpan"),
        ("LOVEマシーン", "Jpan"), ("さくら", "Hira"), ("サクラ", "Kana"), ("ｻｸﾗ", "Kana"),
        ("ラーメン", "Kana"), ("愛", "Hani"), ("LOVE 愛", "Hani"), ("佐々木", "Hani"),
        ("愛〇", "Hani"), ("방탄소년단", "Hang"), ("Rise 이카루스", "Hang"), ("愛 사랑", "Kore"),
        ("사랑 さくら 나라", "Hang"), ("ㄅㄆ", "Bopo"), ("愛ㄅ", "Hani"),
        ("Привет", "Cyrl"), ("Αγάπη", "Grek"), ("รัก feat. LONG NAME", "Thai"), ("حب", "Arab"),
        ("प्यार", "Deva"), ("אהבה", "Hebr"), ("ΛMIE", "Latn"), ("ЯRК", "Cyrl"),
        ("1999", "Zyyy"), ("", "Zyyy"), ("☆", "Zyyy"), ("ー", "Zyyy"), ("!!!", "Zyyy"),
        ("夜™", "Hani"), ("①", "Zyyy"), ("𐎀", "Zzzz"),
    ],
)  # fmt: skip
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script


@given(st.text())
def test_any_text_has_one_script(text: str) -> None:
    assert len(script_of(text)) == 4
    assert (script_of(text) == "Zyyy") == (not scripts_in(text))
