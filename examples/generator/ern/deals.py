"""Rights in the words that both versions of ERN share."""

from collections.abc import Iterator

from examples.generator.model import Grant, Grants, Release

_MODELS = {
    "stream": ("SubscriptionModel", "AdvertisementSupportedModel"),
    "download": ("PayAsYouGoModel",),
    "takedown": ("SubscriptionModel",),
}
_USES = {
    "stream": ("OnDemandStream", "NonInteractiveStream", "ConditionalDownload"),
    "download": ("PermanentDownload",),
    "takedown": (),
}


def by_grants(release: Release) -> Iterator[tuple[list[str], Grants]]:
    """References of releases (R0 the product, R1 … its tracks) that have the same rights."""
    shared: dict[Grants, list[str]] = {release.grants: ["R0"]}
    songs = (track.recording for track in release.tracks if track.is_delivered)
    for n, song in enumerate(songs, 1):
        own = release.grants if song.grants is None else song.grants
        shared.setdefault(own, []).append(f"R{n}")
    yield from ((references, grants) for grants, references in shared.items())


def codes_in(grant: Grant) -> list[tuple[str, str]]:
    """Element name and code: the territories, or those that are left out."""
    if grant.excluded:
        return [("ExcludedTerritoryCode", code) for code in grant.excluded]
    return [("TerritoryCode", code) for code in grant.territories]


def models(grant: Grant) -> tuple[str, ...]:
    """DDEX's commercial models for the use."""
    return _MODELS[grant.use]


def uses(grant: Grant) -> tuple[str, ...]:
    """DDEX's use types for the use."""
    return _USES[grant.use]
