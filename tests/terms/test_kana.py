"""Kana to modified Hepburn: every rule by example, and ASCII for every kana there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms.kana import kana_to_latin

KANA = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x3099, 0x3100), *range(0x31F0, 0x3200))))
HALF = "".join(map(chr, range(0xFF65, 0xFFA0)))


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        # plain, voiced, glides
        ("あいうえお", "aiueo"), ("しつちふじづぢ", "shitsuchifujizuji"),
        ("きゃりーぱみゅぱみゅ", "kyariipamyupamyu"), ("じゃじゅじょ", "jajujo"),
        ("りょうしゅう", "ryoushuu"), ("そうしゅんふ", "soushunfu"),
        ("もんぶしょう しょうか", "monbushou shouka"), ("とうきょう", "toukyou"),
        # long vowels as the kana spell them
        ("おおさか", "oosaka"), ("すうじ", "suuji"), ("ラーメン", "raamen"), ("ぴー", "pii"),
        ("あーーー", "aaaa"), ("スーパー", "suupaa"), ("ンー", "n"), ("ー", ""),
        # the syllabic n
        ("しんぶん", "shinbun"), ("しんあい", "shin'ai"), ("しんや", "shin'ya"),
        ("こんにちは", "konnichiha"), ("しん あい", "shin ai"), ("ンウィ", "nwi"),
        ("きんえん", "kin'en"),
        # the small tsu
        ("いっしょ", "issho"), ("ぼっち", "botchi"), ("マッチャ", "matcha"), ("はっぴ", "happi"),
        ("みっつ", "mittsu"), ("ドキッ", "doki"), ("だっ だ", "da da"), ("あっあ", "aa"),
        ("っ", ""), ("っっか", "kka"), ("バッグ", "baggu"), ("ビッジ", "bijji"),
        # particles as words of their own, after another word
        ("ゆき の ふる まち を", "yuki no furu machi o"), ("きみ は", "kimi wa"),
        ("キミ ヘ", "kimi e"), ("は る", "ha ru"), ("はは", "haha"), ("きみを", "kimiwo"),
        ("は", "ha"), ("LOVE は", "LOVE wa"),
        # foreign sounds
        ("パーティー", "paatii"), ("ディスコ", "disuko"), ("ファン", "fan"), ("フォーク", "fooku"),
        ("ヴァイオリン", "vaiorin"), ("ラヴ", "ravu"), ("チェリー", "cherii"),
        ("ウィンター", "wintaa"), ("ウェブ", "webu"), ("ウォーク", "wooku"), ("シェフ", "shefu"),
        ("ジェット", "jetto"), ("トゥデイ", "tudei"), ("デュエット", "dyuetto"),
        ("ツァラ", "tsara"), ("クォーツ", "kwootsu"), ("フュージョン", "fyuujon"),
        ("イェイ", "yei"), ("ティン ルゥ", "tin ruu"),
        # small vowels that only lengthen
        ("ねぇ", "nee"), ("まらしぃ", "marashii"), ("ぁぁ", "aa"),
        # old kana and iteration marks
        ("ゐゑ", "ie"), ("いすゞ", "isuzu"), ("こゝろ", "kokoro"), ("たゞ", "tada"),
        ("づゝ", "zutsu"), ("なゞ", "nana"), ("バナヽ", "banana"), ("ヷヸヹヺ", "vavivevo"),
        ("ゝ", ""),
        # width, loose marks, dots
        ("ｼｭｳｻｴｺ", "shuusaeko"), ("ﾗｲｳﾞ", "raivu"), ("ライウ゛", "raivu"), ("は゜", "pa"),
        ("ジョン・レノン", "jon renon"), ("㌔", "kiro"), ("ㇰ", "ku"),
        # what is no kana stays
        ("", ""), ("LOVE", "LOVE"), ("紅蓮華", "紅蓮華"), ("夜に", "夜ni"), ("２０", "20"),
    ],
)  # fmt: skip
def test_kana_to_latin(kana: str, latin: str) -> None:
    assert kana_to_latin(kana) == latin


@pytest.mark.parametrize("char", KANA + HALF)
def test_every_kana_has_a_latin_form(char: str) -> None:
    assert kana_to_latin(char).isascii()


@given(st.text(st.sampled_from(KANA + HALF + " ")))
def test_kana_yield_ascii(kana: str) -> None:
    assert kana_to_latin(kana).isascii()
