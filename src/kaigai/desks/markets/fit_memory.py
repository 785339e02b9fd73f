"""What fitting came to, kept for the next process by the digest of all that it came from.

Fitting, and loading what fits, takes as long as all the rest. It comes to a few numbers, which
are found again by everything that had a hand in them: the cells, what is known of the world, the
seed and the code. None can be out of date; where nothing can be kept, each process fits anew.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import numpy as np

from kaigai.desks.markets.demand_interval import Calibration
from kaigai.desks.markets.demand_model import Artist, Model, Numbers, Places, Spread
from kaigai.facts.sql_texts import Template, texts


@dataclass(frozen=True, slots=True)
class Learnt:
    """How far plays spread, how wide 90 % is, and what the chance of being heard hangs on."""

    spread: Spread
    calibration: Calibration
    weights: tuple[float, ...]


def learnt(digest: bytes, learn: Callable[[], Learnt]) -> Learnt:
    """What was learned from the same before, else now."""
    kept = texts().get(digest, lambda: Template(json.dumps(asdict(learn()))))
    assert kept is not None
    found = json.loads(kept.text)
    calibration = found["calibration"]
    return Learnt(
        Spread(**found["spread"]),
        Calibration(
            {name: tuple(three) for name, three in calibration["quantiles"].items()},
            calibration["counted"],
        ),
        tuple(found["weights"]),
    )


def digest_of(
    model: Model,
    *,
    homes: Mapping[str, int],
    markets: Sequence[Numbers | Places],
    seed: int,
) -> bytes:
    """The digest of a model before it is fitted, and of what else is looked at.

    homes    those of artists that were given, others are guessed; markets: what is known of each
             territory beside the model's cells
    """
    found = blake2b(_code(), digest_size=20)
    world = model.world
    known = [world.population, world.income, world.km, world.shared_language(), model.alike]
    if model.affinity is not None:
        known.append(model.affinity)
    for numbers in (*known, *markets):
        found.update(f"{numbers.shape} {numbers.dtype}".encode())
        found.update(np.ascontiguousarray(numbers).tobytes())
    found.update(repr((seed, world.codes, model.homes)).encode())
    for artist in model.artists:
        found.update(_said(artist, homes).encode())
        found.update(artist.at.tobytes() + artist.plays.tobytes())
    return b"fit" + found.digest()


def _said(artist: Artist, homes: Mapping[str, int]) -> str:
    return repr((artist.artist_id, artist.home, homes.get(artist.artist_id), len(artist.at)))


@cache
def _code() -> bytes:
    """Everything that may change what is learned: this desk's code, and what it counts with."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    told = [each.read_bytes() for each in own]
    told += [f"{name} {version(name)}".encode() for name in ("numpy", "scipy")]
    return blake2b(b"\0".join(told), digest_size=20).digest()
