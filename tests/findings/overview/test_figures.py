"""Every key figure says of how many, where from, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from kaigai.findings.overview import words
from kaigai.findings.overview.figures import figures
from kaigai.findings.overview.result import Overview, Source
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Figure


def all_of(found: Overview) -> list[Figure]:
    """The figures without their tables."""
    return [figure for figure, _ in figures(found)]


def shown(found: Overview, language: Language = "en") -> list[tuple[str, str, str]]:
    """Value, of how many, and label of each figure."""
    return [
        (each.value.to(language), each.of.to(language) if each.of else "", each.label.to(language))
        for each in all_of(found)
    ]


def test_the_five_figures(found: Overview) -> None:
    assert shown(found) == [
        ("33", "of 36", "recordings can be heard in Japan"),
        ("24", "of 33", "of these in all 12 markets that matter"),
        ("5", "of 6", "official videos are whole, not previews"),
        ("24", "of 36", "recordings have a title in Latin letters"),
        ("1", "of 6", "official videos have subtitles for readers abroad"),
    ]


def test_figures_in_japanese(found: Overview) -> None:
    first, *_ = shown(found, "ja")
    assert first == ("33", "/ 36", "日本で聴ける録音")


def test_each_has_its_source_and_what_is_unknown(found: Overview) -> None:
    heard, _, _, latin, _ = all_of(found)
    assert heard.source == Text("ern (1 file)", "ern(1ファイル)")
    assert heard.note == Text("3 unknown", "ほか不明 3")
    assert latin.source
    assert latin.source.en == "ern (1 file), by the check “no-latin-title”"


def unknown(figure: Figure) -> bool:
    """Whether it says so."""
    return figure.value.en == "?" and figure.share is None and bool(figure.note)


def test_nothing_is_made_up_where_nothing_was_read(found: Overview) -> None:
    audit = replace(found.audit, ran=())
    bare = replace(found, audit=audit, heard=None, videos=None, counts={}, sources={}, found={})
    assert all(unknown(each) for each in all_of(bare))


def test_a_check_that_did_not_run_says_nothing_of_its_figure(found: Overview) -> None:
    without = replace(found, audit=replace(found.audit, ran=("preview-video",)))
    assert [unknown(each) for each in all_of(without)] == [False, False, False, True, False]


def test_a_check_that_found_nothing_passes_all(found: Overview) -> None:
    assert shown(replace(found, found={"x": 1}))[3][0] == "36"


def test_days_months_and_files_are_written_as_people_write_them() -> None:
    day = date(2026, 3, 7)
    assert words.day(day) == Text("7 March 2026", "2026年3月7日")
    assert words.month(day) == Text("March 2026", "2026年3月")
    source = Source({"ern": 1200, "sheet": 1}, date(2026, 1, 2), date(2026, 1, 9))
    assert words.delivered(source) == Text("2026-01-02 to 2026-01-09", "2026-01-02〜2026-01-09")
    assert words.files(source) == Text(
        "ern (1,200 files), sheet (1 file)", "ern(1,200ファイル)、sheet(1ファイル)"
    )
    one_day = replace(source, last=source.first)
    assert words.delivered(one_day) == Text("2026-01-02", "2026-01-02")


@pytest.mark.parametrize("source", [None, Source()])
def test_a_source_that_is_not_known_is_no_source(source: Source | None) -> None:
    assert words.files(source) is None
    assert words.delivered(source) is None
