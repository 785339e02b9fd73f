"""What a format cannot hold: found, said, and taken out so that nothing goes missing silently."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kaigai.formats.captions.kinds import KINDS, Feature, Kind
from kaigai.formats.captions.model import Captions, Cue, Layout, Run, joined
from kaigai.terms.text import Text

_WIDE: Final = range(0x2E80, 0xFFEF)

WORDS: Final[Mapping[Feature, Text]] = {
    "ruby": Text("readings stand in brackets after the word",
                 "ルビは語の後ろの括弧書きになります"),
    "bold": Text("bold is gone", "太字は失われます"),
    "italic": Text("italics are gone", "斜体は失われます"),
    "underline": Text("underlines are gone", "下線は失われます"),
    "colour": Text("colours are gone", "文字色は失われます"),
    "voice": Text("the names of speakers are gone", "話者名は失われます"),
    "run language": Text("the language of single words is gone", "語ごとの言語指定は失われます"),
    "classes": Text("classes (for a style sheet) are gone", "クラス(スタイル指定)は失われます"),
    "emphasis": Text("emphasis dots become italics, or are gone",
                     "傍点は斜体になるか、失われます"),
    "combine": Text("upright digits in vertical lines are gone", "縦中横は失われます"),
    "sung": Text("the moments of single words are gone", "語ごとのタイミングは失われます"),
    "anchor": Text("the place on the picture is gone: all stand below",
                   "画面上の位置は失われ、すべて下に表示されます"),
    "point": Text("exact places become the nearest corner or side",
                  "細かい位置指定は、最も近い端・隅になります"),
    "vertical": Text("vertical writing becomes horizontal", "縦書きは横書きになります"),
    "notes": Text("remarks between cues are gone", "キュー間のメモは失われます"),
    "ids": Text("the cues' own ids are gone", "キューのIDは失われます"),
    "language": Text("the language is not written in the file", "言語はファイルに記録されません"),
    "title": Text("the title is not written in the file", "題名はファイルに記録されません"),
    "ends": Text("where cues overlap, the first ends when the next begins",
                 "重なるキューは、次のキューの開始で終わります"),
    "lines": Text("line breaks become blanks", "改行は空白になります"),
    "milliseconds": Text("times are rounded to hundredths of a second",
                         "時刻は100分の1秒に丸められます"),
    "odd": Text("effects that only the first format has are gone",
                "元の形式にしかない効果は失われます"),
}  # fmt: skip


ONE_VOICE: Final = Text(
    en="a cue has one speaker: the first is kept",
    ja="1つのキューに話者は1人です(最初の話者だけ残ります)",
)


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a conversion loses, and in which cues (numbers from one; none: the file)."""

    feature: Feature
    cues: tuple[int, ...]
    said: Text
    details: tuple[str, ...] = ()


def _any_run(test: Callable[[Run], object]) -> Callable[[Cue], bool]:
    return lambda cue: any(test(run) for run in cue.runs)


_FOUND: Final[Mapping[Feature, Callable[[Cue], bool]]] = {
    "ruby": _any_run(lambda run: run.ruby),
    "bold": _any_run(lambda run: run.bold),
    "italic": _any_run(lambda run: run.italic),
    "underline": _any_run(lambda run: run.underline),
    "colour": _any_run(lambda run: run.colour),
    "voice": _any_run(lambda run: run.voice),
    "run language": _any_run(lambda run: run.language),
    "classes": _any_run(lambda run: run.classes),
    "emphasis": _any_run(lambda run: run.emphasis),
    "combine": _any_run(lambda run: run.combine),
    "sung": _any_run(lambda run: run.sung_ms is not None),
    "anchor": lambda cue: cue.layout.anchor not in (None, 2),
    "point": lambda cue: cue.layout.is_placed,
    "vertical": lambda cue: bool(cue.layout.vertical),
    "notes": lambda cue: bool(cue.note),
    "ids": lambda cue: bool(cue.id) and not cue.id.isdecimal(),
    "lines": lambda cue: "\n" in cue.text,
    "milliseconds": lambda cue: any(moment % 10 for moment in _moments(cue)),
    "odd": lambda cue: bool(cue.odd),
}


def _moments(cue: Cue) -> list[int]:
    """Every time in a cue."""
    return [cue.start_ms, cue.end_ms, *(run.sung_ms or 0 for run in cue.runs)]


def _voices(cue: Cue) -> list[str]:
    return list(dict.fromkeys(run.voice for run in cue.runs if run.text.strip()))


def losses(captions: Captions, to: str) -> tuple[Loss, ...]:
    """What is lost when captions become another format; nothing within their own."""
    return () if captions.kind == to else tuple(_losses(captions, KINDS[to]))


