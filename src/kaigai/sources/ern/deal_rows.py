"""Deals of a message as rights, and which set of rights each release and recording has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from kaigai.formats.ddex.grants import Deal, Period, ReleaseDeal, Use
from kaigai.formats.ddex.message import Head, MessageParty
from kaigai.formats.ddex.places import Places
from kaigai.sources.rights import NOTHING, Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import WORLD, Mask, complement, expand


@dataclass(slots=True, frozen=True, eq=False)
class Grant:
    """A deal as rights; one object for all messages in which the same deal stands.

    only   the resources it is limited to; empty: all of them
    """

    rights: tuple[Right, ...]
    only: frozenset[str]
    territory_set_id: int
    territories: dict[str, Any]  #: a row of `territory_sets`


KEPT = 8192  #: grants, and sets of them, remembered at once

#: Name and DPID of a recipient.
Recipient = tuple[str | None, str | None]


def mask_of_places(places: Places | None) -> tuple[Mask, str]:
    """The territories of a deal and how the sender put them; the world where it put nothing."""
    if places is None:
        return WORLD, ""
    mask = expand(places.codes).mask
    given = " ".join(places.codes)
    return (complement(mask), f"not {given}") if places.is_excluded else (mask, given)


class Granted:
    """The deals of one message, kept as rights until the tracks are known."""

    def __init__(self, head: Head) -> None:
        recipients = head.recipients or [MessageParty()]
        self._recipients = tuple((one.name, one.dpid) for one in recipients)
        self._groups: list[tuple[Grant, ...]] = []
        self._by_release: dict[str, tuple[int, ...]] = {}
        self._sets: dict[tuple[tuple[int, ...], str | None], int] = {}
        self._limited: set[int] = set()
        self.territory_sets: dict[int, dict[str, Any]] = {}
        self.deal_rows: dict[int, list[dict[str, Any]]] = {}

    def add(self, release_deal: ReleaseDeal, previews: set[str]) -> None:
        """Keep the deals of some releases. previews: references of what is only a preview."""
        number = len(self._groups)
        grants: list[Grant] = []
        for deal in release_deal.deals:
            is_preview = bool(deal.technical_refs) and previews.issuperset(deal.technical_refs)
            grant = _grant_of(deal, self._recipients, is_preview)
            self.territory_sets[grant.territory_set_id] = grant.territories
            if grant.only:
                self._limited.add(number)
            grants.append(grant)
        self._groups.append(tuple(grants))
        for reference in release_deal.release_references:
            self._by_release[reference] = (*self._by_release.get(reference, ()), number)

    def has_deals(self, references: Iterable[str]) -> bool:
        """Whether any of these releases has a deal in this message."""
        return any(reference in self._by_release for reference in references)

    def set_of(self, references: Iterable[str], resource: str | None = None) -> int:
        """The set of rights that these releases have, or one resource on them."""
        groups = self._groups_of(references)
        limit = resource if self._limited and not self._limited.isdisjoint(groups) else None
        key = (groups, limit)
        if key not in self._sets:
            self._sets[key] = self._intern(groups, limit)
        return self._sets[key]

    def _groups_of(self, references: Iterable[str]) -> tuple[int, ...]:
        found = [self._by_release[one] for one in references if one in self._by_release]
        if len(found) == 1:
            return found[0]
        return tuple(sorted({number for numbers in found for number in numbers}))

    def _intern(self, groups: tuple[int, ...], resource: str | None) -> int:
        grants = tuple(
            grant
            for group in groups
            for grant in self._groups[group]
            if not grant.only or resource is None or resource in grant.only
        )
        set_id, rows = _interned(grants)
        if rows:
            self.deal_rows[set_id] = rows
        return set_id


@lru_cache(maxsize=KEPT)
def _interned(grants: tuple[Grant, ...]) -> tuple[int, list[dict[str, Any]]]:
    """The id and rows of a set of rights; a catalogue's messages repeat few of them."""
    rights = frozenset(right for grant in grants for right in grant.rights)
    set_id = deal_set_id(rights)
    return set_id, ([] if set_id == NOTHING else deal_rows(set_id, rights))


#: Grants by deal, which the value holds too, so that its identity stays its own.
_GRANTS: dict[tuple[int, tuple[Recipient, ...], bool], tuple[Deal, Grant]] = {}


def _grant_of(deal: Deal, recipients: tuple[Recipient, ...], is_preview: bool) -> Grant:
    """The rights of a deal; equal deals of many messages are one object (see Memo)."""
    key = (id(deal), recipients, is_preview)
    known = _GRANTS.get(key)
    if known is None:
        if len(_GRANTS) >= KEPT:
            _GRANTS.clear()
        known = _GRANTS[key] = (deal, _made(deal, recipients, is_preview))
    return known[1]


def _made(deal: Deal, recipients: tuple[Recipient, ...], is_preview: bool) -> Grant:
    mask, given = mask_of_places(deal.places)
    row = territory_set(mask, given)
    set_id = int(row["territory_set_id"])
    services = _named(deal, recipients)
    rights = _rights(deal, set_id, services, deal.is_pre_order or is_preview)
    return Grant(tuple(rights), frozenset(deal.resource_refs), set_id, row)


def _rights(
    deal: Deal, territory_set_id: int, services: Iterable[str | None], is_preorder: bool
) -> Iterator[Right]:
    uses: list[Use | None] = [*deal.uses] or [None]
    models: list[str | None] = [*deal.commercial_models] or [None]
    periods = deal.periods or [Period()]
    for use, model, service, period in product(uses, models, services, periods):
        yield Right(
            territory_set_id,
            commercial_model=model,
            use_type=use.type if use else None,
            service=service,
            start_day=period.start.day if period.start else None,
            end_day=period.end.last_day if period.end else None,
            takedown=deal.withdrawal is not None,
            is_preorder=is_preorder,
            is_discoverable=use.is_discoverable if use else True,
            is_elsewhere=_is_elsewhere(deal),
        )


def _named(deal: Deal, recipients: Iterable[Recipient]) -> tuple[str | None, ...]:
    """The services that a deal is for: its channels, else the recipients it does not bar."""
    if deal.channels:
        return tuple(dict.fromkeys(channel.name or channel.dpid for channel in deal.channels))
    barred = {word for one in deal.excluded_channels for word in (one.name, one.dpid) if word}
    return tuple(
        name or dpid for name, dpid in recipients if name not in barred and dpid not in barred
    )


def _is_elsewhere(deal: Deal) -> bool:
    """Terms agreed elsewhere, or a grant that names no territory: nothing can be concluded."""
    return deal.is_out_of_band or (deal.places is None and deal.withdrawal is None)
