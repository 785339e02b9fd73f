"""What is known of one video, section by section."""

from typing import Any

from kaigai.findings.dossiers.contents import language_name, length
from kaigai.findings.dossiers.dossier import (
    Look,
    findings_section,
    live_rows,
    more,
    names_section,
    origins_section,
    plays_section,
)
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.dossiers.rights_words import open_section
from kaigai.findings.subjects import placed_videos
from kaigai.terms.section import Section, facts
from kaigai.terms.text import Text

DESCRIBED = 300  #: characters of the description
TRACKS = 60

KINDS = {
    "standard": Text("written", "作成"),
    "asr": Text("automatic", "自動生成"),
    "forced": Text("forced", "強制"),
}


def video(look: Look, id: str) -> list[Section]:
    """A video: whose it is, its titles, captions, where it is open, plays and findings."""
    placed = placed_videos(look.engine)
    [row] = placed.filter(placed.video_id == id).to_pyarrow().to_pylist()
    rows = live_rows(look.engine, "videos", "video_id", [id])
    captions = live_rows(look.engine, "captions", "video_id", [id])
    return [
        _about(look, row),
        names_section(look.engine, "video", [id]),
        _description(row),
        _captions(row, captions),
        open_section(look.engine, "video", id, day=look.day, settings=look.settings),
        plays_section(look.engine, lambda t: (t.subject_kind == "video") & (t.subject_id == id)),
        findings_section(look, lambda t: (t.subject_kind == "video") & (t.subject_id == id)),
        origins_section(look.engine, [each["delivery_id"] for each in (*rows, *captions)]),
    ]


def _about(look: Look, row: dict[str, Any]) -> Section:
    recording = row["recording_id"]
    known = rows_of(look.engine, "recordings", lambda t: t.recording_id == recording)
    return facts(
        Text("Video", "動画"),
        [
            (Text("id", "ID"), row["video_id"]),
            (Text("link", "リンク"), link(row)),
            (Text("channel", "チャンネル"), row["channel"]),
            (Text("official", "公式"), row["is_official"]),
            (Text("artist's id", "アーティストID"), row["party_id"]),
            (Text("recording", "録音"), known[0]["title"] if known else None),
            (Text("recording's id", "録音ID"), recording),
            (Text("published", "公開"), row["published_at"]),
            (Text("length", "長さ"), length(row["duration_ms"])),
            (Text("recording's length", "録音の長さ"), _length_of(known)),
            (
                Text("language of its title", "タイトルの言語"),
                language_name(row["default_language"]),
            ),
            (Text("sung in", "音声の言語"), language_name(row["audio_language"])),
            (Text("views", "視聴回数"), row["views"]),
            (Text("likes", "高評価"), row["likes"]),
            (Text("seen", "取得"), row["seen_at"]),
        ],
    )


def link(row: dict[str, Any]) -> str | None:
    """Where people watch it; None for a service whose links are not known."""
    service, _, id = row["video_id"].partition(":")
    return f"https://www.youtube.com/watch?v={id}" if service == "youtube" else None


def _length_of(recordings: list[dict[str, Any]]) -> str | None:
    return length(recordings[0]["duration_ms"]) if recordings else None


def _description(row: dict[str, Any]) -> Section:
    text = " ".join((row["description"] or "").split())
    said = text if len(text) <= DESCRIBED else text[: DESCRIBED - 1] + "…"
    note = Text(said, said) if said else Text("No description.", "説明文がありません。")
    return Section(Text("Description", "説明文"), note=note)


def _captions(row: dict[str, Any], rows: list[dict[str, Any]]) -> Section:
    tracks = sorted({(each["language"] or "", each["track_kind"] or "") for each in rows})
    cells = [
        (language_name(language), language, KINDS.get(kind, kind))
        for language, kind in tracks[:TRACKS]
    ]
    columns = (Text("language", "言語"), Text("code", "コード"), Text("kind", "種類"))
    note = more(len(tracks), TRACKS)
    if not tracks:
        note = UNCAPTIONED.get(row["has_captions"], NOT_KNOWN)
    return Section(Text("Subtitles", "字幕"), columns, tuple(cells), note=note)


NOT_KNOWN = Text("Not known: no list of its subtitles was read.", "不明(字幕一覧が未読み込み)。")
UNCAPTIONED = {
    False: Text("None.", "なし。"),
    True: Text(
        en="There are some; which languages is not known: no list of them was read.",
        ja="あり。ただし言語は不明(字幕一覧が未読み込み)。",
    ),
}
