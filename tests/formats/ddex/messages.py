"""Small messages written for the tests of the DDEX reader, and short ways to read them."""

from io import BytesIO
from typing import TypeVar

from kaigai.formats.ddex.ern import Part, read_ern

HEADER = """<MessageHeader><MessageThreadId>T1</MessageThreadId><MessageId>M1</MessageId>
<MessageSender><PartyId>PADPIDA2026010101A</PartyId><PartyName><FullName>Aoi Records</FullName>
</PartyName></MessageSender><MessageRecipient><PartyId>PADPIDA2026010102B</PartyId></MessageRecipient>
<MessageCreatedDateTime>2026-03-01T09:00:00.1234567+09:00</MessageCreatedDateTime>
<MessageControlType>TestMessage</MessageControlType></MessageHeader>"""

PARTIES = """<PartyList><Party><PartyReference>P1</PartyReference>
<PartyName LanguageAndScriptCode="ja-Jpan" IsDefault="true"><FullName>青い灯</FullName></PartyName>
<PartyName LanguageAndScriptCode="en" ApplicableTerritoryCode="US"><FullName>Aoi Hi</FullName>
<FullNameIndexed>Hi, Aoi</FullNameIndexed></PartyName>
<PartyId><ISNI>0000000121032683</ISNI><IpiNameNumber>00012345678</IpiNameNumber>
<DPID>PADPIDA2026010101A</DPID><ProprietaryId Namespace="PADPIDA2026010101A">77</ProprietaryId>
</PartyId></Party></PartyList>"""

SOUND = """<SoundRecording><ResourceReference>A1</ResourceReference>
<Type>MusicalWorkSoundRecording</Type>
<SoundRecordingEdition><ResourceId><ISRC>JPZZ02600001</ISRC></ResourceId></SoundRecordingEdition>
<DisplayTitleText>灯台</DisplayTitleText>
<DisplayTitle LanguageAndScriptCode="ja-Jpan" ApplicableTerritoryCode="Worldwide" IsDefault="true">
<TitleText>灯台</TitleText><SubTitle>アコースティック</SubTitle></DisplayTitle>
<DisplayArtistName>青い灯</DisplayArtistName>
<DisplayArtist SequenceNumber="1"><ArtistPartyReference>P1</ArtistPartyReference>
<DisplayArtistRole>MainArtist</DisplayArtistRole></DisplayArtist>
<Duration>PT3M26.2S</Duration></SoundRecording>"""

RELEASE = """<Release><ReleaseReference>R0</ReleaseReference><ReleaseType>Single</ReleaseType>
<ReleaseId><ICPN>4988000000017</ICPN></ReleaseId><DisplayTitleText>灯台</DisplayTitleText>
<ResourceGroup><SequenceNumber>1</SequenceNumber><ResourceGroupContentItem>
<SequenceNumber>1</SequenceNumber><ReleaseResourceReference>A1</ReleaseResourceReference>
</ResourceGroupContentItem></ResourceGroup></Release>"""

DEAL = """<ReleaseDeal><DealReleaseReference>R0</DealReleaseReference><Deal><DealTerms>
<TerritoryCode>JP</TerritoryCode><ValidityPeriod><StartDate>2026-04-01</StartDate></ValidityPeriod>
<CommercialModelType>SubscriptionModel</CommercialModelType><UseType>OnDemandStream</UseType>
</DealTerms></Deal></ReleaseDeal>"""

Kind = TypeVar("Kind")


def message(
    *,
    version: str = "43",
    parties: str = PARTIES,
    resources: str = SOUND,
    releases: str = RELEASE,
    deals: str | None = DEAL,
    prefix: str = "ern",
) -> str:
    """A whole message; `deals=None` leaves the DealList out, "" leaves it empty."""
    deal_list = "" if deals is None else f"<DealList>{deals}</DealList>"
    return f"""<{prefix}:NewReleaseMessage xmlns:{prefix}="http://ddex.net/xml/ern/{version}"
 LanguageAndScriptCode="ja">{HEADER}{parties}<ResourceList>{resources}</ResourceList>
<ReleaseList>{releases}</ReleaseList>{deal_list}</{prefix}:NewReleaseMessage>"""


def terms(inner: str, *, before: str = "") -> str:
    """A ReleaseDeal for R0 with one Deal; `before` stands ahead of its DealTerms."""
    return (
        "<ReleaseDeal><DealReleaseReference>R0</DealReleaseReference>"
        f"<Deal>{before}<DealTerms>{inner}</DealTerms></Deal></ReleaseDeal>"
    )


def read(text: str | bytes) -> list[Part]:
    """All parts of a message."""
    data = text.encode() if isinstance(text, str) else text
    return list(read_ern(BytesIO(data), name="test.xml"))


def only(kind: type[Kind], parts: list[Part]) -> Kind:
    """The only part of a kind."""
    (found,) = every(kind, parts)
    return found


def every(kind: type[Kind], parts: list[Part]) -> list[Kind]:
    """All parts of a kind."""
    return [part for part in parts if isinstance(part, kind)]
