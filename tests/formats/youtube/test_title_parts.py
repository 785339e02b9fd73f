"""Pieces of real kinds of video titles that may be a song's or an artist's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.youtube.title_parts import MAX_LENGTH, MAX_PARTS, title_parts

TITLES = {
    "夜の海 / 青い灯 [Official Music Video]": "夜の海|青い灯",
    "青い灯「夜の海」 Official Music Video": "青い灯|夜の海",
    "青い灯『夜の海』MV": "青い灯|夜の海",
    "【MV】青い灯「夜の海」": "青い灯|夜の海",
    "【公式】夜の海／青い灯": "夜の海|青い灯",
    "青い灯 - 夜の海 (Music Video Short ver.)": "青い灯|夜の海",
    "Aoi Hi – Night Sea (Official Lyric Video)": "Aoi Hi|Night Sea",
    "AOI “Night Sea” M/V": "AOI|Night Sea",
    "青い灯 'Night Sea' Official MV": "青い灯|Night Sea",
    "青い灯 (아오이) 'Night Sea (feat. MISA)' Official Teaser": "青い灯|아오이|Night Sea",
    "IVE 아이브 'I WANT' MV": "IVE 아이브|IVE|아이브|I WANT",
    "Official髭男爵 - 前口上［Official Video］": "Official髭男爵|前口上",
    "Official Aoi - 夜": "Aoi|Official Aoi|夜",
    "夜の海 / 青い灯 feat. ミサ": "夜の海|青い灯",
    "夜の海 (Live)": "夜の海",
    "夜の海 ティザー映像": "夜の海|夜の海 ティザー映像",
    "灯｜夜｜海": "灯|夜|海",
    "川鷹-オリーブ【OFFICIAL MUSIC VIDEO】": "川鷹|オリーブ",
    "AC/DC - Thunder": "AC/DC|Thunder",
    "Don't Stop 'til Dawn": "Don't Stop 'til Dawn",
    "José Luz - Noche (Letra)": "José Luz|Noche|Letra",
    "夜の海\u00a0 /\u3000青い灯": "夜の海|青い灯",
    "夜の海": "夜の海",
    "Music Video": "",
    "!!!": "",
    "": "",
}


@pytest.mark.parametrize(("title", "parts"), TITLES.items())
def test_parts(title: str, parts: str) -> None:
    assert "|".join(title_parts(title)) == parts


@given(st.text(max_size=200))
def test_any_title_gives_few_short_parts(title: str) -> None:
    parts = title_parts(title)
    assert len(set(parts)) == len(parts) <= MAX_PARTS
    assert all(0 < len(part) <= MAX_LENGTH for part in parts)


@given(st.text("「」『』【】()（）[]“”'\"/|-:あA ", max_size=300))
def test_any_mix_of_signs_comes_to_an_end(title: str) -> None:
    title_parts(title)
