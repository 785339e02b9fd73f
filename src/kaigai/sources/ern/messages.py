"""Gathers one release message and hands it on as deliveries with their rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kaigai.formats.ddex.grants import ReleaseDeal
from kaigai.formats.ddex.message import (
    End,
    Head,
    Party,
    Placement,
    Purged,
    Release,
    Resource,
    Title,
)
from kaigai.sources.ern.catalogue import (
    completed,
    recording_id_of,
    recording_row,
    release_id_of,
    release_ids,
    release_row,
    work_ids,
)
from kaigai.sources.ern.deal_rows import Granted
from kaigai.sources.ern.people import People, credit_rows
from kaigai.sources.ern.spellings import Said, title_rows
from kaigai.sources.reader import DELIVERED, Delivery, DeliveryKind, Part, Rows

#: Rows held back until the delivery can be named; a bigger message streams past this.
HELD = 2_000


@dataclass(slots=True)
class _Recording:
    """A resource, as far as its release will ask for it."""

    row: dict[str, Any]
    language: str | None
    resource: Resource | None  #: kept only while its rows cannot be written yet
    said: set[Said] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)  #: of its track releases
    tracks: list[str] = field(default_factory=list)  #: references of its track releases


class Gathering:
    """One message on its way to rows.

    A 4.x message is about one release, so that what is said of a recording can leave at once.
    A 3.x message may deliver several: its recordings wait until their releases are known, as
    each release is a delivery of its own and takes its recordings along.
    """

    def __init__(self, head: Head) -> None:
        self.head = head
        self._is_one = head.version.startswith("4")
        self._people = People(head.language)
        self._granted = Granted(head)
        self._recordings: dict[str, _Recording] = {}
        self._releases: list[Release] = []
        self._first_track: Release | None = None
        self._previews: set[str] = set()
        self._works: dict[str, None] = {}
        self._purges = 0
        self._held: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._count = 0

    def add(self, part: object) -> Iterable[Part]:
        """Take one part of the message and give what can leave already: most often nothing."""
        match part:
            case Resource():
                self._resource(part)
            case Release():
                self._release(part)
            case ReleaseDeal():
                self._granted.add(part, self._previews)
            case Party():
                self._people.add(part)
            case Purged():
                return self._purge(part)
            case End():
                return self._end(part)
        return self._leave("") if self._count >= HELD else ()

    def _hold(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        held = self._held[table]
        before = len(held)
        held.extend(rows)
        self._count += len(held) - before

    def _leave(self, key: str) -> Iterator[Rows]:
        """All rows held, as rows of a delivery."""
        held, self._held, self._count = self._held, defaultdict(list), 0
        for table, rows in held.items():
            if rows:
                yield Rows(table, rows, key)

    def _resource(self, resource: Resource) -> None:
        recording_id = recording_id_of(resource)
        self._previews.update(resource.preview_refs)
        self._people.unite(resource.artists)
        self._people.artist_lines(resource)
        self._works.update(dict.fromkeys(work_ids(resource)))
        row = recording_row(resource, recording_id, self._people)
        language = resource.language or self.head.language
        recording = _Recording(row, language, resource)
        self._recordings[resource.reference] = recording
        if self._is_one and recording_id is not None:
            recording.resource = None
            self._said_of(recording, recording_id, resource)

    def _said_of(self, recording: _Recording, recording_id: str, resource: Resource) -> None:
        titles = title_rows(
            "recording", recording_id, resource.titles, recording.language, recording.said
        )
        self._hold("names", titles)
        self._hold("credits", credit_rows(recording_id, resource, self._people))

    def _release(self, release: Release) -> None:
        self._people.unite(release.artists)
        self._people.artist_lines(release)
        if release.kind == "main":
            self._releases.append(release)
        elif release.kind in ("track", "video-track"):
            self._first_track = self._first_track or release
            for placement in release.placements:
                recording = self._recordings.get(placement.resource_reference)
                if recording is not None and not placement.is_secondary:
                    self._track(recording, release)

    def _track(self, recording: _Recording, release: Release) -> None:
        """A track release: its deals and titles are the recording's."""
        recording.tracks.append(release.reference)
        if recording.resource is not None:
            recording.titles += release.titles
        elif release.titles:
            recording_id = recording.row["recording_id"]
            language = release.language or recording.language
            self._hold(
                "names",
                title_rows("recording", recording_id, release.titles, language, recording.said),
            )

    def _purge(self, purged: Purged) -> Iterator[Part]:
        for release_id in release_ids(purged.ids):
            self._purges += 1
            yield self._delivery(release_id, str(self._purges), None)

    def _end(self, end: End) -> Iterator[Part]:
        if self.head.kind != "NewReleaseMessage":
            return
        has_deals = end.deals > 0
        mains = self._mains()
        if not mains:
            yield self._delivery(f"message:{self.head.message_id}", "", has_deals)
            yield from self._leave("")
        for release, brought in zip(mains, self._brought(mains), strict=True):
            release_id = release_id_of(release)
            key = release_id if len(mains) > 1 else ""
            yield self._delivery(release_id, key, has_deals)
            for _ in self._delivered(release, release_id, brought, has_deals):
                if self._count >= HELD:
                    yield from self._leave(key)
            yield from self._leave(key)
        yield from self._interned()

    def _mains(self) -> list[Release]:
        """The releases that are deliveries of their own; a lone track counts as one."""
        if self._releases:
            return self._releases[:1] if self._is_one else self._releases
        return [] if self._first_track is None else [self._first_track]

    def _brought(self, mains: list[Release]) -> Iterator[list[str]]:
        """The recordings that each release brings along; the first one takes what none places."""
        if len(mains) == 1:
            yield list(self._recordings)
            return
        placed = [self._placed(release) for release in mains]
        anywhere = {reference for references in placed for reference in references}
        rest = [reference for reference in self._recordings if reference not in anywhere]
        for number, references in enumerate(placed):
            yield references + rest if number == 0 else references

    def _placed(self, release: Release) -> list[str]:
        references = (one.resource_reference for one in release.placements)
        return [one for one in dict.fromkeys(references) if one in self._recordings]

    def _delivery(self, release_id: str, key: str, has_deals: bool | None) -> Delivery:
        head = self.head
        sender = head.sender.dpid or head.sender.name
        recipients = [one.dpid or one.name for one in head.recipients]
        recipient = "+".join(filter(None, recipients)) or None
        return Delivery(
            scope=f"ern:{sender or ''}:{recipient or ''}:{release_id}",
            key=key,
            kind=self._kind(),
            standing=DELIVERED,
            delivered_at=head.created_at,
            sender=head.sender.name or head.sender.dpid,
            recipient=head.recipient.name or head.recipient.dpid,
            message_id=head.message_id or None,
            release_id=release_id,
            has_deals=has_deals,
        )

    def _kind(self) -> DeliveryKind:
        if self.head.control_type == "Test":
            return "test"
        if self.head.kind == "PurgeReleaseMessage":
            return "purge"
        return "update" if self.head.update_indicator == "UpdateMessage" else "new"

    def _delivered(
        self, release: Release, release_id: str, brought: list[str], has_deals: bool
    ) -> Iterator[None]:
        """Hold the rows of one release and all that it brings along, pausing after each."""
        row = release_row(release, release_id, self._people, len(self._placed(release)))
        if has_deals:
            row["deal_set_id"] = self._granted.set_of(release.references)
        self._hold("releases", [row])
        language = release.language or self.head.language
        self._hold("names", title_rows("release", release_id, release.titles, language, set()))
        for reference in brought:
            self._recorded(reference, release_id, row)
            yield
        for placement in release.placements:
            if placement.resource_reference in self._recordings:
                track = self._track_row(release, release_id, placement, has_deals)
                self._hold("tracks", [track])
                yield
        self._people_rows()

    def _track_row(
        self, release: Release, release_id: str, placement: Placement, has_deals: bool
    ) -> dict[str, Any]:
        reference = placement.resource_reference
        recording = self._recordings[reference]
        return {
            "release_id": release_id,
            "recording_id": self._id_in(recording, reference, release_id),
            "disc": placement.disc or 1,
            "position": placement.sequence,
            "deal_set_id": self._set_of(release, recording, reference) if has_deals else None,
        }

    def _recorded(self, reference: str, release_id: str, release: dict[str, Any]) -> None:
        recording = self._recordings[reference]
        recording_id = self._id_in(recording, reference, release_id)
        row = completed(recording.row, release) | {"recording_id": recording_id}
        self._hold("recordings", [row])
        if recording.resource is not None:
            recording.said = set()
            self._said_of(recording, recording_id, recording.resource)
            titles, language = recording.titles, recording.language
            rows = title_rows("recording", recording_id, titles, language, recording.said)
            self._hold("names", rows)

    def _id_in(self, recording: _Recording, reference: str, release_id: str) -> str:
        return recording.row["recording_id"] or f"{release_id}#{reference}"

    def _set_of(self, release: Release, recording: _Recording, reference: str) -> int:
        """Deals of its own track release decide; only without any, those of the release do."""
        if self._granted.has_deals(recording.tracks):
            return self._granted.set_of(recording.tracks, reference)
        return self._granted.set_of(release.references, reference)

    def _people_rows(self) -> None:
        parties, names = self._people.rows()
        self._hold("parties", parties)
        self._hold("names", names)
        self._hold("works", ({"work_id": one, "iswc": one} for one in self._works))

    def _interned(self) -> Iterator[Rows]:
        if self._granted.territory_sets:
            yield Rows("territory_sets", list(self._granted.territory_sets.values()))
        rows = [row for rows in self._granted.deal_rows.values() for row in rows]
        if rows:
            yield Rows("deals", rows)
