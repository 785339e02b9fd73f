"""What is heard where, and which videos can be read, is counted from the facts."""

import pytest

from kaigai.facts.engine import Engine
from kaigai.facts.settings import DEFAULTS, Settings
from kaigai.findings.report.catalogue import caption_languages, count_heard
from kaigai.findings.report.gather import gather
from kaigai.findings.report.reported import Place, Reported, Videos
from kaigai.terms.territories import ISO
from tests.findings.small_label import AT, CHECKS, small_label


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The small label."""
    return Engine(small_label(tmp_path_factory.mktemp("facts")))


@pytest.fixture(scope="module")
def reported(engine: Engine) -> Reported:
    """Everything of the small label."""
    return gather(engine, label="波", at=AT, settings=DEFAULTS, checks=CHECKS)


def test_counts_recordings_open_at_home_and_in_all_markets(reported: Reported) -> None:
    heard = reported.heard
    assert heard is not None
    assert (heard.total, heard.home_open, heard.home_unknown, heard.all_markets) == (36, 33, 3, 24)


def test_every_territory_adds_up_to_what_is_open_at_home(reported: Reported) -> None:
    assert reported.heard is not None
    places = {place.code: place for place in reported.heard.places}
    assert set(places) == set(ISO)
    assert places["JP"] == Place("JP", 33, 0, 0)
    assert {place.heard for place in places.values()} == {24, 33}
    assert all(p.heard + p.closed + p.unknown == 33 for p in places.values())


def test_another_home_is_another_report(engine: Engine) -> None:
    heard = count_heard(engine, Settings(home="KR"))
    assert heard is not None
    assert heard.home_open == 24


def test_counts_official_videos_and_those_with_subtitles_abroad(reported: Reported) -> None:
    # Four of the official channel, two that the label links; speech recognition does not count.
    assert reported.videos == Videos(8, 6, 0, captions_known=6, captioned_abroad=1)


def test_subtitles_per_artist_and_language(reported: Reported) -> None:
    cells = {(cell.row, cell.column): (cell.n, cell.of) for cell in reported.captions}
    assert cells["p1", "en"] == (1, 4)
    assert cells["p1", "ko"] == (0, 4)
    assert cells["p2", "ja"] == (1, 2)
    assert ("p3", "en") not in cells


def test_the_home_language_comes_before_those_of_the_markets() -> None:
    settings = Settings(markets=("TW", "US", "GB", "JP"))
    assert caption_languages(settings) == ("ja", "zh-hant", "en")
