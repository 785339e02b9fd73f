"""What public charts taught once, so that a label with three artists is answered on day one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

import numpy as np

from kaigai.desks.markets.counts import Counts
from kaigai.desks.markets.model import Linear, Model


@dataclass(frozen=True)
class Learned:
    """Counts of markets and the weights of signals, from charts until a day."""

    until: date
    counts: Counts
    model: Model


def learned_by(day: date) -> Learned | None:
    """What had been learned by a day; None where it rests on later charts than that."""
    learned = _learned()
    return learned if learned.until <= day else None


@lru_cache(maxsize=1)
def _learned() -> Learned:
    weights = json.loads(_text("model.json"))
    linear = Linear(
        tuple(weights["names"]),
        np.array(weights["mean"]),
        np.array(weights["spread"]),
        np.array(weights["weights"]),
        weights["constant"],
    )
    return Learned(date.fromisoformat(weights["until"]), _counts(), Model(linear))


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
