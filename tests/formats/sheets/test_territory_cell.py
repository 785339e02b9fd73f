"""Where a right holds, in the words of a label's sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.formats.sheets.territory_cell import NOWHERE, place_of
from kaigai.terms.territories import WORLD, codes_of, complement, count


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("JP, US", "JP US"),
        ("JP US KR", "JP KR US"),
        ("日本のみ", "JP"),
        ("日本、米国、台湾", "JP TW US"),
        ("ＪＰ／ＵＳ", "JP US"),
        ("日本・韓国", "JP KR"),
        ("日本と台湾", "JP TW"),
        ("国内", "JP"),
        ("392", "JP"),
        ("トリニダード・トバゴ", "TT"),
        ("Korea, Republic of, Japan", "JP KR"),
        ("Bosnia and Herzegovina", "BA"),
        ("Taiwan/Hong Kong", "HK TW"),
        ("Japan only", "JP"),
    ],
)
def test_listed(text: str, codes: str) -> None:
    found = place_of(text)
    assert codes_of(found.mask) == tuple(codes.split())
    assert not found.unknown


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Worldwide", ""),
        ("全世界", ""),
        ("ALL", ""),
        ("ワールドワイド", ""),
        ("全世界(中国を除く)", "CN"),
        ("全世界（中国・韓国除く）", "CN KR"),
        ("日本以外", "JP"),
        ("日本を除く全世界", "JP"),
        ("全世界 ※中国を除く", "CN"),
        ("Worldwide except CN, KP", "CN KP"),
        ("World excl. Japan", "JP"),
        ("Worldwide (excluding China)", "CN"),
        ("海外のみ", "JP"),
        ("Worldwide, except Japan and China", "CN JP"),
    ],
)
def test_all_but_some(text: str, left_out: str) -> None:
    found = place_of(text)
    assert codes_of(complement(found.mask)) == tuple(left_out.split())
    assert not found.unknown


def test_groups() -> None:
    asia, without = place_of("アジア"), place_of("アジア(日本を除く)")
    assert count(asia.mask) == count(without.mask) + 1
    assert "JP" not in codes_of(without.mask)
    assert place_of("なし").mask == NOWHERE


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("ナルニア", ("ナルニア",)),
        ("日本、ナルニア", ("ナルニア",)),
        ("全世界(ナルニアを除く)", ("ナルニア",)),
    ],
)
def test_unknown_words_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert place_of(text).unknown == unknown


@given(st.text(max_size=30))
def test_any_text_is_a_place_or_unknown(text: str) -> None:
    found = place_of(text)
    assert count(found.mask) <= count(WORLD)
