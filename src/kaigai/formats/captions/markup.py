"""The tags inside a cue of WebVTT and SRT: `<i>`, `<ruby>`, `<v Name>`, `<font color>` …"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Final, Literal

from kaigai.formats.captions.clock import clock, milliseconds
from kaigai.formats.captions.model import Run, joined

Dialect = Literal["vtt", "srt"]

#: WebVTT's own colours, which every player shows without a style sheet.
COLOURS: Final = {
    "white": "#ffffff", "lime": "#00ff00", "cyan": "#00ffff", "red": "#ff0000",
    "yellow": "#ffff00", "magenta": "#ff00ff", "blue": "#0000ff", "black": "#000000",
}  # fmt: skip
_NAMES: Final = {code: name for name, code in COLOURS.items()}
_CODED: Final = re.compile(r"c?([0-9a-f]{6})")

_VTT: Final = re.compile(r"<(/?)([a-z]*)((?:\.[^\s<>.]+)*)(?:[ \t\n]([^<>]*))?>|<([\d:.]+)>")
_SRT: Final = re.compile(r"<(/?)(b|i|u|font)()(?:\s([^<>]*))?>()", re.IGNORECASE)
_FONT: Final = re.compile(r"color\s*=\s*[\"']?\s*(#?\w+)", re.IGNORECASE)
_KNOWN: Final = frozenset({"b", "i", "u", "c", "v", "lang", "ruby", "rt", "rp", "font"})


@dataclass(slots=True)
class _Walk:
    """What is open while a cue is read from left to right."""

    look: Run = field(default_factory=lambda: Run(""))
    open: list[tuple[str, Run]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    sung: int | None = None

    def take(self, text: str) -> None:
        """Text between two tags."""
        if not text:
            return
        name = self.open[-1][0] if self.open else ""
        if name == "rp":
            return
        if name == "rt" and self.runs:
            self.runs[-1] = replace(self.runs[-1], ruby=self.runs[-1].ruby + text)
            return
        self.runs.append(replace(self.look, text=text, sung_ms=self.sung))
        self.sung = None

    def begin(self, name: str, look: Run) -> None:
        """A tag opens; `rt` does not change how the base looks."""
        if name == "rt" and self.open and self.open[-1][0] == "rt":
            self.end("rt")
        self.open.append((name, self.look))
        self.look = look

    def end(self, name: str) -> None:
        """A tag closes, and with it all that was opened inside."""
        if name in [each for each, _ in self.open]:
            while self.open:
                found, self.look = self.open.pop()
                if found == name:
                    return


def runs_of(text: str, dialect: Dialect) -> tuple[Run, ...]:
    """The runs of a cue's text; tags that nobody closed end with it."""
    walk, at = _Walk(), 0
    for found in (_VTT if dialect == "vtt" else _SRT).finditer(text):
        closing, name, classes, rest, special = found.groups()
        known = (name or "").lower()
        if dialect == "vtt" and not special and known not in _KNOWN:
            continue  # as players do: shown as nothing, and not understood
        walk.take(_plain(text[at : found.start()], dialect))
        at = found.end()
        if special:
            _moment(walk, special)
        elif closing:
            walk.end(known)
        else:
            walk.begin(known, _look(walk.look, known, classes, (rest or "").strip()))
    walk.take(_plain(text[at:], dialect))
    return joined(_apart(walk.runs))


def _apart(runs: list[Run]) -> list[Run]:
    return [run for run in runs if run.text]


def _plain(text: str, dialect: Dialect) -> str:
    return unescape(re.sub(r"<[^<>]*>", "", text)) if dialect == "vtt" else text


def _moment(walk: _Walk, found: str) -> None:
    try:
        walk.sung = milliseconds(found)
    except ValueError:
        return


def _look(look: Run, name: str, classes: str, rest: str) -> Run:
    match name:
        case "b":
            look = replace(look, bold=True)
        case "i":
            look = replace(look, italic=True)
        case "u":
            look = replace(look, underline=True)
        case "v":
            look = replace(look, voice=unescape(rest))
        case "lang":
            look = replace(look, language=rest)
        case "font":
            given = _FONT.search(rest)
            look = replace(look, colour=colour_of(given[1])) if given else look
    for each in filter(None, classes.split(".")):
        colour = COLOURS.get(each) or _coded(each)
        more = {"colour": colour} if colour else {"classes": (*look.classes, each)}
        look = replace(look, **more)
    return look


def _coded(name: str) -> str:
    found = _CODED.fullmatch(name) if name.startswith("c") else None
    return f"#{found[1]}" if found else ""


def colour_of(word: str) -> str:
    """`#rrggbb` of a colour's name or code; empty for one that nobody knows."""
    plain = word.strip().lower()
    if re.fullmatch("#?[0-9a-f]{6}(?:[0-9a-f]{2})?", plain):
        return "#" + plain.removeprefix("#")[:6]
    more = {"green": "#008000", "aqua": "#00ffff", "fuchsia": "#ff00ff", "silver": "#c0c0c0",
            "gray": "#808080", "maroon": "#800000", "purple": "#800080", "olive": "#808000",
            "navy": "#000080", "teal": "#008080", "orange": "#ffa500"}  # fmt: skip
    return COLOURS.get(plain) or more.get(plain, "")


def marked(runs: tuple[Run, ...], dialect: Dialect) -> str:
    """Runs as tagged text."""
    parts: list[str] = []
    before = Run("")
    for run in runs:
        voice = _speaker(before.voice, run.voice) if run.voice != before.voice else None
        parts.extend(_one(run, dialect, voice))
        before = run
    return "".join(parts)


def _speaker(before: str, now: str) -> str:
    return "</v>" * bool(before) + f"<v {_escaped(now)}>" * bool(now)


def _one(run: Run, dialect: Dialect, voice: str | None) -> Iterator[str]:
    opened: list[str] = []
    if dialect == "vtt" and run.sung_ms is not None:
        yield f"<{clock(run.sung_ms)}>"
    if dialect == "vtt" and voice is not None:
        yield voice
    for tag, end in _tags(run, dialect):
        yield tag
        opened.append(end)
    text = _escaped(run.text) if dialect == "vtt" else run.text
    if run.ruby and dialect == "vtt":
        yield f"<ruby>{text}<rt>{_escaped(run.ruby)}</rt></ruby>"
    else:
        yield text
    yield from reversed(opened)


def _tags(run: Run, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if dialect == "vtt":
        if run.language:
            yield f"<lang {run.language}>", "</lang>"
        names = [*run.classes, *([_class(run.colour)] if run.colour else [])]
        if names:
            yield f"<c.{'.'.join(names)}>", "</c>"
    elif run.colour:
        yield f'<font color="{run.colour}">', "</font>"
    for name in ("bold", "italic", "underline"):
        if getattr(run, name):
            yield f"<{name[0]}>", f"</{name[0]}>"


def _class(colour: str) -> str:
    return _NAMES.get(colour) or f"c{colour.removeprefix('#')}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
