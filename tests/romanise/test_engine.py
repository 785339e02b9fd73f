"""The engine: what it reads, how sure it says it is, and that official forms and readings win."""

from dataclasses import replace

import pytest

from kaigai import romanise
from kaigai.romanise import ANIME, LYRICS, MACRON, PLAIN, SUNG


def first(text: str, **choices: object) -> str:
    """The best spelling."""
    found = romanise.candidates(text, **choices)  # type: ignore[arg-type]
    return found[0].text if found else ""


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("夜に駆ける", "Yoru ni Kakeru"),
        ("転生したらスライムだった件", "Tensei Shitara Slime Datta Ken"),
        ("私のアイドル", "Watashi no Idol"),
        ("ガールズ＆パンツァー", "Girls&Panzer"),
        ("超電磁砲[レールガン]", "Railgun"),
        ("僕が行かなきゃ誰が行くんだ?", "Boku ga Ikanakya Dare ga Ikunda?"),
        ("咲キ誇レ常世ノ華", "Sakihokore Tokoyo no Hana"),
        ("かぼちゃ", "Kabocha"),
        ("カツ", "Katsu"),
        ("うっせぇわ", "Ussee wa"),
        ("1000回目の“好き”", '1000-kaime no "Suki"'),
        ("サテライト", "Satellite"),
        ("走れ！Bicycle", "Hashire! Bicycle"),
        ("スパークル☆スター", "Sparkle Star"),
        ("ONLY LATIN", "ONLY LATIN"),
    ],
)
def test_titles(text: str, latin: str) -> None:
    assert first(text) == latin


@pytest.mark.parametrize(
    ("profile", "latin"),
    [
        (LYRICS, "Toukyou wo Aruku Idol-tachi"),
        (ANIME, "Toukyou o Aruku Idol-tachi"),
        (MACRON, "Tōkyō o aruku idol-tachi"),
        (PLAIN, "Tokyo o Aruku Idol-tachi"),
        (SUNG, "toukyou wo aruku aidoru-tachi"),
    ],
)
def test_a_profile_is_a_house_style(profile: romanise.Profile, latin: str) -> None:
    assert first("東京を歩くアイドルたち", profile=profile) == latin


def test_subtitles_stay_or_follow_a_colon() -> None:
    assert first("人狼 〜月の夜〜") == "Jinrou ~Tsuki no Yoru~"
    assert first("人狼 〜月の夜〜", profile=ANIME) == "Jinrou: Tsuki no Yoru"


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("佐藤花子", "Satou Hanako"),
        ("佐藤 花子", "Satou Hanako"),
        ("渡部猛", "Watanabe Takeshi"),
        ("パット・メセニー", "Pat Metheny"),
        ("ビートルズ", "The Beatles"),
        ("あいみょん", "Aimyon"),
        ("あべるみ", "Abe Rumi"),
        ("きゃりーぱみゅぱみゅ", "Kyariipamyupamyu"),
        ("東京スカパラダイスオーケストラ", "Toukyou Ska Paradise Orchestra"),
    ],
)
def test_names(name: str, latin: str) -> None:
    assert first(name, kind="artist") == latin


def test_names_in_the_other_order() -> None:
    style = replace(romanise.MUSICBRAINZ, name_order="given first")
    assert first("佐藤花子", kind="artist", profile=style) == "Hanako Satou"
    assert first("佐藤花子の歌", profile=style).startswith("Satou")


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("3人の歌", "3-nin no Uta"),
        ("11匹のねこ", "11-piki no Neko"),
        ("3月9日", "3-gatsu 9-nichi"),
    ],
)
def test_counters(text: str, latin: str) -> None:
    assert first(text) == latin


def test_a_reading_decides_and_loanwords_stay() -> None:
    assert first("炎", reading="ほむら") == "Homura"
    assert first("私のアイドル", reading="あたしのあいどる") == "Atashi no Idol"
    (found, *_) = romanise.candidates("明日へ", reading="アスエ")
    assert (found.text, found.readers[0]) == ("Asu e", "given")
    assert found.confidence > 0.9


def test_a_reading_that_cannot_be_the_titles_is_not_believed() -> None:
    plain = romanise.candidates("夜に駆ける")
    assert romanise.candidates("夜に駆ける", reading="まったくべつのよみ") == plain


def test_an_official_form_always_wins() -> None:
    (found,) = romanise.candidates("炎", official={"炎": "Homura"})
    assert (found.text, found.confidence, found.readers) == ("Homura", 1.0, ("official",))


def test_candidates_are_distinct_and_the_surest_first() -> None:
    found = romanise.candidates("日向坂のマリン")
    assert len({each.text for each in found}) == len(found) > 1
    sure = [each.confidence for each in found]
    assert sure == sorted(sure, reverse=True)
    assert sum(sure) <= 1.0001


def test_agreement_is_surer_than_doubt() -> None:
    (agreed, *_), (doubted, *_) = romanise.candidates("夜空"), romanise.candidates("天弓ノ舞姫譚")
    assert agreed.confidence > doubted.confidence


def test_the_language_can_be_told() -> None:
    assert first("北京") == "Pekin"
    assert first("北京", language="zh") == "Beijing"
    assert first("신라") == "Silla"


def test_nothing_gives_nothing() -> None:
    assert romanise.candidates("") == ()
    assert romanise.candidates("   ") == ()


def test_many_gives_the_answer_of_each() -> None:
    texts = ["夜に駆ける", "신라", ""]
    assert list(romanise.many(texts)) == [romanise.candidates(text) for text in texts]
