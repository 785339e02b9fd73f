"""Takes the pictures of the docs anew: pages made of the example label."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

import kaigai

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
SIZE = {"width": 1200, "height": 1560}


def reports(folder: Path) -> dict[str, Path]:
    """The pages by name: the report in both languages, and the label's markets."""
    label = kaigai.open(folder / "workspace")
    label.read(ROOT / "examples" / "label")
    label.share()
    label.findability()
    markets = label.markets(as_of=NOON.date())
    label.audit(as_of=NOON.date())
    pages = {"markets-en": markets.to_file(folder / "markets-en.html")}
    for language in ("en", "ja"):
        report = kaigai.open(folder / "workspace", language=language).report()
        pages[f"report-{language}"] = report.to_file(folder / f"report-{language}.html")
    return pages


def main() -> None:
    """Write docs/pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as browsers:
        pages = reports(Path(scratch))
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, path in pages.items():
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            page.goto(path.as_uri())
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
