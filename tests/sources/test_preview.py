"""Before a sheet is read, a person may see what its columns are taken for, and correct it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kaigai.cli.main import app
from kaigai.sources.actions import guess

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


def test_the_terminal_shows_it_and_reads_nothing(sheet: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app(), ["read", str(sheet), "--preview", "--workspace", str(tmp_path / "w")]
    )
    assert done.exit_code == 0
    assert "title" in done.output
    assert '"備考" = ""' in done.output
    assert not (tmp_path / "w").exists()


def test_the_mapping_is_used_when_reading(sheet: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('"備考" = "title_latin"\n', encoding="utf-8")
    call = ["read", str(sheet), "--mapping", str(mapping), "--workspace", str(tmp_path / "w")]
    assert CliRunner().invoke(app(), call).exit_code == 0
    names = CliRunner().invoke(
        app(), ["table", "names", "--format", "csv", "--workspace", str(tmp_path / "w")]
    )
    assert "Yoru" in names.output
