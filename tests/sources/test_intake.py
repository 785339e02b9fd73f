"""A file is read as it lies when it is opened, and what reads one collects garbage rarely."""

import gc
from dataclasses import replace
from pathlib import Path

import pyarrow.compute as pc
import pytest

from kaigai.facts.store import Facts
from kaigai.formats.ddex import walk
from kaigai.sources import actions, intake
from kaigai.sources.actions import read
from kaigai.sources.ern import messages
from kaigai.sources.files import Found, find
from kaigai.sources.intake import Taken, take
from kaigai.sources.worker import RARELY
from tests.conftest import NOON
from tests.messages import message


def found(path: Path) -> Found:
    """The file as it lies now."""
    (each,) = find([path], {})
    assert isinstance(each, Found)
    return each


@pytest.mark.parametrize("size", [0, 10, 100_000])
def test_a_file_that_grew_or_shrank_since_it_was_found_is_read_whole(
    tmp_path: Path, size: int
) -> None:
    (tmp_path / "one.xml").write_text(message(title="Dawn"))
    known = found(tmp_path / "one.xml")
    whole, other = (
        take([each], frozenset(), NOON).tables["origins"][0].to_pylist()[0]
        for each in (known, replace(known, size=size))
    )
    assert (other["sha256"], other["rows"]) == (whole["sha256"], whole["rows"])
    assert whole["rows"] > 0


def test_a_file_that_outgrew_what_is_held_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.xml").write_text(message(title="Dawn"))
    known = found(tmp_path / "one.xml")
    whole = take([known], frozenset(), NOON).tables["recordings"]
    monkeypatch.setattr(intake, "STREAM", 100)
    assert take([replace(known, size=10)], frozenset(), NOON).tables["recordings"] == whole


def test_a_file_that_breaks_late_leaves_nothing_and_its_neighbours_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, title in enumerate(("Dawn", "Noon", "Dusk"), start=1):
        content = message(title=title, number=number)
        # Its rows have left the reader when it breaks.
        content = content.replace("</ReleaseList>", "") if title == "Noon" else content
        (tmp_path / f"{number}.xml").write_text(content)
    monkeypatch.setattr(walk, "AT_ONCE", 100)
    monkeypatch.setattr(messages, "HELD", 1)
    files = [each for each in find([tmp_path], {}) if isinstance(each, Found)]
    taken = take(files, frozenset(), NOON)
    assert [each["is_fatal"] for each in taken.tables["refusals"][0].to_pylist()] == [True]
    (names,) = taken.tables["names"]
    of_recordings = pc.equal(names["subject_kind"], "recording")
    assert names.filter(of_recordings)["text"].to_pylist() == ["Dawn", "Dusk"]


def test_garbage_is_collected_rarely_while_one_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.xml").write_text(message(title="Dawn"))
    seen: list[tuple[int, int, int]] = []
    before = gc.get_threshold()

    def taken(*arguments: object) -> Taken:
        seen.append(gc.get_threshold())
        return take(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "take", taken)
    read(Facts.open(tmp_path / "w", create=True), paths=[tmp_path / "one.xml"], at=NOON)
    assert seen == [RARELY]
    assert gc.get_threshold() == before
