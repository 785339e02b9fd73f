"""Deals and visibilities: every way of granting, limiting and withdrawing."""

from datetime import UTC, date, datetime

import pytest

from kaigai.formats.ddex.faults import Problem
from kaigai.formats.ddex.grants import Deal, ReleaseDeal, Visibility
from tests.formats.ddex.messages import DEAL, every, message, only, read, terms


def deal(inner: str, *, before: str = "", version: str = "43") -> Deal:
    parts = read(message(deals=terms(inner, before=before), version=version))
    assert every(Problem, parts) == []
    return only(ReleaseDeal, parts).deals[0]


def codes(found: Deal) -> tuple[tuple[str, ...], bool]:
    assert found.places is not None
    return found.places.codes, found.places.is_excluded


def test_plain_deal() -> None:
    release_deal = only(ReleaseDeal, read(message()))
    assert release_deal.release_references == ["R0"]
    (found,) = release_deal.deals
    assert codes(found) == (("JP",), False)
    assert found.commercial_models == ["SubscriptionModel"]
    assert [(use.type, use.is_discoverable) for use in found.uses] == [("OnDemandStream", True)]
    assert found.start is not None
    assert (found.start.day, found.start.at) == (date(2026, 4, 1), None)
    assert found.end is None


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<TerritoryCode>Worldwide</TerritoryCode>", (("Worldwide",), False)),
        (
            "<ExcludedTerritoryCode>US</ExcludedTerritoryCode>"
            "<ExcludedTerritoryCode>ES-CN</ExcludedTerritoryCode>",
            (("US", "ES-CN"), True),
        ),
        (
            '<TerritoryCode IdentifierType="TIS">2136</TerritoryCode>'
            "<TerritoryCode>392</TerritoryCode>",
            (("2136", "392"), False),
        ),
        (
            "<TerritoryCode>AN</TerritoryCode><TerritoryCode>XK</TerritoryCode>",
            (("AN", "XK"), False),
        ),
    ],
)
def test_territories(inner: str, expected: tuple[tuple[str, ...], bool]) -> None:
    assert codes(deal(inner)) == expected


def test_identifier_type_is_kept() -> None:
    found = deal('<TerritoryCode IdentifierType="TIS">2136</TerritoryCode>')
    assert found.places is not None
    assert found.places.schemes == (("2136", "TIS"),)


def test_no_territory_is_not_nowhere() -> None:
    assert deal("<UseType>Stream</UseType>").places is None


@pytest.mark.parametrize("form", ["TakeDown", "AllDealsCancelled"])
def test_takedown(form: str) -> None:
    inner = f"<{form}>true</{form}><TerritoryCode>Worldwide</TerritoryCode>"
    assert deal(inner, version="382").withdrawal == form
    assert deal(inner.replace("true", "false"), version="382").withdrawal is None


def test_takedown_by_end_alone() -> None:
    found = deal("<ValidityPeriod><EndDate>2026-05-31</EndDate></ValidityPeriod>")
    assert found.has_only_end
    days = "<StartDate>2026-04-01</StartDate><EndDate>2026-05-31</EndDate>"
    assert not deal(f"<ValidityPeriod>{days}</ValidityPeriod>").has_only_end


def test_instants_and_zones() -> None:
    found = deal(
        "<ValidityPeriod><StartDateTime>2026-04-01T00:00:00+09:00</StartDateTime>"
        "<EndDateTime>2026-05-31T23:59:59</EndDateTime></ValidityPeriod>"
    )
    assert found.start is not None
    assert found.end is not None
    assert found.start.at == datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert found.start.is_zoned
    assert not found.end.is_zoned


def test_hidden_from_search() -> None:
    found = deal('<UseType IsDiscoverable="false">OnDemandStream</UseType>')
    assert found.uses[0].is_discoverable is False


def test_usage_of_3() -> None:
    found = deal(
        "<Usage><UseType>OnDemandStream</UseType><UseType>Download</UseType>"
        "<UserInterfaceType>Mobile</UserInterfaceType>"
        "<DistributionChannelType>Internet</DistributionChannelType></Usage>",
        version="382",
    )
    assert [use.type for use in found.uses] == ["OnDemandStream", "Download"]
    assert (found.interfaces, found.channel_types) == (["Mobile"], ["Internet"])


