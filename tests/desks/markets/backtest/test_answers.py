"""The backtest as a page: every service and group with picture and figures, wide and narrow."""

from datetime import UTC, date, datetime
from functools import cache
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from kaigai.desks.markets.backtest.answers import backtest
from kaigai.desks.markets.backtest.metrics import Figure
from kaigai.desks.markets.backtest.result import MODEL, Backtest, Backtests, Row
from kaigai.desks.markets.backtest.sections import sections
from kaigai.doors.page.page import page, picture
from kaigai.terms.text import Language, Text
from tests.browsing import Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AT = datetime(2026, 11, 1, tzinfo=UTC)


def row(group: str, method: str, value: float) -> Row:
    """Four figures of one method; the last cannot be told."""
    known = Figure(value, value - 0.05, value + 0.05)
    unknown = Figure(nan, nan, nan)
    figures = (known, known, known, unknown)
    above = (Figure(0.1, 0.05, 0.15), Figure(0.1, -0.05, 0.15), Figure(0.1, 0.05, 0.15), unknown)
    over = (("knn", above),) if method == MODEL else ()
    return Row(group, method, figures, 400, 50, 9000, 70, over)


TEST = Backtest(
    "S<p>otify", date(2026, 1, 25), 28, (date(2025, 12, 1),),
    tuple(row(group, method, value) for group in ("all", "jp-kr")
          for method, value in ((MODEL, 0.4321), ("knn", 0.3))),
)  # fmt: skip

DONE = Backtests((TEST,), (("Apple Music", Text("too short", "短すぎます")),))


@cache
def made(language: Language) -> str:
    """The page, drawn once."""
    return page(backtest(DONE, "backtest.html"), language, AT)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Japanese and Korean artists"), ("ja", "コサインkNN")]
)
def test_every_group_has_a_picture_and_its_figures(language: Language, said: str) -> None:
    html = made(language)
    assert html.count('role="img"') == 4  # two groups, wide and narrow
    assert "0.432 (0.382–0.482)" in html
    assert said in html
    assert "<p>otify" not in html
    assert "NaN" not in html


def test_where_the_model_is_surely_better_is_a_column() -> None:
    rows = {row[0]: row[-1] for row in sections(TEST)[0].cells("en")}
    assert rows == {"Kaigai's model": "", "cosine kNN": "◯ P@5, AUC"}


def test_hovering_says_the_figures_to_the_third_digit() -> None:
    assert "P@5: 0.432 (0.382–0.482)" in made("en")


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_pictures_alone_are_a_file(kind: Literal["svg", "png"], start: bytes) -> None:
    both = Backtests((TEST,) * (1 + (kind == "svg")), ())
    assert picture(backtest(both, f"b.{kind}"), "ja", kind).startswith(start)


def test_a_picture_holds_every_service_and_group() -> None:
    one, two = (
        picture(backtest(Backtests((TEST,) * n, ()), "b.svg"), "en", "svg").decode()
        for n in (1, 2)
    )
    for group in ("all artists", "Japanese and Korean artists"):
        assert two.count(group) == 2 * one.count(group) > 0


def test_what_was_passed_over_is_said_with_its_reason() -> None:
    assert "短すぎます" in made("ja")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_into_a_browser(browser: "Browser", tmp_path: Path, width: int) -> None:
    out = tmp_path / "backtest.html"
    out.write_text(made("ja"), encoding="utf-8")
    seen = Seen(browser, out.as_uri(), width, "light")
    assert seen.measure("document.documentElement.scrollWidth") == width
    shown = seen.measure(
        "[...document.querySelectorAll('svg[role=img]')].filter(e => e.checkVisibility()).length"
    )
    assert shown == 2
    assert seen.complaints == []
