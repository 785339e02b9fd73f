"""Backtest: hold the ranking of markets to what the charts of later weeks say."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from kaigai.desks.markets.backtest.artists import KNOWN, by_artist, homes_known
from kaigai.desks.markets.backtest.comparison import backtest as compared
from kaigai.desks.markets.backtest.result import Backtests
from kaigai.desks.markets.backtest.sightings import HOMES, no_service, services, sighted
from kaigai.desks.markets.examples import LEAST_HISTORY_DAYS
from kaigai.desks.markets.panel import sightings
from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts
from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Refused, Text

DRAWS = 100  #: times that artists are drawn again for an interval
SEED = 20260401


class BacktestError(Refused):
    """The backtest cannot be run as asked; the text says what to do."""


def backtest(
    facts: Facts,
    *,
    cutoff: date,
    horizon: int,
    service: Collection[str] = (),
    seed: int = SEED,
    draws: int = DRAWS,
    engine: str = DUCKDB,
    watch: Watch = silent,
) -> Backtests:
    """Rank on the cutoff from what was known by then; compare with the `horizon` days after it.

    service  only these; else every service whose charts were read
    engine   what reads the charts: DuckDB here, or Spark by its address

    Raises BacktestError where no chart was read, a service is not known, or none of them has
    enough weeks before and after the cutoff; StoreError.
    """
    running = Engine(facts, engine)
    if "usage" not in running:
        raise BacktestError(NOTHING_READ)
    tables = {name: running[name] for name in KNOWN if name in running}
    charted = running.materialised(by_artist(running["usage"], tables, until=cutoff))
    # What tells an artist's home is asked of the past alone, too.
    past = charted.filter(charted.day <= cutoff)
    known = homes_known(past, tables, facts.settings.home)
    grouped = {artist: home for artist, home in known.items() if home in HOMES}
    spans = services(charted).to_pyarrow().to_pylist()
    tests, skipped = [], []
    for span in _chosen(spans, service):
        why = _too_short(span, cutoff, horizon)
        found = None
        if not why:
            found = compared(
                sightings(sighted(charted, span["service"]).to_pyarrow()),
                service=span["service"],
                cutoff=cutoff,
                horizon=horizon,
                homes=grouped,
                draws=draws,
                seed=seed,
                watch=watch,
            )
        if found:
            tests.append(found)
        else:
            skipped.append((span["service"], why or TOO_LITTLE))
    if not tests:
        raise BacktestError(_none_could(skipped))
    return Backtests(tuple(tests), tuple(skipped))


def _chosen(spans: Sequence[dict[str, Any]], wanted: Collection[str]) -> list[dict[str, Any]]:
    names = {span["service"].casefold(): span for span in spans}
    if not names:
        raise BacktestError(NO_CHARTS)
    unknown = [each for each in wanted if each.casefold() not in names]
    if unknown:
        raise BacktestError(no_service(unknown, [span["service"] for span in spans]))
    return [names[each.casefold()] for each in wanted] or list(spans)


def _too_short(span: dict[str, Any], cutoff: date, horizon: int) -> Text | None:
    """Why the charts of a service are too short for a cutoff; None where they are not."""
    earliest = span["first"] + timedelta(LEAST_HISTORY_DAYS + horizon)
    latest = span["last"] - timedelta(horizon)
    if earliest <= cutoff <= latest:
        return None
    given = {
        "first": span["first"], "last": span["last"], "earliest": earliest, "latest": latest
    }  # fmt: skip
    text = TOO_SHORT if earliest <= latest else NEVER
    return Text(text.to("en", **given), text.to("ja", **given))


def _none_could(skipped: Sequence[tuple[str, Text]]) -> Text:
    return Text(
        "; ".join(f"{service}: {why.en}" for service, why in skipped),
        "。".join(f"{service}: {why.ja}" for service, why in skipped),
    )


NOTHING_READ = Text(
    en="no charts were read yet; start with: kaigai read CHART",
    ja="チャートがまだ読み込まれていません。kaigai read CHART から始めてください",
)
NO_CHARTS = Text(
    en="no ranks by territory with the artist's name were read; read a chart: kaigai read CHART",
    ja="アーティスト名のある地域別の順位がありません。"
    "チャートを読み込んでください: kaigai read CHART",
)
TOO_SHORT = Text(
    en="the charts run from {first} to {last}; with this horizon the cutoff can be from "
    "{earliest} to {latest}",
    ja="チャートは {first} から {last} まで。この期間では基準日は {earliest} から {latest} "
    "の間にしてください",
)
NEVER = Text(
    en="the charts run from {first} to {last}, too short to learn from and to be held to; "
    "give a shorter --horizon",
    ja="チャートは {first} から {last} までで、学習と検証には短すぎます。"
    "--horizon を短くしてください",
)
TOO_LITTLE = Text(
    en="too few artists reached new territories before the cutoff to learn from; give a later one",
    ja="基準日までに新しい地域へ届いた例が少なく、学習できません。より後の基準日を指定してください",
)
