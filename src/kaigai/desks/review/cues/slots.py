"""Captions as places that a translation is asked for: one a cue, lyrics marked."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from kaigai.desks.review.slots import Slot
from kaigai.formats.captions.model import Cue
from kaigai.formats.captions.songs import sung
from kaigai.terms.scripts import script_of

CUE: Final = "cue"
NOTE: Final = "♪"


def cue_slots(
    cues: Sequence[Cue],
    data: bytes,
    wanted: Sequence[str],
    *,
    are_lyrics: bool = False,
    artist_id: str | None = None,
    artist: str | None = None,
) -> list[Slot]:
    """A slot for each cue with letters, in each language.

    data        the file's bytes, by which its cues are told from another file's
    are_lyrics  all of it is; else the cues that are marked as song
    """
    marked = songs(cues, are_lyrics=are_lyrics)
    return [
        Slot(
            CUE,
            cue_id(data, number),
            slot,
            cue.text,
            script_of(cue.text),
            artist_id=artist_id,
            artist=artist,
            is_lyrics=number in marked,
        )
        for slot in wanted
        for number, cue in enumerate(cues, start=1)
        if has_letters(cue)
    ]


def songs(cues: Sequence[Cue], *, are_lyrics: bool) -> frozenset[int]:
    """The numbers, from one, of the cues that are lyrics."""
    return frozenset(range(1, len(cues) + 1)) if are_lyrics else frozenset(sung(cues))


def cue_id(data: bytes, number: int) -> str:
    """A cue's id: its file's content, and its number from one."""
    return f"{blake2b(data, digest_size=8).hexdigest()}:{number}"


def has_letters(cue: Cue) -> bool:
    """Whether there is anything to translate."""
    return any(letter.isalpha() for letter in cue.text)


def as_song(text: str) -> str:
    """Sung words with the mark by which everybody, and the gate of delivery, knows them."""
    return text if NOTE in text or "♫" in text else f"{NOTE} {text} {NOTE}"
