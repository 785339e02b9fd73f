"""What a spelling shows at a glance: half-width kana, decorated letters, two languages in one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms.looks import has_decorated_latin, has_half_width_kana, is_side_by_side


@pytest.mark.parametrize(
    ("text", "half"), [("ｼｭｳｻｴｺ", True), ("シュウサエコ", False), ("A", False), ("夜ﾞ", True)]
)
def test_half_width_kana(text: str, half: bool) -> None:
    assert has_half_width_kana(text) is half


@pytest.mark.parametrize(
    "text",
    [
        "ＬＯＶＥ",
        "𝓛𝓸𝓿𝓮",
        "Ⓛⓞⓥⓔ",
        "ʟᴏᴠᴇ",
        "Lo\u200bve",
        "夜\ufeff",
        "L☆VE",
        "LO♡E",
        "ΛMIE",
        "A$AP",
        "L\u0336ove",
        "ST★R",
        "🅰BC",
        "e\u0301\u0302\u0303",
        "ᴸᵒᵛᵉ",
        "夜のＬＯＶＥ",
    ],
)
def test_decorated(text: str) -> None:
    assert has_decorated_latin(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOVE♡",
        "KIRA☆KIRA",
        "ラブ☆ライブ",
        "Go☆Go",
        "４８",
        "！？",
        "Beyoncé",
        "Zażółć",
        "№1",
        "™",
        "夜",
        "Привет",
        "5℃",
        "Ⅳ",
        "🇯🇵",
        "LOVE & PEACE",
        "C#",
        "#1",
        "Hop☆Step",
        "",
        "A×B",
        "👨\u200d👩",
        "THE IDOLM@STER",
        "Ø",
        "ＡB"[1:],
    ],
)
def test_not_decorated(text: str) -> None:
    assert not has_decorated_latin(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rise 이카루스",
        "夜に駆ける / Into The Night",
        "羅針盤向日葵 / Compass Sunflower",
        "紅蓮華 Gurenka",
        "夜に駆ける(Yoru ni Kakeru)",
        "夜に駆ける Yoru ni Kakeru",
        "Yoru ni Kakeru 夜に駆ける",
        "革命道中 - On The Way",
        "夜に駆ける【Into The Night】",
        "桜 (Sakura)",
        "Gurenka (紅蓮華)",
        "愛/LOVE",
        "紅蓮華 ～Gurenka～",
        "紅蓮華 - Gurenka",
        "사랑 (Love)",
        "KICK BACK (キックバック)",
        "봄날 Spring Day",
        "夜（Yoru） feat. ABC",
    ],
)
def test_side_by_side(text: str) -> None:
    assert is_side_by_side(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOVE 愛",
        "愛 LOVE",
        "夜に駆ける feat. ABC",
        "夜に駆ける (Remix)",
        "Live at 武道館",
        "夜 (TV size)",
        "LOVEマシーン",
        "残酷な天使のテーゼ ～Director's Edit～",
        "夜に駆ける",
        "Idol",
        "Stay Gold (日本語ver.)",
        "恋 -TV size-",
        "Dear 友よ",
        "君とKISS",
        "Lemon (米津玄師 cover)",
        "ひとりごと (feat. Miku)",
        "サヨナラ Baby",
        "夢 (2024)",
        "夢 (～)",
        "아이 feat. Rain",
        "방탄소년단 (Live)",
        "",
        "()",
        "/",
        "Into The Night (Yoru)",
        "夜 (朝)",
        "DRAGON BALL 神龍の伝説",
        "secret base 〜君がくれたもの〜",
        "弱虫ペダル THE MOVIE",
    ],
)
def test_not_side_by_side(text: str) -> None:
    assert not is_side_by_side(text)


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert is_side_by_side(text) in (True, False)
    assert has_decorated_latin(text) in (True, False)


@pytest.mark.parametrize("piece", ["a", "夜", "夜 ", "a ", "~ ", "夜-", "(", "☆a", " a夜/"])
def test_long_text_takes_no_long_time(piece: str) -> None:
    start = time.perf_counter()
    is_side_by_side(piece * 2000)
    has_decorated_latin(piece * 2000)
    assert time.perf_counter() - start < 2
