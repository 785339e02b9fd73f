"""Recordings with deals in a few words: the tables that readers would have made of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, Literal

import ibis.expr.types as ir

from kaigai.findings.audibility import heard
from kaigai.findings.availability import solve
from kaigai.sources.rights import Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import ISO, Mask, codes_of, mask_id, mask_of
from tests.conftest import table

DAY = date(2026, 11, 1)
WORLD = tuple(ISO)
BUT_JAPAN = tuple(code for code in ISO if code != "JP")

WITHDRAWN: Final = "withdrawn"

#: One deal set, None where no deal list was delivered, WITHDRAWN where there was one before.
Rights = Sequence[Right] | None
Sets = Sequence[Rights | Literal["withdrawn"]]

_MASKS: dict[int, Mask] = {}


def right(codes: Iterable[str] = WORLD, **fields: Any) -> Right:
    """A right to stream in these territories, since 2020 and without an end unless told."""
    mask = mask_of(codes)
    _MASKS[mask_id(mask)] = mask
    since: dict[str, Any] = {"use_type": "OnDemandStream", "start_day": date(2020, 1, 1)}
    return Right(mask_id(mask), **(since | fields))


def codes_in(right: Right) -> set[str]:
    """The territories of a right."""
    return set(codes_of(_MASKS[right.territory_set_id]))


def dealt(recordings: Mapping[str, Rights], day: date = DAY) -> dict[str, ir.Table]:
    """Tables of recordings by id, each on a release of its own with these rights."""
    return tables_of({name: [rights] for name, rights in recordings.items()}, day)


def tables_of(recordings: Mapping[str, Sets], day: date = DAY) -> dict[str, ir.Table]:
    """Tables of recordings by id, each on one release per deal set."""
    tracks, deliveries = [], []
    deals: dict[int, Sequence[Right]] = {}
    for name, sets in recordings.items():
        for n, rights in enumerate(sets, 1):
            key = f"{name}/{n}"
            set_id = None if rights is None or isinstance(rights, str) else deal_set_id(rights)
            if rights and not isinstance(rights, str):
                deals[deal_set_id(rights)] = rights
            tracks.append(_track(name, n, set_id) | {"delivery_id": key})
            deliveries.append(_delivery(key) | {"withdrawn": rights == WITHDRAWN})
    made = {
        "tracks": table("tracks", *tracks),
        "deals": table("deals", *(row for each in deals for row in deal_rows(each, deals[each]))),
        "territory_sets": table(
            "territory_sets", *(territory_set(m, "") for m in _MASKS.values())
        ),
        "deliveries": table("deliveries", *deliveries),
        "recordings": table(
            "recordings", *({"recording_id": name, "title": name} for name in recordings)
        ),
    }
    solved = solve(made, day=day)
    return made | {
        "heard": heard(solved.availability, solved.answers),
        "availability": solved.availability,
        "answers": solved.answers,
    }


def territory_sets() -> ir.Table:
    """The table of all territory sets that rights were made of."""
    return table("territory_sets", *(territory_set(mask, "") for mask in _MASKS.values()))


def territories_found(bad: ir.Table, key: str = "recording_id") -> dict[str, str]:
    """What a check found, with the territories concerned, for example {"A": "KR TW"}."""
    rows = bad.to_pyarrow().to_pylist()
    return {
        row[key]: " ".join(codes_of((row["m0"], row["m1"], row["m2"], row["m3"]))) for row in rows
    }


def _track(name: str, n: int, set_id: int | None) -> dict[str, Any]:
    place = {"release_id": f"R{name}{n}", "disc": 1, "position": 1}
    return place | {"recording_id": name, "deal_set_id": set_id}


def _delivery(key: str) -> dict[str, Any]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return {"delivery_id": key, "kind": "new", "standing": 3, "delivered_at": at}
