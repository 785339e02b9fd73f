"""Before a sheet is read, a person may see what its columns are taken for, and correct it."""

from pathlib import Path

import pytest

from kaigai.sources.actions import guess
from tests.doors.calls import Terminal

SHEET = "品番,楽曲名(正),ISRC,アーティスト名,備考\n1,夜,JPZZ92500001,A,Yoru\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A catalogue with a column that nobody knows."""
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET, encoding="cp932")
    return path


def taken(path: Path, **mapping: str) -> dict[str, str | None]:
    """What each column is taken for."""
    (guessed,) = guess(paths=[path], options={"mapping": mapping} if mapping else {})
    assert guessed.preview is not None
    (found,) = guessed.preview.sheets
    return {column.header: column.field for column in found.columns}


def test_columns_are_shown_with_what_they_are_taken_for(sheet: Path) -> None:
    assert taken(sheet) == {
        "品番": "catalog_number",
        "楽曲名(正)": "title",
        "ISRC": "isrc",
        "アーティスト名": "artist",
        "備考": None,
    }


def test_a_mapping_corrects_the_guess(sheet: Path) -> None:
    assert taken(sheet, 備考="title_latin")["備考"] == "title_latin"


def test_a_file_that_nobody_recognises_is_looked_at_as_a_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("foo,bar\n1,2\n")
    assert taken(path) == {"foo": None, "bar": None}


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    (guessed,) = guess(paths=[tmp_path / "none.csv"], options={})
    assert guessed.refused is not None


def test_the_terminal_shows_it_and_reads_nothing(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Terminal(monkeypatch, tmp_path / "w")("read", str(sheet), "--preview")
    assert done.status == 0
    assert "title" in done.out
    assert '"備考" = ""' in done.out
    assert "--mapping mapping.toml --preview" in done.out
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_mapping_is_used_when_reading(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    kaigai = Terminal(monkeypatch, tmp_path / "w")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('"備考" = "title_latin"\n', encoding=encoding)
    assert kaigai("read", str(sheet), "--mapping", str(mapping)).status == 0
    assert "Yoru" in kaigai("table", "names", "--format", "csv").out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title", "mapping.toml"),
        ('"備考" = "title"'.encode("cp932"), "UTF-8"),
        (b"[title]\nx = 1", "title"),
    ],
)
def test_a_mapping_that_is_none_is_refused(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    (tmp_path / "mapping.toml").write_bytes(content)
    call = ["read", str(sheet), "--mapping", str(tmp_path / "mapping.toml")]
    done = Terminal(monkeypatch, tmp_path / "w")(*call)
    assert done.status == 2
    assert said in done.error
    assert not (tmp_path / "w").exists()


def test_what_was_refused_is_listed_and_the_status_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stray.bin").write_bytes(b"\x00\x01\x02")
    done = Terminal(monkeypatch, tmp_path / "w")("read", str(tmp_path / "stray.bin"), lang="ja")
    assert done.status == 1
    assert "読めなかったもの: 1件" in done.out
    assert "stray.bin" in done.out
    odd = Terminal(monkeypatch, tmp_path / "w")("read", "x", "--reader", "planet")
    assert (odd.status, "ddex-ern" in odd.error) == (2, True)
