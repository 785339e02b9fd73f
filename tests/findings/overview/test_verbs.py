"""The verbs of the overview on a screen: what they say, and what they refuse."""

import json

import pytest

from tests.doors.calls import Terminal

VERBS = ("overview", "availability", "todo", "gaps", "board", "subtitles", "artists", "sources")


@pytest.mark.parametrize("verb", VERBS)
def test_each_answers_in_both_languages(kaigai: Terminal, verb: str) -> None:
    english, japanese = kaigai(verb), kaigai(verb, lang="ja")
    assert (english.status, japanese.status) == (0, 0)
    assert english.out != japanese.out
    assert json.loads(kaigai(verb, "--json").out)


@pytest.mark.parametrize("verb", VERBS)
def test_before_an_audit_it_says_what_to_do(nowhere: Terminal, verb: str) -> None:
    done = nowhere(verb)
    assert done.status == 2
    assert "kaigai read" in done.error


@pytest.mark.parametrize("verb", ["availability", "todo", "artists"])
def test_an_artist_is_meant_in_any_spelling(kaigai: Terminal, verb: str) -> None:
    rows = json.loads(kaigai("artists", "--json").out)
    artist = rows[0]["artist_id"]
    assert kaigai(verb, "--artist", artist).status == 0
    nobody = kaigai(verb, "--artist", "qqq-nobody")
    assert nobody.status == 2
    assert "qqq-nobody" in nobody.error


def test_another_day_is_judged_by_its_own_deals(kaigai: Terminal) -> None:
    done = kaigai("availability", "--as-of", "2000-01-01")
    assert done.status == 0
    assert "nothing to compare with" in done.out


def test_a_limit_is_of_lines_on_a_screen_and_rows_are_all(kaigai: Terminal) -> None:
    few = kaigai("availability", "--limit", "3").out
    assert "… and 246 more territories" in few
    assert len(json.loads(kaigai("availability", "--json").out)) == 249
