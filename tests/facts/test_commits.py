"""The newest commit, and that of an instant, are found without a look at the others."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kaigai.facts import commits
from kaigai.facts.commits import Commit, History, load_commit, newest, save_commit
from tests.conftest import NOON


def folder_of(folder: Path, times: list[datetime]) -> Path:
    """A folder with a commit at each of these times; the version of `a` rises with every third."""
    for number, at in enumerate(times, 1):
        save_commit(folder, Commit(number, at, "test", {"a": number // 3, "b": number}))
    return folder


def days(count: int) -> list[datetime]:
    """An instant of each day."""
    return [NOON + timedelta(days=day) for day in range(count)]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of commits that were read; nobody may list the folder."""
    found: list[int] = []

    def counted(folder: Path, number: int) -> Commit:
        found.append(number)
        return load_commit(folder, number)

    def never(folder: Path) -> list[str]:
        raise AssertionError(folder)

    monkeypatch.setattr(commits, "load_commit", counted)
    monkeypatch.setattr(os, "listdir", never)
    return found


def test_what_is_asked_of_many_commits_reads_few(tmp_path: Path, request: object) -> None:
    folder = folder_of(tmp_path, days(200))
    found = request.getfixturevalue("read")  # type: ignore[attr-defined]
    assert newest(folder).number == 200
    assert found == [200]
    history = History(folder)
    assert len(history) == 200
    for day in (0, 77, 199):
        known = history.as_of(NOON + timedelta(days=day, hours=1))
        assert known is not None
        assert known.number == day + 1
    assert history.as_of(NOON - timedelta(days=1)) is None
    assert [each.number for each in history[-2:]] == [199, 200]
    made = history.made("a")
    assert made is not None
    assert made.number == 198
    assert history.made("nothing") is None
    assert len(found) <= 16


def test_an_instant_is_found_where_clocks_were_set_back(tmp_path: Path) -> None:
    times = [NOON + timedelta(days=day) for day in (1, 5, 2, 3, 9, 4)]
    history = History(folder_of(tmp_path, times))
    for day in range(11):
        at = NOON + timedelta(days=day)
        said = [number for number, each in enumerate(times, 1) if each <= at]
        found = history.as_of(at)
        assert (found.number if found else None) == max(said, default=None)


def _missing(index: Path) -> None:
    index.unlink()


def _behind(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:-32])


def _torn(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:-7])


def _zeros(index: Path) -> None:
    index.write_bytes(bytes(160))


def _ahead(index: Path) -> None:
    index.write_bytes(index.read_bytes() + commits.RECORD.pack(11, 0))


def _other_times(index: Path) -> None:
    index.write_bytes(b"".join(commits.RECORD.pack(n, 7) for n in range(1, 11)))


def _empty(index: Path) -> None:
    index.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_missing, _behind, _torn, _zeros, _ahead, _other_times, _empty])
def test_the_index_is_only_a_hint(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    folder = folder_of(tmp_path, days(10))
    index = folder / commits.INDEX
    spoil(index)
    assert newest(folder).number == 10
    history = History(folder)
    assert [each.number for each in history] == list(range(1, 11))
    found = history.as_of(NOON + timedelta(days=4))
    assert found is not None
    assert found.number == 5
    save_commit(folder, Commit(11, NOON + timedelta(days=10), "test", {}))
    assert newest(folder).number == 11
    for day in range(11):
        known = History(folder).as_of(NOON + timedelta(days=day))
        assert known is not None
        assert known.number == day + 1
    if spoil is not _other_times:  # nobody looks at each of ten thousand to write one
        assert len(index.read_bytes()) == 11 * commits.RECORD.size


def test_a_commit_is_never_made_twice(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, days(2))
    with pytest.raises(FileExistsError):
        save_commit(folder, Commit(2, NOON, "other", {}))
    assert newest(folder).what == "test"


def test_drafts_of_old_go_when_the_index_is_made(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, days(2))
    (folder / commits.INDEX).unlink()
    (folder / ".draft-77").touch()
    save_commit(folder, Commit(3, NOON, "test", {}))
    assert sorted(each.name for each in folder.iterdir()) == [
        *(f"0000000{n}.json" for n in (1, 2, 3)),
        commits.INDEX,
    ]
