"""The check for blocked videos finds official ones that play at home and not abroad."""

import pytest

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.video_blocked_abroad import video_blocked_abroad
from kaigai.sources.rights import territory_set
from kaigai.terms.territories import ISO, SANCTIONED, codes_of, mask_of
from tests.conftest import found, table


def ask(blocked: set[str], is_official: bool | None = True) -> list[str]:
    """What the check finds of a video that is blocked there."""
    allowed = territory_set(mask_of(code for code in ISO if code not in blocked), "")
    video = {"video_id": "V", "title": "夜", "is_official": is_official}
    videos = table(
        "placed_videos",
        video | {"territory_set_id": allowed["territory_set_id"]},
        {"video_id": "free", "is_official": True},
    )
    bad = video_blocked_abroad.ask(videos, table("territory_sets", allowed), DEFAULTS)
    assert all("JP" not in _codes(row) for row in bad.to_pyarrow().to_pylist())
    return found(bad, "video_id")


def _codes(row: dict[str, int]) -> tuple[str, ...]:
    return codes_of((row["m0"], row["m1"], row["m2"], row["m3"]))


@pytest.mark.parametrize(
    ("blocked", "expected"),
    [
        ({"KR"}, ["V"]),
        ({"KR", *SANCTIONED}, ["V"]),
        (set(SANCTIONED), []),
        (set(ISO) - {"JP"}, ["V"]),
        ({"JP", "KR"}, []),
        (set(), []),
    ],
)
def test_finds_blocks_that_matter(blocked: set[str], expected: list[str]) -> None:
    assert ask(blocked) == expected


@pytest.mark.parametrize("is_official", [False, None])
def test_passes_what_is_not_known_to_be_official(is_official: bool | None) -> None:
    assert ask({"KR"}, is_official) == []
