"""The check for missing tracks compares the list with the delivery, and looks for gaps."""

from collections.abc import Iterable

import pytest

from kaigai.findings.checks.missing_tracks import missing_tracks
from tests.conftest import table

DELIVERIES = (
    {"delivery_id": "ern", "standing": 3},
    {"delivery_id": "ern2", "standing": 3},
    {"delivery_id": "sheet", "standing": 1},
)
Places = Iterable[tuple[int | None, int | None]]


def ask(count: int | None, **tracks: Places) -> tuple[int, int] | None:
    """(expected, delivered) of one release, given its listed count and tracks by delivery."""
    release = {"release_id": "R", "title": "夜"}
    both = table(
        "all_releases",
        release | {"is_delivered": True},
        release | {"is_delivered": False, "track_count": count},
    )
    places = [
        {"release_id": "R", "recording_id": f"{disc}-{n}", "disc": disc, "position": n}
        | {"delivery_id": delivery}
        for delivery, each in tracks.items()
        for disc, n in each
    ]
    bad = missing_tracks.ask(
        table("releases", release),
        table("tracks", *places),
        both,
        table("deliveries", *DELIVERIES),
    )
    rows = bad.to_pyarrow().to_pylist()
    return (rows[0]["expected"], rows[0]["delivered"]) if rows else None


def disc(*positions: int, on: int | None = 1) -> list[tuple[int | None, int | None]]:
    """Positions on one disc."""
    return [(on, position) for position in positions]


@pytest.mark.parametrize(
    ("count", "tracks", "expected"),
    [
        (3, {"ern": disc(1, 2)}, (3, 2)),
        (None, {"ern": disc(1, 2), "sheet": disc(1, 2, 3)}, (3, 2)),
        (None, {"ern": disc(1, 3)}, (3, 2)),
        (None, {"ern": disc(2, 3)}, (3, 2)),
        (None, {"ern": disc(1, 2) + disc(1, 3, on=2)}, (5, 4)),
        (3, {"ern": disc(1, 2, 3), "ern2": disc(1, 2)}, (3, 2)),
        (None, {"ern": disc(1, 3, on=None)}, (3, 2)),
    ],
)
def test_finds_missing_tracks(
    count: int | None, tracks: dict[str, Places], expected: tuple[int, int]
) -> None:
    assert ask(count, **tracks) == expected


@pytest.mark.parametrize(
    ("count", "tracks"),
    [
        (3, {"ern": disc(1, 2, 3)}),
        (2, {"ern": disc(1, 2, 3)}),
        (None, {"ern": disc(1, 2), "sheet": disc(1)}),
        (None, {"ern": disc(1, 2) + disc(1, 2, on=2)}),
        (None, {"ern": disc(1, 2) + disc(3, 4, on=2)}),
        (None, {"ern": [*disc(1, 2), (1, None)]}),
        (9, {"sheet": disc(1, 2)}),
    ],
)
def test_passes_whole_releases_and_undelivered_ones(
    count: int | None, tracks: dict[str, Places]
) -> None:
    assert ask(count, **tracks) is None
