"""Deals of a message as rights, and which set of rights each release and recording has."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from kaigai.formats.ddex.grants import Deal, Period, ReleaseDeal, Use
from kaigai.formats.ddex.message import Head, MessageParty
from kaigai.formats.ddex.places import Places
from kaigai.sources.rights import NOTHING, Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import WORLD, Mask, complement, expand

#: A right and the resources it is limited to; None: all of them.
Limited = tuple[Right, frozenset[str] | None]


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
        self._recipients = head.recipients or [MessageParty()]
        self._groups: list[tuple[Limited, ...]] = []
        self._by_release: dict[str, tuple[int, ...]] = {}
        self._sets: dict[tuple[tuple[int, ...], str | None], int] = {}
        self._limited: set[int] = set()
        self.territory_sets: dict[int, dict[str, Any]] = {}
        self.deal_rows: dict[int, list[dict[str, Any]]] = {}

    def add(self, release_deal: ReleaseDeal, previews: set[str]) -> None:
        """Keep the deals of some releases. previews: references of what is only a preview."""
        rights = tuple(
            right for deal in release_deal.deals for right in self._rights(deal, previews)
        )
        number = len(self._groups)
        self._groups.append(rights)
        if any(only is not None for _, only in rights):
            self._limited.add(number)
        for reference in release_deal.release_references:
            self._by_release[reference] = (*self._by_release.get(reference, ()), number)

    def _rights(self, deal: Deal, previews: set[str]) -> Iterator[Limited]:
        mask, given = mask_of_places(deal.places)
        row = territory_set(mask, given)
        set_id = int(row["territory_set_id"])
        self.territory_sets[set_id] = row
        only = frozenset(deal.resource_refs) or None
        is_preview = bool(deal.technical_refs) and previews.issuperset(deal.technical_refs)
        uses: list[Use | None] = [*deal.uses] or [None]
        models: list[str | None] = [*deal.commercial_models] or [None]
        periods = deal.periods or [Period()]
        for use, model, service, period in product(uses, models, self._named(deal), periods):
            yield (
                Right(
                    set_id,
                    commercial_model=model,
                    use_type=use.type if use else None,
                    service=service,
                    start_day=period.start.day if period.start else None,
                    end_day=period.end.last_day if period.end else None,
                    takedown=deal.withdrawal is not None,
                    is_preorder=deal.is_pre_order or is_preview,
                    is_discoverable=use.is_discoverable if use else True,
                    is_elsewhere=_is_elsewhere(deal),
                ),
                only,
            )

    def _named(self, deal: Deal) -> tuple[str | None, ...]:
        """The services that a deal is for: its channels, else the recipients it does not bar."""
        if deal.channels:
            return tuple(dict.fromkeys(channel.name or channel.dpid for channel in deal.channels))
        barred = {word for one in deal.excluded_channels for word in (one.name, one.dpid) if word}
        return tuple(
            party.name or party.dpid
            for party in self._recipients
            if party.name not in barred and party.dpid not in barred
        )

    def has_deals(self, references: Iterable[str]) -> bool:
        """Whether any of these releases has a deal in this message."""
        return any(reference in self._by_release for reference in references)

    def set_of(self, references: Iterable[str], resource: str | None = None) -> int:
        """The set of rights that these releases have, or one resource on them."""
        groups = tuple(sorted({n for one in references for n in self._by_release.get(one, ())}))
        limit = resource if self._limited.intersection(groups) else None
        key = (groups, limit)
        if key not in self._sets:
            self._sets[key] = self._intern(groups, limit)
        return self._sets[key]

    def _intern(self, groups: tuple[int, ...], resource: str | None) -> int:
        rights = {
            right
            for group in groups
            for right, only in self._groups[group]
            if only is None or resource is None or resource in only
        }
        set_id, rows = _interned(frozenset(rights))
        if rows:
            self.deal_rows[set_id] = rows
        return set_id


@lru_cache(maxsize=20_000)
def _interned(rights: frozenset[Right]) -> tuple[int, list[dict[str, Any]]]:
    """The id and rows of a set; a catalogue's messages repeat few of them."""
    set_id = deal_set_id(rights)
    return set_id, ([] if set_id == NOTHING else deal_rows(set_id, rights))


def _is_elsewhere(deal: Deal) -> bool:
    """Terms agreed elsewhere, or a grant that names no territory: nothing can be concluded."""
    return deal.is_out_of_band or (deal.places is None and deal.withdrawal is None)
