"""Takes the pictures of the docs anew: the report on the example label, in both languages."""

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
    """The report on the example label by language."""
    label = kaigai.open(folder / "workspace")
    label.read(ROOT / "examples" / "label")
    label.audit(as_of=NOON.date())
    pages = {}
    for language in ("en", "ja"):
        pages[language] = folder / f"report-{language}.html"
        pages[language].write_text(label.report(language=language).html, encoding="utf-8")
    return pages


def main() -> None:
    """Write docs/pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as browsers:
        pages = reports(Path(scratch))
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for language, path in pages.items():
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            page.goto(path.as_uri())
            page.screenshot(path=PICTURES / f"report-{language}.png")
        browser.close()


if __name__ == "__main__":
    main()
