"""What is heard where, and which videos can be read, is counted from the facts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.settings import DEFAULTS, Settings
from kaigai.facts.store import Facts
from kaigai.findings.overview import actions
from kaigai.findings.overview.catalogue import caption_languages, count_heard, heard_on, played
from kaigai.findings.overview.result import Overview, Place, Videos
from kaigai.identity.find_artist import NoArtist
from kaigai.terms.territories import ISO
from tests.findings.small_label import small_label, write


def test_counts_recordings_open_at_home_and_in_all_markets(found: Overview) -> None:
    heard = found.heard
    assert heard is not None
    assert (heard.total, heard.home_open, heard.home_unknown, heard.all_markets) == (36, 33, 3, 24)


def test_every_territory_adds_up_to_what_is_open_at_home(found: Overview) -> None:
    assert found.heard is not None
    places = {place.code: place for place in found.heard.places}
    assert set(places) == set(ISO)
    assert places["JP"] == Place("JP", 33, 0, 0)
    assert {place.heard for place in places.values()} == {24, 33}
    assert all(p.heard + p.closed + p.unknown == 33 for p in places.values())


def test_another_home_is_another_overview(label: Facts) -> None:
    rows = heard_on(Engine(label), None)
    assert rows is not None
    heard = count_heard(rows, Settings(home="KR"))
    assert heard is not None
    assert heard.home_open == 24


def test_counts_official_videos_and_those_with_subtitles_abroad(found: Overview) -> None:
    # Four of the official channel, two that the label links; speech recognition does not count.
    assert found.videos == Videos(8, 6, 0, captions_known=6, captioned_abroad=1)


def test_counts_what_was_read(found: Overview) -> None:
    assert found.counts == {"recordings": 36, "videos": 8, "titled": 36}
    assert found.artists == 3


def test_subtitles_per_artist_and_language(label: Facts) -> None:
    board = actions.subtitles(label)
    cells = {(cell.row, cell.column): (cell.n, cell.of) for cell in board.cells}
    assert cells["p1", "en"] == (1, 4)
    assert cells["p1", "ko"] == (0, 4)
    assert cells["p2", "ja"] == (1, 2)
    assert ("p3", "en") not in cells


def test_the_home_language_comes_before_those_of_the_markets() -> None:
    settings = Settings(markets=("TW", "US", "GB", "JP"))
    assert caption_languages(settings) == ("ja", "zh-hant", "en")
    assert caption_languages(replace(DEFAULTS, markets=())) == ("ja",)


def test_where_one_artist_can_be_heard(label: Facts) -> None:
    one = actions.availability(label, artist="Hatoba").heard
    assert one is not None
    assert (one.total, one.home_open) == (12, 11)


def test_on_another_day_the_deals_are_asked_again(label: Facts) -> None:
    # The small label's tracks state no deal, so that nothing is known of any day but the audit's.
    then = actions.availability(label, day=date(2027, 1, 1))
    assert then.day == date(2027, 1, 1)
    assert then.heard is not None
    assert (then.heard.home_open, then.heard.home_unknown) == (0, 36)


def test_nobody_of_that_name_is_refused(label: Facts) -> None:
    with pytest.raises(NoArtist) as caught:
        actions.availability(label, artist="Hatopa")
    assert "no artist is called Hatopa" in caught.value.text.en


def test_months_of_plays(tmp_path: Path) -> None:
    facts = small_label(tmp_path)
    assert played(Engine(facts)) is None
    months = [{"month": date(2026, month, 1)} for month in (4, 2, 9)]
    write(facts, {"usage_monthly": months})
    assert played(Engine(facts)) == (date(2026, 2, 1), date(2026, 9, 1))
