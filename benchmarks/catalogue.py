"""A distributor's rights to measure with: many recordings, few distinct sets of deals."""

import random
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kaigai.facts.table import TABLES
from kaigai.sources.rights import Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import ISO, complement, mask_of

TERRITORY_SETS = 2_000
DEAL_SETS = 50_000
DEALS_EACH = (1, 2, 2, 3, 3, 4)  #: 2.5 on average
SECOND_RELEASE = 0.15  #: share of recordings that are on a second release
OTHER_DEALS = 0.3  #: share of those that have other deals there
DAY = date(2026, 11, 1)


def write_catalogue(folder: Path, recordings: int, seed: int = 1) -> None:
    """Write tracks, deals, territory sets and one delivery as Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    sets, deals = _deal_sets(random.Random(seed))
    _write(folder, "territory_sets", pa.Table.from_pylist(sets))
    _write(folder, "deals", pa.Table.from_pylist(deals))
    chosen = np.unique(np.array([row["deal_set_id"] for row in deals]))
    _write(folder, "tracks", _tracks(recordings, chosen, np.random.default_rng(seed)))
    live = pa.table({"delivery_id": ["d"], "withdrawn": [False]})
    pq.write_table(live, folder / "deliveries.parquet")


def _write(folder: Path, name: str, rows: pa.Table) -> None:
    columns = [name for name in TABLES[name].stored if name in rows.column_names]
    pq.write_table(rows.select(columns), folder / f"{name}.parquet", compression="zstd")


def _deal_sets(chance: random.Random) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    sets = []
    for _ in range(TERRITORY_SETS):
        codes = chance.sample(ISO, chance.choice([1, 3, 46, 120]))
        mask = mask_of(codes)
        sets.append(territory_set(complement(mask) if chance.random() < 0.5 else mask, "made"))
    deals: list[dict[str, object]] = []
    for _ in range(DEAL_SETS):
        rights = [_right(chance, sets) for _ in range(chance.choice(DEALS_EACH))]
        deals += deal_rows(deal_set_id(rights), rights)
    return sets, deals


def _right(chance: random.Random, sets: list[dict[str, object]]) -> Right:
    end = chance.choice([None, None, None, date(2025, 6, 30), date(2027, 6, 30)])
    start = chance.choice([date(2019, 4, 1), date(2024, 4, 1), date(2027, 1, 1)])
    return Right(
        territory_set_id=int(str(chance.choice(sets)["territory_set_id"])),
        commercial_model=chance.choice(["SubscriptionModel", "PayAsYouGoModel"]),
        use_type=chance.choice(["OnDemandStream", "OnDemandStream", "PermanentDownload"]),
        service="Service",
        start_day=start,
        end_day=end,
        takedown=chance.random() < 0.02,
    )


def _tracks(recordings: int, sets: np.ndarray, chance: np.random.Generator) -> pa.Table:
    ids = np.array([f"JPZZ9{number:07}" for number in range(recordings)])
    first = sets[chance.integers(0, len(sets), recordings)]
    again = np.flatnonzero(chance.random(recordings) < SECOND_RELEASE)
    second = first[again]
    other = chance.random(len(again)) < OTHER_DEALS
    second[other] = sets[chance.integers(0, len(sets), int(other.sum()))]
    both = np.concatenate([ids, ids[again]])
    rows = len(both)
    return pa.table(
        {
            "release_id": pa.array([f"49{number // 12:011}" for number in range(rows)]),
            "recording_id": pa.array(both),
            "deal_set_id": pa.array(np.concatenate([first, second])),
            "delivery_id": pa.array(["d"] * rows),
        }
    )
