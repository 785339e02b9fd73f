"""Parties of a message: their ids, their spellings, and what they did for a recording."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from kaigai.formats.ddex.message import ArtistName, Credit, Party, PartyName, Release, Resource
from kaigai.sources.ern.spellings import (
    EAST_ASIAN,
    Said,
    fitting,
    party_name_role,
    role_of,
    script_said,
    territory_of,
)
from kaigai.sources.naming import name_row, party_id_of, script_and_key
from kaigai.terms import isni

#: What DDEX calls a role -> what facts call it; a few name two.
_ROLES: dict[str, tuple[str, ...]] = {
    "MainArtist": ("main",),
    "Artist": ("main",),
    "FeaturedArtist": ("featured",),
    "ComposerLyricist": ("composer", "lyricist"),
    "Author": ("lyricist",),
    "NonLyricAuthor": ("composer",),
    "StudioProducer": ("producer",),
    "RecordProducer": ("producer",),
}
_KINDS = {"artist": 0, "label": 1, "contributor": 2, None: 3}
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@lru_cache(maxsize=4096)
def roles_of(role: str) -> tuple[str, ...]:
    """`MusicPublisher` -> ("music-publisher",); a display artist `MainArtist` -> ("main",)."""
    known = _ROLES.get(role)
    return known or (_WORDS.sub("-", role).replace(" ", "-").lower(),)


class People:
    """All parties met in one message, each once, with every spelling."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._by_reference: dict[str, str] = {}
        self._rows: dict[str, dict[str, Any]] = {}
        self._names: list[dict[str, Any]] = []
        self._said: dict[str, set[Said]] = {}
        self._shown: dict[str, str] = {}
        self._inline: dict[tuple[Any, ...], str | None] = {}

    def add(self, party: Party) -> str | None:
        """Keep a party and give its id; None for one without a name or an id."""
        party_id = _id_of(party)
        if party_id is None:
            return None
        if party.reference:
            self._by_reference[party.reference] = party_id
        self._row(party_id, party)
        self._spell(party_id, party)
        return party_id

    def _spell(self, party_id: str, party: Party) -> None:
        for name in party.names:
            self._name(party_id, name.text, party_name_role(name), name.language, name)

    def _row(self, party_id: str, party: Party) -> None:
        row = self._rows.setdefault(party_id, {"party_id": party_id, "kind": None})
        ids = party.ids
        found = {
            "isni": isni.normalise(ids.isni) if ids.isni else None,
            "ipi": ids.ipi,
            "dpid": ids.dpid,
            "proprietary_id": _proprietary(party),
        }
        row.update({key: value for key, value in found.items() if value})
        if party.names:
            self._shown.setdefault(party_id, party.names[0].text)

    def _name(
        self,
        party_id: str,
        text: str,
        role: str,
        language: str | None,
        name: PartyName | ArtistName,
    ) -> None:
        language = language or fitting(self._language, text)
        said = (text, language, role, territory_of(name.places))
        known = self._said.setdefault(party_id, set())
        if said in known:
            return
        known.add(said)
        row = name_row(
            "party",
            party_id,
            text,
            role=role,
            language=language,
            territory=said[3],
            is_default=name.is_default,
        )
        self._names.append(row)

    def id_of(self, credit: Credit) -> str | None:
        """The party of a credit, by reference or inline."""
        if credit.party_reference:
            return self._by_reference.get(credit.party_reference)
        if credit.party is None:
            return None
        # The same few people stand in every recording of a 3.x message.
        key = _key(credit.party)
        if key not in self._inline:
            self._inline[key] = self.add(credit.party)
        return self._inline[key]

    def unite(self, credits_: Sequence[Credit]) -> None:
        """One artist whom 3.x names anew for each territory: 青い灯 for Japan, Aoi Hi elsewhere.

        Only where every territory has a single artist with the same roles, and the spellings
        are in different scripts: anything else may be somebody else.
        """
        if len(credits_) < 2:
            return
        inline = [one for one in credits_ if one.party is not None and one.party.names]
        if len(inline) < 2:
            return
        blocks = {one.places for one in inline}
        if len(blocks) != len(inline) or not _alike(inline):
            return
        native = [one for one in inline if _is_native(one.party)]
        if len(native) != 1:
            return
        party_id = self.id_of(native[0])
        for credit in inline:
            if party_id is not None and credit.party is not None:
                self._inline[_key(credit.party)] = party_id
                self._spell(party_id, credit.party)

    def name_of(self, party_id: str) -> str | None:
        """The first spelling of a party."""
        return self._shown.get(party_id)

    def by_reference(self, reference: str | None) -> str | None:
        """The id of a party of the PartyList."""
        return self._by_reference.get(reference) if reference else None

    def mark(self, party_id: str, kind: str) -> None:
        """Say what a party is: artist before label before contributor."""
        row = self._rows.get(party_id)
        if row is not None and _KINDS[kind] < _KINDS[row["kind"]]:
            row["kind"] = kind

    def artist_lines(self, it: Resource | Release) -> None:
        """Where one party is the whole artist, the artist line is a spelling of it."""
        if not it.artists:
            return
        only, *others = map(self.id_of, it.artists)
        if only is None or any(other != only for other in others):
            return
        for line in it.artist_names:
            role = role_of("display", line.language, is_beside_native=False)
            self._name(only, line.text, role, line.language, line)

    def rows(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Rows of `parties` and of `names`."""
        return list(self._rows.values()), self._names


def _alike(inline: list[Credit]) -> bool:
    """Whether the roles agree, and no identifier says that these are two."""
    first = inline[0]
    isnis = {one.party.ids.isni for one in inline if one.party and one.party.ids.isni}
    return len(isnis) < 2 and all(one.roles == first.roles for one in inline)


def _is_native(party: Party | None) -> bool:
    return party is not None and script_and_key(party.names[0].text)[0] in EAST_ASIAN


def _key(party: Party) -> tuple[Any, ...]:
    names = tuple((one.text, one.kind, one.language) for one in party.names)
    return (party.ids.isni, party.ids.dpid, _proprietary(party), names)


def _proprietary(party: Party) -> str | None:
    for one in party.ids.proprietary:
        return f"{one.namespace}:{one.value}" if one.namespace else one.value
    return None


def _id_of(party: Party) -> str | None:
    number = isni.normalise(party.ids.isni) if party.ids.isni else None
    own = _proprietary(party)
    name = original_name(party.names)
    if name is None and not number and not own:
        return f"dpid:{party.ids.dpid}" if party.ids.dpid else None
    return party_id_of(name or "", isni=number, proprietary=own)


def original_name(names: Iterable[PartyName]) -> str | None:
    """The spelling that a party is known by at home: in its own script where there is one."""
    full = [one for one in names if one.kind == "full"]
    for one in full:
        if one.is_original:
            return one.text
    for one in full:
        is_reading = one.language is not None and script_said(one.language) == "Hrkt"
        if not is_reading and script_and_key(one.text)[0] in EAST_ASIAN:
            return one.text
    return full[0].text if full else None


def main_artist(it: Resource | Release) -> Credit | None:
    """The credit of the first main display artist."""
    if len(it.artists) < 2:
        return it.artists[0] if it.artists else None
    return min(it.artists, key=lambda one: ("MainArtist" not in one.roles, one.sequence or 999))


def credit_rows(recording_id: str, resource: Resource, people: People) -> Iterator[dict[str, Any]]:
    """Rows of `credits` for a recording; each party and role once, whatever the territory."""
    seen: set[tuple[str, str]] = set()
    for credit in (*resource.artists, *resource.contributors):
        party_id = people.id_of(credit)
        if party_id is None:
            continue
        people.mark(party_id, "artist" if credit.kind == "artist" else "contributor")
        for role in _credited(credit.kind, tuple(credit.roles)):
            if (party_id, role) in seen:
                continue
            seen.add((party_id, role))
            yield {
                "recording_id": recording_id,
                "party_id": party_id,
                "role": role,
                "instrument": ", ".join(credit.instruments) or None,
                "name": people.name_of(party_id),
                "position": credit.sequence,
            }


@lru_cache(maxsize=4096)
def _credited(kind: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """What a credit's roles are in facts; `Artist` as a contributor's role is a performer."""
    if not roles:
        return ("main" if kind == "artist" else "contributor",)
    if kind == "artist":
        return tuple(known for role in roles for known in roles_of(role))
    return tuple(known for role in roles for known in _contributed(role))


def _contributed(role: str) -> tuple[str, ...]:
    return ("performer",) if role in ("Artist", "MainArtist") else roles_of(role)
