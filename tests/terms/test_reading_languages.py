"""Who reads what, and what a tag asks of its reader."""

import pytest

from kaigai.terms.reading_languages import reader, reading
from kaigai.terms.territory_codes import ISO


def test_every_share_is_of_a_territory_and_possible() -> None:
    for territory, shares in reading().items():
        assert territory in ISO
        assert all(0 < share <= 1 for share in shares.values())


def test_what_is_known_of_some_markets() -> None:
    assert reading()["TW"] == {"zh-Hant": 0.95}
    assert reading()["US"]["en"] == pytest.approx(0.96)
    assert set(reading()["SG"]) >= {"en", "zh-Hans", "ms"}
    assert "gsw" not in reading()["CH"]
    assert "AQ" not in reading()


@pytest.mark.parametrize(
    ("tag", "read"),
    [
        ("en-GB", "en"), ("zh-TW", "zh-Hant"), ("zh", "zh-Hans"), ("yue", "zh-Hant"),
        ("ja-Latn", "ja-Latn"), ("ja-Jpan", "ja"), ("tl", "fil"), ("es_419", "es"), ("nb", "no"),
    ],
)  # fmt: skip
def test_a_tag_asks_for_one_reader(tag: str, read: str) -> None:
    assert reader(tag) == read
