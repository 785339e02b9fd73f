"""The notebook door of markets: where artists would be heard."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kaigai.notebook.shown import Desk, Page, Seen
from kaigai.terms.periods import parse_day

if TYPE_CHECKING:
    from kaigai.desks.markets.result import Ranking

LIMIT = 15


class Markets(Desk):
    """Where would people listen?"""

    def markets(
        self,
        artist: str | None = None,
        *,
        as_of: date | str | None = None,
        services: Sequence[str] = (),
        measure: str | None = None,
        limit: int = LIMIT,
        seed: int = 1,
        engine: str | None = None,
    ) -> Seen:
        """Markets by latent demand, with reasons; `result.table()` has them all for programs.

        `engine` gathers what is played: DuckDB here, or Spark by its address. Raises
        MarketsError where no plays or charts were read, or nobody is called so.
        """
        from kaigai.desks.markets.listing import sections_of

        ranking = self._ranking(artist, as_of, services, measure, seed, engine)
        return Seen("", tuple(sections_of(ranking, limit)), self.language, ranking)

    def markets_page(
        self,
        out: str | Path | None = None,
        *,
        artist: str | None = None,
        as_of: date | str | None = None,
    ) -> Page:
        """The same as one HTML page with a map, written to `out` if given."""
        from kaigai.desks.markets.pictured import page

        ranking = self._ranking(artist, as_of, (), None, 1)
        html = page(ranking, self.language, datetime.now(UTC))
        if out is not None:
            Path(out).write_text(html, encoding="utf-8")
        return Page(html)

    def _ranking(
        self,
        artist: str | None,
        as_of: date | str | None,
        services: Sequence[str],
        measure: str | None,
        seed: int,
        engine: str | None = None,
    ) -> "Ranking":
        from kaigai.desks.markets import actions
        from kaigai.facts.engine import DUCKDB

        day = parse_day(as_of) if isinstance(as_of, str) else as_of
        return actions.rank(
            self.facts,
            at=datetime.now(UTC),
            as_of=day,
            artist=artist,
            services=services,
            measure=measure,
            seed=seed,
            engine=engine or DUCKDB,
        )
