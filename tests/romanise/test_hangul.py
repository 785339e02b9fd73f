"""Revised Romanisation: the examples of the rule itself, and what libraries get wrong."""

import pytest

from kaigai.romanise import hangul


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("백마", "baengma"),
        ("종로", "jongno"),
        ("왕십리", "wangsimni"),
        ("별내", "byeollae"),
        ("신라", "silla"),
        ("앨리스", "aelliseu"),
        ("해돋이", "haedoji"),
        ("같이", "gachi"),
        ("좋고", "joko"),
        ("놓다", "nota"),
        ("묵호", "mukho"),
        ("독립문", "dongnimmun"),
        ("울산", "ulsan"),
        ("구리", "guri"),
        ("설악", "seorak"),
        ("합덕", "hapdeok"),
        ("대관령", "daegwallyeong"),
        ("없다", "eopda"),
        ("앉아", "anja"),
    ],
)
def test_sound_changes(word: str, latin: str) -> None:
    assert hangul.romanised(word) == latin


def test_names_keep_their_syllables() -> None:
    assert "".join(hangul.by_syllables("복남")) == "boknam"


def test_only_hangul_is_taken_apart() -> None:
    with pytest.raises(ValueError, match="A"):
        hangul.syllable("A")
