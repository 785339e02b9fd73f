"""The chain on the example label, from reading to pages, looked at in a real browser."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import Seen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LABEL = Path(__file__).parents[2] / "examples" / "label"
CALL = "import sys; sys.argv[0] = 'kaigai'; from kaigai.doors.terminal.main import main; main()"
DAY = "2026-11-01"

#: Page, and the command that writes it.
PAGES = {
    "share": ("share",),
    "markets": ("markets", "--as-of", DAY),
    "artist": ("markets", "七曲トワ", "--as-of", DAY),
    "findability": ("findability",),
    "status": ("localise", "status"),
    "report": ("report",),
}


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for every step, made as people make them."""
    folder = tmp_path_factory.mktemp("chain")
    run(folder, "read", str(LABEL))
    for name, words in PAGES.items():
        if name == "report":
            run(folder, "audit", "--as-of", DAY)
        run(folder, *words, "--out", str(folder / f"{name}.html"))
    return folder


def run(folder: Path, *words: str) -> None:
    """Call the program, in Japanese; it must end well."""
    call = [sys.executable, "-c", CALL, "--lang", "ja", *words]
    done = subprocess.run(
        [*call, "--workspace", str(folder / "ws")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1200, 390])
def test_every_page_fits_asks_for_nothing_and_complains_of_nothing(
    browser: "Browser", chain: Path, name: str, width: int
) -> None:
    address = (chain / f"{name}.html").as_uri()
    seen = Seen(browser, address, width, "light")
    assert seen.requests == [address]
    assert seen.complaints == []
    assert seen.measure("document.documentElement.scrollWidth") == width
    assert seen.measure("document.documentElement.lang") == "ja"
    assert seen.measure("document.querySelectorAll('table tbody tr, svg path').length > 0")


def test_the_report_tells_what_the_desks_found(browser: "Browser", chain: Path) -> None:
    seen = Seen(browser, (chain / "report.html").as_uri(), 1200, "light")
    for part in ("plays", "overseas"):
        assert seen.measure(f"document.querySelectorAll('#{part} figure').length > 0"), part
        assert seen.measure(f"document.querySelectorAll('#{part} tbody tr').length > 12"), part
    assert seen.measure("document.querySelectorAll('#demand svg path').length > 200")
    worth = "[...document.querySelectorAll('#first .size')].some(e => e.textContent.includes('+'))"
    assert seen.measure(worth)
