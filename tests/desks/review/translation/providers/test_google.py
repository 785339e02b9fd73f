"""Google is asked in both of its dialects."""

from kaigai.desks.review.translation.provider import Asked, Piece
from kaigai.desks.review.translation.providers.google import BASIC, build, parse


def test_basic_keeps_the_key_out_of_the_address() -> None:
    request = build([Piece("夜")], Asked("ja", "zh-Hans", "", "", "k"))
    assert request.url == BASIC
    assert request.headers == {"X-Goog-Api-Key": "k"}
    assert request.json == {"q": ["夜"], "source": "ja", "target": "zh-CN", "format": "html"}


def test_advanced_takes_a_token() -> None:
    url = "https://translation.googleapis.com/v3/projects/p:translateText"
    request = build([Piece("夜")], Asked("ja", "en", url, "m", "t"))
    assert request.headers == {"Authorization": "Bearer t"}
    assert request.json["contents"] == ["夜"]
    assert request.json["model"] == "m"


def test_replies_of_both() -> None:
    listed = [{"translatedText": "Night"}]
    assert parse({"data": {"translations": listed}}, 1) == ["Night"]
    assert parse({"translations": listed}, 1) == ["Night"]