def test_channels() -> None:
    party = "<PartyName><FullName>{}</FullName></PartyName><PartyId>{}</PartyId>"
    found = deal(
        f"<DistributionChannel>{party.format('Nami', '<DPID>PADPIDA2026010105E</DPID>')}"
        "</DistributionChannel><ExcludedDistributionChannel>"
        f"{party.format('Kaze', 'PADPIDA2026010106F')}</ExcludedDistributionChannel>"
    )
    assert [(one.name, one.dpid) for one in found.channels] == [("Nami", "PADPIDA2026010105E")]
    assert [(one.name, one.dpid) for one in found.excluded_channels] == [
        ("Kaze", "PADPIDA2026010106F")
    ]


def test_pre_order_and_previews() -> None:
    found = deal(
        "<IsPreOrderDeal>true</IsPreOrderDeal><PreOrderReleaseDate>2026-04-10</PreOrderReleaseDate>"
        "<ReleaseDisplayStartDateTime>2026-03-01T00:00:00Z</ReleaseDisplayStartDateTime>"
        "<TrackListingPreviewStartDate>2026-03-02</TrackListingPreviewStartDate>"
        "<PreOrderPreviewDate>2026-03-03</PreOrderPreviewDate>",
        version="382",
    )
    assert found.is_pre_order
    assert {word: when.day.isoformat() for word, when in found.dates.items()} == {
        "PreOrderRelease": "2026-04-10",
        "ReleaseDisplayStart": "2026-03-01",
        "TrackListingPreviewStart": "2026-03-02",
        "PreOrderPreview": "2026-03-03",
    }


def test_deal_elsewhere_and_for_a_preview_only() -> None:
    before = (
        "<IsCommunicatedOutOfBand>true</IsCommunicatedOutOfBand>"
        "<DealTechnicalResourceDetailsReferenceList><DealTechnicalResourceDetailsReference>T1C"
        "</DealTechnicalResourceDetailsReference></DealTechnicalResourceDetailsReferenceList>"
    )
    found = deal("", before=before)
    assert found.is_out_of_band
    assert found.technical_refs == ["T1C"]


def test_visibility() -> None:
    text = """<ReleaseVisibility><VisibilityReference>V0</VisibilityReference>
    <ExcludedTerritoryCode>US</ExcludedTerritoryCode>
    <ReleaseDisplayStartDateTime>2026-04-25T00:00:00Z</ReleaseDisplayStartDateTime>
    <FullTrackListingPreviewStartDateTime>2026-04-26T00:00:00Z</FullTrackListingPreviewStartDateTime>
    </ReleaseVisibility><TrackReleaseVisibility><VisibilityReference>V1</VisibilityReference>
    </TrackReleaseVisibility>"""
    first, second = every(Visibility, read(message(deals=DEAL + text)))
    assert (first.reference, first.is_track, second.is_track) == ("V0", False, True)
    assert first.places is not None
    assert first.places.is_excluded
    assert sorted(first.dates) == ["ReleaseDisplayStart", "TrackListingPreviewStart"]


@pytest.mark.parametrize(
    ("deals", "found"),
    [
        (DEAL.replace(">JP<", ">Japan<"), "Japan"),
        (DEAL.replace("2026-04-01", "1/4/26"), "1/4/26"),
        (DEAL.replace("R0", "R7"), "R7"),
        (
            DEAL.replace(
                "<ValidityPeriod>",
                "<ExcludedTerritoryCode>US</ExcludedTerritoryCode><ValidityPeriod>",
            ),
            "TerritoryCode, ExcludedTerritoryCode",
        ),
    ],
)
def test_faults_are_noted_and_the_deal_is_kept(deals: str, found: str) -> None:
    parts = read(message(deals=deals))
    problem = only(Problem, parts)
    assert problem.found == found
    assert problem.xpath.startswith("/NewReleaseMessage/DealList/ReleaseDeal[1]")
    assert only(ReleaseDeal, parts).deals[0].commercial_models == ["SubscriptionModel"]
