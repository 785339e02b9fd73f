"""Altair charts as SVG that belongs into a page: its colours, its font, words to read out."""

import json
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from html import escape, unescape
from typing import Any, Final, Literal

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from kaigai.pictures.ink import (
    ACCENT,
    INK,
    LINE,
    ON_PALE,
    ON_STRONG,
    PAPER,
    QUIET,
    TEXT,
    TINTS,
    UNKNOWN,
)
from kaigai.terms.control_signs import is_writable, writable

#: Colours of the charts as the page names them, so that it can turn dark.
NAMES: Final[Mapping[str, str]] = {
    **{colour: f"var(--ink{place})" for place, colour in enumerate(INK)},
    **{colour: f"var(--{severity})" for severity, colour in TINTS.items()},
    ON_PALE: "var(--on-pale)",
    ON_STRONG: "var(--on-strong)",
    ACCENT: "var(--accent)",
    TEXT: "var(--text)",
    QUIET: "var(--quiet)",
    LINE: "var(--line)",
    PAPER: "var(--paper)",
    UNKNOWN: "url(#unknown)",
}

_OPENING: Final = re.compile(r"<svg[^>]*>")
_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_ROLES: Final = re.compile(
    r' (?:role|aria-roledescription|aria-hidden|class|pointer-events)="[^"]*"'
)
_CLIP: Final = re.compile(r'(id="|url\(#)(clip\d+)')
_STILL: Final = re.compile(r' transform="translate\(0,0\)"')
_FONT: Final = re.compile(r' font-family="[^"]*"')
_LABEL: Final = re.compile(r'<path aria-label="([^"]*)"([^>]*?)(?:/>|></path>)')
_OTHER_LABEL: Final = re.compile(r' aria-label="[^"]*"')
_COLOUR: Final = re.compile(r'"(#[0-9a-f]{6})"')
_TAG: Final = re.compile(r"<[^>]+>")
#: What JSON writes for them, also in an expression that holds names.
_ESCAPE: Final = r"\\(?:[bf]|u00(?:0[0-8bcef]|1[0-9a-f])|u(?:d[89a-f]..|fff[ef]))"
_ESCAPED: Final = re.compile(_ESCAPE)
_AFTER_PAIRS: Final = re.compile(rf"(?<!\\)((?:\\\\)*){_ESCAPE}")
_NUMBER: Final = re.compile(r"(-?\d+\.\d{2,})")


def unchecked() -> AbstractContextManager[None]:
    """While charts are made that tests have seen: Altair checks each part of a chart against its
    whole schema as it is made, which takes as long as all the rest."""
    found: AbstractContextManager[None] = debug_mode(False)
    return found


def svg(chart: alt.LayerChart, *, id: str, title: str, about: str) -> str:
    """A chart as inline SVG: `title` and `about` are read out, hovering names each shape.

    Text stays text in the page's font; widths are set, so that nothing depends on the fonts of
    the machine that draws. Nothing is loaded from anywhere.
    """
    with unchecked():
        content = _drawable(chart.to_dict(validate=False))
    drawn = vl_convert.vegalite_to_svg(content, vl_version="6.4", allowed_base_urls=[])
    body = drawn[drawn.index("<svg") :]
    opening = _OPENING.search(body)
    assert opening is not None
    size = _SIZE.search(opening[0])
    assert size is not None
    # Ids of clips are the same in every drawing, and a page holds several.
    inner = _CLIP.sub(rf"\1{id}-\2", body[opening.end() :])
    return _head(id, title, about, size[1], size[2]) + _tidy(inner)


def standalone(chart: alt.LayerChart, kind: Literal["svg", "png"]) -> bytes:
    """A chart as a file of its own, on paper; text is drawn in the fonts of this machine."""
    content = _drawable(chart.properties(background=PAPER).to_dict(validate=False))
    if kind == "png":
        return vl_convert.vegalite_to_png(content, vl_version="6.4", scale=2, allowed_base_urls=[])
    return vl_convert.vegalite_to_svg(content, vl_version="6.4", allowed_base_urls=[]).encode()


def _drawable(content: dict[str, Any]) -> dict[str, Any]:
    """A chart without the characters that the renderer dies of, and this process with it."""
    told = json.dumps(content, ensure_ascii=False, default=str)
    if is_writable(told) and _ESCAPED.search(told) is None:
        return content
    drawable: dict[str, Any] = _writable(content)
    return drawable


def _writable(value: Any, name: str = "") -> Any:
    match value:
        case str() if name.lower().endswith("expr"):
            return _AFTER_PAIRS.sub(r"\1", writable(value))
        case str():
            return writable(value)
        case dict():
            return {writable(name): _writable(each, name) for name, each in value.items()}
        case list() | tuple():
            return [_writable(each) for each in value]
        case _:
            return value


def _head(id: str, title: str, about: str, width: str, height: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{id}-title {id}-about">'
        f'<title id="{id}-title">{escape(title)}</title>'
        f'<desc id="{id}-about">{escape(about)}</desc>'
    )


def _tidy(body: str) -> str:
    """Marks without their own roles, with titles to hover, short numbers and named colours."""
    body = _ROLES.sub("", body)
    body = _FONT.sub("", _STILL.sub("", body))
    body = _LABEL.sub(_hover, body)
    body = _OTHER_LABEL.sub("", body)
    body = _COLOUR.sub(lambda found: f'"{NAMES.get(found[1], found[1])}"', body)
    return _TAG.sub(lambda tag: _NUMBER.sub(_short, tag[0]), body)


def _short(found: re.Match[str]) -> str:
    """A coordinate to a tenth of a pixel; what people read, between tags, is left as it is."""
    return f"{float(found[1]):.1f}".removesuffix(".0")


def _hover(found: re.Match[str]) -> str:
    words = unescape(found[1])
    title = f"<title>{escape(words)}</title>" if words else ""
    return f"<path{found[2]}>{title}</path>"
