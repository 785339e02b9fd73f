"""A piece of a title between two word boundaries, and the ways it may be read."""

from dataclasses import dataclass, field
from typing import Literal

#: native: kana to be spelled out; foreign: its own spelling; latin: as written; mark: punctuation.
Sort = Literal["native", "foreign", "latin", "mark"]
#: How a piece stands to the one before it.
Joint = Literal["space", "join", "hyphen", "counter", "progressive"]


@dataclass(frozen=True, slots=True)
class Word:
    """Hiragana (native) or letters; `kana` is what a foreign word was written as."""

    text: str
    sort: Sort = "native"
    particle: bool = False
    kana: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a piece, its share among the ways, and who reads it so."""

    words: tuple[Word, ...]
    share: float
    readers: tuple[str, ...] = ()

    @property
    def kana(self) -> str:
        """The reading, whatever the spelling."""
        return "".join(word.kana or word.text for word in self.words)


@dataclass(slots=True)
class Piece:
    """Characters of a text with their class of word and their options, best first."""

    surface: str
    start: int
    pos: str
    detail: str = ""
    form: str = ""
    origin: str = ""
    lemma: str = ""
    kana: str = ""
    options: list[Option] = field(default_factory=list)
    joint: Joint = "space"

    @property
    def end(self) -> int:
        """Where the next piece begins."""
        return self.start + len(self.surface)
