"""A page in a real browser: how wide it is, what it asks for, and what it complains of."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM: Final = Path("/usr/bin/chromium")


class Seen:
    """A page in a browser of some width, with what it asked for and complained of."""

    def __init__(self, browser: "Browser", address: str, width: int, scheme: str) -> None:
        self.page = browser.new_page(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def measure(self, script: str) -> object:
        """What a script says of the page."""
        return self.page.evaluate(script)
