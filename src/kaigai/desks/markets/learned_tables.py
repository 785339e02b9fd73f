"""What public charts taught once, so that a label with three artists is answered on day one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from kaigai.desks.markets.counts import Counts

if TYPE_CHECKING:
    from kaigai.desks.markets.model import Model


@dataclass(frozen=True)
class Learned:
    """Counts of markets and the weights of signals, from charts until a day."""

    until: date
    counts: Counts
    weights: Mapping[str, Any]

    @cached_property
    def model(self) -> "Model":
        """The model that the weights are of; only what comes next asks for it."""
        from kaigai.desks.markets.model import Linear, Model

        mean, spread, weights = (
            np.array(self.weights[name]) for name in ("mean", "spread", "weights")
        )
        names, constant = tuple(self.weights["names"]), self.weights["constant"]
        return Model(Linear(names, mean, spread, weights, constant))


def learned_by(day: date) -> Learned | None:
    """What had been learned by a day; None where it rests on later charts than that."""
    learned = _learned()
    return learned if learned.until <= day else None


@lru_cache(maxsize=1)
def _learned() -> Learned:
    weights = json.loads(_text("model.json"))
    return Learned(date.fromisoformat(weights["until"]), _counts(), weights)


def _counts() -> Counts:
    alone = list(_rows("territories.csv"))
    codes = tuple(row[0] for row in alone)
    place = {code: at for at, code in enumerate(codes)}
    numbers = np.array([[float(cell) for cell in row[1:]] for row in alone]).T
    pairs = np.zeros((3, len(codes), len(codes)))
    for one, other, *cells in _rows("follows.csv"):
        pairs[:, place[one], place[other]] = [float(cell) for cell in cells]
    return Counts(codes, *numbers, *pairs)


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split(",") for line in _text(name).splitlines()[1:])


def _text(name: str) -> str:
    folder = files("kaigai.desks.markets") / "learned"
    return (folder / name).read_text(encoding="utf-8")
