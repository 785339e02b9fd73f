"""What comes next as a page: a map, bars of chances, the list; wide and narrow."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from kaigai.desks.markets.next_market.answers import next_markets
from kaigai.desks.markets.next_market.result import Next, NextMarkets
from kaigai.doors.page.page import page, picture
from kaigai.terms.text import Language, Text
from tests.browsing import Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AT = datetime(2026, 11, 1, tzinfo=UTC)
WHY = (Text("near", "近い"),)
COMING = NextMarkets(
    "p", Text("Aoi Hi", "青い灯"), "Spotify", date(2026, 10, 1), ("JP", "TW"), date(2026, 5, 31),
    False, (Next("HK", 0.25, WHY), Next("KR", 0.1, WHY), Next("BR", 0.0001, ())), "JP",
)  # fmt: skip


@cache
def made(language: Language) -> str:
    """The page, drawn once."""
    return page(next_markets(COMING, 40), language, AT)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Aoi Hi", "Hong Kong: 25.0%", "Taiwan: charted there already", "&lt; 0.1%")),
        ("ja", ("青い灯", "香港: 25.0%", "台湾: すでにチャート入り", "8週間以内")),
    ],
)
def test_the_map_and_the_bars_say_the_chances(language: Language, words: tuple[str, ...]) -> None:
    html = made(language)
    assert [word for word in words if word not in html] == []
    assert html.count('role="img"') == 3


def test_an_artist_that_is_everywhere_has_a_map_alone() -> None:
    html = page(next_markets(replace(COMING, territories=()), 40), "en", AT)
    assert html.count('role="img"') == 1
    assert "none is left to come" in html


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_map_alone_is_a_file(kind: Literal["svg", "png"], start: bytes) -> None:
    assert picture(next_markets(COMING, 40), "ja", kind).startswith(start)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_into_a_browser(browser: "Browser", tmp_path: Path, width: int) -> None:
    out = tmp_path / "next.html"
    out.write_text(made("en"), encoding="utf-8")
    seen = Seen(browser, out.as_uri(), width, "light")
    assert seen.measure("document.documentElement.scrollWidth") == width
    assert seen.complaints == []
