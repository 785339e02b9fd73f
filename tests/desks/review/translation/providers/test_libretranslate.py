"""LibreTranslate is asked with or without a key."""

from kaigai.desks.review.translation.provider import Asked, Piece
from kaigai.desks.review.translation.providers.libretranslate import build, parse


def test_a_request_without_a_key() -> None:
    request = build([Piece("夜")], Asked("ja", "zh-TW", "https://lt.example/"))
    assert request.url == "https://lt.example/translate"
    assert request.json == {"q": ["夜"], "source": "ja", "target": "zh-Hant", "format": "text"}


def test_a_key_is_part_of_the_body_and_the_whole_address_may_be_given() -> None:
    request = build([Piece("夜")], Asked("ja", "en", "https://lt.example/translate", "", "k"))
    assert request.url == "https://lt.example/translate"
    assert request.json["api_key"] == "k"


def test_a_reply() -> None:
    assert parse({"translatedText": ["Night"]}, 1) == ["Night"]
