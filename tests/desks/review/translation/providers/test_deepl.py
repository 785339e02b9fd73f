"""DeepL is asked as its documentation says."""

from kaigai.desks.review.translation.provider import Asked, Piece
from kaigai.desks.review.translation.providers.deepl import FREE, PAID, build, parse


def test_a_request() -> None:
    request = build(
        [Piece("夜", "港"), Piece("海", "港")], Asked("ja-Jpan", "zh-Hant", "", "", "k")
    )
    assert request.url == PAID
    assert request.headers == {"Authorization": "DeepL-Auth-Key k"}
    assert request.json == {
        "text": ["夜", "海"],
        "source_lang": "JA",
        "target_lang": "ZH-HANT",
        "tag_handling": "xml",
        "ignore_tags": ["x"],
        "context": "港",
    }


def test_a_free_key_goes_to_its_own_address_and_regions_are_kept() -> None:
    request = build([Piece("夜", "港"), Piece("海")], Asked("ja", "pt-BR", "", "m", "k:fx"))
    assert request.url == FREE
    assert request.json["target_lang"] == "PT-BR"
    assert request.json["model_type"] == "m"
    assert "context" not in request.json


def test_a_reply() -> None:
    reply = {"translations": [{"detected_source_language": "JA", "text": "Night"}]}
    assert parse(reply, 1) == ["Night"]
