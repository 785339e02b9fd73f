"""Advanced SubStation Alpha (.ass): styles, and events with tags for every look and place."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kaigai.formats.captions import ass_tags
from kaigai.formats.captions.ass_tags import Sheet, Style, colour
from kaigai.formats.captions.clock import EXPECTED, clock, milliseconds
from kaigai.formats.captions.lines import numbered, short, too_long
from kaigai.formats.captions.model import CaptionFault, Captions, Cue, Fault, Parsed
from kaigai.terms.text import Text

SIZE: Final = (1920, 1080)
FIELDS: Final = ("Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV",
                 "Effect", "Text")  # fmt: skip
HEAD: Final = """[Script Info]
Title: {title}
ScriptType: v4.00+
WrapStyle: 0
ScaledBorderAndShadow: yes
PlayResX: 1920
PlayResY: 1080
{language}
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,60,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,\
80,80,60,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
NO_EVENTS: Final = Text(
    en="a section [Events] with Dialogue lines", ja="Dialogue 行のある [Events] セクション"
)
EXPORT: Final = Text(
    en="save it again as ASS, or give the file its right ending",
    ja="ASS形式で保存し直すか、正しい拡張子にしてください",
)
TODO: Final = Text(
    en="correct this line; it was left out", ja="この行を直してください(この行は除外しました)"
)


def read(text: str) -> Parsed:
    """The events of an ASS file; comments come along as remarks of the next event."""
    lines = numbered(text)
    begin = next((n for n, line in lines if line.strip().lower() == "[events]"), 0)
    if not begin:
        raise CaptionFault(1, short(lines[0][1]), NO_EVENTS, EXPORT)
    order, first = _order(lines[begin:])
    sheet = _sheet([line for _, line in lines[:begin]])
    cues: list[Cue] = []
    faults: list[Fault] = []
    notes: list[str] = []
    last = begin + first
    for number, line in lines[begin + first :]:
        kind, _, rest = line.partition(":")
        if line.startswith("["):
            break
        if kind.strip() == "Dialogue":
            made = _cue(rest.lstrip(), number, order, sheet, "\n".join(notes))
            notes = []
            if isinstance(made, Fault):
                faults.append(made)
            else:
                cues.append(made)
        elif line.strip():
            notes.append(line)
        last = number
    head = "\n".join(line for _, line in lines[: begin + first])
    tail = "\n".join([*notes, *(line for _, line in lines[last:])]).strip("\n")
    info = _info(head)
    captions = Captions("ass", tuple(cues), info.get("language", ""), info.get("title", ""),
                        head, tail)  # fmt: skip
    return Parsed(captions, tuple(faults))


def _order(lines: Sequence[tuple[int, str]]) -> tuple[tuple[str, ...], int]:
    """The names of the fields, and how many lines come before the first event."""
    for place, (_, line) in enumerate(lines):
        if line.startswith("Format:"):
            return tuple(name.strip() for name in line[7:].split(",")), place + 1
        if line.startswith(("Dialogue:", "Comment:")):
            return FIELDS, place
    return FIELDS, len(lines)


def _info(head: str) -> Mapping[str, str]:
    pairs = (line.partition(":") for line in head.split("[V4", 1)[0].split("\n"))
    return {name.strip().lower(): value.strip() for name, sign, value in pairs if sign}


def _sheet(lines: Sequence[str]) -> Sheet:
    """Styles by name, and the size of the picture."""
    styles: dict[str, Style] = {}
    names: list[str] = []
    for line in lines:
        if line.startswith("Format:"):
            names = [name.strip() for name in line[7:].split(",")]
        elif line.startswith("Style:"):
            given = dict(zip(names, map(str.strip, line[6:].split(",")), strict=False))
            styles[given.get("Name", "Default")] = _style(given)
    info = _info("\n".join(lines))
    return Sheet(styles, _size(info, "playresx", 384), _size(info, "playresy", 288))


def _size(info: Mapping[str, str], name: str, otherwise: float) -> float:
    value = info.get(name, "")
    return float(value) if re.fullmatch(r"[1-9]\d{0,5}", value) else otherwise


def _style(given: Mapping[str, str]) -> Style:
    key = given.get("Alignment", "2")
    on = [given.get(name, "0") not in ("0", "") for name in ("Bold", "Italic", "Underline")]
    bold, italic, underline = on
    return Style(bold, italic, underline, colour(given.get("PrimaryColour", "")),
                 int(key) if key in list("123456789") else 2)  # fmt: skip


def _cue(rest: str, line: int, order: tuple[str, ...], sheet: Sheet, note: str) -> Cue | Fault:
    values = rest.split(",", len(order) - 1)
    given = dict(zip(order, values, strict=False))
    try:
        if len(values) < len(order) or "Text" not in given:
            raise ValueError(rest)
        start, end = milliseconds(given["Start"]), milliseconds(given["End"])
    except (ValueError, KeyError):
        return Fault(line, short(rest), EXPECTED, TODO)
    if fault := too_long(line, given["Text"]):
        return fault
    style, voice = given.get("Style", ""), given.get("Name", "").strip()
    found = ass_tags.understood(given["Text"], style, voice, start, sheet)
    raw = tuple((name, value) for name, value in given.items()
                if name not in ("Start", "End", "Style", "Name", "Text"))  # fmt: skip
    return Cue(start, end, found.runs, "", found.layout, style, note, raw, found.odd,
               given["Text"], line)  # fmt: skip


def write(captions: Captions) -> str:
    """An ASS file."""
    own = captions.kind == "ass"
    order, _ = _order(numbered(captions.head[captions.head.lower().find("[events]") :]))
    language = f"Language: {captions.language}\n" if captions.language else ""
    title = captions.title.replace("\n", " ") or "Captions"
    head = captions.head if own else HEAD.format(title=title, language=language)
    sheet = _sheet(head.split("\n"))
    lines = [head.rstrip("\n")]
    for cue in captions:
        if cue.note:
            lines.append(cue.note if own else _comment(cue))
        lines.append(_line(cue, order if own else FIELDS, sheet, own=own))
    lines += ["", captions.tail] if own and captions.tail else []
    return "\n".join(lines) + "\n"


def _comment(cue: Cue) -> str:
    start = clock(cue.start_ms, digits=2, hours=1)
    return f"Comment: 0,{start},{start},Default,,0,0,0,,{ass_tags.escaped(cue.note)}"


def _line(cue: Cue, order: tuple[str, ...], sheet: Sheet, *, own: bool) -> str:
    voice = next((run.voice for run in cue.runs if run.voice), "")
    style = (cue.style if own else "") or "Default"
    found = ass_tags.understood(cue.written, style, voice, cue.start_ms, sheet) if own else None
    if found and found.runs == cue.runs and found.layout == cue.layout:
        text = cue.written
    else:
        text = ass_tags.tagged(cue, SIZE)
    given = {"Layer": "0", "MarginL": "0", "MarginR": "0", "MarginV": "0", "Effect": "",
             **(dict(cue.raw) if own else {}), "Style": style, "Text": text,
             "Name": voice.replace(",", "、"), "Start": clock(cue.start_ms, digits=2, hours=1),
             "End": clock(cue.end_ms, digits=2, hours=1)}  # fmt: skip
    return "Dialogue: " + ",".join(given.get(name, "") for name in order)
