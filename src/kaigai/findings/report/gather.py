"""The report's tables, taken from the facts and the findings of the last audit."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kaigai.facts.engine import Engine
from kaigai.facts.settings import Settings
from kaigai.facts.table import TABLES
from kaigai.findings.check import Check
from kaigai.findings.report import catalogue, groups
from kaigai.findings.report.overseas import overseas
from kaigai.findings.report.plays import plays
from kaigai.findings.report.reported import FilesRead, Reported, Row, Skip, Source
from kaigai.findings.subjects import official, subjects
from kaigai.terms.text import Text

#: Tables whose rows stand behind the figures.
BEHIND = ("tracks", "recordings", "names", "videos", "captions", "usage")
NOTHING_READ = "nothing was read into: "  #: how an audit says that a check's tables are absent


class NoAudit(Exception):
    """There are no findings to report: the checks never ran."""

    text = Text(
        en="there is nothing to report yet; run the checks first: kaigai audit",
        ja="まだレポートにする内容がありません。先に kaigai audit を実行してください",
    )

    def __init__(self) -> None:
        super().__init__(self.text.en)


def gather(
    engine: Engine,
    *,
    label: str,
    at: datetime,
    settings: Settings,
    checks: Mapping[str, Check],
) -> Reported:
    """Count everything that the report shows, as of the last audit; raises NoAudit.

    `engine` holds the facts; the results of the audit are read from it, not computed again.
    """
    audit = last_audit(engine)
    findings = groups.standing(engine["findings"]).cache()
    known = engine["artists"] if "artists" in engine else engine.empty("artists")
    engine.give("artists", known)
    every = subjects(engine).cache()
    artists = groups.artists(findings, every, known)
    placed = official(engine).cache() if "videos" in engine else None
    return Reported(
        label=label,
        at=at,
        day=audit["as_of"],
        home=settings.home,
        home_language=settings.home_language,
        markets=settings.markets,
        counts=catalogue.count_rows(engine),
        new=audit["new"],
        fixed=audit["fixed"],
        is_first=int(engine["audits"].count().execute()) == 1,
        is_stale=engine.facts.commit.number > audit["commit"] + 1,
        ran=tuple(audit["ran"]),
        skipped=_skipped(audit),
        files=_files(engine),
        sources=_sources(engine),
        heard=catalogue.count_heard(engine, settings),
        videos=None if placed is None else catalogue.count_videos(engine, placed, settings),
        checks=groups.by_check(findings, checks),
        first=groups.first(findings, checks, known),
        artists=artists,
        artists_total=groups.count_artists(every),
        board=groups.board(findings, artists, checks, audit["ran"]),
        captions=()
        if placed is None
        else catalogue.captioned(engine, placed, known, artists, settings),
        languages=catalogue.caption_languages(settings),
        plays=plays(engine["usage"], settings.home) if "usage" in engine else (),
        groups=groups.groups(findings, artists),
        overseas=overseas(engine, audit["as_of"]),
    )


def last_audit(engine: Engine) -> Row:
    """The newest row of the table `audits`; raises NoAudit."""
    if "findings" not in engine or "audits" not in engine:
        raise NoAudit
    audits = engine["audits"]
    rows: Sequence[Row] = audits.order_by(audits.at.desc()).limit(1).to_pyarrow().to_pylist()
    if not rows:
        raise NoAudit
    return rows[0]


def _skipped(audit: Row) -> tuple[Skip, ...]:
    reasons = zip(audit["skipped"] or (), audit["reasons"] or (), strict=True)
    return tuple(Skip(check, _reason(reason)) for check, reason in reasons)


def _reason(reason: str) -> Text:
    """Why a check was skipped; what was absent is said in words where it is a table's name."""
    if not reason.startswith(NOTHING_READ):
        return Text(reason, reason)
    names = reason.removeprefix(NOTHING_READ).split(", ")
    listed = ", ".join(names)
    if len(names) == 1 and names[0] in TABLES:
        about = TABLES[names[0]].about
        return Text(f"Nothing read yet: {listed}. {about.en}", f"未読み込み: {listed}。{about.ja}")
    return Text(f"Nothing read yet: {listed}.", f"未読み込み: {listed}。")


def _files(engine: Engine) -> tuple[FilesRead, ...]:
    """What each reader read, those of most files first."""
    if "origins" not in engine:
        return ()
    origins = engine["origins"]
    bad = origins.is_refused.fill_null(False)
    rows = origins.group_by("reader", "licence").agg(
        files=origins.count(),
        refused=bad.sum().fill_null(0),
        rows=origins["rows"].sum().fill_null(0),
        first=origins.read_at.min().date(),
        last=origins.read_at.max().date(),
    )
    listed = rows.order_by(rows.files.desc(), rows.reader).to_pyarrow().to_pylist()
    return tuple(FilesRead(**{**row, "reader": row["reader"] or ""}) for row in listed)


def _sources(engine: Engine) -> dict[str, Source]:
    """For each table that was read: its readers, their files, and the days of delivery."""
    if "origins" not in engine:
        return {}
    readers = engine["origins"].select("origin_id", "reader")
    days = engine["deliveries"].select("delivery_id", "delivered_at")
    found = {}
    for table in BEHIND:
        if table in engine:
            held = engine[table].select("origin_id", "delivery_id").distinct()
            rows = held.left_join(days, "delivery_id").drop("delivery_id_right")
            rows = rows.inner_join(readers, "origin_id").group_by("reader")
            counted = rows.agg(
                files=lambda t: t.origin_id.nunique(),
                first=lambda t: t.delivered_at.min().date(),
                last=lambda t: t.delivered_at.max().date(),
            )
            found[table] = _source(counted.to_pyarrow().to_pylist())
    return found


def _source(rows: Sequence[Row]) -> Source:
    firsts = [row["first"] for row in rows if row["first"]]
    lasts = [row["last"] for row in rows if row["last"]]
    return Source(
        {row["reader"]: row["files"] for row in sorted(rows, key=lambda row: -row["files"])},
        min(firsts, default=None),
        max(lasts, default=None),
    )
