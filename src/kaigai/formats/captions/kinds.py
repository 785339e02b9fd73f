"""The kinds of captions file: endings, reader, writer, and what each can hold."""

from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final, Literal

from kaigai.formats.captions import ass, lrc, sbv, srt, ttml, ttml_write, webvtt
from kaigai.formats.captions.lines import MAX_CUES, SPLIT, TOO_MANY, decoded
from kaigai.formats.captions.model import CaptionFault, Captions, Cue, Parsed
from kaigai.terms.control_signs import cleaned, is_writable
from kaigai.terms.text import Text

Feature = Literal["ruby", "bold", "italic", "underline", "colour", "voice", "run language",
                  "classes", "emphasis", "combine", "sung", "anchor", "point", "vertical", "notes",
                  "ids", "language", "title", "ends", "lines", "milliseconds", "odd"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """One format; `holds` is what survives in it."""

    name: str
    label: str
    endings: tuple[str, ...]
    read: Callable[[str], Parsed]
    write: Callable[[Captions], str]
    holds: frozenset[Feature]


_SHAPE: Final[frozenset[Feature]] = frozenset({"ends", "lines", "milliseconds"})
_LOOKS: Final[frozenset[Feature]] = frozenset({"bold", "italic", "underline", "colour", "anchor"})

KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("srt", "SubRip", ("srt",), srt.read, srt.write, _SHAPE | _LOOKS),
        Kind("vtt", "WebVTT", ("vtt", "webvtt"), webvtt.read, webvtt.write, _SHAPE | _LOOKS
             | {"ruby", "voice", "run language", "classes", "sung", "point", "vertical", "notes",
                "ids", "language", "title"}),
        Kind("ass", "ASS", ("ass", "ssa"), ass.read, ass.write, _LOOKS
             | {"ends", "lines", "voice", "sung", "point", "notes", "language", "title"}),
        Kind("ttml", "TTML/IMSC", ("ttml", "dfxp", "xml", "itt"), ttml.read, ttml_write.write,
             _SHAPE | _LOOKS | {"ruby", "voice", "run language", "emphasis", "combine", "sung",
                                "point", "vertical", "notes", "ids", "language", "title"}),
        Kind("sbv", "SBV (YouTube)", ("sbv",), sbv.read, sbv.write, _SHAPE),
        Kind("lrc", "LRC", ("lrc",), lrc.read, lrc.write,
             frozenset({"sung", "language", "title"})),
    )
}  # fmt: skip

ENDINGS: Final = tuple(ending for kind in KINDS.values() for ending in kind.endings)

ONE_OF: Final = Text(
    en="captions in SRT, WebVTT, ASS, TTML, SBV or LRC",
    ja="SRT・WebVTT・ASS・TTML・SBV・LRCのいずれかの字幕",
)
NAME_IT: Final = Text(
    en="export the captions in one of these formats, and give the file its usual ending",
    ja="いずれかの形式で字幕を書き出し、ファイルに通常の拡張子を付けてください",
)


def kind_of(name: str) -> Kind | None:
    """The format that a file's name says; None where it says none."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return next((kind for kind in KINDS.values() if ending in kind.endings), None)


def sniffed(text: str) -> Kind | None:
    """The format that a file's beginning says."""
    head = text.lstrip()[:4096]
    if head.startswith("WEBVTT"):
        return KINDS["vtt"]
    if head.startswith("<"):
        return KINDS["ttml"]
    if head.lower().startswith("[script info]"):
        return KINDS["ass"]
    if sbv.TIMES.match(head):
        return KINDS["sbv"]  # an arrow may stand in its text, and in that of lyrics
    if "-->" in head and not lrc.MOMENT.search(head):
        return KINDS["srt"]
    return KINDS["lrc"] if head.startswith("[") else None


def read(data: bytes, name: str = "", encoding: str | None = None) -> Parsed:
    """Captions from a file's bytes; what the content says is stronger than the name.

    Bad cues come back as faults beside the good ones. Raises CaptionFault for a file that is
    no captions, or is not safe to open.
    """
    text = decoded(data, encoding)
    named, kind = kind_of(name), sniffed(text)
    if kind is None or (kind.name == "srt" and named and named.name == "vtt"):
        kind = named
    if kind is None:
        raise CaptionFault(1, text.strip()[:40], ONE_OF, NAME_IT)
    parsed = kind.read(text)
    if len(parsed.captions.cues) > MAX_CUES:
        raise CaptionFault(0, f"{len(parsed.captions.cues):,}", TOO_MANY, SPLIT)
    if not parsed.captions.cues and sniffed(text) is None:
        raise CaptionFault(1, text.strip()[:40], ONE_OF, NAME_IT)
    return replace(parsed, captions=replace(parsed.captions, newline=_newline(data),
                                            has_mark=data.startswith(BOM_UTF8)))  # fmt: skip


def _newline(data: bytes) -> str:
    """How the lines of a file end: as most of them do."""
    return "\r\n" if data.count(b"\r\n") * 2 > data.count(b"\n") else "\n"


def write(captions: Captions, kind: str) -> bytes:
    """Captions as a file's bytes, UTF-8; what the format cannot hold must be gone already."""
    text = KINDS[kind].write(_writable(captions))
    mark = BOM_UTF8 if captions.has_mark else b""
    return mark + text.replace("\n", captions.newline).encode()


def _writable(captions: Captions) -> Captions:
    """Captions without control characters, which people paste and XML cannot hold."""
    said = [captions.title, *(_said(cue) for cue in captions)]
    if all(map(is_writable, said)):
        return captions
    cues = tuple(cue if is_writable(_said(cue)) else _without_controls(cue) for cue in captions)
    return replace(captions, cues=cues, title=cleaned(captions.title))


def _said(cue: Cue) -> str:
    return "".join((cue.note, *(f"{run.text}{run.ruby}{run.voice}" for run in cue.runs)))


def _without_controls(cue: Cue) -> Cue:
    runs = tuple(
        replace(run, text=cleaned(run.text), ruby=cleaned(run.ruby), voice=cleaned(run.voice))
        for run in cue.runs
    )
    return replace(cue, runs=runs, note=cleaned(cue.note))
