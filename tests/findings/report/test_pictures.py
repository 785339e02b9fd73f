"""Each picture is drawn for wide and narrow screens, and only where there is something to draw."""

from dataclasses import replace

import pytest

from kaigai.facts.engine import Engine
from kaigai.findings.report.gather import gather
from kaigai.findings.report.pictures import Pictures, by_family, pictures, short_language
from kaigai.findings.report.reported import Reported
from tests.findings.small_label import AT, CHECKS, small_label


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    """Everything of the small label."""
    facts = small_label(tmp_path_factory.mktemp("facts"))
    return gather(Engine(facts), label="波", at=AT, settings=facts.settings, checks=CHECKS)


@pytest.fixture(scope="module")
def drawn(reported: Reported) -> Pictures:
    """Its pictures in English."""
    return pictures(reported, "en")


def test_the_world_is_one_picture_and_the_others_are_two(drawn: Pictures) -> None:
    assert drawn.world
    assert not drawn.world.narrow
    for each in (drawn.found, drawn.board, drawn.captions, *drawn.plays):
        assert each
        assert 'viewBox="0 0 960 ' in each.wide
        assert 'viewBox="0 0 350 ' in each.narrow


def test_each_says_what_it_shows(drawn: Pictures) -> None:
    assert drawn.world
    assert "all of them in 1 territories" in drawn.world.about
    assert drawn.found
    assert "Can be found 12" in drawn.found.about


def test_artists_are_named_as_readers_know_them(drawn: Pictures, reported: Reported) -> None:
    assert drawn.board
    assert ">Hatoba<" in drawn.board.wide
    japanese = pictures(reported, "ja").board
    assert japanese
    assert ">夜凪 &lt;b&gt;&amp;<" in japanese.wide


def test_findings_of_checks_that_are_gone_are_counted_apart(reported: Reported) -> None:
    assert by_family(reported)[""] == {"medium": 1}


def test_nothing_known_is_no_picture(reported: Reported) -> None:
    bare = replace(reported, heard=None, checks=(), artists=(), captions=(), board=(), plays=())
    assert pictures(bare, "ja") == Pictures(None, None, None, None, ())


@pytest.mark.parametrize(
    ("tag", "tags", "en", "ja"),
    [
        ("zh-hant", ("zh-hant", "en"), "Chinese", "中国語"),
        ("zh-hant", ("zh-hant", "zh-hans"), "Chinese Hant", "中国語 Hant"),
        ("id", ("id",), "Indonesian", "インドネシア語"),
    ],
)
def test_languages_are_short_above_columns(
    tag: str, tags: tuple[str, ...], en: str, ja: str
) -> None:
    assert (short_language(tag, tags, "en"), short_language(tag, tags, "ja")) == (en, ja)
