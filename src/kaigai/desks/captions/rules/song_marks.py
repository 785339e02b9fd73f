"""Song is marked with ♪ where it begins and where it ends."""

from collections.abc import Iterator
from dataclasses import replace
from re import Match, sub
from typing import Final

from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.formats.captions.model import Cue, Run
from kaigai.formats.captions.songs import NOTES
from kaigai.terms.text import Text

_FIRST: Final = ("♪～", "♪〜")
_LAST: Final = ("～♪", "〜♪")


def _both(track: Track, place: int) -> Track | None:
    """The mark that lacks; Japanese songs may go on over many cues, so only people know there."""
    if track.language == "ja":
        return None
    cue = track.cues[place]
    runs = [replace(run, text=sub("^#(.+)#$", _noted, run.text)) for run in cue.runs]
    text = "".join(run.text for run in runs).strip()
    if not text.startswith(NOTES):
        runs[0] = replace(runs[0], text=f"♪ {runs[0].text}")
    if not text.endswith(NOTES):
        runs[-1] = replace(runs[-1], text=f"{runs[-1].text} ♪")
    return track.with_cue(place, _of(cue, runs))


def _noted(found: Match[str]) -> str:
    return f"♪{found[1]}♪"


def _of(cue: Cue, runs: list[Run]) -> Cue:
    return replace(cue, runs=tuple(runs))


@rule(
    "song-marks",
    weight="low",
    ja="歌詞は、始まりと終わりに♪を付けます。",
    say=Text("song without its mark at the {where_en}", "歌詞の{where_ja}に♪がありません"),
    todo=Text(
        en="put ♪ on both sides of each cue that is sung",
        ja="「♪～」で始め、「～♪」で終えてください",
    ),
    mend=_both,
)
def song_marks(track: Track) -> Iterator[Hit]:
    """Sung cues with one mark only; in Japanese, songs that begin and never end."""
    yield from _in_japanese(track) if track.language == "ja" else _in_each(track)


_BEGINNING: Final = {"where_en": "beginning", "where_ja": "始まり"}
_END: Final = {"where_en": "end", "where_ja": "終わり"}


def _in_each(track: Track) -> Iterator[Hit]:
    for place, cue in enumerate(track.cues):
        text = cue.text.strip()
        sung = any(note in text for note in NOTES)
        if sung and text.strip("".join(NOTES)).strip():
            first, last = text.startswith(NOTES), text.endswith(NOTES)
            if not (first and last):
                yield Hit(place, _END if first else _BEGINNING)
        elif len(text) > 2 and text.startswith("#") and text.endswith("#"):
            yield Hit(place, _BEGINNING)


def _in_japanese(track: Track) -> Iterator[Hit]:
    begun: int | None = None
    for place, cue in enumerate(track.cues):
        text = cue.text.strip()
        if text.startswith(_FIRST):
            if begun is not None:
                yield Hit(begun, _END)
            begun = place
        if text.endswith(_LAST):
            if begun is None and not text.startswith(NOTES):
                yield Hit(place, _BEGINNING)
            begun = None
    if begun is not None:
        yield Hit(begun, _END)
