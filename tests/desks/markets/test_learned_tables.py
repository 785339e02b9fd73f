"""What public charts taught is used only for days after it, and says what is sensible."""

from datetime import timedelta

from kaigai.desks.markets.examples import features, given_of
from kaigai.desks.markets.learned_tables import learned_by
from kaigai.desks.markets.panel import panel_at
from tests.desks.markets.small_panel import DAY, seen


def test_it_is_not_known_before_the_last_day_of_the_charts() -> None:
    learned = learned_by(DAY + timedelta(365))
    assert learned is not None
    assert learned_by(learned.until) is not None
    assert learned_by(learned.until - timedelta(1)) is None


def test_its_weights_are_of_signals_that_exist() -> None:

    learned = learned_by(DAY + timedelta(365))
    assert learned is not None
    known = features(given_of(panel_at(seen({"a": {"JP": 3, "TW": 2}}), DAY)))
    assert set(learned.model.linear.names) <= set(known)


def test_neighbours_by_language_share_artists_more_than_strangers() -> None:
    learned = learned_by(DAY + timedelta(365))
    assert learned is not None
    counts = learned.counts
    place = {code: at for at, code in enumerate(counts.territories)}
    assert counts.cosine[place["AR"], place["UY"]] > counts.cosine[place["AR"], place["JP"]]
    assert counts.rate[place["GB"], place["IE"]] > counts.rate[place["JP"], place["IE"]]
