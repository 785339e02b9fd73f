"""One artist, recording, release, video, finding or file with all that is known of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.findings.check import Check
from kaigai.findings.dossiers.artist import artist
from kaigai.findings.dossiers.dossier import Look, gravest
from kaigai.findings.dossiers.finding import finding, finding_steps
from kaigai.findings.dossiers.lookup import Kind, Match, rows_of
from kaigai.findings.dossiers.origin import origin
from kaigai.findings.dossiers.recording import recording
from kaigai.findings.dossiers.release import release
from kaigai.findings.dossiers.video import video
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Step

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
    """What is known of one thing; `steps` are what to do next."""

    kind: Kind
    id: str
    label: str
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]


def show(
    engine: Engine, match: Match, *, settings: Settings, day: date, checks: Mapping[str, Check]
) -> Shown:
    """All that is known of a match, as sections; where it is open is judged on `day`."""
    look = Look(engine, settings, day, checks)
    sections = tuple(SECTIONS[match.kind](look, match.id))
    return Shown(match.kind, match.id, match.label, sections, _steps(look, match))


def judged_day(engine: Engine, today: date) -> date:
    """The day that the last audit judged, so that what is shown agrees with it; else today."""
    if "audits" not in engine:
        return today
    audits = engine.view("audits")
    rows = audits.order_by(audits.at.desc()).limit(1).to_pyarrow().to_pylist()
    return rows[0]["as_of"] if rows else today


def matches_section(matches: list[Match]) -> Section:
    """Matches to choose from."""
    cells = tuple((KINDS[each.kind], each.label, each.artist, each.id) for each in matches)
    columns = (
        Text("kind", "種類"),
        Text("name", "名前"),
        Text("artist", "アーティスト"),
        Text("id", "ID"),
    )
    return Section(Text("Several match", "該当するもの"), columns, cells, opens=((3, "show"),))


def _steps(look: Look, match: Match) -> tuple[Step, ...]:
    if match.kind == "finding":
        return finding_steps(look, match.id)
    if match.kind == "artist":
        return (Step("findings", ALL_FINDINGS, {"artist": match.label}),)
    if match.kind == "origin" and rows_of(
        look.engine, "refusals", lambda t: t.origin_id == match.id
    ):
        return (Step("read", READ_AGAIN),)
    if "findings" not in look.engine:
        return (Step("audit", AUDIT),)
    found = gravest(look, lambda t: (t.subject_kind == match.kind) & (t.subject_id == match.id))
    if found:
        return (Step("show", FINDING, {"what": found[0]["finding_id"]}),)
    return (Step("findings", OTHERS),)


ALL_FINDINGS = Text("see all that was found", "課題をすべて見る")
READ_AGAIN = Text("read it again when it is mended", "直したら読み込み直す")
AUDIT = Text("see what is wrong with it", "課題がないか調べる")
FINDING = Text("see the gravest finding's evidence and fix", "最も重大な課題の根拠と対処を見る")
OTHERS = Text("see what was found elsewhere", "ほかの課題を見る")
