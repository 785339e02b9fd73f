"""Audits, findings and one thing as answers."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kaigai.facts.engine import Engine
from kaigai.facts.store import Facts
from kaigai.findings.check import CHECKS
from kaigai.findings.dossiers.lookup import Match
from kaigai.findings.dossiers.show import judged_day, matches_section
from kaigai.findings.dossiers.show import show as shown
from kaigai.findings.listing import Wanted, checks_sections, findings_section, in_words, listed
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Step

if TYPE_CHECKING:
    from kaigai.findings.actions import Audit


def audit(facts: Facts, result: "Audit") -> Answer:
    """The two rankings, what changed and what was not run."""
    from kaigai.findings.ranking import first, summary

    engine = Engine(facts)
    steps = [Step("report", REPORT)]
    if begin := first(engine, CHECKS):
        given = {"check": begin.check} | ({"artist": begin.artist_id} if begin.artist_id else {})
        steps.insert(0, Step("findings", CHECKS[begin.check].todo, given))
    return Answer(
        AUDIT,
        summary(engine, CHECKS, result),
        result,
        steps=steps,
        refused=bool(result.failed),
    )


def findings(engine: Engine, wanted: Wanted, limit: int | None) -> Answer:
    """Findings in words; for other tools with their evidence, territories and gain."""
    settings = engine.facts.settings
    section = findings_section(engine, wanted, CHECKS, settings, limit)
    steps = [Step("report", REPORT)]
    if section.rows:
        steps.insert(0, Step("show", FIRST, {"what": section.rows[0][-1]}))

    def table(language: Language) -> Any:
        rows = listed(engine["findings"], wanted)
        chosen = rows.limit(limit) if limit else rows
        return in_words(chosen, CHECKS, language, settings.markets)

    return Answer(FINDINGS, (section,), wanted, table, steps)


def show(engine: Engine, matches: Sequence[Match], as_of: date | None, today: date) -> Answer:
    """All that is known of one thing; of several that match, which they are."""
    if len(matches) > 1:
        step = Step("show", ONE_OF_THEM, {"what": matches[0].id})
        return Answer(SEVERAL, (matches_section(list(matches)),), matches, steps=(step,))
    day = as_of or judged_day(engine, today)
    seen = shown(engine, matches[0], settings=engine.facts.settings, day=day, checks=CHECKS)
    label = Text(seen.label, seen.label)
    return Answer(label, seen.sections, seen, steps=seen.steps, lede=label)


def checks() -> Answer:
    """What is checked, a section for each family."""
    steps = (
        Step("audit", Text("run them all", "すべて実行する")),
        Step("audit", Text("run one", "ひとつだけ実行する"), {"check": Blank("NAME")}),
    )
    return Answer(ALL_CHECKS, checks_sections(CHECKS), CHECKS, steps=steps)


AUDIT = Text("The audit", "監査")
FINDINGS = Text("Findings", "課題")
SEVERAL = Text("Several match", "該当するもの")
ALL_CHECKS = Text("The checks", "検査")
REPORT = Text(
    "write one page that opens anywhere: pictures first, printable, no network needed",
    "図を中心とした一枚のレポートを書き出す(印刷可、ネットワーク不要)",
)
FIRST = Text("see the first with its evidence and fix", "先頭の課題の根拠と対処を見る")
ONE_OF_THEM = Text("see one of them", "そのひとつを見る")
