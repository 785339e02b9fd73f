"""Small ERN 4.3 messages for tests: one release with one recording."""

RELEASE = """<?xml version="1.0" encoding="UTF-8"?>
<ern:NewReleaseMessage xmlns:ern="http://ddex.net/xml/ern/43" LanguageAndScriptCode="en"
    AvsVersionId="3" ReleaseProfileVersionId="Audio">
  <MessageHeader>
    <MessageThreadId>T{number}</MessageThreadId><MessageId>M{number}</MessageId>
    <MessageSender><PartyId>PADPIDA0000000001A</PartyId></MessageSender>
    <MessageRecipient><PartyId>PADPIDA0000000002B</PartyId>
      <PartyName><FullName>Service</FullName></PartyName></MessageRecipient>
    <MessageCreatedDateTime>{created}</MessageCreatedDateTime>
    <MessageControlType>{control}</MessageControlType>
  </MessageHeader>
  <PartyList><Party><PartyReference>P1</PartyReference>
    <PartyName><FullName>{artist}</FullName></PartyName></Party></PartyList>
  <ResourceList><SoundRecording>
    <ResourceReference>A1</ResourceReference>
    <SoundRecordingEdition><ResourceId><ISRC>{isrc}</ISRC></ResourceId></SoundRecordingEdition>
    <DisplayTitleText>{title}</DisplayTitleText>
    <DisplayTitle IsDefault="true"><TitleText>{title}</TitleText></DisplayTitle>
    <DisplayArtistName>{artist}</DisplayArtistName>
    <DisplayArtist><ArtistPartyReference>P1</ArtistPartyReference>
      <DisplayArtistRole>MainArtist</DisplayArtistRole></DisplayArtist>
    <Duration>PT4M0S</Duration>
  </SoundRecording></ResourceList>
  <ReleaseList><Release>
    <ReleaseReference>R0</ReleaseReference><ReleaseType>Single</ReleaseType>
    <ReleaseId><ProprietaryId Namespace="PADPIDA0000000001A">{number}</ProprietaryId></ReleaseId>
    <DisplayTitleText>{title}</DisplayTitleText>
    <DisplayTitle IsDefault="true"><TitleText>{title}</TitleText></DisplayTitle>
    <DisplayArtistName>{artist}</DisplayArtistName>
    <DisplayArtist><ArtistPartyReference>P1</ArtistPartyReference>
      <DisplayArtistRole>MainArtist</DisplayArtistRole></DisplayArtist>
    <ResourceGroup><ResourceGroupContentItem><SequenceNumber>1</SequenceNumber>
      <ReleaseResourceReference>A1</ReleaseResourceReference>
    </ResourceGroupContentItem></ResourceGroup>
  </Release></ReleaseList>
  {deals}
</ern:NewReleaseMessage>
"""

DEALS = """<DealList><ReleaseDeal><DealReleaseReference>R0</DealReleaseReference>
    <Deal><DealTerms><TerritoryCode>{territory}</TerritoryCode>
      <ValidityPeriod><StartDate>2020-01-01</StartDate></ValidityPeriod>
      <CommercialModelType>SubscriptionModel</CommercialModelType>
      <UseType>OnDemandStream</UseType></DealTerms></Deal></ReleaseDeal></DealList>"""

PURGE = """<?xml version="1.0" encoding="UTF-8"?>
<ern:PurgeReleaseMessage xmlns:ern="http://ddex.net/xml/ern/43" LanguageAndScriptCode="en">
  <MessageHeader>
    <MessageThreadId>T{number}</MessageThreadId><MessageId>P{number}</MessageId>
    <MessageSender><PartyId>PADPIDA0000000001A</PartyId></MessageSender>
    <MessageRecipient><PartyId>PADPIDA0000000002B</PartyId>
      <PartyName><FullName>Service</FullName></PartyName></MessageRecipient>
    <MessageCreatedDateTime>{created}</MessageCreatedDateTime>
  </MessageHeader>
  <PurgedRelease><ReleaseId>
    <ProprietaryId Namespace="PADPIDA0000000001A">{number}</ProprietaryId>
  </ReleaseId></PurgedRelease>
</ern:PurgeReleaseMessage>
"""


def message(
    *,
    isrc: str = "JPZZ92500001",
    title: str = "Dawn",
    artist: str = "Example",
    number: int = 1,
    created: str = "2026-01-01T00:00:00Z",
    control: str = "LiveMessage",
    territory: str | None = "Worldwide",
    purge: bool = False,
) -> str:
    """A message about release `number`; without a territory it has no deal list."""
    if purge:
        return PURGE.format(number=number, created=created)
    deals = DEALS.format(territory=territory) if territory else ""
    return RELEASE.format(
        isrc=isrc,
        title=title,
        artist=artist,
        number=number,
        created=created,
        control=control,
        deals=deals,
    )
