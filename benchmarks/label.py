"""A distributor's workspace to measure with: every table that checks ask for, written at once."""

from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.catalogue import write_catalogue
from kaigai.facts.parts import fitted
from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.sources.naming import name_row

AT = datetime(2026, 11, 1, tzinfo=UTC)
ARTISTS_PER = 50  #: recordings of one artist
TRACKS_PER = 12  #: recordings of one release
VIDEOS_PER = 4  #: recordings for one video
TITLES = (
    ("夜明けの海", "Yoake no Umi", "よあけのうみ"),
    ("ひかり", "Hikari", "ひかり"),
    ("スターライト", "Starlight", "すたーらいと"),
    ("雨の街", "", "あめのまち"),
    ("Blue", "Blue", ""),
)


def write_label(root: Path, recordings: int, scratch: Path) -> None:
    """Write a workspace of that many recordings; a fifth have no Latin title."""
    write_catalogue(scratch, recordings)
    tracks = pq.read_table(scratch / "tracks.parquet").slice(0, recordings)
    ids = tracks["recording_id"]
    tables = {
        "tracks": tracks,
        "deals": pq.read_table(scratch / "deals.parquet"),
        "territory_sets": pq.read_table(scratch / "territory_sets.parquet"),
        "recordings": _recordings(ids),
        "releases": _releases(recordings),
        "names": pa.concat_tables([_titles(ids), *_others(recordings)]),
        "parties": _parties(recordings),
        "credits": _credits(ids),
        "videos": _videos(recordings),
        "video_links": _links(ids),
        "captions": _captions(recordings),
        "channels": _channels(recordings),
        "usage": _usage(recordings),
        "origins": _origins(),
        "deliveries": _deliveries(),
    }
    with Facts.open(root, create=True).writing() as writing:
        for name, rows in tables.items():
            writing.write(Change(name, _stamped(name, rows)))
        writing.commit(at=AT, what="benchmark")


def _stamped(name: str, rows: pa.Table) -> pa.Table:
    if TABLES[name].kind != "fact":
        return rows
    kept = [column for column in rows.column_names if column not in ("origin_id", "delivery_id")]
    stamp = pa.repeat(pa.scalar("d"), rows.num_rows)
    rows = rows.select(kept)
    return rows.append_column("origin_id", stamp).append_column("delivery_id", stamp)


def _taken(values: list[object], count: int) -> pa.Array:
    return pa.array([values[number % len(values)] for number in range(count)])


def _artist(count: int, per: int) -> pa.Array:
    return pa.array([f"name:artist{number * per // ARTISTS_PER}" for number in range(count)])


def _recordings(ids: pa.ChunkedArray) -> pa.Table:
    count = len(ids)
    days = [date(2015 + number % 11, 1 + number % 12, 1) for number in range(132)]
    return pa.table(
        {
            "recording_id": ids,
            "kind": pa.repeat("sound", count),
            "isrc": ids,
            "isrc_given": ids,
            "title": _taken([each[0] for each in TITLES], count),
            "party_id": _artist(count, 1),
            "duration_ms": pa.array(np.full(count, 240_000)),
            "first_day": _taken(list(days), count),
        }
    )


def _releases(recordings: int) -> pa.Table:
    count = recordings // TRACKS_PER + 1
    ids = pa.array([f"49{number:011}" for number in range(count)])
    return pa.table(
        {
            "release_id": ids,
            "gtin": ids,
            "gtin_given": ids,
            "title": _taken([each[0] for each in TITLES], count),
            "party_id": _artist(count, TRACKS_PER),
            "release_type": _taken(["Album", "Single"], count),
            "release_day": _taken([date(2020, 1, 1), date(2024, 5, 1)], count),
            "is_delivered": pa.array(np.ones(count, bool)),
        }
    )


def _named(kind: str, ids: list[str], rows: list[dict[str, object]]) -> pa.Table:
    """Names of many subjects from a few patterns, each computed once."""
    columns: dict[str, pa.Array] = {"subject_id": pa.array(ids)}
    for column in rows[0]:
        if column not in columns:
            columns[column] = _taken([row[column] for row in rows], len(ids))
    columns["subject_kind"] = pa.repeat(kind, len(ids))
    return fitted(pa.table(columns), TABLES["names"].arrow_schema())


def _titles(ids: pa.ChunkedArray) -> pa.Table:
    parts = []
    listed = ids.to_pylist()
    for place, (role, language) in enumerate(
        [("display", "ja-Jpan"), ("latin", "ja-Latn"), ("reading", "ja-Hrkt")]
    ):
        rows = [name_row("recording", "", t[place], role=role, language=language) for t in TITLES]
        keep = [number for number in range(len(listed)) if TITLES[number % len(TITLES)][place]]
        whole = _named("recording", listed, rows)
        parts.append(whole.take(pa.array(keep)))
    return pa.concat_tables(parts)


