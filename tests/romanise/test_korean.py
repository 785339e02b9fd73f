"""Korean names as Koreans spell them."""

import pytest

from kaigai import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [("김민지", "Kim Minji"), ("이서정", "Lee Seojeong"), ("박수영", "Park Suyoung")],
)
def test_persons(name: str, latin: str) -> None:
    spelled = [each.text for each in romanise.candidates(name, kind="person")]
    assert latin in spelled[:3]
    assert spelled[0].split()[0] == latin.split()[0]


def test_order_and_hyphen_are_the_profiles() -> None:
    from dataclasses import replace

    style = replace(romanise.MUSICBRAINZ, name_order="given first", korean_given="hyphen")
    assert romanise.candidates("김민지", kind="person", profile=style)[0].text == "Min-ji Kim"


def test_words_of_other_languages() -> None:
    assert romanise.candidates("써니", kind="stage name")[0].text == "Sunny"
    assert romanise.candidates("슈퍼 로봇", kind="anime")[0].text == "Super Robot"
