"""What queries say of letters is what the pure functions say of them."""

from collections.abc import Callable

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from kaigai.identity import letters
from kaigai.terms.languages import scripts_in
from kaigai.terms.names import fold

TEXTS = [
    "夜明け", "さよなら", "ラブソング", "ﾖｱｹ", "Dear 灯台", "Daybreak", "Beyoncé", "ＬＯＶＥ",
    "𝓛𝓸𝓿𝓮", "1999", "!!!", "♡", "①", "ー", "・", "", "봄날", "少女時代", "Ночь", "Αγάπη", "ที่รัก",
    "حب", "佐々木", "〆切", "〇", "𠮷野", "ㇰ", "ゝ", "㈱",
]  # fmt: skip


def answers(asked: Callable[[ir.StringValue], ir.Value], texts: list[str]) -> list[object]:
    rows = ibis.memtable(pa.table({"n": range(len(texts)), "text": texts}))
    found = rows.select("n", answer=asked(rows.text)).order_by("n")
    return found.to_pyarrow().column("answer").to_pylist()


def asked_of(expected: Callable[[frozenset[str]], bool]) -> list[bool]:
    return [expected(scripts_in(text)) for text in TEXTS]


def test_has_native() -> None:
    assert answers(letters.has_native, TEXTS) == asked_of(lambda s: bool(s - {"Latn"}))


def test_has_kanji() -> None:
    assert answers(letters.has_kanji, TEXTS) == asked_of(lambda s: "Hani" in s)


def test_is_japanese() -> None:
    assert answers(letters.is_japanese, TEXTS) == asked_of(
        lambda s: bool(s & {"Hani", "Hira", "Kana"})
    )


def test_has_katakana() -> None:
    assert answers(letters.has_katakana, TEXTS) == asked_of(lambda s: "Kana" in s)


@pytest.mark.parametrize(
    ("language", "expected"), [("zh-Hant-TW", "zh"), ("EN", "en"), ("fil", "fil"), ("", "")]
)
def test_primary(language: str, expected: str) -> None:
    assert answers(letters.primary, [language]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Yuki Sato", "YUKI  SATO", "Ｙｕｋｉ　Ｓａｔｏ", "Yūki Satō", "佐藤　悠希",
        "ジョン・レノン", "!!!", "L.O.V.E.", "☆", "AKB48", "ＡＫＢ４８", "くるり", "방탄소년단",
        "Živković", "ラーメン", "1999", "",
    ],
)  # fmt: skip
def test_spelling_folds_as_ids_of_parties_do(text: str) -> None:
    assert answers(letters.spelling, [text]) == [fold(text)]


def test_spelling_tells_long_vowels_apart() -> None:
    keys = answers(letters.spelling, ["オノ", "オオノ", "Ono", "Oono", "Moon", "Mon"])
    assert len(set(keys)) == 6
