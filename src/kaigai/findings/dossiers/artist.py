"""What is known of one artist, with all the parties that it was delivered as."""

from collections.abc import Callable
from shlex import quote
from typing import Any

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import SEVERITIES
from kaigai.findings.dossiers.contents import videos_section
from kaigai.findings.dossiers.dossier import (
    LISTED,
    Look,
    findings_section,
    live_rows,
    more,
    names_section,
    origins_section,
    plays_section,
)
from kaigai.findings.dossiers.lookup import rows_of
from kaigai.findings.subjects import placed_videos
from kaigai.findings.wording import severity_mark
from kaigai.identity.names.current_artists import artists_now
from kaigai.terms.section import Section, facts
from kaigai.terms.territories import name_of
from kaigai.terms.text import Text

WORST = 8  #: findings that are written out; all are counted above them


def artist(look: Look, id: str) -> list[Section]:
    """An artist: spellings, findings by kind and the gravest, releases, recordings, videos."""
    engine = look.engine
    members = artists_now(engine)
    own = members.filter(members.artist_id == id).party_id.to_pyarrow().to_pylist()
    parties = sorted({*own, id})
    recordings = _of_parties(look, "recordings", parties)
    releases = _of_parties(look, "releases", parties)
    delivered = live_rows(engine, "parties", "party_id", parties)
    return [
        _about(look, id, parties, [*recordings, *releases]),
        names_section(engine, "party", parties),
        _by_check(look, id),
        findings_section(
            look,
            lambda t: (t.artist_id == id) & (t.state != "fixed"),
            most=WORST,
            hint=f"kaigai findings --artist {quote(id)}",
        ),
        _releases(releases),
        _recordings(recordings),
        _videos(look, parties),
        plays_section(engine, _played(parties, [row["recording_id"] for row in recordings])),
        origins_section(engine, [row["delivery_id"] for row in delivered]),
    ]


def _of_parties(look: Look, table: str, parties: list[str]) -> list[dict[str, Any]]:
    return rows_of(look.engine, table, lambda t: t.party_id.isin(parties))


def _played(parties: list[str], recordings: list[str]) -> Callable[[ir.Table], Any]:
    def where(usage: ir.Table) -> Any:
        own = (usage.subject_kind == "artist") & usage.subject_id.isin(parties)
        theirs = (usage.subject_kind == "recording") & usage.subject_id.isin(recordings or [""])
        return own | theirs

    return where


def _about(look: Look, id: str, parties: list[str], rows: list[dict[str, Any]]) -> Section:
    known = _of_parties(look, "parties", parties)
    tied = rows_of(look.engine, "artists", lambda t: t.artist_id == id)
    homes = sorted({row["home_territory"] for row in known if row["home_territory"]})
    names = [Text(name_of(code, "en"), name_of(code, "ja")) for code in homes]
    isnis = sorted({row["isni"] for row in known if row["isni"]})
    days = [day for row in rows if (day := row.get("first_day") or row.get("release_day"))]
    return facts(
        Text("Artist", "アーティスト"),
        [
            (Text("id", "ID"), id),
            (
                Text("in Latin letters", "ラテン文字表記"),
                tied[0]["artist_latin"] if tied else None,
            ),
            (Text("home", "本国"), names),
            (Text("ISNI", "ISNI"), isnis),
            (Text("delivered as", "納品時の表記ID"), [each for each in parties if each != id]),
            (Text("first release", "最初のリリース"), min(days, default=None)),
            (Text("latest release", "最新のリリース"), max(days, default=None)),
        ],
    )


def _by_check(look: Look, id: str) -> Section:
    """How many findings of each kind, the gravest and then the most first."""
    title = Text("Findings by kind", "課題の内訳")
    if "findings" not in look.engine:
        return Section(
            title, note=Text("Not audited yet: kaigai audit", "まだ監査していません: kaigai audit")
        )
    findings = look.engine.view("findings")
    rows = findings.filter((findings.artist_id == id) & (findings.state != "fixed"))
    counted = rows.group_by("check", "severity").agg(n=rows.count()).to_pyarrow().to_pylist()
    counted.sort(key=lambda row: (_rank(row["severity"]), -row["n"], row["check"]))
    cells = tuple(
        (
            severity_mark(row["severity"]),
            row["n"],
            look.checks[row["check"]].sentence if row["check"] in look.checks else row["check"],
            row["check"],
        )
        for row in counted
    )
    columns = (
        Text("severity", "重大度"),
        Text("n", "件数"),
        Text("what", "内容"),
        Text("check", "検査"),
    )
    note = None if cells else Text("Nothing was found.", "課題はありません。")
    return Section(title, columns, cells, right=(1,), note=note)


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _releases(rows: list[dict[str, Any]]) -> Section:
    rows.sort(key=lambda row: (str(row["release_day"] or ""), row["release_id"]), reverse=True)
    cells = [
        (
            row["release_day"],
            row["title"],
            row["release_type"],
            bool(row["is_delivered"]),
            row["release_id"],
        )
        for row in rows[:LISTED]
    ]
    columns = (
        Text("day", "発売日"),
        Text("title", "タイトル"),
        Text("type", "種別"),
        Text("delivered", "納品済み"),
        Text("id", "ID"),
    )
    note = more(len(rows), LISTED) if rows else Text("No release.", "リリースがありません。")
    return Section(
        Text("Releases", "リリース"), columns, tuple(cells), note=note, opens=((4, "show"),)
    )


def _recordings(rows: list[dict[str, Any]]) -> Section:
    rows.sort(key=lambda row: (str(row["first_day"] or ""), row["recording_id"]), reverse=True)
    cells = [
        (row["title"], row["first_day"], row["isrc"], row["recording_id"]) for row in rows[:LISTED]
    ]
    columns = (
        Text("title", "曲名"),
        Text("first released", "初出"),
        Text("ISRC", "ISRC"),
        Text("id", "ID"),
    )
    note = more(len(rows), LISTED) if rows else Text("No recording.", "録音がありません。")
    return Section(
        Text("Recordings", "録音"), columns, tuple(cells), note=note, opens=((3, "show"),)
    )


def _videos(look: Look, parties: list[str]) -> Section:
    if "videos" not in look.engine:
        return Section(
            Text("Videos", "動画"),
            note=Text("No videos were read yet.", "動画はまだ読み込まれていません。"),
        )
    placed = placed_videos(look.engine)
    rows = placed.filter(placed.party_id.isin(parties)).order_by(ibis.desc("views"))
    return videos_section(rows.to_pyarrow().to_pylist())
