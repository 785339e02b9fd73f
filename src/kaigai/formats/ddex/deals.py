"""Reads deals and visibilities: who may use what, where, from when until when."""

from kaigai.formats.ddex.description import when_in
from kaigai.formats.ddex.elements import (
    NAMES,
    Element,
    Handlers,
    is_true,
    own_value,
    text_of,
    truth,
)
from kaigai.formats.ddex.faults import NO_REFERENCE, Faults
from kaigai.formats.ddex.grants import Channel, Deal, Period, ReleaseDeal, Use, Visibility
from kaigai.formats.ddex.memo import Memo
from kaigai.formats.ddex.parties import messaging_party
from kaigai.formats.ddex.territories import Territories, places_in
from kaigai.formats.ddex.times import When

#: Dates of showing and previewing, by the element's name without `Date` or `DateTime`.
_DATES = {
    "ReleaseDisplayStart": "ReleaseDisplayStart",
    "TrackListingPreviewStart": "TrackListingPreviewStart",
    "FullTrackListingPreviewStart": "TrackListingPreviewStart",
    "CoverArtPreviewStart": "CoverArtPreviewStart",
    "ClipPreviewStart": "ClipPreviewStart",
    "PreOrderPreview": "PreOrderPreview",
    "PreOrderRelease": "PreOrderRelease",
}


def release_deal_from(element: Element, faults: Faults) -> ReleaseDeal:
    """The ReleaseDeal of a `ReleaseDeal` element."""
    result = ReleaseDeal()
    for child in element:
        name = NAMES[child.tag]
        if name == "DealReleaseReference":
            result.release_references.append(text_of(child))
        elif name == "Deal":
            result.deals.append(_DEALS(child, faults))
        elif name == "EffectiveDate":
            result.effective = when_in(child, faults)
    if not result.release_references:
        faults.add(element, "", NO_REFERENCE)
    return result


def deal_from(element: Element, faults: Faults) -> Deal:
    """The Deal of a `Deal` element."""
    deal = Deal()
    for child in element:
        name = NAMES[child.tag]
        if name == "DealTerms":
            read_terms(deal, child, faults)
        elif name == "DealReference":
            deal.references.append(text_of(child))
        elif name == "IsCommunicatedOutOfBand":
            deal.is_out_of_band = is_true(child.text)
        elif name == "DealTechnicalResourceDetailsReferenceList":
            deal.technical_refs += filter(None, map(text_of, child))
        elif name == "ResourceUsage":
            _read_resource_usage(deal, child)
    return deal


_DEALS = Memo(deal_from)


def read_terms(deal: Deal, element: Element, faults: Faults) -> None:
    """Read `DealTerms` into `deal`."""
    territories = Territories()
    for child in element:
        tag = child.tag
        if tag == "TerritoryCode":
            territories.take(child, False, faults)
            continue
        handler = TERMS[tag]
        if handler is not None:
            handler(deal, child, faults, territories)
        elif "Date" in tag:
            _read_date(deal.dates, child, faults)
    deal.places = territories.places(element, faults)


def _read_date(dates: dict[str, When], element: Element, faults: Faults) -> None:
    stem = NAMES[element.tag].removesuffix("Time").removesuffix("Date")
    word = _DATES.get(stem)
    if word is not None:
        when = when_in(element, faults)
        if when is not None:
            dates[word] = when


def _read_resource_usage(deal: Deal, element: Element) -> None:
    for child in element:
        name = NAMES[child.tag]
        if name == "DealResourceReferenceList":
            deal.resource_refs += filter(None, map(text_of, child))
        elif name == "DealResourceReference":
            deal.resource_refs.append(text_of(child))
        elif name == "Usage":
            _usage(deal, child)


def _included(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    where.take(element, False, faults)


def _excluded(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    where.take(element, True, faults)


def _period(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    period = Period()
    for child in element:
        name = NAMES[child.tag]
        if name.startswith("Start"):
            period.start = when_in(child, faults)
        elif name.startswith("End"):
            period.end = when_in(child, faults)
    deal.periods.append(period)


def _model(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    deal.commercial_models.append(own_value(element))


def _use(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    use = Use(own_value(element))
    if element.keys():
        use.is_discoverable = truth(element.get("IsDiscoverable")) is not False
    deal.uses.append(use)


def _usage(
    deal: Deal, element: Element, faults: Faults | None = None, where: Territories | None = None
) -> None:
    """3.x wraps uses in `Usage`, together with interfaces and kinds of channel."""
    for child in element:
        name = NAMES[child.tag]
        if name == "UseType":
            deal.uses.append(Use(own_value(child)))
        elif name == "UserInterfaceType":
            deal.interfaces.append(own_value(child))
        elif name == "DistributionChannelType":
            deal.channel_types.append(own_value(child))


def _interface(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    deal.interfaces.append(own_value(element))


def _channel(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    party = messaging_party(element)
    channel = Channel(party.dpid, party.name)
    if NAMES[element.tag] == "ExcludedDistributionChannel":
        deal.excluded_channels.append(channel)
    else:
        deal.channels.append(channel)


def _withdrawal(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    if is_true(element.text):
        deal.withdrawal = NAMES[element.tag]


def _pre_order(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    deal.is_pre_order = is_true(element.text)


def _exclusive(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    deal.is_exclusive = truth(element.text)


def _promotional(deal: Deal, element: Element, faults: Faults, where: Territories) -> None:
    deal.is_promotional = truth(element.text)


TERMS = Handlers(
    {
        "TerritoryCode": _included,
        "ExcludedTerritoryCode": _excluded,
        "ValidityPeriod": _period,
        "CommercialModelType": _model,
        "UseType": _use,
        "Usage": _usage,
        "UserInterfaceType": _interface,
        "DistributionChannel": _channel,
        "ExcludedDistributionChannel": _channel,
        "TakeDown": _withdrawal,
        "AllDealsCancelled": _withdrawal,
        "IsPreOrderDeal": _pre_order,
        "IsExclusive": _exclusive,
        "IsPromotional": _promotional,
    }
)


def visibility_from(element: Element, name: str, faults: Faults) -> Visibility:
    """The Visibility of a `ReleaseVisibility` or `TrackReleaseVisibility` element."""
    visibility = Visibility(is_track=name == "TrackReleaseVisibility")
    visibility.places = places_in(element, faults)
    for child in element:
        tag = NAMES[child.tag]
        if tag == "VisibilityReference":
            visibility.reference = text_of(child)
        elif "Date" in tag:
            _read_date(visibility.dates, child, faults)
    if not visibility.reference:
        faults.add(element, "", NO_REFERENCE)
    return visibility
