"""Pinyin, joined by word or split by syllable."""

from dataclasses import replace

from kaigai import romanise


def test_words_are_joined_or_split() -> None:
    split = replace(romanise.MUSICBRAINZ, pinyin="split")
    assert romanise.candidates("一帆风顺2", language="zh")[0].text == "Yifanfengshun 2"
    assert romanise.candidates("一帆风顺2", language="zh", profile=split)[0].text == (
        "Yi Fan Feng Shun 2"
    )


def test_a_name_is_family_and_given() -> None:
    found = romanise.candidates("周杰伦", language="zh", kind="person")
    assert found[0].text == "Zhou Jielun"
    assert romanise.candidates("欧阳娜娜", language="zh", kind="person")[0].text == "Ouyang Nana"
