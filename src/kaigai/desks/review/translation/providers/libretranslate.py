"""LibreTranslate: an open service that many run themselves, often without a key."""

from collections.abc import Sequence
from typing import Any

from kaigai.desks.review.translation.provider import Asked, Piece, Provider, Request, expect
from kaigai.terms.text import Text

LANGUAGES = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant"}


def build(pieces: Sequence[Piece], asked: Asked) -> Request:
    """One request; the key, where there is one, is part of the body."""
    body: dict[str, Any] = {
        "q": [piece.text for piece in pieces],
        "source": LANGUAGES.get(asked.source, asked.source),
        "target": LANGUAGES.get(asked.target, asked.target),
        "format": "text",
    }
    if asked.key:
        body["api_key"] = asked.key
    return Request(_address(asked.url), {}, body)


def _address(url: str) -> str:
    bare = url.rstrip("/")
    return bare if bare.endswith("/translate") else f"{bare}/translate"


def parse(reply: Any, due: int) -> list[str]:
    """The texts, in the order sent."""
    return expect(reply, '{"translatedText": ["…"]}', due, lambda it: it["translatedText"])


LIBRETRANSLATE = Provider(
    "libretranslate",
    about=Text(
        en="LibreTranslate, your own or another's; its address is required.",
        ja="LibreTranslate(自社・他社のサーバー)。url の指定が必要です。",
    ),
    build=build,
    parse=parse,
    url="http://localhost:5000",
    needs_key=False,
    pieces=25,
    characters=2_000,
)
