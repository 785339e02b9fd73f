"""A door to the network: sends one request to a translation service and returns its JSON.

The only file that does. No redirect is followed, replies have a limit, and what is worth
another try is tried again, more and more patiently.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import sleep
from typing import Any, Final

import httpx

from kaigai.desks.review.translation.program import NoModel, run
from kaigai.desks.review.translation.provider import Asked, BadReply, Piece, Provider, Request
from kaigai.desks.review.translation.provider_choice import HERE, is_safe
from kaigai.terms.text import Refused, Text

ATTEMPTS: Final = 5
FIRST_PAUSE: Final = 1.0  #: seconds, doubled each time
LONGEST_PAUSE: Final = 60.0
AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
MOST_BYTES: Final = 8 * 1024**2  #: of a reply
SAID: Final = 200  #: characters of a service's own words that are passed on

Pause = Callable[[float], None]


class SendError(Refused):
    """A service that cannot be used now; the text says why and what to do."""


def translate(
    provider: Provider,
    pieces: Sequence[Piece],
    asked: Asked,
    *,
    timeout: float,
    pause: Pause = sleep,
) -> list[str]:
    """The pieces in the target language, in their order; raises SendError."""
    if provider.build is None or provider.parse is None:
        try:
            return run([piece.text for piece in pieces], asked)
        except NoModel as error:
            raise SendError(error.text) from error
    request = provider.build(pieces, asked)
    reply = send(request, key=asked.key, timeout=timeout, pause=pause)
    try:
        return provider.parse(reply, len(pieces))
    except BadReply as error:
        raise SendError(error.text) from error


def send(request: Request, *, key: str, timeout: float, pause: Pause = sleep) -> Any:
    """The JSON of the reply; raises SendError. The key is cut out of whatever is said."""
    if not is_safe(request.url):
        raise SendError(_unsafe())
    host = httpx.URL(request.url).host
    why = _silent(host)
    with httpx.Client(timeout=timeout, trust_env=host not in HERE) as client:
        for attempt in range(ATTEMPTS):
            try:
                status, headers, body = _once(client, request)
            except httpx.TimeoutException:
                why = _slow(host, timeout)
            except httpx.TransportError:
                why = _silent(host)
            except (httpx.InvalidURL, httpx.DecodingError, ValueError) as error:
                raise SendError(_odd(host)) from error
            else:
                if status == 200:
                    return _json(body, host)
                why = _refused(status, headers, body, host, key)
                if status not in AGAIN:
                    raise SendError(why)
                if attempt + 1 < ATTEMPTS:
                    pause(_wait(headers.get("Retry-After", ""), attempt))
                continue
            if attempt + 1 < ATTEMPTS:
                pause(_wait("", attempt))
    raise SendError(why)


def _once(client: httpx.Client, request: Request) -> tuple[int, httpx.Headers, bytes]:
    """One try: status, headers and at most so much of the body as a reply may have."""
    with client.stream(
        request.method, request.url, headers=dict(request.headers), json=dict(request.json)
    ) as response:
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                raise ValueError("a reply without end")
        return response.status_code, response.headers, bytes(body)


def _wait(asked: str, attempt: int) -> float:
    """Seconds until the next try: what the service asks for, within reason, else doubled."""
    seconds = FIRST_PAUSE * 2**attempt
    with suppress(ValueError):
        seconds = max(seconds, float(asked))
    return min(seconds, LONGEST_PAUSE)


def _json(body: bytes, host: str) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SendError(_odd(host)) from error


def _refused(status: int, headers: httpx.Headers, body: bytes, host: str, key: str) -> Text:
    said = " ".join(body[: SAID * 4].decode(errors="replace").split())
    said = said.replace(key, "…")[:SAID] if key else said[:SAID]
    if status in (401, 403):
        return _wrong_key(host, status)
    if 300 <= status < 400:
        return _moved(host, httpx.URL(headers.get("Location", "")).host)
    if status == 456:
        return _used_up(host)
    if status == 429:
        return _too_many(host)
    return _failed(host, status, said)


def _unsafe() -> Text:
    return Text(
        en="the service's address is not https; nothing was sent",
        ja="サービスのURLが https ではないため、何も送信していません",
    )


def _wrong_key(host: str, status: int) -> Text:
    return Text(
        en=f"{host} does not accept the key (status {status}); check the key and the plan it "
        "belongs to",
        ja=f"{host} がキーを受け付けません(ステータス {status})。キーと契約プランを"
        "確かめてください",
    )


def _moved(host: str, to: str) -> Text:
    return Text(
        en=f"{host} points to another address ({to or 'unnamed'}), which is not followed; "
        "if it is right, set it as url in settings.toml below [translate]",
        ja=f"{host} が別のURL({to or '不明'})へ転送しようとしたため中止しました。正しい転送先なら "
        "settings.toml の [translate] url に設定してください",
    )


def _used_up(host: str) -> Text:
    return Text(
        en=f"the plan's characters at {host} are used up; wait for the next period or change it",
        ja=f"{host} の契約文字数を使い切りました。次の期間を待つか、プランを変更してください",
    )


def _too_many(host: str) -> Text:
    return Text(
        en=f"{host} asks to slow down, even after {ATTEMPTS} tries; run the same command later",
        ja=f"{host} から混雑(429)の応答が{ATTEMPTS}回続きました。時間をおいて同じコマンドを"
        "実行してください",
    )


def _failed(host: str, status: int, said: str) -> Text:
    words = f": {said}" if said else ""
    return Text(
        en=f"{host} answered with status {status}{words}; check url and model, or try later",
        ja=f"{host} がステータス {status} を返しました{words}。url と model を確かめるか、"
        "時間をおいてやり直してください",
    )


def _slow(host: str, timeout: float) -> Text:
    return Text(
        en=f"{host} did not answer within {timeout:g} seconds, {ATTEMPTS} times; run the same "
        "command later (a request that was cut off may still be billed)",
        ja=f"{host} から{timeout:g}秒以内の応答がなく、{ATTEMPTS}回試して中止しました。時間を"
        "おいて同じコマンドを実行してください(途中で切れた分も課金される場合があります)",
    )


def _silent(host: str) -> Text:
    return Text(
        en=f"{host} cannot be reached; check the network and url in settings.toml",
        ja=f"{host} に接続できません。ネットワークと settings.toml の url を確かめてください",
    )


def _odd(host: str) -> Text:
    return Text(
        en=f"{host} answered with something that is no JSON of ordinary size; is the url right?",
        ja=f"{host} の応答が通常のJSONではありません。url の設定を確かめてください",
    )
