"""Releases: kinds, identifiers, discs and places, in groups, lists and track releases."""

from kaigai.formats.ddex.faults import Problem
from kaigai.formats.ddex.message import Release
from tests.formats.ddex.messages import SOUND, every, message, read

RESOURCES = "".join(SOUND.replace("A1", f"A{n}").replace("00001", f"0000{n}") for n in range(1, 5))


def releases(text: str, version: str = "43") -> list[Release]:
    return every(Release, read(message(releases=text, resources=RESOURCES, version=version)))


def item(reference: str, sequence: int | None = None, extra: str = "") -> str:
    number = f"<SequenceNumber>{sequence}</SequenceNumber>" if sequence else ""
    return (
        f"<ResourceGroupContentItem>{number}<ReleaseResourceReference>{reference}"
        f"</ReleaseResourceReference>{extra}</ResourceGroupContentItem>"
    )


def group(inner: str, sequence: int | None = None) -> str:
    number = f"<SequenceNumber>{sequence}</SequenceNumber>" if sequence else ""
    return f"<ResourceGroup>{number}{inner}</ResourceGroup>"


def placed(release: Release) -> list[tuple[str, int | None, int | None]]:
    return [(one.resource_reference, one.disc, one.sequence) for one in release.placements]


def release(inner: str) -> str:
    return f"<Release><ReleaseReference>R0</ReleaseReference>{inner}</Release>"


def test_one_disc() -> None:
    (found,) = releases(release(group(item("A1", 1) + item("A2"), 1)))
    assert placed(found) == [("A1", 1, 1), ("A2", 1, 2)]


def test_discs_within_one_group() -> None:
    discs = group(item("A1", 1) + item("A2", 2), 1) + group(item("A3", 1) + item("A4", 2))
    (found,) = releases(release(group(discs)))
    assert placed(found) == [("A1", 1, 1), ("A2", 1, 2), ("A3", 2, 1), ("A4", 2, 2)]


def test_discs_side_by_side() -> None:
    (found,) = releases(release(group(item("A1", 1)) + group(item("A2", 1))))
    assert placed(found) == [("A1", 1, 1), ("A2", 2, 1)]


def test_linked_and_bonus() -> None:
    extra = (
        '<LinkedReleaseResourceReference LinkDescription="CoverArt">A2'
        "</LinkedReleaseResourceReference><IsBonusResource>true</IsBonusResource>"
    )
    (found,) = releases(release(group(item("A1", 1, extra))))
    placement = found.placements[0]
    assert placement.is_bonus
    assert (placement.linked[0].reference, placement.linked[0].description) == ("A2", "CoverArt")


LISTED = """<ReleaseId><ICPN>4988000000017</ICPN></ReleaseId><ReleaseResourceReferenceList>
<ReleaseResourceReference ReleaseResourceType="PrimaryResource">A1</ReleaseResourceReference>
<ReleaseResourceReference ReleaseResourceType="PrimaryResource">A2</ReleaseResourceReference>
<ReleaseResourceReference ReleaseResourceType="SecondaryResource">A3</ReleaseResourceReference>
</ReleaseResourceReferenceList><ReleaseType>Album</ReleaseType>"""


def test_list_without_groups() -> None:
    (found,) = releases(release(LISTED), "382")
    assert placed(found) == [("A1", None, 1), ("A2", None, 2), ("A3", None, None)]
    assert found.placements[2].is_secondary


def test_groups_by_territory_place_what_the_list_names() -> None:
    name = "ReleaseDetailsByTerritory"
    block = f"<{name}><TerritoryCode>{{}}</TerritoryCode>{{}}</{name}>"
    groups = group(item("A2", 1) + item("A1", 2))
    text = release(LISTED + block.format("JP", groups) + block.format("US", groups))
    (found,) = releases(text, "382")
    assert placed(found) == [("A1", 1, 2), ("A2", 1, 1), ("A3", None, None)]


def test_kinds_and_main() -> None:
    album = release("<ReleaseType>Album</ReleaseType>")
    track = release("<ReleaseType>TrackRelease</ReleaseType>").replace("R0", "R1")
    video = release("<ReleaseType>VideoTrackRelease</ReleaseType>").replace("R0", "R2")
    found = releases(track + video + album, "382")
    assert [(one.kind, one.is_main) for one in found] == [
        ("track", False),
        ("video-track", False),
        ("main", True),
    ]
    stated = track.replace("<Release>", '<Release IsMainRelease="true">')
    assert [one.is_main for one in releases(stated + album, "382")] == [True, False]


def test_track_and_clip_releases() -> None:
    inner = (
        "<ReleaseReference>R{}</ReleaseReference><ReleaseId><ProprietaryId Namespace='X'>9"
        "</ProprietaryId></ReleaseId><ReleaseResourceReference>A{}</ReleaseResourceReference>"
        "<ReleaseLabelReference ApplicableTerritoryCode='JP'>P1</ReleaseLabelReference>"
    )
    text = f"<TrackRelease>{inner.format(1, 1)}</TrackRelease>"
    text += f"<ClipRelease>{inner.format(2, 2)}</ClipRelease>"
    track, clip = releases(text)
    assert (track.kind, clip.kind) == ("track", "clip")
    assert placed(track) == [("A1", None, None)]
    assert track.ids.proprietary[0].value == "9"
    label = track.labels[0]
    assert label.party_reference == "P1"
    assert label.places is not None
    assert label.places.codes == ("JP",)


def test_dates_titles_and_lines() -> None:
    (found,) = releases(
        release(
            "<FormalTitle LanguageAndScriptCode='ja-Latn'><TitleText>Toudai</TitleText>"
            "</FormalTitle>"
            "<ReleaseDate ApplicableTerritoryCode='JP' IsDefault='true'>2026-04-01</ReleaseDate>"
            "<OriginalReleaseDate>1999-01</OriginalReleaseDate>"
            "<PLine><Year>2026</Year><PLineText>2026 Aoi</PLineText></PLine>"
            "<CLine><CLineText>2026 Aoi</CLineText></CLine>"
            "<DisplayGenre><GenreText>J-Pop</GenreText><SubGenre>City</SubGenre></DisplayGenre>"
            "<ReleaseVisibilityReference>V1</ReleaseVisibilityReference>"
        ),
        "432",
    )
    assert [(one.text, one.kind) for one in found.titles] == [("Toudai", "formal")]
    assert [(one.kind, one.when.text, one.is_default) for one in found.released] == [
        ("release", "2026-04-01", True),
        ("original", "1999-01", None),
    ]
    assert [(one.mark, one.year) for one in found.lines] == [("P", "2026"), ("C", None)]
    assert (found.genres[0].text, found.genres[0].sub) == ("J-Pop", "City")
    assert found.visibility_references == ["V1"]


def test_a_bad_number_and_an_unknown_resource() -> None:
    numbered = item("A1", 5).replace(">5<", ">x<")
    text = release(group(item("A9") + numbered))
    parts = read(message(releases=text))
    assert [one.found for one in every(Problem, parts)] == ["x", "A9"]
    assert placed(every(Release, parts)[0]) == [("A9", 1, 1), ("A1", 1, 2)]
