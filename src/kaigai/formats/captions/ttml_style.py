"""What TTML's styles, regions and agents say of a paragraph or span."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from kaigai.formats.captions.markup import colour_of
from kaigai.formats.captions.model import Layout, Run, Vertical

_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_PAIR: Final = re.compile(r"(-?\d+(?:\.\d+)?)%\s+(-?\d+(?:\.\d+)?)%")
_RGB: Final = re.compile(r"rgba?\((\d+),\s*(\d+),\s*(\d+)")
#: Looks that a cue does not keep, so that other formats cannot show them.
_ODD: Final = ("fontFamily", "fontSize", "backgroundColor", "textOutline", "textShadow", "opacity",
               "shear", "fontShear", "lineShear", "rubyPosition", "rubyAlign", "rubyReserve",
               "letterSpacing", "fillLineGap", "linePadding")  # fmt: skip

Attributes = Mapping[str, str]
DEEPEST: Final = 32  #: styles that name one another


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for a remark."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attributes(element: etree._Element) -> dict[str, str]:
    """Attributes without their namespaces."""
    return {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The head of a document: styles and regions by id with what they say, speakers by id."""

    styles: Mapping[str, Attributes]
    regions: Mapping[str, Attributes]
    agents: Mapping[str, str]

    @classmethod
    def of(cls, root: etree._Element) -> "Sheet":
        """The head of a document."""
        raw = {each.get(_ID, ""): attributes(each) for each in root.iter() if _is_style(each)}
        styles: dict[str, Attributes] = {}
        for name in raw:
            _resolve(name, raw, styles, frozenset())
        regions: dict[str, Attributes] = {}
        agents: dict[str, str] = {}
        for each in root.iter():
            if local(each) == "region":
                inner = [attributes(child) for child in each if local(child) == "style"]
                own = {k: v for part in (*inner, attributes(each)) for k, v in part.items()}
                regions[each.get(_ID, "")] = _resolved(own, styles)
            elif local(each) == "agent":
                names = [(child.text or "").strip() for child in each if local(child) == "name"]
                agents[each.get(_ID, "")] = next(filter(None, names), each.get(_ID, ""))
        return cls(styles, regions, agents)

    def style_of(self, element: etree._Element) -> Attributes:
        """What an element says itself, or through the styles it names."""
        return _resolved(attributes(element), self.styles)

    def odd(self, given: Attributes) -> Iterator[str]:
        """Looks here that a cue does not keep."""
        return (name for name in _ODD if name in given)

    def layout(self, paragraph: etree._Element) -> Layout:
        """Where a paragraph stands, after its region and its own words."""
        chain = [paragraph, *paragraph.iterancestors()]
        region = next((each.get("region") for each in chain if each.get("region")), "")
        given = {**self.regions.get(region or "", {}), **self.style_of(paragraph)}
        return _layout(given)


def _is_style(element: etree._Element) -> bool:
    parent = element.getparent()
    return local(element) == "style" and parent is not None and local(parent) != "region"


def _resolve(
    name: str, raw: Mapping[str, Attributes], done: dict[str, Attributes], path: frozenset[str]
) -> None:
    """One style with those it names, each understood once; a circle ends where it began."""
    if name in done or name in path or name not in raw or len(path) > DEEPEST:
        return
    for each in raw[name].get("style", "").split():
        _resolve(each, raw, done, path | {name})
    done[name] = _resolved(raw[name], done)


def _resolved(given: Attributes, styles: Mapping[str, Attributes]) -> dict[str, str]:
    """Attributes with those of the styles named; the element's own words are stronger."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(given.get("style", "").split()):
        found.update(styles.get(name, {}))
    return found | {name: value for name, value in given.items() if name not in ("style", "id")}


def named(sheet: Sheet, element: etree._Element) -> str:
    """Who speaks, where an element says so."""
    agent = attributes(element).get("agent", "").split()
    return sheet.agents.get(agent[0], agent[0]) if agent else ""


def looked(look: Run, given: Attributes, language: str, voice: str) -> Run:
    """How text looks inside an element."""
    weight, slant = given.get("fontWeight"), given.get("fontStyle")
    line, colour = given.get("textDecoration"), given.get("color")
    emphasis = given.get("textEmphasis")
    return replace(
        look,
        bold=look.bold if weight is None else weight == "bold",
        italic=look.italic if slant is None else slant in ("italic", "oblique"),
        underline=look.underline if line is None else "underline" in line.split(),
        colour=look.colour if colour is None else _colour(colour),
        emphasis=look.emphasis if emphasis is None else emphasis.removesuffix("none"),
        combine=given.get("textCombine", "none") != "none" or look.combine,
        language=language or look.language,
        voice=voice or look.voice,
    )


def _colour(value: str) -> str:
    """White is how captions look anyway."""
    found = _RGB.match(value)
    code = "#" + "".join(f"{min(int(each), 255):02x}" for each in found.groups()) if found else (
        colour_of(value))  # fmt: skip
    return "" if code == "#ffffff" else code


def _layout(given: Attributes) -> Layout:
    mode = given.get("writingMode", "")
    vertical: Vertical = "rl" if mode in ("tbrl", "tb") else "lr" if mode == "tblr" else ""
    origin, extent = _PAIR.match(given.get("origin", "")), _PAIR.match(given.get("extent", ""))
    left, top = (float(origin[1]), float(origin[2])) if origin else (0.0, 0.0)
    width, height = (float(extent[1]), float(extent[2])) if extent else (100.0, 100.0)
    share = {"before": 0.0, "center": 0.5, "after": 1.0}
    y = top + height * share.get(given.get("displayAlign", "before"), 0.0)
    align = {"left": -1, "start": -1, "right": 1, "end": 1}
    side = align.get(given.get("textAlign", "center"), 0)
    x = left + width * (side + 1) / 2
    if not given.get("displayAlign") and not origin:
        y = 100.0  # where players put what has no region
    row = 1 if y < 33 else 0 if y < 67 else -1
    anchor = 5 + 3 * row + side
    usual = width >= 60 or (30 <= left + width / 2 <= 70 and side == 0)
    return Layout(
        None if anchor == 2 else anchor,
        None if usual or not origin else round(x, 2),
        None if height >= 60 or y <= 20 or y >= 80 or not origin else round(y, 2),
        None,
        vertical,
    )
