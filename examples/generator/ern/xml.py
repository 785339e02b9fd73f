"""Elements as a message prints them: indented, escaped, in the order given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Element:
    """An element with either text or children."""

    name: str
    attributes: dict[str, str]
    text: str | None
    children: tuple["Element", ...]


Content = "Element | Iterable[Element | None] | None"


def el(
    name: str,
    *content: "str | Element | Iterable[Element] | None",
    **attributes: str | None,
) -> Element:
    """An element; None is left out, so that an optional child or attribute may be None."""
    children: list[Element] = []
    text: str | None = None
    for part in content:
        if isinstance(part, str):
            text = part
        elif isinstance(part, Element):
            children.append(part)
        elif part is not None:
            children.extend(part)
    kept = {key: value for key, value in attributes.items() if value is not None}
    return Element(name, kept, text, tuple(children))


def lines(element: Element, depth: int = 0) -> Iterator[str]:
    """The element's lines, two spaces deeper with each level."""
    indent = "  " * depth
    attributes = "".join(f" {key}={quoteattr(text)}" for key, text in element.attributes.items())
    start = f"{indent}<{element.name}{attributes}"
    if element.children:
        yield f"{start}>\n"
        for child in element.children:
            yield from lines(child, depth + 1)
        yield f"{indent}</{element.name}>\n"
    elif element.text is None:
        yield f"{start}/>\n"
    else:
        yield f"{start}>{escape(element.text)}</{element.name}>\n"


def document(root: Element) -> bytes:
    """A whole file."""
    return (DECLARATION + "".join(lines(root))).encode()
