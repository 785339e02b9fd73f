"""The translation memory: what people approved before, found again exactly or nearly."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kaigai.terms.names import fold

NEAR = 75.0  #: of 100; below it, two texts have little to do with each other
SHORTEST = 6  #: characters; of shorter texts a near match is another word
EXACT, FOLDED, NEARLY = 0.99, 0.97, 0.9  #: what each kind of match is worth at best
OTHER_ARTIST, ANY_ARTIST, OTHER_KIND, OTHER_REGION = (
    0.05,
    0.03,
    0.03,
    0.02,
)  #: taken off where these differ
MATCHES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation, with whose it was, and who approved it, when and from what."""

    source: str
    target: str
    source_language: str
    target_language: str
    kind: str = ""
    artist_id: str = ""
    origin: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits a text, and how well (0 to 1)."""

    entry: Entry
    score: float


class Memory:
    """Entries by language, exact ones first; the newest of equals comes first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._pairs: dict[tuple[str, str], list[Entry]] = {}
        self._texts: dict[tuple[str, str], list[str]] = {}
        self._exact: dict[tuple[str, str, str], list[Entry]] = {}
        for entry in entries:
            pair = (_base(entry.source_language), written(entry.target_language))
            self._pairs.setdefault(pair, []).append(entry)
            self._texts.setdefault(pair, []).append(_plain(entry.source))
            self._exact.setdefault((*pair, _folded(entry.source)), []).append(entry)

    def __len__(self) -> int:
        return sum(map(len, self._pairs.values()))

    def matches(
        self, text: str, *, source: str, target: str, artist_id: str = "", kind: str = ""
    ) -> list[Match]:
        """The best matches, one per translation; near ones only where none is exact."""
        pair = (_base(source), written(target))
        same = [
            Match(entry, EXACT if _plain(entry.source) == _plain(text) else FOLDED)
            for entry in self._exact.get((*pair, _folded(text)), ())
        ]
        found = same or self._near(pair, text)
        scored = [_in_context(match, artist_id, kind, target) for match in found]
        best: dict[str, Match] = {}
        for match in scored:
            known = best.get(match.entry.target)
            if known is None or known.score < match.score:
                best[match.entry.target] = match
        return sorted(best.values(), key=lambda match: -match.score)[:MATCHES]

    def _near(self, pair: tuple[str, str], text: str) -> list[Match]:
        if len(_plain(text)) < SHORTEST:
            return []
        from rapidfuzz import fuzz, process

        entries = self._pairs.get(pair, [])
        near = process.extract(
            _plain(text),
            self._texts.get(pair, []),
            scorer=fuzz.ratio,
            score_cutoff=NEAR,
            limit=MATCHES * 3,
        )
        return [Match(entries[place], NEARLY * ratio / 100) for _, ratio, place in near]


def written(language: str) -> str:
    """A language without its region, but with the script that the region implies for Chinese."""
    base, *rest = language.split("-")
    if base == "zh":
        return "zh-Hant" if {"Hant", "TW", "HK", "MO"} & set(rest) else "zh-Hans"
    return "-".join([base, *(part for part in rest if len(part) == 4)])


def _in_context(match: Match, artist_id: str, kind: str, target: str) -> Match:
    entry, off = match.entry, 0.0
    if entry.artist_id != artist_id:
        off += OTHER_ARTIST if entry.artist_id else ANY_ARTIST
    if entry.kind and kind and entry.kind != kind:
        off += OTHER_KIND
    if entry.target_language != target:
        off += OTHER_REGION
    return Match(entry, round(match.score - off, 4))


def _base(language: str) -> str:
    return language.partition("-")[0]


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _folded(text: str) -> str:
    return fold(text)
