"""DeepL: texts as JSON, protected words as tags that it is told to ignore."""

from collections.abc import Sequence
from typing import Any

from kaigai.desks.review.translation.provider import Asked, Piece, Provider, Request, expect
from kaigai.terms.text import Text

FREE = "https://api-free.deepl.com/v2/translate"  #: for keys that end with ":fx"
PAID = "https://api.deepl.com/v2/translate"

#: Targets that DeepL wants with a region or a script.
TARGETS = {
    "en": "EN-US", "pt": "PT-BR", "zh": "ZH-HANS", "zh-Hans": "ZH-HANS", "zh-CN": "ZH-HANS",
    "zh-Hant": "ZH-HANT", "zh-TW": "ZH-HANT", "zh-HK": "ZH-HANT",
}  # fmt: skip


def build(pieces: Sequence[Piece], asked: Asked) -> Request:
    """One request; the context of the first text is given where all share it."""
    contexts = {piece.context for piece in pieces}
    body: dict[str, Any] = {
        "text": [piece.text for piece in pieces],
        "source_lang": asked.source.partition("-")[0].upper(),
        "target_lang": TARGETS.get(asked.target, asked.target.upper()),
        "tag_handling": "xml",
        "ignore_tags": ["x"],
    }
    if len(contexts) == 1 and (context := contexts.pop()):
        body["context"] = context
    if asked.model:
        body["model_type"] = asked.model
    url = asked.url or (FREE if asked.key.endswith(":fx") else PAID)
    return Request(url, {"Authorization": f"DeepL-Auth-Key {asked.key}"}, body)


def parse(reply: Any, due: int) -> list[str]:
    """The texts, in the order sent."""
    shape = '{"translations": [{"text": "…"}]}'
    return expect(reply, shape, due, lambda it: [each["text"] for each in it["translations"]])


DEEPL = Provider(
    "deepl",
    about=Text(
        en="DeepL. Keys of the free plan (ending in :fx) are sent to its own address.",
        ja="DeepL。無料プランのキー(末尾が :fx)は専用のURLに送ります。",
    ),
    build=build,
    parse=parse,
    marks="xml",
    pieces=50,
    characters=20_000,
)
