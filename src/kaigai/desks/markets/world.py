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
        shares = self.languages[self.at(code)]
        return max(shares, key=lambda tag: shares[tag]) if shares else None

    def share_of(self, language: str, code: str) -> float:
        """The share of a territory's people who use a language, in whatever script."""
        base = language.split("-")[0]
        shares = self.languages[self.at(code)]
        return max((n for tag, n in shares.items() if tag.split("-")[0] == base), default=0.0)

    def shared_language(self) -> Numbers:
        """How likely one person here and one there have a language in common, at most 1."""
        return self._shared

    @cached_property
    def _shared(self) -> Numbers:
        tags = sorted({tag.split("-")[0] for shares in self.languages for tag in shares})
        place = {tag: at for at, tag in enumerate(tags)}
        spoken = np.zeros((len(self.codes), len(tags)))
        for row, shares in enumerate(self.languages):
            for tag, share in shares.items():
                at = place[tag.split("-")[0]]
                spoken[row, at] = max(spoken[row, at], share)
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
