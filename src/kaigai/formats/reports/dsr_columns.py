"""The cells of DDEX sales report records, for files that do not name them in comment lines.

Names as in DDEX's flat-file profiles (Basic Audio, UGC, Royalty Reporting, Financial Reporting to
Record Companies); of a record only the cells that are read here, and those before them.
"""

from collections.abc import Mapping
from typing import Final

_HEAD: Final = (
    "MessageVersion Profile ProfileVersion MessageId MessageCreatedDateTime FileNumber "
    "NumberOfFiles UsageStartDate UsageEndDate SenderPartyId SenderName ServiceDescription "
    "RecipientPartyId RecipientName RepresentedRepertoire"
)
_SOUND: Final = (
    "BlockId ResourceReference DspResourceId ISRC Title SubTitle DisplayArtistName "
    "DisplayArtistPartyId Duration ResourceType"
)
_SY02: Final = (
    "SummaryRecordId DistributionChannel DistributionChannelDPID CommercialModel UseType "
    "Territory ServiceDescription Usages Users Currency NetRevenue"
)

CELLS: Final[Mapping[str, tuple[str, ...]]] = {
    record: tuple(names.split())
    for record, names in {
        "HEAD": _HEAD,
        "AS01": _SOUND,
        "AS01.01": _SOUND,
        "AS02": _SOUND,
        "AS02.01": _SOUND,
        "AS02.02": _SOUND,
        "SY01": "SummaryRecordId DistributionChannel DistributionChannelDPID CommercialModel "
        "UseType Territory ServiceDescription Usages Subscribers Currency NetRevenue",
        "SY01.01": "SummaryRecordId DistributionChannel DistributionChannelDPID CommercialModel "
        "UseType Territory ServiceDescription Usages Subscribers CurrencyOfReporting NetRevenue",
        "SY02": _SY02,
        "SY02.01": _SY02,
        "SY02.02": _SY02.replace("Currency ", "CurrencyOfReporting "),
        "SY10": "SummaryRecordId DistributionChannelName DistributionChannelDPID CommercialModel "
        "UseType ReportingPeriodStartDate ReportingPeriodEndDate SubscriberType Subscribers "
        "ActiveSubscribers PromotionalActivity Territory ServiceDescription OfferType Quality "
        "Usages AllocatedUsages Returns MusicUsageRatio CurrencyOfTransaction "
        "CurrencyOfAccounting",
        "SU01": "BlockId SummaryRecordId SalesTransactionId TransactedRelease TransactedResource "
        "IsRoyaltyBearing SalesUpgrade Usages Returns",
        "SU02": "BlockId SummaryRecordId SalesTransactionId TransactedRelease TransactedResource "
        "IsRoyaltyBearing NumberOfStreams",
        "SU03.01": "BlockId SalesTransactionId SummaryRecordId DspReleaseId Usages NetRevenue "
        "ValidityPeriodStart ValidityPeriodEnd",
        "SR08": "SalesTransactionId ReleaseGRid ReleaseICPN DspReleaseId LabelReleaseId "
        "ProprietaryReleaseId ReleaseContextReleaseGRid ReleaseType ReleaseTitle ReleaseSubTitle "
        "ReleaseDisplayArtistName ReleaseDisplayArtistPartyId ResourceISRC ResourceISAN "
        "DspResourceId LabelResourceId ProprietaryResourceId ResourceContextReleaseGRid "
        "ResourceType ResourceTitle ResourceSubTitle ResourceDisplayArtistName "
        "ResourceDisplayArtistPartyId SummaryRecordId SalesTransactionDate TotalUsages Returns "
        "NetUsage WholesalePriceInCurrencyOfTransaction WholesalePriceInCurrencyOfAccounting "
        "SuggestedConsumerPriceInCurrencyOfTransaction "
        "SuggestedConsumerPriceInCurrencyOfAccounting PriceType PriceRangeType "
        "PriceConsumerPaidExcSalesTaxInCurrencyOfTransaction "
        "PriceConsumerPaidExcSalesTaxInCurrencyOfAccounting DeductionType "
        "DeductionsInCurrencyOfTransaction DeductionsInCurrencyOfAccounting "
        "RightSharePercentage CalculatedUnitPriceInCurrencyOfTransaction "
        "CalculatedUnitPriceInCurrencyOfAccounting AllocatedRevenueInCurrencyOfTransaction "
        "AllocatedRevenueInCurrencyOfAccounting",
        "FOOT": "NumberOfLinesInFile NumberOfLinesInReport NumberOfSummaryRecords "
        "NumberOfBlocksInFile NumberOfBlocksInReport",
        "SRFO": "NumberOfLinesInReport NumberOfSummaryRecords",
    }.items()
}

#: What is read, and the cells that may hold it, the best first.
QUANTITY: Final = ("NetUsage", "Usages", "NumberOfStreams", "TotalUsages")
AMOUNT: Final = (
    "AllocatedRevenueInCurrencyOfAccounting",
    "AllocatedNetRevenueInCurrencyOfAccounting",
    "NetRevenue",
    "AllocatedRevenue",
    "AllocatedNetRevenue",
)
MONEY: Final = ("CurrencyOfAccounting", "CurrencyOfReporting", "Currency", "CurrencyOfTransaction")
ISRC: Final = ("ISRC", "ResourceISRC")
TITLE: Final = ("Title", "ResourceTitle", "ReleaseTitle")
ARTIST: Final = ("DisplayArtistName", "ResourceDisplayArtistName", "ReleaseDisplayArtistName")
ICPN: Final = ("ICPN", "ReleaseICPN")
START: Final = ("ValidityPeriodStart", "SalesTransactionDate", "ReportingPeriodStartDate")
END: Final = ("ValidityPeriodEnd", "SalesTransactionDate", "ReportingPeriodEndDate")
CHANNEL: Final = ("DistributionChannel", "DistributionChannelName")
#: The cells by which a sale names its resource or release.
NAMED_BY: Final = (
    "TransactedResource",
    "DspResourceId",
    "TransactedRelease",
    "DspReleaseId",
    "ResourceReference",
    "ReleaseReference",
)
