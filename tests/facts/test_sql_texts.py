"""Texts are kept for the next process, never wrong ones, and nobody needs the file."""

import multiprocessing
import os
import sqlite3
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from kaigai.facts import sql_texts
from kaigai.facts.sql_texts import Template, Texts, cache_folder


def asked() -> Template:
    """What nobody should have to make."""
    raise AssertionError("made anew")


def test_a_template_is_filled_with_other_tables_and_days() -> None:
    template = Template.of(
        'SELECT d, "t" FROM "t1" JOIN "t2" WHERE d < D(8000) OR d > D(8001) OR d = D(8000)',
        ['"t1"', '"t2"'],
        ["D(8000)", "D(8001)"],
    )
    assert template is not None
    assert template.filled(['"a"', '"b"'], ["D(1)", "D(2)"]) == (
        'SELECT d, "t" FROM "a" JOIN "b" WHERE d < D(1) OR d > D(2) OR d = D(1)'
    )


@pytest.mark.parametrize("sql", ["SELECT 1", "SELECT '\x02T0\x03', D(8000)"])
def test_no_template_where_a_day_went_or_a_text_looks_like_a_gap(sql: str) -> None:
    assert Template.of(sql, [], ["D(8000)"]) is None


def test_the_next_process_finds_them(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "sql.sqlite"
    first = Texts(path)
    assert first.get(b"1", lambda: Template("one")) == Template("one")
    assert first.get(b"1", asked) == Template("one")
    first.keep()
    assert Texts(path).get(b"1", asked) == Template("one")
    assert Texts(path).get(b"2", lambda: None) is None


def test_a_child_and_its_parent_go_on_after_a_fork(tmp_path: Path) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("nothing forks here")
    path = tmp_path / "sql.sqlite"
    texts = Texts(path)
    texts.get(b"1", lambda: Template("one"))
    texts.keep()

    def child() -> None:
        assert texts.get(b"1", asked) == Template("one")
        texts.get(b"2", lambda: Template("two"))
        texts.keep()

    forked = multiprocessing.get_context("fork").Process(target=child)
    forked.start()
    forked.join()
    assert forked.exitcode == 0
    assert texts.get(b"2", asked) == Template("two")


def test_many_threads_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_texts, "IN_MIND", 7)
    monkeypatch.setattr(sql_texts, "AT_ONCE", 3)
    texts, wrong = Texts(tmp_path / "sql.sqlite"), []

    def ask() -> None:
        for n in range(200):
            digest = str(n % 20).encode()
            found = texts.get(digest, lambda: Template(digest.decode()))  # noqa: B023
            if found != Template(digest.decode()):
                wrong.append(found)

    threads = [Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not wrong
    assert len(texts._known) <= 7


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_texts, "ON_DISK", 3)
    path = tmp_path / "sql.sqlite"
    for n in range(5):
        texts = Texts(path)
        texts.get(bytes([n]), lambda: Template("x"))
        texts.keep()
    with sqlite3.connect(path) as file:
        kept = [row[0] for row in file.execute("SELECT digest FROM texts")]
    assert kept == [b"\x02", b"\x03", b"\x04"]


def test_files_of_versions_long_unused_go(tmp_path: Path) -> None:
    ages = {"sql-old.sqlite": 40, "sql-old.sqlite-wal": 40, "sql-new.sqlite": 3, "other": 40}
    for name, days in ages.items():
        (tmp_path / name).touch()
        then = time.time() - days * 86_400
        os.utime(tmp_path / name, (then, then))
    Texts(tmp_path / "sql-now.sqlite").get(b"1", lambda: Template("one"))
    left = {path.name for path in tmp_path.iterdir() if not path.name.startswith("sql-now")}
    assert left == {"sql-new.sqlite", "other"}


@pytest.mark.parametrize("what", ["broken", "a folder", "not to be made"])
def test_without_a_file_that_can_be_used(tmp_path: Path, what: str) -> None:
    path = tmp_path / "sql.sqlite"
    if what == "broken":
        path.write_bytes(b"no database" * 1000)
    elif what == "a folder":
        path.mkdir()
    else:
        (tmp_path / "file").write_text("")
        path = tmp_path / "file" / "sql.sqlite"
    texts = Texts(path)
    assert texts.get(b"1", lambda: Template("one")) == Template("one")
    texts.keep()
    assert texts.get(b"1", asked) == Template("one")


def test_where_they_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_folder({"KAIGAI_CACHE": "/c"}) == Path("/c")
    assert cache_folder({"KAIGAI_CACHE": "", "XDG_CACHE_HOME": "/x"}) is None
    assert cache_folder({"XDG_CACHE_HOME": "/x"}) == Path("/x/kaigai")
    assert cache_folder({}) == Path.home() / ".cache" / "kaigai"
