"""One artist, recording, release, video, finding or file with all that is known of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.check import Check
from kaigai.findings.dossiers.artist import artist
from kaigai.findings.dossiers.dossier import Look, gravest
from kaigai.findings.dossiers.finding import finding
from kaigai.findings.dossiers.lookup import Kind, Match, rows_of
from kaigai.findings.dossiers.origin import origin
from kaigai.findings.dossiers.recording import recording
from kaigai.findings.dossiers.release import release
from kaigai.findings.dossiers.video import video
from kaigai.terms.section import Section
from kaigai.terms.text import Text

KINDS: Mapping[Kind, Text] = {
    "artist": Text("artist", "アーティスト"),
    "recording": Text("recording", "録音"),
    "release": Text("release", "リリース"),
    "video": Text("video", "動画"),
    "finding": Text("finding", "課題"),
    "origin": Text("file", "ファイル"),
}
SECTIONS: Mapping[Kind, Callable[[Look, str], list[Section]]] = {
    "artist": artist,
    "recording": recording,
    "release": release,
    "video": video,
    "finding": finding,
    "origin": origin,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of one thing.

    finding     a row of `findings`: itself, or the gravest one of a recording, release or video
    is_audited  whether the checks ran; is_refused: whether something in the file was
    """

    kind: Kind
    id: str
    label: str
    sections: tuple[Section, ...]
    finding: Mapping[str, Any] | None
    is_audited: bool
    is_refused: bool


def show(
    engine: Engine, match: Match, *, settings: Settings, day: date, checks: Mapping[str, Check]
) -> Shown:
    """All that is known of a match, as sections; where it is open is judged on `day`."""
    look = Look(engine, settings, day, checks)
    sections = tuple(SECTIONS[match.kind](look, match.id))
    refused = match.kind == "origin" and rows_of(
        engine, "refusals", lambda t: t.origin_id == match.id
    )
    return Shown(
        match.kind,
        match.id,
        match.label,
        sections,
        _finding(look, match),
        "findings" in engine,
        bool(refused),
    )


def _finding(look: Look, match: Match) -> Mapping[str, Any] | None:
    if match.kind in ("artist", "origin"):
        return None
    if match.kind == "finding":
        found = gravest(look, lambda t: t.finding_id == match.id)
    else:
        found = gravest(
            look, lambda t: (t.subject_kind == match.kind) & (t.subject_id == match.id)
        )
    return found[0] if found else None


def judged_day(engine: Engine, today: date) -> date:
    """The day that the last audit judged, so that what is shown agrees with it; else today."""
    if "audits" not in engine:
        return today
    audits = engine.view("audits")
    rows = audits.order_by(audits.at.desc()).limit(1).to_pyarrow().to_pylist()
    return rows[0]["as_of"] if rows else today


def matches_section(matches: Sequence[Match]) -> Section:
    """Matches to choose from."""
    cells = tuple((KINDS[each.kind], each.label, each.artist, each.id) for each in matches)
    columns = (
        Text("kind", "種類"),
        Text("name", "名前"),
        Text("artist", "アーティスト"),
        Text("id", "ID"),
    )
    return Section(Text("Several match", "該当するもの"), columns, cells, opens=((3, "show"),))
