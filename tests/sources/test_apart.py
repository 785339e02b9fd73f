"""A file that ends the process that reads it is refused in words; all others are read."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kaigai.facts.store import Facts
from kaigai.sources import actions, process_pool
from kaigai.sources.actions import read
from kaigai.sources.reader import READERS, Part, Source
from kaigai.sources.readers.ddex_ern import ddex_ern
from tests.conftest import NOON
from tests.messages import message

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")


def dying(source: Source) -> Iterator[Part]:
    """A reader that a library brings down."""
    if Path(source.name).stem == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ddex_ern.read(source)


@pytest.fixture(autouse=True)
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that may be forked, with a reader that dies."""
    for module in (actions, process_pool):
        monkeypatch.setattr(module, "is_single_thread", lambda: True)
    monkeypatch.setitem(READERS.plugins, "ddex-ern", replace(ddex_ern, read=dying))


@pytest.mark.parametrize("files", [2, 70])
def test_only_the_deadly_file_is_refused(tmp_path: Path, files: int) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(files):
        name = "deadly" if number == files // 2 else f"{number:03}"
        (inbox / f"{name}.xml").write_text(message(title=f"Song {number}", number=number + 1))
    facts = Facts.open(tmp_path / "w", create=True)
    result = read(facts, paths=[inbox], at=NOON, reader="ddex-ern")
    assert len(result.origins) == files
    (bad,) = (each for each in result.origins if each.status == "refused")
    assert bad.path.endswith("deadly.xml")
    assert "ended" in bad.refused[0].found
    assert "メモリ" in bad.refused[0].expected.ja
    assert facts.pinned().arrow("recordings").num_rows == files - 1
