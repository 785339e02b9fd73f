"""Audits, findings, one thing and the checks as answers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from kaigai.findings import sections
from kaigai.findings.check import CHECKS
from kaigai.findings.dossiers.lookup import Match
from kaigai.findings.dossiers.show import KINDS, Shown, matches_section
from kaigai.findings.wording import mask_in, sentence
from kaigai.terms.territories import codes_of
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Blank, Step

if TYPE_CHECKING:
    from kaigai.findings.result import Audit, Findings, Ranking

BATCH: Final = 10_000  #: findings put into words at a time

#: A finding as it leaves for people and their tools.
COLUMNS: Final = pa.schema(
    [
        ("finding_id", pa.string()),
        ("check", pa.string()),
        ("severity", pa.string()),
        ("state", pa.string()),
        ("artist", pa.string()),
        ("subject_kind", pa.string()),
        ("subject_id", pa.string()),
        ("subject", pa.string()),
        ("sentence", pa.string()),
        ("n_territories", pa.int64()),
        ("territories", pa.list_(pa.string())),
        ("evidence", pa.string()),
        ("fix", pa.string()),
        ("gain", pa.float64()),
        ("gain_low", pa.float64()),
        ("gain_high", pa.float64()),
        ("gain_measure", pa.string()),
        ("gain_method", pa.string()),
        ("first_at", pa.timestamp("us", tz="UTC")),
    ]
)


def audit(done: "Audit", found: "Ranking") -> Answer:
    """The two rankings, what changed and what was not run."""
    steps = [Step("report", REPORT)]
    if found.begin:
        check, artist = found.begin
        given = {"check": check} | ({"artist": artist} if artist else {})
        steps.insert(0, Step("findings", CHECKS[check].todo, given))
    blocks = (
        sections.by_artist(found, CHECKS),
        *sections.by_kind(found, CHECKS),
        sections.changes(done),
        *([sections.skipped(done)] if done.skipped else ()),
    )
    return Answer(AUDIT, blocks, done, steps=steps, refused=bool(done.failed))


def findings(found: "Findings") -> Answer:
    """Findings in words; for other tools with their evidence, territories and gain."""
    steps = [Step("report", REPORT)]
    if found.rows:
        steps.insert(0, Step("show", FIRST, {"what": found.rows[0]["finding_id"]}))
    return Answer(
        FINDINGS,
        (sections.findings(found, CHECKS),),
        found,
        lambda language: in_words(found, language),
        steps,
    )


def in_words(found: "Findings", language: Language) -> pa.RecordBatchReader:
    """Findings with their sentence and with territories as codes, batch by batch."""

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in found.table.to_pyarrow_batches(chunk_size=BATCH):
            told = [
                row
                | {
                    "sentence": sentence(
                        CHECKS.get(row["check"]), row, language, first=found.markets
                    ),
                    "territories": list(codes_of(mask_in(row))),
                }
                for row in batch.to_pylist()
            ]
            yield pa.RecordBatch.from_pylist(told, schema=COLUMNS)

    return pa.RecordBatchReader.from_batches(COLUMNS, batches())


def show(found: Shown | tuple[Match, ...]) -> Answer:
    """All that is known of one thing; of several that match, which they are."""
    if isinstance(found, tuple):
        step = Step("show", ONE_OF_THEM, {"what": found[0].id})
        return Answer(SEVERAL, (matches_section(found),), found, steps=(step,))
    kind = KINDS[found.kind]
    return Answer(
        Text(found.label, found.label),
        found.sections,
        found,
        steps=tuple(_next(found)),
        lede=Text(f"{kind.en.capitalize()}: {found.label}", f"{kind.ja}: {found.label}"),
    )


def _next(found: Shown) -> Iterator[Step]:
    """What to look at next, or to do."""
    row = found.finding
    match found.kind:
        case "finding" if row:
            yield Step("show", ALL_OF_IT, {"what": row["subject_id"]})
            yield Step("findings", ITS_KIND, {"check": row["check"]})
        case "artist":
            yield Step("findings", ALL_FINDINGS, {"artist": found.label})
        case "origin" if found.is_refused:
            yield Step("read", READ_AGAIN, {"paths": Blank("PATH")})
        case _ if not found.is_audited:
            yield Step("audit", NOT_AUDITED)
        case _ if row:
            yield Step("show", GRAVEST, {"what": row["finding_id"]})
        case _:
            yield Step("findings", OTHERS)


def checks() -> Answer:
    """What is checked, a section for each family."""
    steps = (
        Step("audit", Text("run them all", "すべて実行する")),
        Step("audit", Text("run one", "ひとつだけ実行する"), {"check": Blank("NAME")}),
    )
    return Answer(ALL_CHECKS, tuple(sections.families(CHECKS)), CHECKS, steps=steps)


AUDIT: Final = Text("The audit", "監査")
FINDINGS: Final = Text("Findings", "課題")
SEVERAL: Final = Text("Several match", "該当するもの")
ALL_CHECKS: Final = Text("The checks", "検査")
REPORT: Final = Text(
    "write one page that opens anywhere: pictures first, printable, no network needed",
    "図を中心とした一枚のレポートを書き出す(印刷可、ネットワーク不要)",
)
FIRST: Final = Text("see the first with its evidence and fix", "先頭の課題の根拠と対処を見る")
ONE_OF_THEM: Final = Text("see one of them", "そのひとつを見る")
ALL_OF_IT: Final = Text("see all of it", "対象の全体を見る")
ITS_KIND: Final = Text("see others of its kind", "同じ種類の課題を見る")
ALL_FINDINGS: Final = Text("see all that was found", "課題をすべて見る")
READ_AGAIN: Final = Text("read it again when it is mended", "直したら読み込み直す")
NOT_AUDITED: Final = Text("see what is wrong with it", "課題がないか調べる")
GRAVEST: Final = Text(
    "see the gravest finding's evidence and fix", "最も重大な課題の根拠と対処を見る"
)
OTHERS: Final = Text("see what was found elsewhere", "ほかの課題を見る")
