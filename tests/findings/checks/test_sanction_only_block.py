"""The note about sanctioned territories stands where nothing else is blocked."""

import pytest

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.checks.sanction_only_block import sanction_only_block
from kaigai.sources.rights import territory_set
from kaigai.terms.territories import ISO, SANCTIONED, codes_of, mask_of
from tests.conftest import found, table


@pytest.mark.parametrize(
    ("blocked", "expected"),
    [
        (set(SANCTIONED), ["V"]),
        ({"KP"}, ["V"]),
        ({"KP", "KR"}, []),
        ({"KP", "JP"}, []),
        (set(), []),
    ],
)
def test_notes_only_sanctioned_blocks(blocked: set[str], expected: list[str]) -> None:
    allowed = territory_set(mask_of(code for code in ISO if code not in blocked), "")
    video = {"video_id": "V", "is_official": True}
    videos = table(
        "placed_videos",
        video | {"territory_set_id": allowed["territory_set_id"]},
        {"video_id": "theirs", "is_official": False}
        | {"territory_set_id": allowed["territory_set_id"]},
    )
    bad = sanction_only_block.ask(videos, table("territory_sets", allowed), DEFAULTS)
    assert found(bad, "video_id") == expected
    for row in bad.to_pyarrow().to_pylist():
        assert set(codes_of((row["m0"], row["m1"], row["m2"], row["m3"]))) == blocked
