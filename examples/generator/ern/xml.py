"""Elements as a message prints them: indented, escaped, in the order given."""

from collections.abc import Iterable
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


def lines(element: Element, depth: int = 0) -> list[str]:
    """The element's lines, two spaces deeper with each level."""
    out: list[str] = []
    _add(element, "  " * depth, out)
    return out


def _add(element: Element, indent: str, out: list[str]) -> None:
    start = f"{indent}<{element.name}"
    for key, value in element.attributes.items():
        start += f" {key}={quoteattr(value)}"
    if element.children:
        out.append(f"{start}>\n")
        for child in element.children:
            _add(child, indent + "  ", out)
        out.append(f"{indent}</{element.name}>\n")
    elif element.text is None:
        out.append(f"{start}/>\n")
    else:
        out.append(f"{start}>{escape(element.text)}</{element.name}>\n")


def document(root: Element) -> bytes:
    """A whole file."""
    return (DECLARATION + "".join(lines(root))).encode()
