"""What a translation service is: texts into a request, and its reply into texts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kaigai.registry import Registry
from kaigai.terms.text import Refused, Text

Marks = Literal["xml", "plain"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One text to translate; `context` says whose it is and what, for services that listen."""

    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a service is asked with: languages (BCP 47), where, which model and the key."""

    source: str
    target: str
    url: str
    model: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request; nothing is sent here."""

    url: str
    headers: Mapping[str, str]
    json: Mapping[str, Any]
    method: Literal["POST"] = "POST"


class BadReply(Refused):
    """A reply that is not what the service promises; the text says what was expected."""


Build = Callable[[Sequence[Piece], Asked], Request]
Parse = Callable[[Any, int], list[str]]


@dataclass(frozen=True, slots=True)
class Provider:
    """A service that translates.

    url        the usual address; `address` turns what the settings give into the real one
    marks      how protected words are written: `xml` tags that the service leaves alone, or signs
    build      pieces into a request; None for a model that runs here
    parse      the JSON of a reply, and how many texts are due, into texts; raises BadReply
    pieces     at most so many texts in one request, of so many characters together
    """

    name: str
    about: Text
    build: Build | None = None
    parse: Parse | None = None
    url: str = ""
    needs_key: bool = True
    needs_model: bool = False
    marks: Marks = "plain"
    pieces: int = 50
    characters: int = 5_000

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine, and nothing is sent."""
        return self.build is None


PROVIDERS: Registry[Provider] = Registry("kaigai.desks.review.translation.providers", Provider)


def expect(reply: Any, shape: str, due: int, found: Callable[[Any], Sequence[Any]]) -> list[str]:
    """The texts that `found` takes out of a reply; raises BadReply where the shape is another.

    shape  what the service promises, as people read it
    """
    try:
        texts = list(found(reply))
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise BadReply(_other_shape(shape)) from error
    if not all(isinstance(text, str) for text in texts):
        raise BadReply(_other_shape(shape))
    if len(texts) != due:
        raise BadReply(_other_count(due, len(texts)))
    return texts


def _other_shape(shape: str) -> Text:
    return Text(
        en=f"the reply is not what this service promises ({shape}); is the url right?",
        ja=f"応答がこのサービスの形式({shape})と異なります。url の設定を確かめてください",
    )


def _other_count(due: int, got: int) -> Text:
    return Text(
        en=f"{due} texts were sent and {got} came back; none of them was kept",
        ja=f"{due}件送って{got}件しか対応が取れないため、どれも保存していません",
    )
