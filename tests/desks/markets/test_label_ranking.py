"""What is latent for all artists together is what is latent for each, in one unit."""

from dataclasses import replace

import pytest

from kaigai.desks.markets.kept_tables import demand_rows
from kaigai.desks.markets.label_ranking import latent, measured_in
from kaigai.desks.markets.result import Ranking


def test_what_is_latent_is_added_up_over_artists(ranking: Ranking) -> None:
    rows = [
        row
        for row in demand_rows(ranking).to_pylist()
        if row["territory"] == "TW" and row["is_recommended"] and row["latent"] is not None
    ]
    (taiwan,) = (each for each in ranking.latent if each.territory == "TW")
    assert (taiwan.unit, taiwan.artists) == ("streams", len(rows))
    sums = [sum(row[name] for row in rows) for name in ("latent_low", "latent", "latent_high")]
    assert [taiwan.low, taiwan.latent, taiwan.high] == pytest.approx(sums)


def test_the_most_comes_first_and_nothing_that_is_not_recommended(ranking: Ranking) -> None:
    figures = [each.latent for each in ranking.latent]
    assert figures == sorted(figures, reverse=True)
    assert "RU" not in {each.territory for each in ranking.latent}


def test_the_commonest_unit_is_added_up_unless_one_is_asked_for(ranking: Ranking) -> None:
    (artist, _), markets = next(iter(ranking.markets.items()))
    more = {**ranking.markets, (artist, "views"): markets}
    assert {each.unit for each in latent(more)} == {"streams"}
    assert measured_in(ranking, "views").latent == ()
    assert latent(more, "weight") == ()


def test_one_artist_alone_is_not_added_up(ranking: Ranking) -> None:
    alone = {key: rows for key, rows in ranking.markets.items() if key[0] == "artist-02"}
    assert measured_in(replace(ranking, markets=alone), None).latent == ()
