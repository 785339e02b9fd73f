"""Runs checks over an engine's tables: every bad row becomes a finding with a stable id."""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from inspect import signature

import ibis
import ibis.expr.types as ir

from kaigai.facts import masks
from kaigai.facts.engine import Engine, to_json
from kaigai.facts.settings import Settings
from kaigai.findings.audibility import heard
from kaigai.findings.availability import solve
from kaigai.findings.check import KINDS, Check
from kaigai.findings.subjects import official, subjects
from kaigai.findings.worth.gain import COLUMNS as GAIN
from kaigai.findings.worth.gain import WEIGHED, worth
from kaigai.findings.worth.plays import yearly
from kaigai.identity.artists import artists
from kaigai.terms.progress import Watch
from kaigai.terms.text import Text

log = logging.getLogger(__name__)

SOLVED = ("tracks", "deals", "territory_sets", "deliveries", "videos")
RESERVED = {"m0", "m1", "m2", "m3", "severity"}

#: Views that are made of fact tables, and the tables that each cannot do without.
VIEWS: Mapping[str, tuple[str, ...]] = {
    "heard": ("tracks",),
    "artists": ("parties", "names"),
    "placed_videos": ("videos",),
    "subjects": (),
    "availability": ("deliveries",),
    "answers": ("deliveries",),
    "yearly_plays": ("usage_monthly", "identities"),
}

#: Tables of which a view needs one at least. Where neither says whose a video is, none can be
#: called official, or not.
ONE_OF: Mapping[str, tuple[str, ...]] = {
    "placed_videos": ("channels", "video_links"),
    "availability": ("tracks", "videos"),
    "answers": ("tracks", "videos"),
}

#: Results that a command of its own makes, for checks that wait for them.
MADE_BY: Mapping[str, str] = {"findability": "kaigai findability"}

