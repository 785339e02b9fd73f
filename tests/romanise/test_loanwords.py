"""Katakana and the words it was made from."""

import pytest

from kaigai.romanise import loanwords
from kaigai.romanise.tables import lines, rows


def best(run: str) -> str:
    """The likeliest words."""
    return " ".join(word.text for word in loanwords.options(run)[0].words)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("アイドル", "idol"),
        ("ガールズ", "girls"),
        ("ダンジョン", "dungeon"),
        ("ナイト", "night"),
        ("ラブ・ソング", "love song"),
        ("ホワイトガアル", "white girl"),
        ("カラダ", "からだ"),
        ("ゾヌメルキ", "ぞぬめるき"),
    ],
)
def test_words(run: str, words: str) -> None:
    assert best(run).lower() == words


def test_shares_add_up_to_one() -> None:
    assert sum(option.share for option in loanwords.options("ロードナイト")) == pytest.approx(1)


def test_kana_spellings_of_one_word_share_a_key() -> None:
    assert loanwords.loose("ヴァイオリン") == loanwords.loose("バイオリン")
    assert loanwords.loose("スプーキィ") == loanwords.loose("スプーキー")


def test_no_word_is_written_twice_by_hand() -> None:
    kana = [row[0] for row in rows("loanwords_by_hand.tsv")]
    assert len(kana) == len(set(kana))


def test_the_table_is_in_the_order_in_which_it_is_searched() -> None:
    keys = [loanwords.loose_key(line) for line in lines("loanwords.tsv")]
    assert len(keys) > 100_000
    assert keys == sorted(keys)
