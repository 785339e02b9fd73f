"""The last audit: its day, which checks ran, and whether facts came in after it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from kaigai.facts.commits import History
from kaigai.facts.engine import Engine
from kaigai.facts.table import TABLES
from kaigai.findings.overview.result import LastAudit, Row, Skip
from kaigai.terms.text import Text

#: Tables of what comes in; desks and audits write others of their own.
FACTS: Final = tuple(each.name for each in TABLES.values() if each.kind == "fact")


def last_audit(engine: Engine, commits: History) -> LastAudit | None:
    """The newest audit; None before the first. `commits` are those of the facts."""
    if "findings" not in engine or "audits" not in engine:
        return None
    audits = engine["audits"]
    rows: Sequence[Row] = audits.order_by(audits.at.desc()).to_pyarrow().to_pylist()
    if not rows:
        return None
    row = rows[0]
    made = commits.numbered(row["commit"])
    then = made.versions if made else {}
    return LastAudit(
        row["as_of"],
        row["new"],
        row["fixed"],
        is_first=len(rows) == 1,
        is_stale=_newer(then, engine.facts.commit.versions),
        ran=tuple(row["ran"]),
        skipped=_skipped(row),
    )


def _newer(then: Mapping[str, int], now: Mapping[str, int]) -> bool:
    return any(then.get(name) != now.get(name) for name in FACTS)


def _skipped(audit: Row) -> tuple[Skip, ...]:
    names, en, ja = (audit[each] or () for each in ("skipped", "reasons", "reasons_ja"))
    # Audits of earlier versions say why in English alone.
    told = zip_longest(names, en, ja)
    return tuple(Skip(name, Text(why, why_ja or why)) for name, why, why_ja in told)
