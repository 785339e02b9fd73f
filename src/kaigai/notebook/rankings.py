"""The notebook door of the ranking of markets: what comes next, and how often it was right."""

from collections.abc import Sequence
from datetime import date

from kaigai.notebook.shown import Desk, Seen
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
    ) -> Seen:
        """Where an artist is likely to chart next; `result.table` has every territory.

        Raises NextError where no chart was read, or the artist is on none.
        """
        from kaigai.desks.markets.coming import actions

        day = parse_day(as_of) if isinstance(as_of, str) else as_of
        found = actions.coming(self.facts, artist=artist, service=service, day=day, refit=refit)
        return Seen("", (found.section(limit),), self.language, found)

    def backtest(
        self,
        cutoff: date | str,
        *,
        horizon: int = HORIZON,
        services: Sequence[str] = (),
        seed: int | None = None,
        draws: int | None = None,
    ) -> Seen:
        """The ranking held to the past, beside four baselines; `result.table` has all figures.

        Raises BacktestError where the charts do not allow it.
        """
        from kaigai.desks.markets.backtest import actions

        day = parse_day(cutoff) if isinstance(cutoff, str) else cutoff
        found = actions.backtest(
            self.facts,
            cutoff=day,
            horizon=horizon,
            service=services,
            seed=actions.SEED if seed is None else seed,
            draws=actions.DRAWS if draws is None else draws,
        )
        return Seen("", tuple(found.sections), self.language, found)
