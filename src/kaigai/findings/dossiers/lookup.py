"""What a person means by an id, a code, a link, a file name or a name in any spelling."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import ibis
import ibis.expr.types as ir

from kaigai.facts.engine import Engine
from kaigai.facts.sql_cache import Warm
from kaigai.formats.youtube.ids import video_id
from kaigai.identity.find_artist import ID, PART, SOUND, SPELLING, Fit, fitting
from kaigai.terms import gtin, isrc
from kaigai.terms.names import fold, name_keys
from kaigai.terms.text import Refused, Text

Kind = Literal["finding", "artist", "recording", "release", "video", "origin"]

#: Roles of names that are no name of the thing itself.
NO_NAMES = ("description", "title_part")
LISTED = 50  #: matches that are listed
COMPARED = 300_000  #: spellings that a suggestion is chosen from
SUGGESTED = 5
ALIKE = 70  #: of 100; below it a suggestion does not help


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Something that can be shown; `label` is what people call it."""

    kind: Kind
    id: str
    label: str
    artist: str | None = None


class NothingKnown(Refused):
    """Nothing is known of a text; it has the nearest spellings."""


def meant(asking: Warm, text: str) -> tuple[Match, ...]:
    """What a text means; raises NothingKnown with the nearest spellings."""
    if matches := find(asking, text):
        return tuple(matches)
    near = [f"{each.label} ({each.id})" for each in suggestions(asking.engine, text)]
    en = f"Did you mean: {', '.join(near)}?" if near else HOW_TO_LOOK.en
    ja = f"もしかして: {'、'.join(near)}" if near else HOW_TO_LOOK.ja
    raise NothingKnown(
        Text(
            f"nothing is known of {text}. {en}",
            f"{text} に当たるものはありません。{ja}",
        )
    )


def find(asking: Warm, text: str) -> list[Match]:
    """What a text means, the plainest way first: an id or code, a file, then a name."""
    given = text.strip()
    fits = fitting(asking, given)
    for look in (_by_id, _by_file, _by_name, _by_part):
        if matches := look(asking.engine, given, fits):
            return matches
    return []


def suggestions(engine: Engine, text: str) -> list[Match]:
    """The nearest spellings and codes; empty where nothing is near."""
    from rapidfuzz import fuzz, process

    candidates = _candidates(engine)
    wanted = sorted(name_keys(text.strip()))
    found = {
        candidates[key]: score
        for each in wanted
        for key, score, _ in process.extract(
            each, list(candidates), scorer=fuzz.ratio, limit=SUGGESTED, score_cutoff=ALIKE
        )
    }
    best = sorted(found, key=lambda match: (-found[match], match))[:SUGGESTED]
    return [_labelled(engine, match) for match in best]


def rows_of(engine: Engine, table: str, where: Callable[[ir.Table], Any]) -> list[dict[str, Any]]:
    """The rows of a table for which a condition holds; none where the table is absent."""
    if table not in engine:
        return []
    rows = engine[table]  # asked several times for one answer
    found: list[dict[str, Any]] = rows.filter(where(rows)).to_pyarrow().to_pylist()
    return found


def _by_id(engine: Engine, text: str, fits: Sequence[Fit]) -> list[Match]:
    clip = video_id(text)
    recording = [text, isrc.normalise(text) or text]
    release = [text, gtin.normalise(text) or text]
    video = [text, f"youtube:{clip}" if clip else text]
    found = [
        *_found(engine, "finding", lambda t: t.finding_id == text),
        *_found(engine, "recording", lambda t: t.recording_id.isin(recording)),
        *_found(engine, "release", lambda t: t.release_id.isin(release)),
        *_found(engine, "video", lambda t: t.video_id.isin(video)),
        *_found(engine, "origin", lambda t: t.origin_id == text),
        *_fitting(fits, ID),
    ]
    return found or [
        *_found(engine, "recording", lambda t: t.isrc.isin(recording) | (t.isrc_given == text)),
        *_found(
            engine,
            "release",
            lambda t: (
                t.gtin.isin(release)
                | (t.gtin_given == text)
                | (t.grid == text)
                | (t.catalog_number.upper() == text.upper())
            ),
        ),
    ]


#: kind -> (table, id, label, artist)
PLACES: Mapping[Kind, tuple[str, str, str, str | None]] = {
    "finding": ("findings", "finding_id", "subject", "artist"),
    "recording": ("recordings", "recording_id", "title", "artist"),
    "release": ("releases", "release_id", "title", "artist"),
    "video": ("videos", "video_id", "title", "channel"),
    "origin": ("origins", "origin_id", "path", None),
}


