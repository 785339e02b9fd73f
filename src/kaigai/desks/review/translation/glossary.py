"""The glossary: artists' terms and song titles with their one form, or never to be translated."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kaigai.terms.scripts import script_of

Kind = Literal["term", "artist", "title"]

#: What a title stands in when a text speaks of it.
QUOTES = {"「": "」", "『": "』", "“": "”", '"': '"', "《": "》", "〈": "〉", "‘": "’"}
SHORTEST = 2  #: characters of a term; single ones occur inside other words


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its fixed form in a language; `form` None: it stays as it is.

    language   the target language it holds for, "" for every one (`en` holds for `en-GB`)
    artist_id  whose texts it holds for, "" for everybody's
    kind       a title holds only where it stands in quotation marks, or is the whole text
    """

    word: str
    form: str | None = None
    language: str = ""
    artist_id: str = ""
    kind: Kind = "term"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text, and the form it must have in the translation."""

    start: int
    end: int
    word: str
    form: str


class Glossary:
    """Terms that hold for one target language and one artist's texts, the longest first."""

    def __init__(self, terms: Iterable[Term], *, language: str, artist_id: str = "") -> None:
        holding = [term for term in terms if _holds(term, language, artist_id)]
        # What people keep wins over the catalogue's names, an artist's own over everybody's, then
        # the language's own, then a form over none.
        holding.sort(key=_weight)
        self.forms = {term.word: term.form or term.word for term in holding}
        self.titles = {term.word for term in holding if term.kind == "title"}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = sorted(
            (word for word in self.forms if len(word) >= SHORTEST or word in self.titles),
            key=lambda word: (-len(word), word),
        )
        return re.compile("|".join(map(_bounded, words))) if words else None

    def find(self, text: str, *, whole: bool = True) -> list[Occurrence]:
        """The terms of a text, in order; `whole` off: the text itself is what is being named."""
        if self._pattern is None:
            return []
        found = [
            Occurrence(each.start(), each.end(), each.group(), self.forms[each.group()])
            for each in self._pattern.finditer(text)
        ]
        return [each for each in found if self._counts(text, each, whole)]

    def _counts(self, text: str, found: Occurrence, whole: bool) -> bool:
        if found.word == text.strip():
            return whole
        if found.word not in self.titles:
            return True
        before, after = text[: found.start][-1:], text[found.end :][:1]
        return before in QUOTES and QUOTES[before] == after


def violations(found: Sequence[Occurrence], translation: str) -> list[str]:
    """Forms that a translation lacks, or has less often than the original has their words."""
    forms = [each.form for each in found]
    return [form for form in dict.fromkeys(forms) if translation.count(form) < forms.count(form)]


def _weight(term: Term) -> tuple[bool, ...]:
    return (
        term.kind == "term",
        bool(term.artist_id),
        bool(term.language),
        term.form is not None,
    )


def _holds(term: Term, language: str, artist_id: str) -> bool:
    if term.artist_id and term.artist_id != artist_id:
        return False
    return (
        not term.language or language == term.language or language.startswith(f"{term.language}-")
    )


def _bounded(word: str) -> str:
    """A Latin word counts only as a word of its own; other scripts write no spaces."""
    if script_of(word) not in ("Latn", "Cyrl", "Grek"):
        return re.escape(word)
    return rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])"
