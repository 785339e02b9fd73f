"""The notebook door: the verbs of the terminal for analysts, with tables to work on.

import kaigai
label = kaigai.open("kaigai-workspace")
label.audit()
label.findings(territory="TW").pandas()
"""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kaigai.facts.store import Facts
from kaigai.facts.table import TABLES
from kaigai.facts.table_query import asked, count_rows, in_order, table_named
from kaigai.notebook.review import Review
from kaigai.notebook.shown import Desk, Page, Rows, Seen
from kaigai.terms.instants import as_of_instant, end_of
from kaigai.terms.periods import parse_day
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Text

if TYPE_CHECKING:
    from kaigai.facts.engine import Engine

Day = date | str
Instant = datetime | date | str


def open(
    path: str | Path = "kaigai-workspace", *, language: Language | None = None
) -> "Workspace":
    """A workspace folder, made where there is none; `language` is what results speak.

    Without one, KAIGAI_LANG decides, and English where it is not set.
    """
    given = os.environ.get("KAIGAI_LANG", "")
    return Workspace(
        Facts.open(path, create=True), language or ("ja" if given[:2] == "ja" else "en")
    )


class Workspace(Review, Desk):
    """A label's facts and what was found in them; every verb of the terminal is a method."""

    def __init__(self, facts: Facts, language: Language = "en") -> None:
        self.facts, self.language = facts, language

    def read(
        self,
        *paths: str | Path,
        reader: str | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> Seen:
        """Read files and folders; raises StoreError when another process is writing."""
        from kaigai.sources import actions
        from kaigai.sources.told import told

        options = {"mapping": dict(mapping)} if mapping else {}
        result = actions.read(
            self.facts, paths=paths, at=datetime.now(UTC), reader=reader, options=options
        )
        return Seen("", tuple(told(result)), self.language, result)

    def audit(
        self, as_of: Day | None = None, *, checks: Sequence[str] = (), engine: str | None = None
    ) -> Seen:
        """Run the checks; raises AuditError when nothing was read or a check is not known."""
        from kaigai.facts.engine import DUCKDB
        from kaigai.findings import actions
        from kaigai.findings.check import CHECKS
        from kaigai.findings.ranking import summary

        result = actions.audit(
            self.facts,
            at=datetime.now(UTC),
            as_of=_day(as_of),
            only=checks,
            engine=engine or DUCKDB,
        )
        sections = tuple(summary(self._engine(), CHECKS, result))
        return Seen("", sections, self.language, result)

    def findings(
        self,
        *,
        artist: str | None = None,
        check: str | Sequence[str] = (),
        territory: str | None = None,
        severity: str | Sequence[str] = (),
        state: str | Sequence[str] = (),
        limit: int | None = None,
    ) -> Rows:
        """Findings in words, the gravest first; raises NotUnderstood for a word that means
        nothing, and AuditError before the first audit."""
        import ibis

        from kaigai.findings.check import CHECKS
        from kaigai.findings.finding_query import choose
        from kaigai.findings.listing import in_words, listed

        engine = self._audited()
        wanted = choose(
            engine,
            artist=artist,
            checks=_several(check),
            territory=territory,
            severities=_several(severity),
            states=_several(state),
        )
        rows = listed(engine["findings"], wanted)
        chosen = rows.limit(limit) if limit else rows
        told = in_words(chosen, CHECKS, self.language, self.facts.settings.markets)
        return Rows(ibis.memtable(told.read_all()))

    def show(self, what: str, *, as_of: Day | None = None) -> Seen:
        """One artist, recording, release, video, finding or file, or what several match.

        Raises NotUnderstood, with the nearest spellings, where nothing does.
        """
        from kaigai.findings.check import CHECKS
        from kaigai.findings.dossiers.show import judged_day, matches_section, show
        from kaigai.findings.finding_query import matches_of

        engine = self._engine()
        matches = matches_of(engine, what)
        if len(matches) > 1:
            return Seen("", (matches_section(matches),), self.language, matches)
        day = _day(as_of) or judged_day(engine, datetime.now(UTC).date())
        settings = self.facts.settings
        seen = show(engine, matches[0], settings=settings, day=day, checks=CHECKS)
        return Seen(seen.label, seen.sections, self.language, seen)

    def table(self, name: str, *, as_of: Instant | None = None, raw: bool = False) -> Rows:
        """Any fact or result table; raises NoTable. A day means its end (UTC)."""
        table = table_named(name)
        return Rows(in_order(asked(self.facts, table, as_of=_instant(as_of), raw=raw), table))

    def report(
        self,
        out: str | Path | None = None,
        *,
        language: Language | None = None,
        label: str | None = None,
    ) -> "Page":
        """The last audit as one HTML page, written to `out` if given; raises AuditError."""
        from kaigai.findings import actions

        made = actions.report(
            self.facts, at=datetime.now(UTC), language=language or self.language, label=label
        )
        if out is not None:
            Path(out).write_text(made.html, encoding="utf-8")
        return Page(made.html)

    @property
    def tables(self) -> Seen:
        """The tables, and how many rows each has."""
        counts = count_rows(self.facts)
        rows = [(each.name, counts.get(each.name), each.about) for each in TABLES.values()]
        columns = (Text("table", "表"), Text("rows", "行数"), Text("", ""))
        return self._list(Text("Tables", "表"), columns, rows)

    @property
    def checks(self) -> Seen:
        """The checks."""
        from kaigai.findings.check import CHECKS
        from kaigai.findings.listing import checks_sections

        return Seen("", tuple(checks_sections(CHECKS)), self.language, CHECKS)

    @property
    def readers(self) -> Seen:
        """What can be read."""
        from kaigai.sources.reader import READERS

        rows = [(each.name, each.about, each.feeds) for each in READERS.values()]
        columns = (Text("reader", "形式"), Text("reads", "内容"), Text("fills", "表"))
        return self._list(Text("Readers", "読み込める形式"), columns, rows)

    def __repr__(self) -> str:
        return f"kaigai.open({str(self.facts.root)!r})"

    def _audited(self) -> "Engine":
        from kaigai.findings.actions import AuditError

        if "findings" not in self.facts:
            raise AuditError(NOT_AUDITED)
        return self._engine()

    def _list(self, title: Text, columns: tuple[Text, ...], rows: Sequence[Any]) -> Seen:
        return Seen("", (Section(title, columns, tuple(rows)),), self.language)


def _several(given: str | Sequence[str]) -> Sequence[str]:
    return [given] if isinstance(given, str) else given


def _day(given: Day | None) -> date | None:
    return parse_day(given) if isinstance(given, str) else given


def _instant(given: Instant | None) -> datetime | None:
    match given:
        case str():
            return as_of_instant(given)
        case datetime():
            return given if given.tzinfo else given.replace(tzinfo=UTC)
        case date():
            return end_of(given)
    return None


NOT_AUDITED = Text(
    en="there are no findings yet; run the checks first: audit()",
    ja="まだ課題がありません。先に audit() を実行してください",
)