NAMED: tuple[Kind, ...] = ("recording", "release", "video")


def _found(engine: Engine, kind: Kind, where: Callable[[ir.Table], Any]) -> list[Match]:
    table, id, label, artist = PLACES[kind]
    rows = rows_of(engine, table, where)
    return sorted(
        Match(kind, row[id], row[label] or row[id], row[artist] if artist else None)
        for row in _last(rows, id)
    )[:LISTED]


def _last(rows: Iterable[dict[str, Any]], id: str) -> list[dict[str, Any]]:
    """One row per id: an origin that was refused before may be logged again."""
    return list({row[id]: row for row in rows}.values())


def _fitting(fits: Iterable[Fit], *ways: int) -> list[Match]:
    """The artists whom the text fits in one of these ways."""
    return [Match("artist", fit.artist_id, fit.name.ja) for fit in fits if fit.how in ways]


def _artists(engine: Engine, parties: Iterable[str]) -> list[Match]:
    """Parties as the artists that they are, each once."""
    ids = sorted(set(parties))
    if not ids:
        return []
    known = {
        row["party_id"]: row for row in rows_of(engine, "artists", lambda t: t.party_id.isin(ids))
    }
    names = {
        row["subject_id"]: row["text"]
        for row in rows_of(
            engine,
            "names",
            lambda t: (t.subject_kind == "party") & (t.role == "display") & t.subject_id.isin(ids),
        )
    }
    matches = {
        Match("artist", known[each]["artist_id"], known[each]["artist"])
        if each in known
        else Match("artist", each, names.get(each, each))
        for each in ids
    }
    return sorted(matches)


def _by_file(engine: Engine, text: str, fits: Sequence[Fit]) -> list[Match]:
    """Origins by path, by the end of the path, or by what is in a zip."""
    ends = (f"/{text}", f"\\{text}")
    return _found(
        engine,
        "origin",
        lambda t: (t.path == text) | t.path.endswith(ends[0]) | t.path.endswith(ends[1]),
    )


def _by_name(engine: Engine, text: str, fits: Sequence[Fit]) -> list[Match]:
    rows = _named(engine, text)
    ids = {
        kind: sorted({row["subject_id"] for row in rows if row["subject_kind"] == kind})
        for kind in NAMED
    }
    found = _fitting(fits, SPELLING, SOUND)
    for kind in NAMED:
        if ids[kind]:
            found += _found(engine, kind, _is_one_of(PLACES[kind][1], ids[kind]))
    return found


def _by_part(engine: Engine, text: str, fits: Sequence[Fit]) -> list[Match]:
    return _fitting(fits, PART)


def _is_one_of(key: str, ids: list[str]) -> Callable[[ir.Table], Any]:
    return lambda t: t[key].isin(ids)


def _named(engine: Engine, text: str) -> list[dict[str, Any]]:
    keys = sorted(name_keys(text))
    if not keys:
        return []
    return rows_of(engine, "names", lambda t: t.key.isin(keys) & t.role.notin(NO_NAMES))


def _candidates(engine: Engine) -> dict[str, Match]:
    """Keys of names and ids, with what each is; the id stands for the label yet."""
    found: dict[str, Match] = {}
    if "names" in engine:
        names = engine["names"]
        named = names.filter(names.role.notin(NO_NAMES) & (names.key != ""))
        rows = named.select("key", "subject_kind", "subject_id", "text").distinct(on="key")
        for row in rows.limit(COMPARED).to_pyarrow().to_pylist():
            kind: Kind = "artist" if row["subject_kind"] == "party" else row["subject_kind"]
            found[row["key"]] = Match(kind, row["subject_id"], row["text"])
    for kind in NAMED[:2]:
        table, id, label, _ = PLACES[kind]
        if table in engine:
            rows = engine[table].select(id=id, label=ibis._[label])
            for row in rows.limit(COMPARED).to_pyarrow().to_pylist():
                found[fold(row["id"])] = Match(kind, row["id"], row["label"] or row["id"])
    return found


def _labelled(engine: Engine, match: Match) -> Match:
    """An artist's suggestion leads to the artist, not to one of its parties."""
    if match.kind != "artist":
        return match
    [artist] = _artists(engine, [match.id])
    return Match("artist", artist.id, match.label)


HOW_TO_LOOK = Text(
    en="Look in `kaigai findings`, or in `kaigai table names`.",
    ja="`kaigai findings` か `kaigai table names` で探してください。",
)
