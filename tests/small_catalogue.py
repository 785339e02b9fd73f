"""A small catalogue in a workspace, as readers leave it: two artists, four recordings."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from kaigai.facts.store import Change, Facts
from kaigai.facts.table import TABLES
from kaigai.sources.naming import name_row
from kaigai.sources.rights import Right, deal_rows, deal_set_id, territory_set
from kaigai.terms.territories import ISO, mask_id, mask_of

READ = datetime(2026, 10, 31, 9, tzinfo=UTC)
SENT = datetime(2026, 10, 1, 3, 30, tzinfo=UTC)
AUDITED = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = date(2026, 11, 1)

DAWN, SEA, LAMP, WIND = "JPZZ92400001", "JPZZ92400002", "JPZZ92400003", "own:harbour:77"
ALBUM, SINGLE = "9520000000004", "9520000000011"
GAKUDAN, YUKI = "name:夜明け楽団", "name:佐藤ユキ"
CLIP, TEASER = "youtube:aaaaaaaaaaa", "youtube:bbbbbbbbbbb"
ERN, SHEET, TUBE, PLAYS = "0e", "05", "0a", "0b"

AT_HOME = mask_of(["JP"])
ALMOST = mask_of(set(ISO) - {"CN", "KP", "SY"})
SINCE = date(2024, 4, 1)

Rows = Sequence[Mapping[str, Any]]


def small_catalogue(root: Path) -> Facts:
    """A workspace at `root`, read and not audited."""
    facts = Facts.open(root, create=True)
    tables = {**_log(), **_people(), **_recordings(), **_releases(), **_deals(), **_videos()}
    with facts.writing() as writing:
        for name, rows in tables.items():
            schema = TABLES[name].arrow_schema()
            writing.write(Change(name, pa.Table.from_pylist(list(rows), schema=schema)))
        writing.commit(at=READ, what="read 4 files")
    return facts


def _from(origin: str, rows: Rows) -> list[dict[str, Any]]:
    return [{**row, "origin_id": origin, "delivery_id": origin} for row in rows]


def _log() -> dict[str, Rows]:
    files = (
        (ERN, "in/ern/20261001_new.xml", "ddex-ern", 3),
        (SHEET, "in/catalogue.csv", "catalogue-sheet", 1),
        (TUBE, "in/videos.json", "youtube", 2),
        (PLAYS, "in/plays.zip!/plays.csv", "usage", 2),
    )
    origins = [
        {
            "origin_id": id,
            "path": path,
            "sha256": id * 32,
            "bytes": 1000,
            "reader": reader,
            "licence": "contract",
            "read_at": READ,
            "modified_at": SENT,
            "rows": 10,
            "refused": 2 if id == SHEET else 0,
            "is_refused": False,
        }
        for id, path, reader, _ in files
    ]
    deliveries = [
        {
            "delivery_id": id,
            "origin_id": id,
            "scope": f"{reader}:{path}",
            "kind": "new",
            "standing": standing,
            "delivered_at": SENT,
            "read_at": READ,
            "sender": "Harbour Records" if id == ERN else None,
            "recipient": "Namioto" if id == ERN else None,
            "has_deals": True if id == ERN else None,
        }
        for id, path, reader, standing in files
    ]
    refusals = [
        {
            "origin_id": SHEET,
            "place": f"row {row}, column ISRC",
            "found": found,
            "expected_en": "an ISRC",
            "expected_ja": "ISRC",
            "todo_en": "look it up",
            "todo_ja": "調べてください",
            "is_fatal": False,
        }
        for row, found in ((3, "JPZZ9"), (8, "=1+1"))
    ]
    return {"origins": origins, "deliveries": deliveries, "refusals": refusals}


def _people() -> dict[str, Rows]:
    parties = _from(ERN, [_party(GAKUDAN), _party(YUKI)]) + _from(SHEET, [_party("own:1")])
    names = [
        *_from(ERN, [name_row("party", GAKUDAN, "夜明け楽団", role="display", language="ja")]),
        *_from(ERN, [name_row("party", GAKUDAN, "Yoake Gakudan", role="latin")]),
        *_from(SHEET, [name_row("party", "own:1", "夜明け楽団", role="display")]),
        *_from(ERN, [name_row("party", YUKI, "佐藤ユキ", role="display", language="ja")]),
        *_from(ERN, _titles()),
    ]
    part = {"recording_id": SEA, "party_id": YUKI, "role": "composer", "name": "佐藤ユキ"}
    return {"parties": parties, "names": names, "credits": _from(ERN, [part])}


def _party(id: str) -> dict[str, Any]:
    return {"party_id": id, "kind": "artist", "home_territory": "JP"}


def _titles() -> Rows:
    return [
        name_row("recording", DAWN, "夜明け", role="display", language="ja"),
        name_row("recording", DAWN, "よあけ", role="reading", language="ja-Hrkt"),
        name_row("recording", SEA, "海の歌", role="display", language="ja"),
        name_row("recording", SEA, "Umi no Uta", role="latin", language="ja-Latn"),
        name_row("recording", LAMP, "灯り", role="display", language="ja"),
        name_row("recording", WIND, "風", role="display", language="ja"),
        name_row("release", ALBUM, "海の歌", role="display", language="ja"),
        name_row("release", SINGLE, "夜明け", role="display", language="ja"),
        name_row("video", CLIP, "夜明け楽団「海の歌」", role="display"),
    ]


def _recordings() -> dict[str, Rows]:
    ern = [
        _recording(DAWN, "夜明け", GAKUDAN, "夜明け楽団", 240_000),
        _recording(SEA, "海の歌", GAKUDAN, "夜明け楽団", 200_000),
        _recording(LAMP, "灯り", YUKI, "佐藤ユキ", 180_000),
        _recording(WIND, "風", YUKI, "佐藤ユキ", 90_000),
    ]
    sheet = [_recording(SEA, "海の歌 (Live)", "own:1", "夜明け楽団", 300_000)]
    tracks = [
        {"release_id": SINGLE, "recording_id": DAWN, "disc": 1, "position": 1},
        {"release_id": ALBUM, "recording_id": SEA, "disc": 1, "position": 1},
        {"release_id": ALBUM, "recording_id": DAWN, "disc": 1, "position": 2},
        {"release_id": ALBUM, "recording_id": LAMP, "disc": 1, "position": 3},
    ]
    sets = (_set(AT_HOME), _set(ALMOST), _set(AT_HOME), None)
    held = [{**track, "deal_set_id": set_} for track, set_ in zip(tracks, sets, strict=True)]
    return {
        "recordings": _from(ERN, ern) + _from(SHEET, sheet),
        "tracks": _from(ERN, held) + _from(SHEET, tracks[:2]),
    }


def _recording(id: str, title: str, party: str, artist: str, ms: int) -> dict[str, Any]:
    given = None if id.startswith("own") else f"{id[:2]}-{id[2:5]}-{id[5:7]}-{id[7:]}"
    return {
        "recording_id": id,
        "kind": "sound",
        "isrc": id if given else None,
        "isrc_given": given,
        "title": title,
        "party_id": party,
        "artist": artist,
        "duration_ms": ms,
        "language_of_performance": "ja",
        "first_day": SINCE,
    }


def _releases() -> dict[str, Rows]:
    rows = [
        {
            "release_id": id,
            "gtin": id,
            "gtin_given": id,
            "catalog_number": number,
            "title": title,
            "party_id": GAKUDAN,
            "artist": "夜明け楽団",
            "release_type": kind,
            "release_day": SINCE,
            "track_count": count,
            "is_delivered": True,
            "deal_set_id": _set(AT_HOME),
        }
        for id, number, title, kind, count in (
            (ALBUM, "HRBR-1001", "海の歌", "Album", 3),
            (SINGLE, "HRBR-1000", "夜明け", "Single", 1),
        )
    ]
    return {"releases": _from(ERN, rows)}


def _rights(mask: tuple[int, int, int, int]) -> list[Right]:
    since = {"service": "Namioto", "start_day": SINCE}
    return [
        Right(mask_id(mask), "SubscriptionModel", "OnDemandStream", **since),  # type: ignore[arg-type]
        Right(mask_id(mask), "PayAsYouGoModel", "PermanentDownload", **since),  # type: ignore[arg-type]
    ]


def _set(mask: tuple[int, int, int, int]) -> int:
    return deal_set_id(_rights(mask))


def _deals() -> dict[str, Rows]:
    sets = [deal_rows(_set(mask), _rights(mask)) for mask in (AT_HOME, ALMOST)]
    masks = (AT_HOME, ALMOST, mask_of(set(ISO) - {"KP"}))
    return {
        "deals": [row for rows in sets for row in rows],
        "territory_sets": [territory_set(mask, "") for mask in masks],
    }


def _videos() -> dict[str, Rows]:
    video = {"service": "YouTube", "channel": "夜明け楽団 公式", "channel_id": "youtube:UCx"}
    videos = [
        {
            **video,
            "video_id": CLIP,
            "title": "夜明け楽団「海の歌」",
            "duration_ms": 201_000,
            "views": 120_000,
            "territory_set_id": mask_id(mask_of(set(ISO) - {"KP"})),
            "has_captions": True,
            "description": "海の歌です。",
        },
        {**video, "video_id": TEASER, "title": "予告", "duration_ms": 15_000, "views": 900},
    ]
    channel = {"channel_id": "youtube:UCx", "party_id": GAKUDAN, "is_official": True}
    caption = {"video_id": CLIP, "caption_id": "1", "language": "ja", "track_kind": "standard"}
    usage = [
        {
            "day": date(2026, 9, 1),
            "days": 30,
            "service": "Namioto",
            "territory": territory,
            "measure": "streams",
            "quantity": quantity,
            "subject_kind": "recording",
            "subject_id": SEA,
        }
        for territory, quantity in (("JP", 90_000.0), ("US", 1200.0), ("TW", 2500.0))
    ]
    return {
        "videos": _from(TUBE, videos),
        "channels": _from(TUBE, [channel]),
        "captions": _from(TUBE, [caption]),
        "video_links": _from(SHEET, [{"video_id": CLIP, "recording_id": SEA}]),
        "usage": _from(PLAYS, usage),
    }
