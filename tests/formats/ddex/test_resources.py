"""Recordings and videos: editions, titles, names, credits and languages in every version."""

import pytest

from kaigai.formats.ddex.faults import Problem
from kaigai.formats.ddex.message import Party, Resource
from tests.formats.ddex.messages import SOUND, every, message, only, read


def resource(inner: str, *, kind: str = "SoundRecording", version: str = "43") -> Resource:
    text = f"<{kind}><ResourceReference>A1</ResourceReference>{inner}</{kind}>"
    return only(Resource, read(message(resources=text, version=version)))


def test_party() -> None:
    party = only(Party, read(message()))
    assert party.reference == "P1"
    assert [(one.text, one.kind, one.language) for one in party.names] == [
        ("青い灯", "full", "ja-Jpan"),
        ("Aoi Hi", "full", "en"),
        ("Hi, Aoi", "indexed", "en"),
    ]
    assert party.names[0].is_default is True
    assert party.names[1].places is not None
    assert party.names[1].places.codes == ("US",)
    ids = party.ids
    assert (ids.isni, ids.ipi, ids.dpid) == (
        "0000000121032683",
        "00012345678",
        "PADPIDA2026010101A",
    )
    assert (ids.proprietary[0].namespace, ids.proprietary[0].value) == ("PADPIDA2026010101A", "77")


def test_sound_recording() -> None:
    sound = only(Resource, read(message()))
    assert (sound.kind, sound.reference, sound.isrc) == ("sound", "A1", "JPZZ02600001")
    assert sound.duration_ms == 206_200
    line, title = sound.titles
    assert line.is_display_text
    assert line.language is None
    assert (title.text, title.subtitle, title.language) == ("灯台", "アコースティック", "ja-Jpan")
    assert title.is_default is True
    assert sound.artists[0].party_reference == "P1"
    assert (sound.artists[0].roles, sound.artists[0].sequence) == (["MainArtist"], 1)


def test_first_edition_is_the_recording() -> None:
    found = resource(
        "<VideoEdition><Type>NonImmersiveEdition</Type><ResourceId><ISRC>JPZZ02600002</ISRC>"
        "<EIDR>10.5240/1</EIDR></ResourceId></VideoEdition>"
        "<VideoEdition><Type>ImmersiveEdition</Type><ResourceId><ISRC>JPZZ02600003</ISRC>"
        "</ResourceId></VideoEdition><SubTitleLanguage>en</SubTitleLanguage>"
        "<SubTitleLanguage>ko</SubTitleLanguage><LanguageOfDubbing>es</LanguageOfDubbing>"
        "<LanguageOfPerformance>ja</LanguageOfPerformance>",
        kind="Video",
    )
    assert found.kind == "video"
    assert found.isrc == "JPZZ02600002"
    assert [(one.kind, one.isrcs) for one in found.editions] == [
        ("NonImmersiveEdition", ["JPZZ02600002"]),
        ("ImmersiveEdition", ["JPZZ02600003"]),
    ]
    assert found.editions[0].ids[0].namespace == "EIDR"
    assert found.subtitle_languages == ["en", "ko"]
    assert (found.dubbing_languages, found.languages) == (["es"], ["ja"])


def test_replaced_isrc_is_not_the_recording() -> None:
    found = resource(
        '<SoundRecordingId IsReplaced="true"><ISRC>JPZZ02600008</ISRC></SoundRecordingId>'
        "<SoundRecordingId><ISRC>JPZZ02600009</ISRC></SoundRecordingId>",
        version="382",
    )
    assert found.isrc == "JPZZ02600009"
    assert len(found.editions) == 2


def test_roles_as_text_and_as_value() -> None:
    old = resource(
        "<Contributor><ContributorPartyReference>P1</ContributorPartyReference>"
        '<Role UserDefinedValue="Shamisen Master" Namespace="X">UserDefined</Role>'
        "<InstrumentType>Shamisen</InstrumentType></Contributor>"
    )
    assert old.contributors[0].roles == ["Shamisen Master"]
    assert old.contributors[0].instruments == ["Shamisen"]
    new = resource(
        "<Contributor><ContributorPartyReference>P1</ContributorPartyReference><Role>"
        "<Value>Composer</Value></Role><Role><Value>AssociatedPerformer</Value>"
        "<InstrumentType>Koto</InstrumentType></Role></Contributor>"
        "<Contributor><SpecialContributor>Traditional</SpecialContributor></Contributor>",
        version="432",
    )
    assert new.contributors[0].roles == ["Composer", "AssociatedPerformer"]
    assert new.contributors[0].instruments == ["Koto"]
    assert new.contributors[1].special == "Traditional"


