"""The notebook door of measure: home and overseas side by side, and whose plays they are."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kaigai.notebook.shown import Desk, Page, Seen
from kaigai.terms.periods import parse_month
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.measure.result import Answer
    from kaigai.desks.measure.share_query import By

LIMIT = 30


class Measure(Desk):
    """Did it work?"""

    def share(
        self,
        artist: str | None = None,
        *,
        by: "By" = "artist",
        home: str | None = None,
        service: str | None = None,
        measure: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        after: str | date | None = None,
        limit: int | None = LIMIT,
        engine: str | None = None,
    ) -> Seen:
        """Home and overseas side by side; `result.shares` has the lines for programs.

        `limit` is how many artists, homes or labels of each series there are; None is all.
        `engine` is Spark by its address; else DuckDB, here. Raises MeasureError where nothing
        was read or a word means nothing.
        """
        from kaigai.desks.measure.pictured import sections_of

        answer = self._answer(
            artist, by, home, service, measure, since, until, after, engine, most=limit
        )
        shown = limit or max(len(answer.shares), 1)
        return Seen("", tuple(sections_of(answer, shown)), self.language, answer)

    def share_page(
        self, out: str | Path | None = None, *, artist: str | None = None, by: "By" = "artist"
    ) -> Page:
        """The same as one HTML page with pictures, written to `out` if given."""
        from kaigai.desks.measure.pictured import LISTED, page

        answer = self._answer(artist, by, most=LISTED)
        html = page(answer, self.language, datetime.now(UTC))
        if out is not None:
            Path(out).write_text(html, encoding="utf-8")
        return Page(html)

    def whose(
        self,
        artist: str | None = None,
        *,
        doubtful: bool = False,
        limit: int | None = LIMIT,
        engine: str | None = None,
    ) -> Seen:
        """Whose plays are whose, doubts first. Raises MeasureError where nothing was read."""
        from kaigai.desks.measure import actions
        from kaigai.desks.measure.ties import coverage_section, ties_section
        from kaigai.facts.engine import DUCKDB

        found = actions.whose(
            self.facts,
            at=datetime.now(UTC),
            artist=artist,
            doubtful=doubtful,
            limit=limit,
            engine=engine or DUCKDB,
        )
        listed = ties_section(found.rows, found.total, doubtful=doubtful)
        return Seen("", (coverage_section(found.counts), listed), self.language, found)

    def answer_whose(self, sheet: str | Path, *, by: str) -> Seen:
        """Take in a sheet of answers to doubts; `by` is who answered. Raises MeasureError."""
        from kaigai.desks.measure import actions
        from kaigai.desks.measure.ties import taken_section

        path = Path(sheet)
        done = actions.answer(self.facts, content=path.read_bytes(), by=by, at=datetime.now(UTC))
        return Seen("", (taken_section(done.taken, done.blank, done.bad),), self.language, done)

    def _answer(
        self,
        artist: str | None,
        by: "By",
        home: str | None = None,
        service: str | None = None,
        measure: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        after: str | date | None = None,
        engine: str | None = None,
        *,
        most: int | None = None,
    ) -> "Answer":
        from kaigai.desks.measure import actions
        from kaigai.desks.measure.share_query import Wanted
        from kaigai.facts.engine import DUCKDB

        wanted = Wanted(
            by=by,
            homes=_territory(home),
            services=(service,) if service else (),
            measures=(measure,) if measure else (),
            since=_month(since),
            until=_month(until),
            most=most,
        )
        return actions.share(
            self.facts,
            at=datetime.now(UTC),
            artist=artist,
            wanted=wanted,
            after=_month(after),
            engine=engine or DUCKDB,
        )


def _territory(text: str | None) -> tuple[str, ...]:
    from kaigai.desks.measure.actions import MeasureError
    from kaigai.terms.territories import name_to_code

    if not text:
        return ()
    code = name_to_code(text)
    if code is None:
        raise MeasureError(Text(f"{text} is no territory", f"{text} という国・地域はありません"))
    return (code,)


def _month(given: str | date | None) -> date | None:
    """The first day of a month; ValueError for what is none."""
    if given is None or isinstance(given, date):
        return given
    return parse_month(given)
