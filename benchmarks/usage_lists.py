"""Writes the lists of the label whose plays `usage_rows` writes: recordings and artists."""

import csv
from pathlib import Path

from benchmarks.usage_rows import ACTS, RECORDINGS, act_of, home_of, isrc_of


def write_lists(folder: Path) -> None:
    """A catalogue sheet and a list of artists."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "catalogue.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["title", "artist", "ISRC"])
        for number in range(RECORDINGS):
            rows.writerow([f"Song {number:05}", _name(act_of(number)), isrc_of(number)])
    with (folder / "artists.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["artist name", "home country"])
        rows.writerows([_name(act), home_of(act)] for act in range(ACTS))


def _name(act: int) -> str:
    return f"Act {act:04}"
