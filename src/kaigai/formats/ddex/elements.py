"""Reads XML elements by their local names, whatever their prefix or namespace."""

from collections.abc import Callable
from typing import Any, TypeAlias

#: An lxml element; lxml's own classes carry no useful types for iteration by speed.
Element: TypeAlias = Any

#: Distinct tags remembered at once, so that a hostile file cannot fill the memory.
REMEMBERED = 4096


def local_name(tag: str) -> str:
    """`{http://ddex.net/xml/ern/43}Release` -> `Release`."""
    return tag.rpartition("}")[2]


class LocalNames(dict[str, str]):
    """Tag -> local name; each distinct tag is cut only once."""

    def __missing__(self, tag: str) -> str:
        name = local_name(tag)
        if len(self) < REMEMBERED:
            self[tag] = name
        return name


NAMES = LocalNames()


class Handlers(dict[str, "Callable[..., None] | None"]):
    """Tag -> the function that takes this element, or None for one that nobody needs."""

    def __missing__(self, tag: str) -> "Callable[..., None] | None":
        name = local_name(tag)
        found = self[name] if name != tag and name in self else None
        if len(self) < REMEMBERED:
            self[tag] = found
        return found


def text_of(element: Element) -> str:
    """The element's own text without the spaces around it; "" when there is none."""
    text = element.text
    return text.strip() if text else ""


def is_true(text: str | None) -> bool:
    """XML Schema's boolean; anything but `true` and `1` is false."""
    return text is not None and text.strip().lower() in ("true", "1")


def truth(text: str | None) -> bool | None:
    """XML Schema's boolean, or None when it is not said."""
    return None if text is None else is_true(text)


def own_value(element: Element) -> str:
    """The value, or the sender's own word where the value is only `UserDefined`."""
    text = text_of(element)
    return (element.get("UserDefinedValue") or text) if text == "UserDefined" else text