COLUMNS = (
    "finding_id",
    "check",
    "subject_kind",
    "subject_id",
    "subject",
    "artist_id",
    "artist",
    "severity",
    "n_territories",
    "m0",
    "m1",
    "m2",
    "m3",
    "evidence",
    "fix",
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of the checks: findings as one table, and what was skipped and why; of these,
    `failed` broke, and the others lack a table."""

    findings: ir.Table | None
    counts: Mapping[str, int]
    skipped: Mapping[str, Text] = field(default_factory=dict)
    failed: Collection[str] = ()


class Workbench:
    """Fact tables and the views made of them, each computed when first asked for.

    Beside every fact table (`names`, `all_recordings` …) it has
    availability, answers  where each recording and video is open on the day
    heard                  per recording: masks open, unknown, early, ended, takedown, closed
    artists                which artist each party is
    placed_videos          videos with recording_id, party_id and is_official
    yearly_plays           plays of each recording and video in a year, by territory
    """

    def __init__(self, engine: Engine, settings: Settings, day: date) -> None:
        self.engine, self.settings, self.day = engine, settings, day
        self._made: Mapping[str, Callable[[], ir.Table]] = {
            "heard": self._heard,
            "artists": lambda: artists(engine),
            "placed_videos": lambda: official(engine),
            "subjects": self._subjects,
            "availability": self._availability,
            "answers": self._answers,
            "yearly_plays": self._yearly_plays,
        }

    def absent(self, name: str) -> tuple[str, ...]:
        """The fact tables that are missing before this one can be had."""
        needed = VIEWS.get(name, (name,))
        missing = tuple(each for each in needed if each not in self.engine)
        either = ONE_OF.get(name, ())
        if either and not any(each in self.engine for each in either):
            missing += either[:1]
        return missing

    def table(self, name: str) -> ir.Table:
        """A fact table or a view, computed once."""
        if name in VIEWS and not self.engine.has(name):
            made = self._made[name]()
            # What is solved together is kept together, and not copied once more.
            return self.engine[name] if self.engine.has(name) else self.engine.give(name, made)
        rows = self.engine[name]
        # What a public database calls a thing is no name that anybody delivered or shows.
        if name == "names":
            reference = self.engine["deliveries"].filter(lambda t: t.standing == 0)
            return rows.anti_join(reference, "delivery_id")
        return rows

    def _solved(self) -> None:
        tables = {name: self.engine[name] for name in SOLVED if name in self.engine}
        solved = solve(tables, day=self.day)
        self.engine.give("availability", solved.availability)
        self.engine.give("answers", solved.answers)

    def _availability(self) -> ir.Table:
        self._solved()
        return self.engine["availability"]

    def _answers(self) -> ir.Table:
        self._solved()
        return self.engine["answers"]

    def _heard(self) -> ir.Table:
        return heard(self.table("availability"), self.table("answers"))

    def _yearly_plays(self) -> ir.Table:
        return yearly(self.engine["usage_monthly"], self.engine["identities"], self.day)

    def _subjects(self) -> ir.Table:
        if self.absent("artists"):
            self.engine.give("artists", self.engine.empty("artists"))
        else:
            self.table("artists")
        return subjects(self.engine)


def run(bench: Workbench, checks: Iterable[Check], watch: Watch) -> Ran:
    """Run checks; one whose tables are absent is skipped, and so is one that fails, with why."""
    found: dict[str, ir.Table] = {}
    skipped: dict[str, Text] = {}
    failed: list[str] = []
    every = list(checks)
    for done, check in enumerate(every):
        watch(done, len(every), check.name)
        missing = _missing(bench, check)
        if missing:
            skipped[check.name] = _absent(missing)
            continue
        try:
            found[check.name] = _findings(bench, check).cache()
        except Exception as error:
            # A check that breaks is a fault of ours; it must not take the other checks along.
            log.exception("the check %s failed", check.name)
            skipped[check.name] = _failed(error)
            failed.append(check.name)
    watch(len(every), len(every), "")
    return Ran(_worth(bench, found, every) if found else None, _counts(found), skipped, failed)


def _counts(found: Mapping[str, ir.Table]) -> dict[str, int]:
    """How many findings each check has, asked once for all."""
    if not found:
        return {}
    rows = _together([each.select("check") for each in found.values()])
    counted = rows.group_by("check").agg(n=rows.count()).to_pyarrow().to_pydict()
    some = dict(zip(counted["check"], counted["n"], strict=True))
    return {name: some.get(name, 0) for name in found}


def _together(parts: Sequence[ir.Table]) -> ir.Table:
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _worth(bench: Workbench, found: Mapping[str, ir.Table], checks: Sequence[Check]) -> ir.Table:
    """The findings with what each is worth; unknown where nothing says what is played."""
    findings = _together([*found.values()])
    weighed = [
        found[each.name].mutate(worth=ibis.literal(each.worth)).select(*WEIGHED)
        for each in checks
        if each.worth and each.name in found
    ]
    if not weighed or bench.absent("yearly_plays"):
        nothing = {name: ibis.null("string") for name in ("gain_measure", "gain_method")}
        unknown = {name: ibis.null("float64") for name in GAIN if name not in nothing}
        return findings.mutate(**unknown, **nothing)
    owners = bench.table("subjects").select("subject_kind", "subject_id", "artist_id")
    owners = owners.filter(owners.artist_id.notnull()).distinct(on=["subject_kind", "subject_id"])
    demand = None if bench.absent("demand") else bench.table("demand")
    # Asked for several times over: few columns, of those checks alone whose gain can be told.
    gains = worth(
        _together(weighed).cache(),
        bench.table("yearly_plays"),
        owners.cache(),
        demand,
        home=bench.settings.home,
    ).cache()
    return findings.left_join(gains, "finding_id").drop("finding_id_right").cache()


def _missing(bench: Workbench, check: Check) -> list[str]:
    optional = {
        name for name, each in signature(check.ask).parameters.items() if each.default is None
    }
    needed = [name for name in check.needs if name not in optional]
    return sorted({absent for name in needed for absent in bench.absent(name)})


def _findings(bench: Workbench, check: Check) -> ir.Table:
    """A check's rows with id, subject, artist, severity, territories and evidence."""
    kind, key = KINDS[check.about]

    def table(name: str) -> ir.Table | None:
        return None if bench.absent(name) else bench.table(name)

    bad = check.run(table, settings=bench.settings, day=bench.day)
    bad = bad.distinct(on=key, keep="first")
    evidence = {name: bad[name] for name in bad.columns if name not in {*RESERVED, key}}
    mask = [bad[f"m{i}"] for i in masks.WORDS] if "m0" in bad.columns else masks.empty()
    rows = bad.select(
        subject_id=bad[key],
        severity=bad.severity if "severity" in bad.columns else ibis.literal(check.severity),
        evidence=to_json(ibis.struct(evidence)) if evidence else ibis.literal("{}"),
        n_territories=masks.size(mask),
        **masks.named("m", mask),
    )
    known = bench.table("subjects").filter(lambda t: t.subject_kind == kind)
    joined = rows.left_join(known, "subject_id").drop("subject_id_right")
    return joined.mutate(
        finding_id=ibis.literal(f"{check.name}:") + joined.subject_id,
        check=ibis.literal(check.name),
        fix=ibis.literal(check.fix),
        subject_kind=ibis.literal(kind),
    ).select(*COLUMNS)


def _absent(tables: Iterable[str]) -> Text:
    names = ", ".join(tables)
    made = [command for name, command in MADE_BY.items() if name in names.split(", ")]
    first = f"; first run: {', '.join(made)}" if made else ""
    saki = f"(先に {'、'.join(made)} を実行)" if made else ""
    return Text(
        en=f"nothing was read into: {names}{first}",
        ja=f"次の表がまだ読み込まれていません: {names}{saki}",
    )


def _failed(error: Exception) -> Text:
    what = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}"
    return Text(en=f"the check failed: {what}", ja=f"検査を実行できませんでした: {what}")
