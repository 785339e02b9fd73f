"""The notebook door of names: the registry, findability, romanisation."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kaigai.notebook.shown import Desk, Page, Seen


class Localise(Desk):
    """What is it called there?"""

    def names(
        self,
        what: str | None = None,
        *,
        kind: str | None = None,
        missing: str | None = None,
        language: str | None = None,
        limit: int | None = 30,
    ) -> Seen:
        """The reading registry: by name, artist or id; `missing` is latin, reading or english.

        Raises NamesError for a word that means nothing and where nothing was read.
        """
        from kaigai.desks.names import actions
        from kaigai.desks.names.shown import listed_sections

        listed = actions.look_up(
            self.facts, what=what, kind=kind, missing=missing, language=language, limit=limit
        )
        return Seen("", tuple(listed_sections(listed)), self.language, listed)

    def import_names(self, sheet: str | Path, *, by: str) -> Seen:
        """Take back a sheet that `kaigai names --out` wrote; `by` is who decided."""
        from kaigai.desks.names import actions
        from kaigai.desks.names.shown import taken_sections

        path = Path(sheet)
        taken = actions.take(
            self.facts, content=path.read_bytes(), name=path.name, by=by, at=datetime.now(UTC)
        )
        return Seen("", tuple(taken_sections(taken, path.name)), self.language, taken)

    def findability(
        self, artist: str | None = None, *, limit: int = 12, engine: str | None = None
    ) -> Seen:
        """What fans abroad would type, tried on every recording; the result is kept.

        `result` has both tables; `engine` gathers the names: DuckDB here, or Spark by its
        address. Raises FindabilityError where nothing was read.
        """
        from kaigai.desks.names.findability.shown import lede, sections_of
        from kaigai.desks.names.findability.summary import summed

        found = self._measured(artist, engine)
        summary = summed(found, worst=limit)
        said = lede(summary).to(self.language)
        return Seen(said, tuple(sections_of(summary)), self.language, found)

    def findability_page(
        self, out: str | Path | None = None, *, artist: str | None = None, limit: int = 100
    ) -> Page:
        """The same as a page with its picture, written to `out` if given."""
        from kaigai.desks.names.findability.pictured import page
        from kaigai.desks.names.findability.summary import summed

        summary = summed(self._measured(artist), worst=limit)
        html = page(summary, self.language, datetime.now(UTC))
        if out is not None:
            Path(out).write_text(html, encoding="utf-8")
        return Page(html)

    def romanise(self, *texts: str, **options: Any) -> Seen:
        """Latin candidates for names; options as of the action: language, reading, kind, style.

        Raises RomaniseError for an option that means nothing.
        """
        from kaigai.desks.names.romanisation import actions
        from kaigai.desks.names.romanisation.shown import sections

        answers = actions.romanise(self.facts, texts=texts, **options)
        return Seen("", tuple(sections(answers)), self.language, answers)

    def _measured(self, artist: str | None, engine: str | None = None) -> Any:
        from kaigai.desks.names.findability import actions
        from kaigai.facts.engine import DUCKDB

        found = actions.measure(self.facts, at=datetime.now(UTC), engine=engine or DUCKDB)
        return actions.of(self.facts, found, artist) if artist else found
