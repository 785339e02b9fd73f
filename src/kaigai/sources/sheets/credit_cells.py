"""Who made a recording, as a sheet's cells say: the artist, guests, writers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kaigai.formats.sheets.values import as_list, is_nothing
from kaigai.sources.naming import name_row, party_id_of
from kaigai.sources.sheets.batches import Row
from kaigai.sources.sheets.lines import Line
from kaigai.sources.sheets.spellings import any_spelling, spellings

#: Fields of a sheet to the roles that facts know.
ROLES = {
    "composer": ("composer",),
    "lyricist": ("lyricist",),
    "writer": ("composer", "lyricist"),
    "arranger": ("arranger",),
    "producer": ("producer",),
}

_GUESTS = re.compile(
    r"(?P<main>.+?)\s*[(（\[［]?\s*"
    r"(?<![A-Za-z])(?:feat\.|feat(?=\s)|ft\.|featuring(?=\s)|フィーチャリング)\s*"
    r"(?P<guests>.+?)[)）\]］]?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:&|＆|×|,|，)\s*")


@dataclass(frozen=True, slots=True)
class Artist:
    """An artist as a row names it: its party, the name to show, and its guests."""

    party_id: str
    shown: str
    guests: tuple[str, ...] = ()


@lru_cache(maxsize=65_536)
def without_guests(text: str) -> tuple[str, tuple[str, ...]]:
    """The artist before `feat.`, and the guests after it."""
    found = _GUESTS.fullmatch(text)
    if found is None:
        return text, ()
    names = [name for part in as_list(found["guests"]) for name in _AND.split(part)]
    return found["main"], tuple(filter(None, names))


def artist_of(line: Line, field: str) -> Artist | None:
    """The artist of a row, by any of its spellings; None where no cell names one."""
    shown = any_spelling(field, line.columns, line.word)
    if shown is None:
        return None
    main, guests = without_guests(shown)
    return Artist(party_id_of(main), shown, guests)


def artist_rows(line: Line, field: str, artist: Artist) -> Iterator[Row]:
    """The party of a row's artist, with the spellings that the row has of it."""

    def alone(name: str) -> str | None:
        text = line.word(name)
        return without_guests(text)[0] if text else None

    yield "parties", {"party_id": artist.party_id, "kind": "artist"}
    rows = list(spellings("party", artist.party_id, field, line.columns, alone))
    if not any(row["role"] == "display" for row in rows):
        shown = without_guests(artist.shown)[0]
        rows.append(name_row("party", artist.party_id, shown, role="display", is_default=True))
    yield from (("names", row) for row in rows)


def credit_rows(line: Line, recording_id: str, artist: Artist | None) -> Iterator[Row]:
    """Rows of `credits` and the parties in them; each party and role once."""
    seen: set[tuple[str, str]] = set()
    for position, (party_id, role, name) in enumerate(_credited(line, artist), start=1):
        if (party_id, role) in seen:
            continue
        seen.add((party_id, role))
        if role != "main":
            kind = "artist" if role == "featured" else "contributor"
            yield "parties", {"party_id": party_id, "kind": kind}
            yield "names", name_row("party", party_id, name, role="display", is_default=True)
        yield (
            "credits",
            {
                "recording_id": recording_id,
                "party_id": party_id,
                "role": role,
                "name": name,
                "position": position,
            },
        )


def _credited(line: Line, artist: Artist | None) -> Iterator[tuple[str, str, str]]:
    if artist is not None:
        yield artist.party_id, "main", without_guests(artist.shown)[0]
        yield from ((party_id_of(guest), "featured", guest) for guest in artist.guests)
    for _, cell in line.cells("featured"):
        yield from ((party_id_of(name), "featured", name) for name in _names(as_list(cell)))
    for field, roles in ROLES.items():
        for _, cell in line.cells(field):
            for name in _names(as_list(cell)):
                yield from ((party_id_of(name), role, name) for role in roles)


def _names(given: list[str]) -> Iterator[str]:
    return (name for name in given if not is_nothing(name))
