"""The notebook door of the ranking of markets: what comes next, and how often it was right."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from kaigai.notebook.shown import Desk, Page, Seen
from kaigai.terms.periods import parse_day

LIMIT = 15
HORIZON = 56  #: days


class Rankings(Desk):
    """Which territories come next?"""

    def next_markets(
        self,
        artist: str,
        *,
        service: str | None = None,
        as_of: date | str | None = None,
        refit: bool = False,
        limit: int = LIMIT,
        engine: str | None = None,
    ) -> Seen:
        """Where an artist is likely to chart next; `result.table` has every territory.

        `engine` reads the charts: DuckDB here, or Spark by its address.

        Raises NextError where no chart was read, or the artist is on none.
        """
        from kaigai.desks.markets.next_market import actions
        from kaigai.facts.engine import DUCKDB

        day = parse_day(as_of) if isinstance(as_of, str) else as_of
        found = actions.coming(
            self.facts,
            artist=artist,
            service=service,
            day=day,
            refit=refit,
            engine=engine or DUCKDB,
        )
        return Seen("", (found.section(limit),), self.language, found)

    def next_page(self, found: Seen, out: str | Path | None = None) -> Page:
        """What `next_markets` found as one HTML page with a map, written to `out` if given."""
        from kaigai.desks.markets.next_market.pictured import page

        return _written(page(found.result, self.language, datetime.now(UTC)), out)

    def backtest(
        self,
        cutoff: date | str,
        *,
        horizon: int = HORIZON,
        services: Sequence[str] = (),
        seed: int | None = None,
        draws: int | None = None,
        engine: str | None = None,
    ) -> Seen:
        """The ranking held to the past, beside four baselines; `result.table` has all figures.

        Raises BacktestError where the charts do not allow it.
        """
        from kaigai.desks.markets.backtest import actions
        from kaigai.facts.engine import DUCKDB

        day = parse_day(cutoff) if isinstance(cutoff, str) else cutoff
        found = actions.backtest(
            self.facts,
            cutoff=day,
            horizon=horizon,
            service=services,
            seed=actions.SEED if seed is None else seed,
            draws=actions.DRAWS if draws is None else draws,
            engine=engine or DUCKDB,
        )
        return Seen("", tuple(found.sections), self.language, found)

    def backtest_page(self, found: Seen, out: str | Path | None = None) -> Page:
        """What `backtest` found as one HTML page with pictures, written to `out` if given."""
        from kaigai.desks.markets.backtest.pictured import page

        return _written(page(found.result.tests, self.language, datetime.now(UTC)), out)


def _written(html: str, out: str | Path | None) -> Page:
    if out is not None:
        Path(out).write_text(html, encoding="utf-8")
    return Page(html)
