"""What is known of one release, section by section."""

from typing import Any

from kaigai.findings.dossiers.contents import stated, tracks_section
from kaigai.findings.dossiers.dossier import (
    Look,
    findings_section,
    live_rows,
    names_section,
    origins_section,
)
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.dossiers.rights_words import deals_section
from kaigai.terms.section import Section, facts
from kaigai.terms.text import Text


def release(look: Look, id: str) -> list[Section]:
    """A release: names, tracks, deals, findings."""
    engine = look.engine
    delivered = live_rows(engine, "releases", "release_id", [id])
    tracks = live_rows(engine, "tracks", "release_id", [id])
    [row] = rows_of(engine, "releases", lambda t: t.release_id == id)
    own = [(row["title"] or id, each["deal_set_id"]) for each in stated(look, [row])]
    return [
        _about_release(row),
        names_section(engine, "release", [id]),
        tracks_section(look, tracks),
        deals_section(engine, own if row["is_delivered"] else [], settings=look.settings),
        findings_section(look, lambda t: (t.subject_kind == "release") & (t.subject_id == id)),
        origins_section(engine, [row["delivery_id"] for row in (*delivered, *tracks)]),
    ]


def _about_release(row: dict[str, Any]) -> Section:
    given = row["gtin_given"] if row["gtin_given"] != row["gtin"] else None
    return facts(
        Text("Release", "リリース"),
        [
            (Text("id", "ID"), row["release_id"]),
            (Text("artist", "アーティスト"), row["artist"]),
            (Text("artist's id", "アーティストID"), row["party_id"]),
            (Text("type", "種別"), row["release_type"]),
            (Text("GTIN", "GTIN(JAN)"), row["gtin"]),
            (Text("GTIN as given", "記載のGTIN(JAN)"), given),
            (Text("catalogue number", "品番"), row["catalog_number"]),
            (Text("label", "レーベル"), row["label"]),
            (Text("release day", "発売日"), row["release_day"]),
            (Text("first released", "初出"), row["original_day"]),
            (Text("tracks in the label's list", "レーベル一覧の曲数"), row["track_count"]),
            (Text("delivered", "納品済み"), bool(row["is_delivered"])),
        ],
    )
