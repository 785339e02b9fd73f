"""Services are asked over a real connection, on this machine: what works, fails and recovers."""

import json
from collections.abc import Iterator
from dataclasses import replace
from time import sleep
from typing import Any

import pytest

from kaigai.desks.review.translation.provider import PROVIDERS, Asked, Piece, Provider
from kaigai.desks.review.translation.transport import ATTEMPTS, SendError, translate
from tests.desks.review.service import Answer, Service

KEY = "a-key-that-nobody-may-see"
REMOTE = [each for each in PROVIDERS.values() if not each.is_local]


@pytest.fixture
def service() -> Iterator[Service]:
    """A service of this test's own."""
    made = Service()
    yield made
    made.close()


def good(provider: Provider, *texts: str) -> Answer:
    """The answer that a provider gives when all is well."""
    items = [{"id": place, "text": text} for place, text in enumerate(texts)]
    content = json.dumps({"items": items})
    replies: dict[str, Any] = {
        "deepl": {"translations": [{"text": text} for text in texts]},
        "google": {"data": {"translations": [{"translatedText": text} for text in texts]}},
        "libretranslate": {"translatedText": list(texts)},
        "openai-compatible": {"choices": [{"message": {"content": f"```json\n{content}\n```"}}]},
    }
    return 200, {}, json.dumps(replies[provider.name]).encode()


def ask(
    service: Service, provider: Provider, *, timeout: float = 5, pauses: list[float] | None = None
) -> list[str]:
    """Two texts through the service; the pauses between tries are noted and not taken."""
    asked = Asked("ja", "en", service.url, "model", KEY)
    noted = pauses if pauses is not None else []
    pieces = [Piece("夜明け", "港"), Piece("海")]
    return translate(provider, pieces, asked, timeout=timeout, pause=noted.append)


@pytest.mark.parametrize("provider", REMOTE, ids=lambda each: each.name)
def test_texts_come_back_in_order_and_the_key_is_sent_once(
    service: Service, provider: Provider
) -> None:
    service.answers = [good(provider, "Dawn", "Sea")]
    assert ask(service, provider) == ["Dawn", "Sea"]
    headers, body = service.asked[0]
    sent = json.dumps([headers, body], ensure_ascii=False)
    assert sent.count(KEY) == 1
    assert "夜明け" in sent.encode().decode("unicode_escape", "ignore") or "夜明け" in sent


@pytest.mark.parametrize("provider", REMOTE, ids=lambda each: each.name)
def test_what_passes_is_tried_again_more_patiently(service: Service, provider: Provider) -> None:
    pauses: list[float] = []
    service.answers = [
        (429, {"Retry-After": "7"}, b"{}"),
        (500, {}, b"oops"),
        (503, {"Retry-After": "soon"}, b""),
        good(provider, "Dawn", "Sea"),
    ]
    assert ask(service, provider, pauses=pauses) == ["Dawn", "Sea"]
    assert pauses == [7.0, 2.0, 4.0]


@pytest.mark.parametrize("provider", REMOTE, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("answer", "says", "tries"),
    [
        ((429, {"Retry-After": "9999"}, b"{}"), "slow down", ATTEMPTS),
        ((500, {}, b"it broke"), "status 500: it broke", ATTEMPTS),
        ((401, {}, f"bad {KEY}".encode()), "does not accept the key", 1),
        ((403, {}, b""), "does not accept the key", 1),
        ((456, {}, b""), "used up", 1),
        ((400, {}, f"no {KEY}!".encode()), "status 400: no …!", 1),
        ((302, {"Location": "https://elsewhere.example/x"}, b""), "elsewhere.example", 1),
        ((200, {}, b"<html>"), "no JSON", 1),
        ((200, {}, b"{}"), "not what this service promises", 1),
        ((200, {}, b"[1]"), "not what this service promises", 1),
        ((200, {}, b"[" * 200_000), "no JSON", 1),
    ],
)
def test_what_does_not_pass_is_said_without_the_key(
    service: Service, provider: Provider, answer: Answer, says: str, tries: int
) -> None:
    service.answers = [answer] * ATTEMPTS
    pauses: list[float] = []
    with pytest.raises(SendError) as raised:
        ask(service, provider, pauses=pauses)
    assert says in raised.value.text.en
    assert KEY not in raised.value.text.en + raised.value.text.ja
    assert len(service.asked) == tries
    assert all(pause <= 60 for pause in pauses)


@pytest.mark.parametrize("provider", REMOTE, ids=lambda each: each.name)
def test_too_few_texts_are_none(service: Service, provider: Provider) -> None:
    service.answers = [good(provider, "Dawn")]
    with pytest.raises(SendError, match="2 texts were sent and 1 came back"):
        ask(service, provider)


def test_a_slow_service_is_given_up(service: Service) -> None:
    def slowly() -> bytes:
        sleep(0.3)
        return b"{}"

    service.answers = [(200, {}, slowly)] * ATTEMPTS
    with pytest.raises(SendError, match="did not answer within"):
        ask(service, PROVIDERS["deepl"], timeout=0.05)
    assert len(service.asked) == ATTEMPTS


def test_a_reply_without_end_is_cut_off(service: Service) -> None:
    service.answers = [(200, {}, b" " * (8 * 1024**2 + 1))]
    with pytest.raises(SendError, match="ordinary size"):
        ask(service, PROVIDERS["deepl"])


def test_nobody_there(service: Service) -> None:
    service.close()
    pauses: list[float] = []
    with pytest.raises(SendError, match="cannot be reached"):
        ask(service, PROVIDERS["google"], pauses=pauses)
    assert pauses == [1.0, 2.0, 4.0, 8.0]


def test_nothing_is_sent_in_the_clear() -> None:
    asked = Asked("ja", "en", "http://translate.example/v1", "", KEY)
    provider = replace(PROVIDERS["deepl"])
    with pytest.raises(SendError, match="nothing was sent"):
        translate(provider, [Piece("夜")], asked, timeout=1)
