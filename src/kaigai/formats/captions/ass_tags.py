"""The override tags of ASS: `{\\an8\\b1\\c&H00FFFF&}`, `{\\k50}` …, and styles they start from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from kaigai.formats.captions.model import Cue, Layout, Run, joined

_BLOCK: Final = re.compile(r"(?<!\\)(\{[^{}]*\})")
_TAG: Final = re.compile(r"\\(\d?[a-zA-Z]+)(\([^)]*\)|[^\\{}()]*)")
_COLOUR: Final = re.compile(r"&?H?([0-9A-Fa-f]{1,8})&?")
#: Tags whose meaning is kept in a cue; all others only ASS itself can show.
_HELD: Final = frozenset({"b", "i", "u", "c", "1c", "an", "pos", "k", "K", "kf", "ko", "r", "q"})


@dataclass(frozen=True, slots=True)
class Style:
    """What of a named style other formats can show."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    anchor: int = 2

    def beyond(self, usual: "Style") -> Run:
        """How it differs from the usual style."""
        colour = self.colour if self.colour != usual.colour else ""
        return Run("", "", self.bold and not usual.bold, self.italic and not usual.italic,
                   self.underline and not usual.underline, colour)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A cue's text after its tags were understood."""

    runs: tuple[Run, ...]
    layout: Layout
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a file, and the size of the picture they count in."""

    styles: Mapping[str, Style]
    width: float = 384
    height: float = 288

    def usual(self) -> Style:
        """The style called Default, else the first."""
        return self.styles.get("Default") or next(iter(self.styles.values()), Style())


def understood(text: str, style: str, voice: str, start_ms: int, sheet: Sheet) -> Read:
    """The runs of a Dialogue's text."""
    named = sheet.styles.get(style.lstrip("*"), sheet.usual())
    base = replace(named.beyond(sheet.usual()), voice=voice)
    look, runs, raw, at, sung = base, list[Run](), "", start_ms, None
    layout, odd, drawing = Layout(named.anchor if named.anchor != 2 else None), list[str](), False
    for piece in _BLOCK.split(text):
        if not piece.startswith("{"):
            shown = "" if drawing else _shown(piece)
            kept = raw + piece if drawing else raw
            runs.append(replace(look, text=shown, raw=kept, sung_ms=sung))
            raw, sung = "", None
            continue
        raw += piece
        for name, value in _TAG.findall(piece):
            key, value = _split(name, value)
            if key in ("k", "K", "kf", "ko"):
                sung, at = at, at + round(float(_number(value)) * 10)
            elif key == "p":
                drawing = _number(value) not in ("0", "")
            elif key == "r":
                look = replace(sheet.styles.get(value, named).beyond(sheet.usual()), voice=voice)
            layout = _place(layout, key, value, sheet)
            look = _look(look, key, value, base)
            if key not in _HELD:
                odd.append("\\" + key)
    if raw:
        runs.append(replace(look, text="", raw=raw))
    return Read(joined(runs), layout, tuple(dict.fromkeys(odd)))


def _split(name: str, value: str) -> tuple[str, str]:
    """`fnArial` is `fn` and `Arial`; `rTitle` is `r` and `Title`."""
    for known in ("fn", "r"):
        if name.startswith(known) and name != known and not value.startswith("("):
            return known, name[len(known) :] + value
    return name, value.strip()


def _number(value: str) -> str:
    found = re.match(r"-?\d+(?:\.\d+)?", value)
    return found[0] if found else "0"


def _look(look: Run, key: str, value: str, base: Run) -> Run:
    if key in ("b", "i", "u"):
        name = {"b": "bold", "i": "italic", "u": "underline"}[key]
        on = _number(value) not in ("0", "-0") if value else getattr(base, name)
        more: dict[str, object] = {name: on and (key != "b" or _number(value) == "1"
                                                 or int(_number(value)) > 400)}  # fmt: skip
        return replace(look, **more)  # type: ignore[arg-type]
    if key in ("c", "1c"):
        return replace(look, colour=colour(value) or base.colour)
    return look


def _place(layout: Layout, key: str, value: str, sheet: Sheet) -> Layout:
    if key == "an" and value in "123456789" and value:
        return replace(layout, anchor=int(value))
    if key == "pos":
        point = re.findall(r"-?\d+(?:\.\d+)?", value)
        if len(point) == 2:
            x, y = float(point[0]) / sheet.width, float(point[1]) / sheet.height
            return replace(layout, x=round(100 * x, 2), y=round(100 * y, 2))
    return layout


def colour(value: str) -> str:
    """`#rrggbb` of ASS's `&HBBGGRR&`; white, which is how captions look anyway, is none."""
    found = _COLOUR.fullmatch(value.strip())
    if not found:
        return ""
    digits = found[1].rjust(6, "0")[-6:].lower()
    code = f"#{digits[4:6]}{digits[2:4]}{digits[0:2]}"
    return "" if code == "#ffffff" else code


def _shown(text: str) -> str:
    plain = text.replace("\\N", "\n").replace("\\n", " ").replace("\\h", "\u00a0")
    return plain.replace("\\{", "{").replace("\\}", "}")


def escaped(text: str) -> str:
    """Text as a Dialogue holds it."""
    plain = text.replace("{", "\\{").replace("}", "\\}")
    return plain.replace("\n", "\\N").replace("\u00a0", "\\h")


def tagged(cue: Cue, size: tuple[int, int]) -> str:
    """Runs as text with tags; a run that brought its own keeps them."""
    runs = cue.runs
    parts = [_corner(cue.layout, size)] if not any(run.raw for run in runs) else []
    before = Run("")
    for number, run in enumerate(runs):
        if run.raw:
            parts.append(run.raw + escaped(run.text))
        else:
            parts.append(_between(before, run) + _sung(cue, number) + escaped(run.text))
        before = run
    return "".join(parts).replace("}{", "")


def _corner(layout: Layout, size: tuple[int, int]) -> str:
    tags = f"\\an{layout.anchor}" if layout.anchor not in (None, 2) else ""
    if layout.x is not None and layout.y is not None:
        tags += f"\\pos({layout.x * size[0] / 100:g},{layout.y * size[1] / 100:g})"
    return f"{{{tags}}}" if tags else ""


def _between(before: Run, now: Run) -> str:
    tags = "".join(
        f"\\{name[0]}{int(getattr(now, name))}"
        for name in ("bold", "italic", "underline")
        if getattr(now, name) != getattr(before, name)
    )
    if now.colour != before.colour:
        tags += (
            f"\\c&H{now.colour[5:7]}{now.colour[3:5]}{now.colour[1:3]}&" if now.colour else "\\c"
        )
    return f"{{{tags}}}" if tags else ""


def _sung(cue: Cue, number: int) -> str:
    """`\\k` with the time until the next word is sung, after the wait before the first."""
    start = cue.runs[number].sung_ms
    if start is None:
        return ""
    moments = [run.sung_ms for run in cue.runs if run.sung_ms is not None]
    place = sum(run.sung_ms is not None for run in cue.runs[:number])
    wait = _hundredths(start) - _hundredths(cue.start_ms) if place == 0 else 0
    until = moments[place + 1] if place + 1 < len(moments) else cue.end_ms
    lasts = max(_hundredths(until) - _hundredths(start), 0)
    return (f"{{\\k{wait}}}" if wait > 0 else "") + f"{{\\k{lasts}}}"


def _hundredths(ms: int) -> int:
    return (ms + 5) // 10
