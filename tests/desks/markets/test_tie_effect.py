"""What works did to plays: planted effects are found, chance is not, the future is not seen."""

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest

from kaigai.desks.markets.demand import Demand
from kaigai.desks.markets.tie_effect import LEAST, Effect, compared, effect, lifted
from kaigai.desks.markets.tie_ins import Tie
from kaigai.desks.markets.tie_words import ground, with_effect
from kaigai.desks.markets.world import world
from kaigai.terms.periods import month_after
from kaigai.terms.text import Text
from tests.conftest import table

START = date(2025, 6, 1)
CODES = ("TW", "HK", "KR", "TH")
DAY = date(2026, 1, 1)


def tie(artist: str, code: str, first: date = START) -> Tie:
    """A work that starts somewhere."""
    return Tie(artist, f"{artist}{code}", None, Text("W", "作品"), None, None, code, first, None)


def played(artists: int, times: float, seed: int = 1) -> tuple[pl.DataFrame, list[Tie]]:
    """Plays of a year by artist in four territories; in the first one a work multiplies them."""
    noise = np.random.default_rng(seed)
    rows = [
        (f"a{n}", code, month, 1000 * noise.uniform(0.9, 1.1)
         * (times if code == CODES[0] and month > START else 1))
        for n in range(artists) for code in CODES
        for month in (month_after(date(2025, 12, 1), -step) for step in range(12))
    ]  # fmt: skip
    columns = ["artist_id", "territory", "month", "quantity"]
    frame = pl.DataFrame(rows, schema=columns, orient="row")
    return frame, [tie(f"a{n}", CODES[0]) for n in range(artists)]


def test_an_effect_is_found_with_its_interval() -> None:
    found = compared(*played(LEAST, 2.0))
    assert (found.n_with, found.n_without) == (LEAST, 3 * LEAST)
    low, middle, high = found.times
    assert found.is_known
    assert low < 2.0 < high
    assert middle == pytest.approx(2.0, rel=0.05)


def test_chance_and_too_few_are_no_effect() -> None:
    assert not compared(*played(LEAST, 1.0)).is_known
    few = compared(*played(LEAST - 1, 2.0))
    assert few.n_with == LEAST - 1
    assert not few.is_known


def test_a_month_that_nobody_reported_says_nothing() -> None:
    rows, ties = played(LEAST, 2.0)
    holed = rows.filter((pl.col("territory") != CODES[0]) | (pl.col("month") != date(2025, 8, 1)))
    assert compared(holed, ties).n_with == 0


def usage(rows: pl.DataFrame) -> list[dict[str, object]]:
    """The same as rows of `usage_monthly`."""
    return [
        {"month": month, "territory": code, "measure": "streams", "service": "s",
         "reported_id": artist, "quantity": quantity, "length": "month"}
        for artist, code, month, quantity in rows.iter_rows()
    ]  # fmt: skip


def test_nothing_after_the_day_is_seen() -> None:
    rows, ties = played(LEAST, 2.0)
    whose = table(
        "identities", *({"reported_id": e, "artist_id": e} for e in {t.artist_id for t in ties})
    )
    known = table("usage_monthly", *usage(rows))
    assert effect(known, whose, ties, day=DAY).is_known
    early = effect(known, whose, ties, day=date(2025, 8, 15))
    assert (early.n_with, early.is_known) == (0, False)
    grown = rows.with_columns(
        quantity=pl.when(pl.col("month") > date(2025, 9, 1)).then(9e9).otherwise("quantity")
    )
    day = date(2025, 10, 1)
    changed = effect(table("usage_monthly", *usage(grown)), whose, ties, day=day)
    assert changed == effect(known, whose, ties, day=day)
    assert changed.is_known


def demand() -> Demand:
    """A thousand plays expected everywhere."""
    n = len(world().codes)
    every = np.full(n, 1000.0)
    nothing = np.empty(0, dtype=np.int64)
    return Demand(
        "a0", "JP", "streams", nothing, np.zeros(n), every, every / 2, every * 2, np.log(every),
        np.ones(n), np.ones(n), np.empty((n, 0)), np.zeros(n), (),
    )  # fmt: skip


def test_what_is_expected_rises_where_a_work_is_out_and_the_effect_is_known() -> None:
    known, ties = (
        Effect(LEAST, LEAST, float(np.log(2)), 0.1),
        [tie("a0", "TW"), tie("a0", "KR", DAY)],
    )
    day = date(2025, 7, 1)
    found = lifted(demand(), ties, known, day=day, world=world())
    taiwan, korea = world().at("TW"), world().at("KR")
    assert found.expected[taiwan] == pytest.approx(2000)
    assert found.low[taiwan] < 1000
    assert found.high[taiwan] > 4000
    assert found.expected[korea] == 1000
    for other in (Effect(LEAST, LEAST), Effect(3, LEAST, 1.0, 0.1)):
        assert lifted(demand(), ties, other, day=day, world=world()).expected[taiwan] == 1000
    charts = replace(demand(), unit="weight")
    assert lifted(charts, ties, known, day=day, world=world()).expected[taiwan] == 1000


def test_what_is_known_of_the_effect_is_said() -> None:
    known, reason = Effect(9, 20, float(np.log(2)), 0.1), Text("X opens Y", "XがYの曲")
    assert "2 times the plays, 1.7–2.4, over 9 starts" in with_effect(reason, "views", known).en
    assert with_effect(reason, "weight", known).ja == "XがYの曲。再生数への効果は不明"
    assert "それぞれ8件以上" in ground([tie("a", "TW")], Effect(2, 20), LEAST).ja
    assert "no sure effect" in ground([tie("a", "TW")], Effect(9, 20), LEAST).en
    assert "開始9件" in ground([tie("a", "TW")], known, LEAST).ja