def _losses(captions: Captions, to: Kind) -> Iterator[Loss]:
    for feature, found in _FOUND.items():
        cues = tuple(n for n, cue in enumerate(captions, start=1) if found(cue))
        said_already = feature == "point" and "anchor" not in to.holds  # all stand below
        if cues and feature not in to.holds and not said_already:
            named = dict.fromkeys(each for cue in captions for each in cue.odd)
            yield Loss(feature, cues, WORDS[feature], tuple(named) if feature == "odd" else ())
    several = tuple(n for n, cue in enumerate(captions, start=1) if len(_voices(cue)) > 1)
    if several and to.name == "ass":
        yield Loss("voice", several, ONE_VOICE)
    if "ends" not in to.holds:
        overlapping = tuple(
            n
            for n, (cue, after) in enumerate(pairwise(captions), 1)
            if cue.end_ms > after.start_ms
        )
        if overlapping:
            yield Loss("ends", overlapping, WORDS["ends"])
    if captions.language and "language" not in to.holds:
        yield Loss("language", (), WORDS["language"], (captions.language,))
    if captions.title and "title" not in to.holds:
        yield Loss("title", (), WORDS["title"], (captions.title,))


def fitted(captions: Captions, to: str) -> Captions:
    """Captions without what the format cannot hold; within their own format as they are."""
    if captions.kind == to:
        return captions
    holds = KINDS[to].holds
    cues = [_cue(cue, holds, captions.kind) for cue in captions]
    if to == "ass":
        cues = [_of_one_voice(cue) for cue in cues]
    shown = [cue for cue in cues if cue.text.strip()]
    if "ends" not in holds:
        shown = [
            replace(cue, end_ms=min(cue.end_ms, after.start_ms if after else cue.end_ms))
            for cue, after in pairwise([*shown, None])
            if cue
        ]
    return Captions(
        "",
        tuple(shown),
        captions.language if "language" in holds else "",
        captions.title if "title" in holds else "",
    )


def _cue(cue: Cue, holds: frozenset[Feature], kind: str) -> Cue:
    runs = joined([_run(run, holds) for run in cue.runs])
    if "lines" not in holds:
        runs = tuple(replace(run, text=_one_line(run.text)) for run in runs)
    return replace(
        cue,
        runs=runs,
        id=cue.id if "ids" in holds else "",
        layout=_layout(cue.layout, holds),
        note=_remark(cue.note, kind) if "notes" in holds else "",
        style="", raw=(), odd=(), written="",
    )  # fmt: skip


def _of_one_voice(cue: Cue) -> Cue:
    voice = next(iter(_voices(cue)), "")
    return replace(cue, runs=joined([replace(run, voice=voice) for run in cue.runs]))


def _run(run: Run, holds: frozenset[Feature]) -> Run:
    return Run(
        text=run.text if "ruby" in holds or not run.ruby else _aside(run),
        ruby=run.ruby if "ruby" in holds else "",
        bold=run.bold and "bold" in holds,
        italic=(run.italic or (bool(run.emphasis) and "emphasis" not in holds))
        and "italic" in holds,
        underline=run.underline and "underline" in holds,
        colour=run.colour if "colour" in holds else "",
        voice=run.voice if "voice" in holds else "",
        language=run.language if "run language" in holds else "",
        classes=run.classes if "classes" in holds else (),
        emphasis=run.emphasis if "emphasis" in holds else "",
        combine=run.combine and "combine" in holds,
        sung_ms=run.sung_ms if "sung" in holds else None,
    )


def _aside(run: Run) -> str:
    """A reading behind its word."""
    wide = any(ord(letter) in _WIDE for letter in run.text)
    return f"{run.text}（{run.ruby}）" if wide else f"{run.text} ({run.ruby})"


def _one_line(text: str) -> str:
    wide = any(ord(letter) in _WIDE for letter in text)
    return text.replace("\n", "　" if wide else " ")


def _layout(layout: Layout, holds: frozenset[Feature]) -> Layout:
    point = "point" in holds
    return Layout(
        (layout.anchor if layout.anchor != 2 else None) if "anchor" in holds else None,
        layout.x if point else None,
        layout.y if point else None,
        layout.width if point else None,
        layout.vertical if "vertical" in holds else "",
    )


def _remark(note: str, kind: str) -> str:
    """The words of a remark without its format's mark."""
    if kind == "ass":
        return "\n".join(line.split(",", 9)[-1] for line in note.split("\n") if line)
    return note.removeprefix("NOTE").strip() if kind == "vtt" else note
