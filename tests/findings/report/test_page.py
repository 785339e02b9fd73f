"""The page holds everything, fetches nothing, and takes no name for markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from kaigai.facts.engine import Engine
from kaigai.findings.report.gather import gather
from kaigai.findings.report.groups import SHOWN
from kaigai.findings.report.page import build
from kaigai.findings.report.reported import Reported
from kaigai.findings.report.words import READING, WORDS
from kaigai.terms.text import Language
from tests.findings.small_label import AT, CHECKS, small_label

LABEL = "波 <script>alert('x')</script> & Co"
JAPANESE = re.compile(r"[ぁ-んァ-ン一-龥]")
LOADING = ("src", "srcset", "data", "action", "poster", "xlink:href")


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    """Everything of the small label."""
    facts = small_label(tmp_path_factory.mktemp("facts"))
    return gather(Engine(facts), label=LABEL, at=AT, settings=facts.settings, checks=CHECKS)


@pytest.fixture(scope="module", params=["en", "ja"])
def page(request: pytest.FixtureRequest, reported: Reported) -> str:
    """The page in both languages."""
    return build(reported, checks=CHECKS, language=request.param)


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the headings in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[str]:
        """The tags of these names, in order."""
        return [tag for tag, _ in self.tags if tag in names]


def test_runs_and_loads_nothing(page: str) -> None:
    tags = Tags(page)
    assert not tags.all("script", "iframe", "object", "embed", "img", "form", "base")
    for tag, given in tags.tags:
        assert not set(given) & set(LOADING), tag
        assert not [name for name in given if name.startswith("on")], tag
        href = given.get("href")
        assert href is None or href.startswith("#") or href == "data:,"
    assert "@import" not in page
    assert set(re.findall(r"url\(([^)]*)\)", page)) <= {"#unknown"} | {
        f"#{name}" for name in re.findall(r'id="([^"]*clip\d+)"', page)
    }


def test_says_so_to_the_browser(page: str) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert f'http-equiv="Content-Security-Policy" content="{policy}' in page


def test_names_are_no_markup(page: str) -> None:
    assert "alert(" in page
    assert "<script" not in page
    assert "<b>" not in page


def test_ids_are_unique_and_every_link_leads_somewhere(page: str) -> None:
    ids = [given["id"] for _, given in Tags(page).tags if given.get("id")]
    assert len(ids) == len(set(ids))
    links = {given["href"] for tag, given in Tags(page).tags if tag == "a"}
    assert {f"#{each}" for each in ids} >= links


def test_headings_come_in_order(page: str) -> None:
    levels = [int(tag[1]) for tag in Tags(page).all("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_nothing_is_left_unfilled(page: str) -> None:
    text = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"\{\w*\}|\{\{|None|Undefined|nan", re.sub(r"<[^>]*>", "", text))


def test_a_finding_of_a_check_that_is_gone_is_still_told(page: str) -> None:
    assert "gone-check" in page
    assert "p2-r5" in page


def test_japanese_says_it_in_japanese(reported: Reported) -> None:
    page = build(reported, checks=CHECKS, language="ja")
    assert '<html lang="ja">' in page
    assert "「曲 p1-r0」は日本を除くすべての地域で聴けません。" in page
    english = build(reported, checks=CHECKS, language="en")
    assert "“曲 p1-r0” is closed in everywhere but Japan." in english


def test_long_lists_are_cut_and_say_how_to_see_the_rest(reported: Reported) -> None:
    group = reported.groups[0]
    many = replace(group, n=1234, rows=(*group.rows, *group.rows)[:SHOWN])
    page = build(replace(reported, groups=(many,)), checks=CHECKS, language="en")
    more = 1234 - len(many.rows)
    assert f"and {more:,} more:" in page
    assert "kaigai findings --artist 波止場 --check no-latin-title" in page


def test_an_empty_workspace_makes_a_page_too(reported: Reported) -> None:
    bare = replace(
        reported, heard=None, videos=None, checks=(), first=(), artists=(), artists_total=0,
        board=(), captions=(), plays=(), groups=(), files=(), sources={}, counts={}, ran=(),
        skipped=(), is_stale=True,
    )  # fmt: skip
    languages: tuple[Language, ...] = ("en", "ja")
    for language in languages:
        page = build(bare, checks=CHECKS, language=language)
        assert WORDS["map_none"].to(language) in page
        assert WORDS["plays_none"].to(language) in page


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_said_in_both_languages(word: str) -> None:
    text = WORDS[word]
    assert text.en
    assert not JAPANESE.search(text.en)
    names = re.compile(r"{(\w+)")
    assert set(names.findall(text.en)) == set(names.findall(text.ja))


def test_how_to_read_is_said_in_both_languages() -> None:
    for term, what in READING:
        for text in (term, what):
            assert JAPANESE.search(text.ja)
            assert not JAPANESE.search(text.en)


def test_a_page_of_the_small_label_is_small(reported: Reported) -> None:
    languages: tuple[Language, ...] = ("en", "ja")
    for language in languages:
        assert len(build(reported, checks=CHECKS, language=language).encode()) < 800_000
