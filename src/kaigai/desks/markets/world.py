"""What is known of every territory before any play is counted: people, income, languages, ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kaigai.terms.territories import ISO

Numbers = NDArray[np.float64]

STEP_KM: Final = 10
SPOKEN: Final = 0.4  #: share of the people who use a language that a territory then has
NEAR_KM: Final = 2500.0  #: from here on, neighbours are no longer neighbours


@dataclass(frozen=True)
class World:
    """Arrays in the order of `codes`; nan is not known.

    population  people; income  gross product in millions of PPP dollars
    languages   per territory the share (0 to 1) of its people who use each language
    km          how far it is from each territory to each
    """

    codes: tuple[str, ...]
    population: Numbers
    income: Numbers
    languages: tuple[Mapping[str, float], ...]
    km: Numbers

    def at(self, code: str) -> int:
        """The place of a territory; raises ValueError for what is none."""
        return _places()[code] if self.codes is ISO else self.codes.index(code)

    def main_language(self, code: str) -> str | None:
        """What most people of a territory use."""
        return self._main_languages[self.at(code)]

    @cached_property
    def _main_languages(self) -> tuple[str | None, ...]:
        return tuple(
            max(shares, key=lambda tag: shares[tag]) if shares else None
            for shares in self.languages
        )

    def share_of(self, language: str, code: str) -> float:
        """The share of a territory's people who use a language, in whatever script."""
        base = language.split("-")[0]
        return self._by_language.get(base, {}).get(self.at(code), 0.0)

    @cached_property
    def _by_language(self) -> Mapping[str, Mapping[int, float]]:
        """Per language, in whatever script, the share of those who use it in each territory."""
        found: dict[str, dict[int, float]] = {}
        for at, shares in enumerate(self.languages):
            for tag, share in shares.items():
                of = found.setdefault(tag.split("-")[0], {})
                of[at] = max(of.get(at, 0.0), share)
        return found

    @cached_property
    def understood(self) -> NDArray[np.bool_]:
        """Whether the main language of each territory (row) is one of each other's (column)."""
        found = np.zeros((len(self.codes), len(self.codes)), dtype=np.bool_)
        for row, language in enumerate(self._main_languages):
            if language:
                for column, share in self._by_language[language.split("-")[0]].items():
                    found[row, column] = share >= SPOKEN and row != column
        return found

    def shared_language(self) -> Numbers:
        """How likely one person here and one there have a language in common, at most 1."""
        return self._shared

    @cached_property
    def _shared(self) -> Numbers:
        spoken = np.zeros((len(self.codes), len(self._by_language)))
        for column, tag in enumerate(sorted(self._by_language)):
            for row, share in self._by_language[tag].items():
                spoken[row, column] = share
        return np.minimum(spoken @ spoken.T, 1.0)

    def only(self, places: NDArray[np.int64]) -> "World":
        """The same with some territories alone."""
        return World(
            tuple(self.codes[at] for at in places),
            self.population[places],
            self.income[places],
            tuple(self.languages[at] for at in places),
            self.km[np.ix_(places, places)],
        )

    def near(self, code: str) -> tuple[str, ...]:
        """The territories nearby, the nearest first, itself left out."""
        row = self.km[self.at(code)]
        order = np.argsort(np.nan_to_num(row, nan=np.inf))
        return tuple(
            self.codes[at] for at in order if self.codes[at] != code and row[at] < NEAR_KM
        )


@lru_cache(maxsize=1)
def world() -> World:
    """The territories of ISO as the files in `reference` have them."""
    folder = files("kaigai.desks.markets") / "reference"
    lines = (folder / "territories.csv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split(",") for line in lines]
    assert tuple(row[0] for row in rows) == ISO
    return World(
        ISO,
        _known([float(row[1]) for row in rows]),
        _known([float(row[2]) for row in rows]),
        tuple(_shares(row[3]) for row in rows),
        _distances((folder / "distances.txt").read_text(encoding="utf-8")),
    )


def _known(values: list[float]) -> Numbers:
    array = np.array(values)
    return np.where(array > 0, array, np.nan)


def _shares(text: str) -> Mapping[str, float]:
    pairs = (each.split(":") for each in text.split())
    return {tag: float(share) / 100 for tag, share in pairs}


def _distances(text: str) -> Numbers:
    """A whole matrix from its lower half."""
    km = np.zeros((len(ISO), len(ISO)))
    for at, line in enumerate(text.split("\n")[: len(ISO)]):
        km[at, :at] = [float(step) if step != "-1" else np.nan for step in line.split()]
    return (km + km.T) * STEP_KM


@lru_cache(maxsize=1)
def _places() -> Mapping[str, int]:
    return {code: at for at, code in enumerate(ISO)}
