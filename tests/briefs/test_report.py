"""The report holds the answers of other rooms, fetches nothing, and takes no name for markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from kaigai.briefs import report as briefs
from kaigai.doors.page.page import page as as_page
from kaigai.facts.store import Facts
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Refused
from kaigai.verbs.answer import Answer, Chart, Figures, Grounds, Heading
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.briefs.conftest import LABEL
from tests.findings.small_label import AT, finding, small_label

LOADING = ("src", "srcset", "data", "action", "poster", "xlink:href")


@pytest.fixture(params=["en", "ja"])
def page(request: pytest.FixtureRequest, pages: dict[Language, str]) -> str:
    """The page in both languages."""
    return pages[request.param]


class Tags(HTMLParser):
    """Every tag of a page with its attributes, in order."""

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
    assert not re.search(r"\{\w*\}|\{\{|None|Undefined|nan\b", re.sub(r"<[^>]*>", "", text))


def test_it_is_in_one_language(pages: dict[Language, str]) -> None:
    assert '<html lang="ja">' in pages["ja"]
    assert "「曲 p1-r0」は日本を除くすべての地域で聴けません。" in pages["ja"]
    assert "“曲 p1-r0” is closed in everywhere but Japan." in pages["en"]
    assert "海外展開レポート" in pages["ja"]


def test_the_page_of_the_small_label_is_small(pages: dict[Language, str]) -> None:
    assert all(len(each.encode()) < 800_000 for each in pages.values())


def test_its_head_says_whose_it_is_and_what_was_read(report: Answer) -> None:
    assert report.title.ja == report.title.en == LABEL
    grounds = report.blocks[0]
    assert isinstance(grounds, Grounds)
    assert grounds.day
    assert grounds.figures[0].value.en == "1"


def headings(answer: Answer) -> list[str]:
    """The parts of a report, in order."""
    return [each.name for each in answer.blocks if isinstance(each, Heading)]


def test_it_has_every_part_in_order(report: Answer) -> None:
    assert headings(report) == [
        "figures", "map", "found", "first", "board", "subtitles", "plays", "overseas", "demand",
        "each", "sources", "reading",
    ]  # fmt: skip


def below(answer: Answer, name: str) -> list[object]:
    """The blocks below a heading."""
    found: list[object] = []
    here = False
    for each in answer.blocks:
        if isinstance(each, Heading):
            here = each.name == name
        elif here:
            found.append(each)
    return found


def test_a_part_is_the_answer_of_its_verb(report: Answer, call: Call) -> None:
    for name, verb in (("map", "availability"), ("board", "board"), ("found", "gaps")):
        shown = below(report, name)
        answer = VERBS[verb](call)
        assert [getattr(each, "title", None) for each in shown] == [
            getattr(each, "title", None) for each in answer.blocks
        ]
        lists = [each for each in shown if isinstance(each, Section)]
        assert lists == [each for each in answer.blocks if isinstance(each, Section)]


def test_a_verb_that_refuses_says_why_in_its_place(report: Answer) -> None:
    # Plays were read, but none of them by month.
    for name in ("plays", "overseas", "demand"):
        [empty] = below(report, name)
        assert isinstance(empty, Section)
        assert empty.rows == ()
        assert empty.note
        assert "kaigai read" in empty.note.ja
    [figures] = below(report, "figures")
    assert isinstance(figures, Figures)
    assert [each.value.en for each in figures.figures] == ["33", "24", "5", "24", "1", "?"]


def test_a_part_whose_verb_is_not_installed_is_left_out(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {name: verb for name, verb in VERBS.items() if name != "markets"}
    monkeypatch.setattr(briefs, "VERBS", left)
    found = briefs.report(call, "波")
    assert "demand" not in headings(found)
    assert "overseas" in headings(found)


def test_pictures_of_two_answers_are_told_apart(report: Answer) -> None:
    names = [each.name for each in report.blocks if isinstance(each, Chart)]
    assert len(names) == len(set(names))
    assert all("-" in name for name in names)


def test_progress_is_told(call: Call) -> None:
    seen: list[tuple[int, int, str]] = []
    watched = replace(call, watch=lambda done, total, what: seen.append((done, total, what)))
    briefs.report(watched, "波")
    assert [done for done, *_ in seen] == list(range(len(briefs.PARTS) + 1))
    assert {total for _, total, _ in seen} == {len(briefs.PARTS)}


def test_long_lists_are_cut_and_say_how_to_see_the_rest(tmp_path: Path) -> None:
    many = [finding("no-latin-title", f"p1-r{n}") for n in range(25)]
    facts = small_label(tmp_path, findings=many)
    answer = VERBS["report"](Call(facts, AT, out="report.html"))
    html = as_page(answer, "en", AT)
    assert "and 5 more: <code>kaigai findings --artist p1 --check no-latin-title</code>" in html


def test_where_nothing_was_found_it_is_a_page_too(tmp_path: Path) -> None:
    facts = small_label(tmp_path, findings=())
    answer = VERBS["report"](Call(facts, AT, out="report.html"))
    assert headings(answer)[0] == "figures"
    assert "課題は見つかりませんでした。" in as_page(answer, "ja", AT)


def test_before_an_audit_there_is_nothing_to_report(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        VERBS["report"](Call(Facts.open(tmp_path, create=True), AT))
    assert "kaigai audit" in caught.value.text.ja
