"""Nothing after a cutoff has a say: other artists, territories and rows change no bit of it."""

from datetime import date, timedelta

import numpy as np
import pytest

from kaigai.desks.markets.backtest.artists import by_artist
from kaigai.desks.markets.examples import earlier_days, examples, features, given_of, question
from kaigai.desks.markets.model import fit
from kaigai.desks.markets.next_market.ranker import Guide, ranked
from kaigai.desks.markets.panel import Sightings, panel_at
from tests.conftest import table
from tests.desks.markets.backtest.test_artists import rank
from tests.desks.markets.small_panel import DAY, made_up

CUTOFF = DAY - timedelta(28)
#: Territories that sort before, between and after those of `made_up`.
NEW = ("AE", "ID", "KR", "ZA")
ENDED = "TW"  #: has no chart any more


def another_future(charts: Sightings, seed: int) -> Sightings:
    """The same until CUTOFF; later other artists, territories, weights, and ten times the rows.

    Some territories have charts only then, and one has none any more.
    """
    past = charts.between(None, CUTOFF)
    generator = np.random.default_rng(seed)
    artists = tuple(sorted({*charts.artists, "A new one", "artist 0050", "ん"}))
    territories = tuple(sorted({*charts.territories, *NEW}))
    later = [at for at, code in enumerate(territories) if code != ENDED]
    many = 10 * (len(charts.day) - len(past.day))

    def placed(names: tuple[str, ...], every: tuple[str, ...], at: np.ndarray) -> np.ndarray:
        return np.array([every.index(name) for name in names], dtype=np.int32)[at]

    return Sightings(
        artists,
        territories,
        np.append(
            placed(charts.artists, artists, past.artist),
            generator.integers(0, len(artists), many, dtype=np.int32),
        ),
        np.append(
            placed(charts.territories, territories, past.territory),
            generator.choice(later, many).astype(np.int32),
        ),
        np.append(past.day, CUTOFF.toordinal() + generator.integers(1, 60, many, dtype=np.int32)),
        np.append(past.weight, generator.random(many, dtype=np.float32) * 1000),
    )


@pytest.fixture(scope="module")
def charts() -> Sightings:
    """Charts whose rows after CUTOFF are to be exchanged."""
    return made_up()


@pytest.mark.parametrize("seed", [1, 2])
def test_every_feature_of_a_cutoff_is_the_same_to_the_bit(charts: Sightings, seed: int) -> None:
    one, other = (panel_at(each, CUTOFF) for each in (charts, another_future(charts, seed)))
    assert (one.artists, one.territories) == (other.artists, other.territories)
    before, after = features(given_of(one)), features(given_of(other))
    assert list(before) == list(after)
    for name in before:
        assert np.array_equal(before[name], after[name]), name


@pytest.mark.parametrize("seed", [1, 2])
def test_every_score_of_a_cutoff_is_the_same_to_the_bit(charts: Sightings, seed: int) -> None:
    found = []
    for seen in (charts, another_future(charts, seed)):
        past = [question(seen, day, horizon=28) for day in earlier_days(seen, CUTOFF, 28)]
        model = fit(examples(past, seed=1), seed=1)
        assert model is not None
        asked = question(seen, CUTOFF, horizon=28)
        found.append((asked.asked, model.rank(asked)))
    (one_asked, one), (other_asked, other) = found
    # What is asked about is read from later charts; what is asked in both is scored the same.
    both = one_asked & other_asked
    assert both.any()
    assert (one_asked != other_asked).any()
    assert np.array_equal(one[both], other[both])


def test_what_comes_next_is_the_same_whatever_came(charts: Sightings) -> None:
    seen = (charts, another_future(charts, 1))
    artist = next(each for each in panel_at(charts, CUTOFF).artists if each.endswith("0"))
    told = []
    for each in seen:
        told.append(ranked(each, CUTOFF, artist, _own(each), {}))
    assert told[0]
    assert told[0] == told[1]


def _own(seen: Sightings) -> Guide:
    past = [question(seen, day, horizon=28) for day in earlier_days(seen, CUTOFF, 28)]
    model = fit(examples(past, seed=1), seed=1)
    assert model is not None
    return Guide(model, CUTOFF, True, None)


def test_a_line_that_is_written_later_takes_no_act_of_today_apart() -> None:
    day, later = date(2026, 3, 1), date(2026, 4, 1)
    rows = (rank("BC", "own"), rank("B", "y"), rank("C", "z"))

    def told(*more: dict[str, object]) -> set[tuple[str, str]]:
        found = by_artist(table("usage", *rows, *more), {}, until=day)
        kept = found.filter(found.day <= day).to_pyarrow().to_pylist()
        return {(row["title"], row["artist_id"]) for row in kept}

    assert told() == told(rank("B & C", "pair", day=later))
