"""Every key figure says of how many, where from, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from kaigai.facts.engine import Engine
from kaigai.findings.report.figures import (
    Figure,
    day_words,
    figures,
    last_whole,
    month_words,
    period_words,
    source_words,
)
from kaigai.findings.report.gather import gather
from kaigai.findings.report.reported import CheckCount, Month, Plays, Reported, Source
from kaigai.terms.text import Language
from tests.findings.small_label import AT, CHECKS, small_label


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    """Everything of the small label."""
    facts = small_label(tmp_path_factory.mktemp("facts"))
    return gather(Engine(facts), label="波", at=AT, settings=facts.settings, checks=CHECKS)


def shown(reported: Reported, language: Language = "en") -> list[tuple[str, str, str]]:
    """Value, of how many, and label of each figure."""
    return [(each.value, each.of, each.label) for each in figures(reported, language)]


def test_the_six_figures(reported: Reported) -> None:
    assert shown(reported) == [
        ("33", "of 36", "recordings can be heard in Japan"),
        ("24", "of 33", "of these in all 12 markets that matter"),
        ("5", "of 6", "official videos are whole, not previews"),
        ("24", "of 36", "recordings have a title in Latin letters"),
        ("1", "of 6", "official videos have subtitles for readers abroad"),
        ("17%", "April 2026, Namioto", "of plays came from abroad"),
    ]


def test_figures_in_japanese(reported: Reported) -> None:
    first, *_, last = shown(reported, "ja")
    assert first == ("33", "/ 36", "日本で聴ける録音")
    assert last[:2] == ("17%", "2026年4月・Namioto")


def test_each_has_its_source_and_what_is_unknown(reported: Reported) -> None:
    heard, *_ = figures(reported, "en")
    assert (heard.source, heard.period) == ("ern (1 file)", "2026-10-20")
    assert heard.note == "3 unknown"
    latin = figures(reported, "en")[3]
    assert latin.source == "ern (1 file), by the check “no-latin-title”"


def unknown(figure: Figure) -> bool:
    """Whether it says so."""
    return figure.value == "?" and figure.share is None and bool(figure.note)


def test_nothing_is_made_up_where_nothing_was_read(reported: Reported) -> None:
    bare = replace(
        reported, heard=None, videos=None, plays=(), ran=(), counts={}, sources={}, checks=()
    )
    assert all(unknown(each) for each in figures(bare, "ja"))


def test_a_check_that_did_not_run_says_nothing_of_its_figure(reported: Reported) -> None:
    without = replace(reported, ran=("preview-video",))
    assert [unknown(each) for each in figures(without, "en")][3]


def test_a_check_that_found_nothing_passes_all(reported: Reported) -> None:
    clean = replace(reported, checks=(CheckCount("x", "found", {"high": 1}),))
    assert shown(clean)[3][0] == "36"


WHOLE = Month(date(2026, 1, 1), 9.0, 1.0, 31, 3)
PART = Month(date(2026, 2, 1), 9.0, 9.0, 5, 3)


def test_the_share_abroad_is_of_the_last_whole_month() -> None:
    series = Plays("Namioto", "streams", None, "recording", (WHOLE, PART))
    assert last_whole((series,)) == (series, WHOLE)
    assert last_whole((replace(series, months=(PART,)),)) is None
    assert last_whole(()) is None


DATED = Source({"a": 2}, date(2026, 1, 2), date(2026, 3, 4))


@pytest.mark.parametrize(
    ("source", "words", "period"),
    [
        (None, "?", "?"),
        (Source({"ern": 1200, "sheet": 1}), "ern (1,200 files), sheet (1 file)", "?"),
        (DATED, "a (2 files)", "2026-01-02 to 2026-03-04"),
    ],
)
def test_sources_in_words(source: Source | None, words: str, period: str) -> None:
    assert (source_words(source, "en"), period_words(source, "en")) == (words, period)


def test_days_and_months_as_people_write_them() -> None:
    day = date(2026, 11, 1)
    assert (day_words(day, "en"), day_words(day, "ja")) == ("1 November 2026", "2026年11月1日")
    assert (month_words(day, "en"), month_words(day, "ja")) == ("November 2026", "2026年11月")
