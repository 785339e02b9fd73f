"""Language tags as they come, and texts that cannot be what their tag says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms.languages import (
    canonical,
    contradicts,
    doubtful,
    language_of_script,
    languages_in,
    name_of_language,
)
from kaigai.terms.territories import ISO


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("ja", "ja"),
        ("JA", "ja"),
        ("ja-jpan", "ja-Jpan"),
        ("ja-latn", "ja-Latn"),
        ("ja-kana", "ja-Hrkt"),
        ("ja-Hrkt", "ja-Hrkt"),
        ("ja_JP", "ja-JP"),
        ("jpn", "ja"),
        ("jp", "ja"),
        ("ko-kor", "ko"),
        ("ko-hang", "ko-Hang"),
        ("es_MX", "es-MX"),
        ("es-419", "es-419"),
        ("en-usa", "en-US"),
        ("en-uk", "en-GB"),
        ("zh-cmn-hans", "zh-Hans"),
        ("zh-Hant-tw", "zh-Hant-TW"),
        ("zh-yue", "yue"),
        ("cmn", "zh"),
        ("chi", "zh"),
        ("ger", "de"),
        ("iw", "he"),
        ("tl", "fil"),
        ("und", "und"),
        (" en ", "en"),
        ("ja-Latn-hepburn", "ja-Latn-hepburn"),
        ("nb", "nb"),
        ("", None),
        ("english", None),
        ("xx", None),
        ("en-zz", None),
        ("日本語", None),
        ("en-", None),
        ("e", None),
        ("x-default", None),
        ("ja-jpan-jpan", None),
        ("en-qqq", None),
    ],
)
def test_canonical(tag: str, known: str | None) -> None:
    assert canonical(tag) == known


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"[a-z]{2,3}([-_][A-Za-z]{2,4}){0,2}", fullmatch=True),
    )
)
def test_canonical_is_idempotent(tag: str) -> None:
    known = canonical(tag)
    assert known is None or canonical(known) == known


@pytest.mark.parametrize(
    ("tag", "text", "wrong"),
    [
        ("en", "Idol", False),
        ("en", "アイドル", True),
        ("en", "夜", True),
        ("en", "이카루스", True),
        ("en", "LOVE 愛", True),
        ("en-US", "Привет", True),
        ("en", "1999", False),
        ("ja", "Idol", False),
        ("ja", "夜に駆ける", False),
        ("ja", "愛", False),
        ("ja", "사랑", True),
        ("ja-Jpan", "Yoru ni Kakeru", False),
        ("ja-Jpan", "アイ", False),
        ("ja-Latn", "Yoru ni Kakeru", False),
        ("ja-Latn", "夜に駆ける", True),
        ("ja-Latn", "アイ", True),
        ("ja-Hrkt", "ヨルニカケル", False),
        ("ja-Kana", "ｼｭｳｻｴｺ", False),
        ("ja-Hrkt", "よるに カケル", False),
        ("ja-Hrkt", "夜に", True),
        ("ja-Hrkt", "Idol", True),
        ("ja-Hrkt", "Kポップ", False),
        ("ja-Hrkt", "1999", False),
        ("ko", "사랑", False),
        ("ko", "愛", False),
        ("ko", "さくら", True),
        ("ko-Latn", "사랑", True),
        ("ko-Hang", "Love", False),
        ("zh", "愛", False),
        ("zh-Hant", "さくら", True),
        ("zh-TW", "愛", False),
        ("zh-Latn", "愛", True),
        ("ru", "Привет", False),
        ("ru", "夜", True),
        ("th", "รัก", False),
        ("fr", "Été", False),
        ("sr", "Ljubav", False),
        ("und", "夜", False),
        ("", "夜", False),
        ("rubbish tag", "夜", False),
    ],
)
def test_contradicts(tag: str, text: str, wrong: bool) -> None:
    assert contradicts(tag, text) is wrong


@pytest.mark.parametrize(
    ("tag", "text", "look"),
    [
        ("ja", "Yoru ni Kakeru", True),
        ("ja-Jpan", "Yoru ni Kakeru", True),
        ("en", "Yoru ni Kakeru", True),
        ("ja-Latn", "Yoru ni Kakeru", False),
        ("ja", "Idol", False),
        ("ja", "夜に駆ける", False),
        ("fr", "Yoru ni Kakeru", False),
    ],
)
def test_doubtful(tag: str, text: str, look: bool) -> None:
    assert doubtful(tag, text) is look


def test_language_of_script() -> None:
    assert language_of_script("Jpan") == language_of_script("Kana") == "ja"
    assert language_of_script("Hang") == "ko"
    assert language_of_script("Hani") is None
    assert language_of_script("Hani", otherwise="ja") == "ja"
    assert language_of_script("Latn", otherwise="en") == "en"


@pytest.mark.parametrize(
    ("territory", "languages"),
    [
        ("JP", ("ja",)),
        ("KR", ("ko",)),
        ("US", ("en",)),
        ("BR", ("pt",)),
        ("MX", ("es",)),
        ("TW", ("zh-Hant",)),
        ("HK", ("zh-Hant", "en")),
        ("CN", ("zh-Hans",)),
        ("CA", ("en", "fr")),
        ("CH", ("de", "fr", "it")),
        ("IN", ("hi", "en")),
        ("BE", ("nl", "fr", "de", "en")),
        ("AQ", ()),
        ("ZZ", ()),
    ],
)
def test_languages_in(territory: str, languages: tuple[str, ...]) -> None:
    assert languages_in(territory) == languages


def test_every_language_of_every_territory_has_a_tag_and_two_names() -> None:
    for territory in ISO:
        for tag in languages_in(territory):
            assert canonical(tag) == tag
            assert name_of_language(tag, "en")
            assert name_of_language(tag, "ja")


@pytest.mark.parametrize(
    ("tag", "en", "ja"),
    [
        ("ja", "Japanese", "日本語"),
        ("ja-kana", "Japanese (kana reading)", "日本語（読みがな）"),
        ("ja-Latn", "Japanese (romanised)", "日本語（ローマ字）"),
        ("pt-BR", "Portuguese (Brazil)", "ポルトガル語（ブラジル）"),
        ("zh-Hant-HK", "Chinese (Traditional, Hong Kong)", "中国語（繁体字、香港）"),
        ("rubbish", "rubbish", "rubbish"),
    ],
)
def test_names_of_languages(tag: str, en: str, ja: str) -> None:
    assert (name_of_language(tag, "en"), name_of_language(tag, "ja")) == (en, ja)