def _others(recordings: int) -> list[pa.Table]:
    artists = [f"name:artist{number}" for number in range(recordings // ARTISTS_PER + 1)]
    party = [
        {**name_row("party", "", f"歌手{number}", role="display", language="ja-Jpan")}
        for number in range(len(artists))
    ]
    releases = [f"49{number:011}" for number in range(recordings // TRACKS_PER + 1)]
    release = [name_row("release", "", t[1] or t[0], role="display") for t in TITLES]
    videos = [f"youtube:v{number:010}" for number in range(recordings // VIDEOS_PER)]
    part = [name_row("video", "", t[0], role="title_part") for t in TITLES]
    return [
        _named("party", artists, party),
        _named("release", releases, release),
        _named("video", videos, part),
    ]


def _parties(recordings: int) -> pa.Table:
    count = recordings // ARTISTS_PER + 1
    ids = pa.array([f"name:artist{number}" for number in range(count)])
    return pa.table({"party_id": ids, "home_territory": pa.repeat("JP", count)})


def _credits(ids: pa.ChunkedArray) -> pa.Table:
    kept = ids.slice(0, len(ids) * 9 // 10)
    roles = pa.repeat("composer", len(kept))
    return pa.table({"recording_id": kept, "party_id": _artist(len(kept), 1), "role": roles})


def _videos(recordings: int) -> pa.Table:
    count = recordings // VIDEOS_PER
    return pa.table(
        {
            "video_id": pa.array([f"youtube:v{number:010}" for number in range(count)]),
            "service": pa.repeat("youtube", count),
            "channel_id": pa.array(
                [
                    f"youtube:c{number * VIDEOS_PER // ARTISTS_PER % 20_000}"
                    for number in range(count)
                ]
            ),
            "title": _taken([f"{each[0]} MV" for each in TITLES], count),
            "description": pa.repeat("", count),
            "duration_ms": _taken([240_000, 90_000, 235_000, 240_000], count),
            "has_captions": _taken([True, False], count),
            "views": pa.array(np.arange(count) % 1_000_000),
        }
    )


def _links(ids: pa.ChunkedArray) -> pa.Table:
    count = len(ids) // VIDEOS_PER
    return pa.table(
        {
            "video_id": pa.array([f"youtube:v{number:010}" for number in range(count)]),
            "recording_id": ids.take(pa.array(np.arange(count) * VIDEOS_PER)),
        }
    )


def _captions(recordings: int) -> pa.Table:
    count = recordings // VIDEOS_PER
    return pa.table(
        {
            "video_id": pa.array([f"youtube:v{number // 2 * 2:010}" for number in range(count)]),
            "caption_id": pa.array([f"c{number}" for number in range(count)]),
            "language": _taken(["ja", "en", "ja", "ko"], count),
            "track_kind": _taken(["standard", "standard", "ASR"], count),
        }
    )


def _channels(recordings: int) -> pa.Table:
    count = min(recordings // ARTISTS_PER + 1, 20_000)
    return pa.table(
        {
            "channel_id": pa.array([f"youtube:c{number}" for number in range(count)]),
            "party_id": pa.array([f"name:artist{number}" for number in range(count)]),
            "is_official": pa.array(np.ones(count, bool)),
        }
    )


def _usage(recordings: int) -> pa.Table:
    count = recordings
    return pa.table(
        {
            "day": _taken([date(2026, month, 1) for month in range(1, 11)], count),
            "territory": _taken(["JP", "US", "KR", "TW", "TH", "ID", "BR"], count),
            "measure": pa.repeat("views", count),
            "quantity": pa.array(np.arange(count) % 10_000 * 1.0),
            "subject_kind": pa.repeat("video", count),
            "subject_id": pa.array(
                [f"youtube:v{number % (recordings // VIDEOS_PER):010}" for number in range(count)]
            ),
        }
    )


def _origins() -> pa.Table:
    return pa.table({"origin_id": ["d"], "path": ["benchmark"], "read_at": [AT]})


def _deliveries() -> pa.Table:
    return pa.table(
        {
            "delivery_id": ["d"],
            "origin_id": ["d"],
            "scope": ["benchmark"],
            "kind": ["new"],
            "standing": [3],
            "delivered_at": [AT],
            "read_at": [AT],
            "has_deals": [True],
        }
    )
