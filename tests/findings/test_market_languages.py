"""Languages of markets: which serve which, and how Chinese is told apart."""

import ibis
import pyarrow as pa
import pytest

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.findings import market_languages
from kaigai.terms.territories import mask_of

SETTINGS = Settings(markets=("JP", "US", "GB", "TW", "PH", "SG"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("es-419", "es"), ("tl", "fil"),
        ("in", "id"), ("zh", "zh"), ("zh-Hant", "zh-hant"), ("zh-TW", "zh-hant"),
        ("zh-HK", "zh-hant"), ("yue", "zh-hant"), ("zh-Hans-SG", "zh-hans"), ("zh-CN", "zh-hans"),
        ("cmn-Hans", "zh-hans"), ("ja-Hrkt", "ja"), ("th", "th"),
    ],
)  # fmt: skip
def test_readable(language: str, expected: str) -> None:
    rows = ibis.memtable(pa.table({"language": [language]}))
    found = rows.select(code=market_languages.readable(rows.language)).to_pyarrow()
    assert found.column("code").to_pylist() == [expected]


def test_asked_leaves_home_and_the_uninhabited_out() -> None:
    assert market_languages.asked(("JP", "TW", "AQ", "MX"), "JP") == {
        "TW": ("zh-hant",),
        "MX": ("es",),
    }


@pytest.mark.parametrize(
    ("languages", "markets"),
    [
        (["en-AU"], ["US", "GB", "PH", "SG"]),
        (["fil"], ["PH"]),
        (["zh-Hans"], ["SG"]),
        (["zh-TW"], ["TW"]),
        (["zh"], ["TW", "SG"]),
        (["ja", "zh-Hant", "tl"], ["TW", "PH"]),
    ],
)
def test_served(languages: list[str], markets: list[str]) -> None:
    rows = ibis.memtable(pa.table({"id": ["V"] * len(languages), "language": languages}))
    served = market_languages.served(rows, "id", SETTINGS).to_pyarrow().to_pylist()
    assert [tuple(row[f"s{i}"] for i in masks.WORDS) for row in served] == [mask_of(markets)]


def test_a_language_of_no_market_serves_none() -> None:
    rows = ibis.memtable(pa.table({"id": ["V"], "language": ["is"]}))
    assert market_languages.served(rows, "id", SETTINGS).count().execute() == 0


def test_lacking_names_the_main_language_of_each_market() -> None:
    rows = ibis.memtable(pa.table({"n": [1]}))
    missing = masks.literal(["GB", "US", "TW"])
    said = rows.mutate(**market_languages.lacking(missing, SETTINGS)).to_pyarrow().to_pylist()
    assert said == [
        {"n": 1, "languages_en": "English, Chinese (Traditional)",
         "languages_ja": "英語、中国語（繁体字）"}
    ]  # fmt: skip
