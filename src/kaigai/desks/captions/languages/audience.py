"""Who listens where, and which languages the videos are captioned in already: from the facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.terms.periods import months_before
from kaigai.terms.reading_languages import reader

PLAYS: Final = ("streams", "views")
RANK: Final = "rank"
MONTHS: Final = 12
NOT_WRITTEN: Final = ("asr", "forced")  #: tracks by a machine, or of signs alone
#: Where plays are counted, the best first: settled by artist, by month, as reported.
TABLES: Final = ("reach", "usage_monthly", "usage")


@dataclass(frozen=True, slots=True)
class Audience:
    """Plays by territory; `measure` is rank where only charts are known."""

    plays: Mapping[str, float]
    first: date | None
    last: date | None
    measure: str
    table: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Captioned:
    """How many videos have captions in a language, written by people."""

    videos: int
    by_language: Mapping[str, int]


def audience(tables: Mapping[str, ir.Table], artists: Sequence[str]) -> Audience | None:
    """Plays by territory in the last twelve months known; of artists only as `reach` knows."""
    for name in TABLES[:1] if artists else TABLES:
        if name in tables:
            found = _of(tables[name], name, artists)
            if found is not None and found.plays:
                return found
    return None


def _of(rows: ir.Table, name: str, artists: Sequence[str]) -> Audience | None:
    if artists:
        rows = rows.filter(rows.artist_id.isin(list(artists)))
    day = rows.day if name == "usage" else rows.month
    rows = rows.mutate(month=day.truncate("M"))
    placed = rows.filter(rows.territory.length() == 2, rows.territory != "ZZ")
    for measures in (PLAYS, (RANK,)):
        some = placed.filter(placed.measure.isin(measures))
        found = _summed(_weighted(some, name), name, measures)
        if found is not None:
            return found
    return None


def _weighted(rows: ir.Table, name: str) -> ir.Table:
    """A rank counts as rank to the power of -0.42; reach has it as its quantity."""
    rank = rows.measure == RANK
    if name == "usage_monthly":
        return rows.mutate(count=rank.ifelse(rows.weight, rows.quantity))
    if name == "usage":
        return rows.mutate(count=rank.ifelse(rows.quantity.clip(lower=1) ** -0.42, rows.quantity))
    return rows.mutate(count=rows.quantity)


def _summed(rows: ir.Table, name: str, measures: Sequence[str]) -> Audience | None:
    last = rows.month.max().to_pyarrow().as_py()
    if last is None:
        return None
    first, _ = months_before(_after(last), MONTHS)
    recent = rows.filter(rows.month >= ibis.literal(first))
    summed = recent.group_by("territory").agg(count=recent["count"].sum()).to_pyarrow()
    plays = {row["territory"]: row["count"] for row in summed.to_pylist() if row["count"]}
    services = recent.service.collect(distinct=True).to_pyarrow().as_py() or []
    begin = recent.month.min().to_pyarrow().as_py()
    return Audience(plays, begin, last, "rank" if RANK in measures else "plays", name,
                    tuple(sorted(filter(None, services))))  # fmt: skip


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def captioned(tables: Mapping[str, ir.Table], artists: Sequence[str]) -> Captioned:
    """In which languages videos can be read already; only the owner's list of tracks says so."""
    if "captions" not in tables:
        return Captioned(0, {})
    tracks = tables["captions"]
    if artists:
        tracks = tracks.semi_join(_videos_of(tables, artists), "video_id")
    seen = tracks.filter(
        ~tracks.is_draft.fill_null(False), (tracks.status.lower() != "failed").fill_null(True)
    )
    written = seen.filter(~seen.track_kind.lower().isin(NOT_WRITTEN).fill_null(False))
    videos = int(tracks.video_id.nunique().to_pyarrow().as_py() or 0)
    pairs = written.select("video_id", "language").distinct().to_pyarrow().to_pylist()
    read = {(row["video_id"], reader(row["language"])) for row in pairs if row["language"]}
    by_language: dict[str, int] = {}
    for _, tag in sorted(read):
        by_language[tag] = by_language.get(tag, 0) + 1
    return Captioned(videos, by_language)


def _videos_of(tables: Mapping[str, ir.Table], artists: Sequence[str]) -> ir.Table:
    """The videos that the label, or whoever tied plays, says are these artists'."""
    found: list[ir.Table] = []
    mine = tables["artists"].filter(tables["artists"].artist_id.isin(list(artists)))
    if "video_links" in tables:
        links = tables["video_links"]
        found.append(links.semi_join(mine, "party_id").select("video_id"))
        if "credits" in tables:
            credited = tables["credits"].semi_join(mine, "party_id").select("recording_id")
            found.append(links.semi_join(credited, "recording_id").select("video_id"))
    if "identities" in tables:
        ties = tables["identities"]
        tied = ties.filter(ties.artist_id.isin(list(artists)), ties.state == "tied",
                           ties.video_id.notnull())  # fmt: skip
        found.append(tied.select("video_id"))
    if not found:
        return tables["captions"].filter(False).select("video_id")
    return found[0] if len(found) == 1 else ibis.union(*found, distinct=True)
