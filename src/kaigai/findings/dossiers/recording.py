"""What is known of one recording, section by section."""

from typing import Any

from kaigai.findings.dossiers.contents import (
    language_name,
    length,
    releases_of,
    releases_section,
    stated,
    videos_section,
)
from kaigai.findings.dossiers.dossier import (
    LISTED,
    Look,
    file_name,
    findings_section,
    live_rows,
    more,
    names_section,
    origins_section,
    paths_of,
    plays_section,
)
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.dossiers.rights_words import deals_section, open_section
from kaigai.findings.subjects import placed_videos
from kaigai.terms.section import Section, facts
from kaigai.terms.text import Text

KINDS = {
    "sound": Text("sound recording", "録音"),
    "video": Text("music video", "ミュージックビデオ"),
}


def recording(look: Look, id: str) -> list[Section]:
    """A recording: names, credits, releases, deals, where it is open, videos, plays, findings."""
    engine = look.engine
    delivered = live_rows(engine, "recordings", "recording_id", [id])
    tracks = live_rows(engine, "tracks", "recording_id", [id])
    releases = releases_of(look, tracks)
    held = [
        (_title(releases, row["release_id"]), row["deal_set_id"]) for row in stated(look, tracks)
    ]
    return [
        _about_recording(look, id),
        *_as_delivered(look, delivered),
        names_section(engine, "recording", [id]),
        _credits(look, id),
        releases_section(tracks, releases),
        open_section(engine, "recording", id, day=look.day, settings=look.settings),
        deals_section(engine, held, settings=look.settings),
        _videos(look, id),
        plays_section(engine, lambda t: (t.subject_kind == "recording") & (t.subject_id == id)),
        findings_section(look, lambda t: (t.subject_kind == "recording") & (t.subject_id == id)),
        origins_section(engine, [row["delivery_id"] for row in (*delivered, *tracks)]),
    ]


def _about_recording(look: Look, id: str) -> Section:
    [row] = rows_of(look.engine, "recordings", lambda t: t.recording_id == id)
    given = row["isrc_given"] if row["isrc_given"] != row["isrc"] else None
    return facts(
        Text("Recording", "録音"),
        [
            (Text("id", "ID"), id),
            (Text("artist", "アーティスト"), row["artist"]),
            (Text("artist's id", "アーティストID"), row["party_id"]),
            (Text("kind", "種類"), KINDS.get(row["kind"], row["kind"])),
            (Text("ISRC", "ISRC"), row["isrc"]),
            (Text("ISRC as given", "記載のISRC"), given),
            (Text("length", "長さ"), length(row["duration_ms"])),
            (Text("sung in", "歌唱言語"), language_name(row["language_of_performance"])),
            (Text("first released", "初出"), row["first_day"]),
            (Text("preview", "試聴版"), row["is_preview"] or None),
        ],
    )


def _title(releases: dict[str, dict[str, Any]], id: str) -> str:
    return releases.get(id, {}).get("title") or id


def _as_delivered(look: Look, rows: list[dict[str, Any]]) -> list[Section]:
    """The several things that were delivered under one id, where they are not the same."""
    paths = paths_of(look.engine, [row["origin_id"] for row in rows])
    cells = {
        (
            row["title"],
            row["artist"],
            length(row["duration_ms"]),
            row["isrc_given"],
            file_name(paths.get(row["origin_id"])),
        )
        for row in rows
    }
    if len({cell[:4] for cell in cells}) < 2:
        return []
    columns = (
        Text("title", "曲名"),
        Text("artist", "アーティスト"),
        Text("length", "長さ"),
        Text("ISRC as given", "記載のISRC"),
        Text("file", "ファイル"),
    )
    title = Text("As delivered, each time", "納品ごとの内容")
    return [Section(title, columns, tuple(sorted(cells, key=_words)[:LISTED]))]


def _words(cell: tuple[str | None, ...]) -> list[str]:
    return [each or "" for each in cell]


def _credits(look: Look, id: str) -> Section:
    rows = rows_of(look.engine, "credits", lambda t: t.recording_id == id)
    seen = {(row["role"], row["name"] or row["party_id"], row["instrument"]): row for row in rows}
    ordered = sorted(seen.values(), key=lambda row: (row["position"] or 0, row["role"] or ""))
    cells = [
        (row["role"], row["name"] or row["party_id"], row["instrument"], row["party_id"])
        for row in ordered
    ]
    columns = (
        Text("part", "役割"),
        Text("name", "名前"),
        Text("instrument", "楽器"),
        Text("id", "ID"),
    )
    note = more(len(cells), LISTED) if cells else Text("No credits.", "クレジットがありません。")
    return Section(
        Text("Credits", "クレジット"),
        columns,
        tuple(cells[:LISTED]),
        note=note,
        opens=((3, "show"),),
    )


def _videos(look: Look, id: str) -> Section:
    if "videos" not in look.engine:
        return Section(Text("Videos", "動画"), note=NO_VIDEOS)
    placed = placed_videos(look.engine)
    rows = placed.filter(placed.recording_id == id).to_pyarrow().to_pylist()
    return videos_section(rows)


NO_VIDEOS = Text("No videos were read yet.", "動画はまだ読み込まれていません。")
