"""Google Cloud Translation: Basic (v2) with an API key, or Advanced (v3) with an access token."""

from collections.abc import Sequence
from typing import Any

from kaigai.desks.review.translation.provider import Asked, Piece, Provider, Request, expect
from kaigai.terms.text import Text

BASIC = "https://translation.googleapis.com/language/translate/v2"
LANGUAGES = {
    "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh-HK": "zh-TW", "fil": "tl",
}  # fmt: skip


def build(pieces: Sequence[Piece], asked: Asked) -> Request:
    """One request; an address with `/v3/` in it speaks the newer dialect."""
    texts = [piece.text for piece in pieces]
    source, target = (LANGUAGES.get(each, each) for each in (asked.source, asked.target))
    url = asked.url or BASIC
    if "/v3" in url:
        body: dict[str, Any] = {
            "contents": texts,
            "mimeType": "text/html",
            "sourceLanguageCode": source,
            "targetLanguageCode": target,
        }
        if asked.model:
            body["model"] = asked.model
        return Request(url, {"Authorization": f"Bearer {asked.key}"}, body)
    body = {"q": texts, "source": source, "target": target, "format": "html"}
    # In a header, not in the address: addresses end up in logs.
    return Request(url, {"X-Goog-Api-Key": asked.key}, body)


def parse(reply: Any, due: int) -> list[str]:
    """The texts, in the order sent, of either dialect."""
    shape = '{"data": {"translations": [{"translatedText": "…"}]}}'
    return expect(reply, shape, due, _texts)


def _texts(reply: Any) -> list[Any]:
    listed = reply["data"]["translations"] if "data" in reply else reply["translations"]
    return [each["translatedText"] for each in listed]


GOOGLE = Provider(
    "google",
    about=Text(
        en="Google Cloud Translation: v2 with an API key; v3 (give its url) with an access token.",
        ja="Google Cloud Translation。v2はAPIキー、v3(urlを指定)はアクセストークンを使います。",
    ),
    build=build,
    parse=parse,
    marks="xml",
    pieces=100,
    characters=5_000,
)
