"""The pairs that romanisation is measured on, parted into a half to learn from and one to test."""

import csv
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kaigai.romanise.fold import folded

SEED = "7"
TITLES = Path(__file__).parents[2] / "shared" / "data" / "titles"


@dataclass(frozen=True, slots=True)
class Pair:
    """A native form and the Latin form that was published."""

    native: str
    latin: str
    kind: str
    source: str
    extra: str
    case_reliable: bool


def is_training(native: str) -> bool:
    """Whether a pair belongs to the half that tables may learn from; the same for equal forms."""
    return int(sha256(f"{SEED}:{folded(native)}".encode()).hexdigest(), 16) % 100 < 50


def pairs(name: str, *, training: bool, folder: Path = TITLES) -> list[Pair]:
    """The pairs of one file (`ja_songs`) and one half."""
    with (folder / f"dev_{name}.tsv").open(encoding="utf-8") as lines:
        return [
            _pair(row)
            for row in csv.DictReader(lines, delimiter="\t")
            if is_training(row["native"]) == training
        ]


def _pair(row: dict[str, str]) -> Pair:
    return Pair(
        row["native"],
        row["latin"],
        row["kind"],
        row["source"],
        row["extra"],
        row["case_reliable"] == "1",
    )
