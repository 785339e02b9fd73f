"""In a real browser the report asks for nothing, fits a phone, and opens by keyboard."""

from typing import TYPE_CHECKING

import pytest

from kaigai.terms.text import Language
from tests.browsing import Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(
    pages: dict[Language, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[Language, str]:
    """The address of the page in each language."""
    folder = tmp_path_factory.mktemp("pages")
    for language, page in pages.items():
        (folder / f"{language}.html").write_text(page, encoding="utf-8")
    return {language: (folder / f"{language}.html").as_uri() for language in pages}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (390, "light"), (390, "dark")])
def test_asks_for_nothing_complains_of_nothing_and_fits(
    browser: "Browser",
    addresses: dict[Language, str],
    language: Language,
    width: int,
    scheme: str,
) -> None:
    seen = Seen(browser, addresses[language], width, scheme)
    assert seen.requests == [addresses[language]]
    assert seen.complaints == []
    seen.measure("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert seen.measure("document.documentElement.scrollWidth") == width
    assert seen.measure("document.documentElement.lang") == language


def test_one_of_two_pictures_is_seen(browser: "Browser", addresses: dict[Language, str]) -> None:
    for width in (1200, 390):
        seen = Seen(browser, addresses["ja"], width, "light")
        shown = "[...document.querySelectorAll('figure')].map(each => [...each.querySelectorAll("
        shown += "'svg')].filter(svg => svg.getBoundingClientRect().width > 0).length)"
        counts = seen.measure(shown)
        assert counts == [1] * 4


def test_opens_by_keyboard_and_shows_where_it_is(
    browser: "Browser", addresses: dict[Language, str]
) -> None:
    seen = Seen(browser, addresses["en"], 1200, "light")
    seen.page.keyboard.press("Tab")
    assert seen.measure("document.activeElement.className") == "skip"
    seen.measure("document.querySelector('details.artist summary').focus()")
    seen.page.keyboard.press("Enter")
    assert seen.measure("document.querySelector('details.artist').open") is True
    seen.page.keyboard.press("Shift+Tab")
    seen.page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert seen.measure(outline) == "solid"


def test_turns_dark(browser: "Browser", addresses: dict[Language, str]) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        seen = Seen(browser, addresses["en"], 1200, scheme)
        grounds.append(seen.measure("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(255, 255, 255)", "rgb(18, 23, 28)"]


def test_on_paper_all_artists_are_open(browser: "Browser", addresses: dict[Language, str]) -> None:
    seen = Seen(browser, addresses["en"], 1200, "light")
    seen.page.emulate_media(media="print")
    heights = seen.measure(
        "[...document.querySelectorAll('.artist .group li')].map(each => each.offsetHeight)"
    )
    assert isinstance(heights, list)
    assert heights
    assert all(heights)