BY_TERRITORY = """<SoundRecordingId><ISRC>JPZZ02600001</ISRC></SoundRecordingId>
<IndirectSoundRecordingId><ISWC>T-101.234.567-4</ISWC></IndirectSoundRecordingId>
<ReferenceTitle><TitleText>灯台</TitleText></ReferenceTitle><Duration>PT3M</Duration>
<SoundRecordingDetailsByTerritory LanguageAndScriptCode="en"><TerritoryCode>US</TerritoryCode>
<TerritoryCode>GB</TerritoryCode><Title TitleType="TranslatedTitle">
<TitleText>Lighthouse</TitleText></Title>
<DisplayArtist SequenceNumber="2"><PartyName><FullName>Aoi Hi</FullName></PartyName>
<PartyId IsISNI="true">0000000121032683</PartyId><ArtistRole>MainArtist</ArtistRole>
</DisplayArtist>
<IndirectResourceContributor><PartyName><KeyName>Yama</KeyName><NamesBeforeKeyName>Sora
</NamesBeforeKeyName></PartyName><IndirectResourceContributorRole>Lyricist
</IndirectResourceContributorRole></IndirectResourceContributor>
<OriginalResourceReleaseDate>2025</OriginalResourceReleaseDate>
<TechnicalSoundRecordingDetails><IsPreview>true</IsPreview></TechnicalSoundRecordingDetails>
</SoundRecordingDetailsByTerritory>
<SoundRecordingDetailsByTerritory><ExcludedTerritoryCode>US</ExcludedTerritoryCode>
<Title TitleType="DisplayTitle" LanguageAndScriptCode="ja-Jpan"><TitleText>灯台</TitleText></Title>
</SoundRecordingDetailsByTerritory>"""


def test_blocks_by_territory_keep_their_territories() -> None:
    found = resource(BY_TERRITORY, version="382")
    said = [
        (
            one.text,
            one.kind,
            one.language,
            one.places and (one.places.codes, one.places.is_excluded),
        )
        for one in found.titles
    ]
    assert said == [
        ("灯台", "reference", None, None),
        ("Lighthouse", "translated", "en", (("US", "GB"), False)),
        ("灯台", "display", "ja-Jpan", (("US",), True)),
    ]
    artist, lyricist = found.artists[0], found.contributors[0]
    assert artist.party is not None
    assert (artist.party.name, artist.party.ids.isni) == ("Aoi Hi", "0000000121032683")
    assert lyricist.party is not None
    assert (lyricist.kind, lyricist.party.name, lyricist.roles) == (
        "indirect",
        "Sora Yama",
        ["Lyricist"],
    )
    assert found.iswcs == ["T-101.234.567-4"]
    assert found.released[0].when.precision == "year"
    assert found.is_preview_only


def test_clips_and_previews() -> None:
    found = resource(
        "<SoundRecordingEdition><ResourceId><ISRC>JPZZ02600001</ISRC></ResourceId>"
        "<TechnicalDetails><ClipDetails><ClipType>Preview</ClipType><Timing><StartPoint>43"
        "</StartPoint><DurationUsed>PT30S</DurationUsed></Timing><ExpressionType>Informative"
        "</ExpressionType></ClipDetails></TechnicalDetails></SoundRecordingEdition>"
    )
    assert (found.full_files, found.preview_files) == (1, 0)
    clip = found.clips[0]
    assert (clip.kind, clip.expression, clip.start, clip.duration_ms) == (
        "Preview",
        "Informative",
        "43",
        30_000,
    )


def test_related_resources() -> None:
    found = resource(
        "<ResourceId><ISRC>JPZZ02600001</ISRC></ResourceId><RelatedResource>"
        "<ResourceRelationshipType>IsClipFrom</ResourceRelationshipType><ResourceId>"
        "<ISRC>JPZZ02600002</ISRC></ResourceId></RelatedResource><RelatedResource>"
        "<ResourceRelationshipType>HasContentFrom</ResourceRelationshipType>"
        "<ResourceRelatedResourceReference>A2</ResourceRelatedResourceReference></RelatedResource>"
    )
    assert [(one.relation, one.reference, one.isrcs) for one in found.related] == [
        ("IsClipFrom", None, ["JPZZ02600002"]),
        ("HasContentFrom", "A2", []),
    ]


@pytest.mark.parametrize(
    ("old", "new", "xpath", "found"),
    [
        ("PT3M26.2S", "3:26", "SoundRecording[1]/Duration", "3:26"),
        (
            "<ResourceReference>A1</ResourceReference>",
            "",
            "SoundRecording[1]",
            "",
        ),
        ("<ISRC>JPZZ02600001</ISRC>", "", "SoundRecording[1]", "A1"),
        (">P1</ArtistParty", ">P9</ArtistParty", "SoundRecording[1]", "P9"),
    ],
)
def test_faults_are_noted_and_the_rest_is_kept(old: str, new: str, xpath: str, found: str) -> None:
    parts = read(message(resources=SOUND.replace(old, new)))
    problem = every(Problem, parts)[0]
    assert problem.xpath == f"/NewReleaseMessage/ResourceList/{xpath}"
    assert problem.found == found
    assert problem.line
    assert problem.expected.ja
    assert only(Resource, parts).titles[0].text == "灯台"
