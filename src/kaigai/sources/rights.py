"""Deals as interned sets: many recordings share few distinct sets of rights."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from kaigai.terms.territories import Mask, count, mask_id

#: The id of the empty set of deals: delivered, and nothing granted.
NOTHING = 0

USES: Mapping[str, str] = {
    "Stream": "stream",
    "OnDemandStream": "stream",
    "NonInteractiveStream": "stream",
    "ConditionalDownload": "stream",
    "TetheredDownload": "stream",
    "ContentInfluencedStream": "stream",
    "TimeInfluencedStream": "stream",
    "PermanentDownload": "download",
    "KioskDownload": "download",
    "UserMakeAvailableLabelProvided": "ugc",
    "UserMakeAvailableUserProvided": "ugc",
}


@dataclass(frozen=True, slots=True)
class Right:
    """One right to use. Days are inclusive; `service` None means every service."""

    territory_set_id: int
    commercial_model: str | None = None
    use_type: str | None = None
    service: str | None = None
    start_day: date | None = None
    end_day: date | None = None
    takedown: bool = False
    is_preorder: bool = False
    is_discoverable: bool = True
    is_elsewhere: bool = False  #: the terms were communicated out of band: unknown here

    @property
    def use(self) -> str:
        """stream, download, ugc or other; a deal that names no use holds for any."""
        return "any" if self.use_type is None else USES.get(self.use_type, "other")


#: A right's values in order; dataclasses.astuple copies deeply and takes forty times as long.
_values = attrgetter(*Right.__slots__)


@lru_cache(maxsize=50_000)
def territory_set(mask: Mask, given: str) -> dict[str, Any]:
    """A row of `territory_sets`; its id depends on the mask alone."""
    words = {f"m{i}": word for i, word in enumerate(mask)}
    return {
        "territory_set_id": mask_id(mask),
        **words,
        "n": count(mask),
        "given": given,
    }


def deal_set_id(rights: Iterable[Right]) -> int:
    """A stable positive 63-bit id of a set of rights, whatever their order; NOTHING if empty."""
    distinct = sorted({repr(_values(right)) for right in rights})
    if not distinct:
        return NOTHING
    digest = blake2b("\n".join(distinct).encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> 1) or 1


def deal_rows(set_id: int, rights: Iterable[Right]) -> list[dict[str, Any]]:
    """Rows of `deals` for one set, in a stable order."""
    ordered = sorted(set(rights), key=lambda right: repr(_values(right)))
    names = Right.__slots__
    return [
        {"deal_set_id": set_id, "n": n, "use": right.use}
        | {name: getattr(right, name) for name in names}
        for n, right in enumerate(ordered)
    ]
