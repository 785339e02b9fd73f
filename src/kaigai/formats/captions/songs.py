"""Which cues are sung: lyrics, for which translations need a clearance."""

from collections.abc import Iterable, Sequence
from typing import Final

from kaigai.formats.captions.model import Cue

NOTES: Final = ("♪", "♫", "🎵", "🎶")


def is_sung(cue: Cue) -> bool:
    """Whether a cue is marked as song, or has moments for single words, and has words at all."""
    marked = any(note in cue.text for note in NOTES)
    timed = any(run.sung_ms is not None for run in cue.runs)
    return (marked or timed) and any(letter.isalpha() for letter in cue.text)


def sung(cues: Iterable[Cue]) -> list[int]:
    """The numbers, from one, of the cues that are sung.

    In Japanese a song may begin with ♪～ in one cue and end with ～♪ in a later one: all
    between are sung.
    """
    found: list[int] = []
    going = False
    for number, cue in enumerate(cues, start=1):
        text = cue.text.strip()
        begins, finishes = text.startswith(("♪～", "♪〜")), text.endswith(("～♪", "〜♪"))
        going = going or begins
        if (going or is_sung(cue)) and any(letter.isalpha() for letter in text):
            found.append(number)
        if finishes:
            going = False
    return found


def numbers(cues: Sequence[int]) -> str:
    """Numbers of cues, neighbours together: 1, 3–5."""
    parts: list[list[int]] = []
    for cue in cues:
        if parts and cue == parts[-1][-1] + 1:
            parts[-1].append(cue)
        else:
            parts.append([cue])
    told = [f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0]) for each in parts]
    return ", ".join(told[:8]) + (" …" if len(told) > 8 else "")
