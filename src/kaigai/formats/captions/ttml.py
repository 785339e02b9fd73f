"""TTML and IMSC (.ttml, .dfxp): paragraphs with times, regions for place, spans for looks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from lxml import etree

from kaigai.formats.captions.clock import EXPECTED, TODO, Rates, of_ttml
from kaigai.formats.captions.lines import MAX_BYTES, SPLIT, TOO_BIG, short, too_long
from kaigai.formats.captions.model import (
    CaptionFault,
    Captions,
    Cue,
    Fault,
    Parsed,
    Run,
    joined,
    without_edges,
)
from kaigai.formats.captions.ttml_style import Sheet, attributes, local, looked, named
from kaigai.terms.text import Text

XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_DOCTYPE: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

NO_DOCTYPE: Final = Text(
    en="TTML without a document type: entities are never opened",
    ja="DOCTYPE宣言のないTTML(実体参照は安全のため展開しません)",
)
DROP_DOCTYPE: Final = Text(
    en="delete the DOCTYPE line and read it again", ja="DOCTYPEの行を消して読み込み直してください"
)
WELL_FORMED: Final = Text("well-formed XML", "整形式のXML")
NOT_TTML: Final = Text("TTML: a root element tt", "ルート要素が tt のTTML")
EXPORT: Final = Text("export the captions again as TTML", "TTML形式で書き出し直してください")


def parsed_xml(source: str) -> etree._Element:
    """The root of a document; nothing outside it is ever opened. Raises CaptionFault."""
    if len(source) > MAX_BYTES:
        raise CaptionFault(0, f"{len(source):,}", TOO_BIG, SPLIT)
    if found := _DOCTYPE.search(source):
        line = source.count("\n", 0, found.start()) + 1
        raise CaptionFault(line, short(source[found.start() :]), NO_DOCTYPE, DROP_DOCTYPE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False,
                             huge_tree=False, remove_pis=True,
                             collect_ids=False)  # fmt: skip
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        root = etree.fromstring(plain.encode(), parser)
    except etree.XMLSyntaxError as error:
        where = error.lineno or 1
        raise CaptionFault(where, short(error.msg or ""), WELL_FORMED, EXPORT) from error
    if local(root) != "tt":
        raise CaptionFault(1, f"<{local(root)}>", NOT_TTML, EXPORT)
    return root


def read(text: str) -> Parsed:
    """The paragraphs of a TTML document, in the order of their times."""
    root = parsed_xml(text)
    sheet, rates = Sheet.of(root), rates_of(root)
    cues: list[Cue] = []
    faults: list[Fault] = []
    for number, paragraph in enumerate(paragraphs(root)):
        made = _cue(paragraph, number, sheet, rates)
        if isinstance(made, Fault):
            faults.append(made)
        elif made is not None:
            cues.append(made)
    cues.sort(key=lambda cue: cue.start_ms)
    titles = [each.text or "" for each in root.iter() if local(each) == "title"]
    captions = Captions("ttml", tuple(cues), root.get(f"{XML}lang", ""), "".join(titles[:1]), text)
    return Parsed(captions, tuple(faults))


def paragraphs(root: etree._Element) -> list[etree._Element]:
    """Every paragraph, in the order of the document."""
    return [each for each in root.iter() if local(each) == "p"]


def rates_of(root: etree._Element) -> Rates:
    """How the document counts frames and ticks."""
    given = {name: value for name, value in attributes(root).items() if value}
    try:
        frames = Fraction(given.get("frameRate", "30"))
        up, _, down = given.get("frameRateMultiplier", "1 1").replace(":", " ").partition(" ")
        frames *= Fraction(up) / Fraction(down or 1)
        ticks = Fraction(given.get("tickRate", "1"))
        if frames <= 0 or ticks <= 0:
            raise ValueError("no rate")
    except (ValueError, ZeroDivisionError):
        return Rates()
    return Rates(frames, ticks)


def offset_of(element: etree._Element, rates: Rates) -> tuple[int, int | None]:
    """When what holds an element begins, and ends where it says so."""
    begin, end = 0, None
    for parent in reversed(list(element.iterancestors())):
        begin, end = times_of(parent, begin, end, rates)
    return begin, end


def times_of(
    element: etree._Element, begin: int, end: int | None, rates: Rates
) -> tuple[int, int | None]:
    """When an element begins and ends, inside what begins and ends at these moments."""
    given = {name: element.get(name) for name in ("begin", "end", "dur")}
    start = begin + of_ttml(given["begin"], rates) if given["begin"] else begin
    ends = [end] if end is not None else []
    if given["end"]:
        ends.append(begin + of_ttml(given["end"], rates))
    if given["dur"]:
        ends.append(start + of_ttml(given["dur"], rates))
    return start, min(ends) if ends else None


def _cue(paragraph: etree._Element, number: int, sheet: Sheet, rates: Rates) -> Cue | Fault | None:
    line = int(paragraph.sourceline or 0)  # type: ignore[call-overload]
    try:
        before, until = offset_of(paragraph, rates)
        start, end = times_of(paragraph, before, until, rates)
        if end is None:
            raise ValueError("no end")
    except ValueError:
        found = " ".join(f"{name}={paragraph.get(name)}" for name in TIMED if paragraph.get(name))
        return Fault(line, short(found or said(paragraph)), EXPECTED, TODO)
    if fault := too_long(line, said(paragraph)):
        return fault
    runs, odd = runs_of(paragraph, sheet, start, rates)
    if not runs and not said(paragraph).strip() and not paragraph.attrib:
        return None
    raw = (("p", str(number)), ("offset", str(before)))
    return Cue(start, end, runs, paragraph.get(f"{XML}id", ""), sheet.layout(paragraph),
               note=_note(paragraph), raw=raw, odd=odd, line=line)  # fmt: skip


TIMED: Final = ("begin", "end", "dur")


def said(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(str(each) for each in element.itertext())


def _note(paragraph: etree._Element) -> str:
    notes = [each.text or "" for each in paragraph.iter() if local(each) == "desc"]
    return "\n".join(note.strip() for note in notes if note.strip())


def runs_of(
    paragraph: etree._Element, sheet: Sheet, start: int, rates: Rates
) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """What a paragraph says, and the looks that no other format has."""
    odd: list[str] = []
    found = list(_walk(paragraph, Run(""), sheet, (start, rates), odd))
    keep = paragraph.get(f"{XML}space") or _space(paragraph)
    runs = joined(found if keep == "preserve" else list(_collapsed(found)))
    return without_edges(runs), tuple(dict.fromkeys(odd))


def _space(element: etree._Element) -> str:
    return next((each.get(f"{XML}space", "") for each in element.iterancestors()
                 if each.get(f"{XML}space")), "default")  # fmt: skip


Timed = tuple[int, Rates]


def _walk(
    element: etree._Element, look: Run, sheet: Sheet, timed: Timed, odd: list[str]
) -> Iterator[Run]:
    given = sheet.style_of(element)
    look = looked(look, given, element.get(f"{XML}lang", ""), named(sheet, element))
    odd.extend(sheet.odd(given))
    if given.get("ruby") == "container":
        yield _ruby(element, look, sheet, timed, odd)
        return
    sung = _sung(element, timed)
    if element.text:
        yield replace(look, text=element.text, sung_ms=sung)
    for child in element:
        match local(child):
            case "br":
                yield replace(look, text="\n")
            case "span":
                yield from _walk(child, look, sheet, timed, odd)
        if child.tail:
            yield replace(look, text=child.tail)


def _sung(element: etree._Element, timed: Timed) -> int | None:
    """A span may begin later than its paragraph."""
    start, rates = timed
    if local(element) != "span" or not element.get("begin"):
        return None
    try:
        return start + of_ttml(element.get("begin", ""), rates)
    except ValueError:
        return None


def _ruby(element: etree._Element, look: Run, sheet: Sheet, timed: Timed, odd: list[str]) -> Run:
    """Base and reading of a ruby container."""
    parts: dict[str, list[str]] = {"base": [], "text": []}
    for child in element.iter():
        kind = sheet.style_of(child).get("ruby", "")
        if kind in parts:
            parts[kind].append(said(child))
    base = "".join(parts["base"])
    return replace(look, text=base, ruby="".join(parts["text"]).strip(),
                   sung_ms=_sung(element, timed))  # fmt: skip


def _collapsed(runs: list[Run]) -> Iterator[Run]:
    """White space as XML means it: one blank, and none beside a line break."""
    before = "\n"
    for place, run in enumerate(runs):
        if run.text == "\n":
            yield run
            before = "\n"
            continue
        text = re.sub(r"[ \t\r\n]+", " ", run.text)
        text = text[1:] if text.startswith(" ") and before[-1:] in ("\n", " ") else text
        after = runs[place + 1].text if place + 1 < len(runs) else "\n"
        text = text.rstrip(" ") if after == "\n" else text
        if text:
            yield replace(run, text=text)
            before = text
