"""What counts as the same spelling."""

from kaigai.romanise.fold import folded, loosely_folded


def test_house_styles_fold_to_one() -> None:
    assert folded("Kyō no Yūki!") == folded("Kyou no yuuki") == "kyonoyuki"
    assert folded("Yuuki") != folded("Yoki")


def test_older_letters_fold_loosely() -> None:
    assert loosely_folded("Tsukushi Shimbun") == loosely_folded("Tukusi Sinbun")
