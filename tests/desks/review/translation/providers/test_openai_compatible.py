"""Chat endpoints get JSON and give JSON; ids hold the order, whatever the model does."""

import json
from typing import Any

import pytest

from kaigai.desks.review.translation.provider import Asked, BadReply, Piece
from kaigai.desks.review.translation.providers.openai_compatible import build, parse


def answer(content: str) -> dict[str, Any]:
    """A reply with this content."""
    return {"choices": [{"message": {"role": "assistant", "content": content}}]}


def test_a_request() -> None:
    asked = Asked("ja", "ko", "https://api.example/v1/", "m", "k")
    request = build([Piece("夜", "港"), Piece("⟦0⟧の海")], asked)
    assert request.url == "https://api.example/v1/chat/completions"
    assert request.headers == {"Authorization": "Bearer k"}
    system, user = request.json["messages"]
    assert "from Japanese into Korean" in system["content"]
    assert json.loads(user["content"])["items"] == [
        {"id": 0, "text": "夜", "context": "港"},
        {"id": 1, "text": "⟦0⟧の海"},
    ]


def test_a_machine_of_ones_own_needs_no_key() -> None:
    assert build([Piece("夜")], Asked("ja", "en", "http://localhost:11434/v1", "m")).headers == {}


def test_a_reply_in_another_order_inside_a_fence() -> None:
    said = (
        'Sure!\n```json\n{"items": [{"id": 1, "text": "Sea"}, {"id": "0", "text": "Night"}]}\n```'
    )
    assert parse(answer(said), 2) == ["Night", "Sea"]


@pytest.mark.parametrize("said", ["", "Night", '{"items": {}}', '{"items": [{"id": 0}]}', "{"])
def test_another_shape_is_refused(said: str) -> None:
    with pytest.raises(BadReply):
        parse(answer(said), 1)


def test_an_item_left_out_makes_the_reply_void() -> None:
    with pytest.raises(BadReply, match="2 texts were sent and 1 came back"):
        parse(answer('{"items": [{"id": 1, "text": "Sea"}]}'), 2)
