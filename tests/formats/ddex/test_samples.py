"""The published sample messages, where they are at hand, with exact expectations."""

from collections import Counter
from pathlib import Path

import pytest

from kaigai.formats.ddex.ern import Part, looks_like_ern, read_ern
from kaigai.formats.ddex.faults import Problem
from kaigai.formats.ddex.grants import ReleaseDeal, Visibility
from kaigai.formats.ddex.message import End, Head, Party, Release, Resource
from tests.formats.ddex.messages import every, only

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "ern"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")

# name -> version, sounds, videos, releases, release deals
EXPECTED = {
    "001_audioalbum_complete": ("382", 6, 0, 7, 0),
    "014_missing_deal": ("382", 9, 0, 10, 9),
    "016_utf8_artists": ("382", 12, 0, 13, 13),
    "017_purged_release": ("382", 0, 0, 0, 0),
    "01_delivery": ("382", 1, 0, 1, 1),
    "02_update": ("382", 1, 0, 1, 1),
    "03_delete": ("382", 0, 0, 0, 0),
    "04_no_deal": ("382", 1, 0, 1, 1),
    "411_longformvideo": ("411", 0, 2, 1, 1),
    "42_mixedmedia": ("42", 14, 3, 18, 14),
    "432_video_converted": ("432", 0, 2, 3, 1),
    "43_audio": ("43", 21, 0, 22, 2),
    "43_djmix": ("43", 9, 0, 1, 1),
    "43_simplevideosingle": ("43", 0, 1, 1, 1),
    "43_video": ("43", 0, 2, 3, 1),
}


def sample(name: str) -> list[Part]:
    with (SAMPLES / f"{name}.xml").open("rb") as stream:
        return list(read_ern(stream, name=name))


@pytest.mark.parametrize("name", EXPECTED)
def test_every_sample_reads_without_a_problem(name: str) -> None:
    assert looks_like_ern((SAMPLES / f"{name}.xml").read_bytes()[:4096])
    parts = sample(name)
    kinds = Counter(one.kind for one in every(Resource, parts))
    counts = (
        only(Head, parts).version,
        kinds["sound"],
        kinds["video"],
        len(every(Release, parts)),
        len(every(ReleaseDeal, parts)),
    )
    assert counts == EXPECTED[name]
    assert every(Problem, parts) == []


def test_japanese_album() -> None:
    parts = sample("43_audio")
    sounds = every(Resource, parts)
    assert [one.isrc for one in sounds[:2]] == ["JPTO09404900", "JPTO09404910"]
    assert len({one.isrc for one in sounds}) == 21
    native = [title for one in sounds for title in one.titles if title.language == "ja-Jpan"]
    assert len(native) == 21
    assert native[0].text == "夢のララバイ"
    party = every(Party, parts)[0]
    assert [(one.text, one.language) for one in party.names if one.kind == "full"] == [
        ("Saeko Shu", None),
        ("しゅうさえこ", "ja-Jpan"),
    ]
    deals = [deal for one in every(ReleaseDeal, parts) for deal in one.deals]
    assert {deal.places and deal.places.codes for deal in deals} == {("JP",)}
    main = every(Release, parts)[0]
    assert (main.kind, main.is_main, main.ids.icpn) == ("main", True, "00094631432057")
    assert [one.sequence for one in main.placements] == list(range(1, 22))


def test_empty_deal_list_differs_from_a_missing_deal() -> None:
    assert only(End, sample("001_audioalbum_complete")).deals == 0
    parts = sample("014_missing_deal")
    dealt = {name for one in every(ReleaseDeal, parts) for name in one.release_references}
    undealt = [one.reference for one in every(Release, parts) if one.reference not in dealt]
    assert len(undealt) == 1


def test_bundle_has_two_components() -> None:
    main = every(Release, sample("42_mixedmedia"))[0]
    placed = [(one.resource_reference, one.disc, one.sequence) for one in main.placements]
    assert placed[0] == ("A1", 1, 1)
    assert ("A15", 2, 1) in placed


def test_visibility_of_a_video_single() -> None:
    parts = sample("43_simplevideosingle")
    visibility = only(Visibility, parts)
    assert visibility.reference == every(Release, parts)[0].visibility_references[0]
    assert visibility.dates["ReleaseDisplayStart"].day.isoformat() == "2017-04-25"
    video = only(Resource, parts)
    assert (video.duration_ms, video.clips[0].kind) == (206_200, "Preview")
