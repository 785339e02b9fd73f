"""A file that is asked for appears whole or not at all, and never over what it was made of."""

from pathlib import Path

import pytest

from kaigai.doors.page.file import NotWritten, check_ending, check_input, write, write_bytes
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.index import VERBS
from tests.conftest import NOON

TITLE = Text("Songs", "曲")
SONGS = Answer(TITLE, (Section(TITLE, (Text("title", "曲名"),), (("しおさい",),)),))


def test_what_was_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "share.html"
    out.write_text("old")
    write_bytes(out, "新しい".encode())
    assert out.read_text(encoding="utf-8") == "新しい"
    assert list(tmp_path.iterdir()) == [out]


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="give another --out"):
        write_bytes(tmp_path / "absent" / "share.html", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "begins", "rows"),
    [
        ("a.html", b"<!doctype html>", None),
        ("a.md", b"# Songs", None),
        ("a.csv", b"\xef\xbb\xbf", 1),
        ("a.JSON", b"[", 1),
        ("a.xlsx", b"PK", 1),
        ("a.parquet", b"PAR1", 1),
    ],
)
def test_the_ending_says_what_is_written(
    tmp_path: Path, name: str, begins: bytes, rows: int | None
) -> None:
    done = write(SONGS, tmp_path / name, language="en", at=NOON)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(begins)
    assert (done.size, done.rows) == (len(content), rows)


def test_a_file_of_its_own_kind_is_written_as_it_is(tmp_path: Path) -> None:
    made = Answer(TITLE, file=File("x.srt", b"la la"))
    write(made, tmp_path / "x.srt", language="en", at=NOON)
    assert (tmp_path / "x.srt").read_bytes() == b"la la"
    with pytest.raises(NotWritten, match="no such file was made"):
        write(SONGS, tmp_path / "y.srt", language="en", at=NOON)
    assert not (tmp_path / "y.srt").exists()
    with pytest.raises(NotWritten, match="nothing to draw"):
        write(SONGS, tmp_path / "x.png", language="en", at=NOON)


def test_what_cannot_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    check_ending("a.PNG", VERBS["share"])
    with pytest.raises(NotWritten, match=r"\.html \.md"):
        check_ending("a.docx", VERBS["whose"])
    a, b, link = (tmp_path / each for each in ("a.srt", "b.srt", "link.srt"))
    check_input(a, [b])
    a.touch()
    b.touch()
    link.symlink_to(a)
    check_input(a, [b])
    for given in (a, tmp_path / "." / "a.srt", link):
        with pytest.raises(NotWritten, match="is the file itself"):
            check_input(a, [b, given])
